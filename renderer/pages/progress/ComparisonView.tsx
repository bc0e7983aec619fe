/** What differs between two moments, card by card. */
import { mergeClasses } from '@fluentui/react-components';
import { Fragment, type ReactNode } from 'react';
import { Link } from 'react-router';
import { content } from '../../../shared/content/content.ts';
import { sides, subject } from '../../../shared/document/change-text.ts';
import type { Context } from '../../../shared/document/context.ts';
import type { Json } from '../../../shared/json.ts';
import type { Authorship, Comparison } from '../../../shared/progress/compare.ts';
import { questionOfPath } from '../../../shared/progress/question-of-path.ts';
import type { Row } from '../../../shared/project/answer.ts';
import { checklistTitle } from '../../../shared/review-checklist/checklist-title.ts';
import { placeOfQuestion } from '../../../shared/review-checklist/item.ts';
import type { Finding, ProjectView } from '../../../shared/view.ts';
import { useDocumentContext } from '../../data/use-document-context.ts';
import { questionAddress } from '../../frame/addresses.ts';
import { SeverityBadge } from '../../frame/SeverityBadge.tsx';
import { fullMoment } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';
import { useTableStyles } from '../settings/table-styles.ts';
import { useProgressStyles } from './progress-styles.ts';

type Part = { project: ProjectView; comparison: Comparison };

export function isSame(comparison: Comparison): boolean {
  const { answers, items, others, tables, findings, readiness, actions } = comparison;
  const counts = [answers, items, others, tables, findings.added, findings.solved, findings.worse];
  return (
    counts.every((list) => list.length === 0) &&
    readiness.before === readiness.after &&
    Object.values(actions).every((list) => list.length === 0)
  );
}

export function ComparisonView({ project, comparison }: Part) {
  const styles = useProgressStyles();
  const words = useWords();
  const { verdict } = comparison;
  if (isSame(comparison)) return <p className={styles.quiet}>{words.progress.compare.same}</p>;
  const named = words.overview.verdict;
  return (
    <>
      <Card title={words.progress.readiness}>
        <p className={styles.quiet}>
          {words.progress.compare.verdict(named[verdict.before], named[verdict.after])}
        </p>
        <Readiness project={project} comparison={comparison} />
      </Card>
      <Card title={words.progress.compare.findings}>
        <Findings project={project} comparison={comparison} />
      </Card>
      <Card title={words.progress.compare.answers}>
        <Answers project={project} comparison={comparison} />
      </Card>
      <Card title={words.progress.compare.tables}>
        <Tables project={project} comparison={comparison} />
      </Card>
      <Card title={words.progress.compare.actions}>
        <Actions comparison={comparison} />
      </Card>
      <Card title={words.progress.compare.others}>
        <Others project={project} comparison={comparison} />
      </Card>
    </>
  );
}

function Card({ title, children }: { title: string; children: ReactNode }) {
  const styles = useProgressStyles();
  return (
    <section className={styles.card} aria-label={title}>
      <h2 className={styles.heading}>{title}</h2>
      {children}
    </section>
  );
}

type Column = { title: string; end?: boolean };

type RowsProps = { label: string; columns: readonly Column[]; children: ReactNode };

function Rows({ label, columns, children }: RowsProps) {
  const styles = useProgressStyles();
  const table = useTableStyles();
  return (
    <div className={styles.scroll}>
      <table className={table.table} aria-label={label}>
        <thead>
          <tr>
            {columns.map(({ title, end }) => (
              <th key={title} className={mergeClasses(table.heading, end && table.end)}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

function Readiness({ project, comparison: { readiness } }: Part) {
  const styles = useProgressStyles();
  const table = useTableStyles();
  const all = useWords();
  const words = all.progress;
  const { columns } = words.compare;
  const share = (value: number | null) => (value === null ? all.nothing : words.percent(value));
  const rows: { checklist: string; before: number | null; after: number | null }[] = [
    { checklist: words.inAll, before: readiness.before, after: readiness.after },
    ...readiness.checklists.map((one) => ({
      ...one,
      checklist: checklistTitle(project, one.checklist, one.name),
    })),
  ];
  return (
    <Rows
      label={words.readiness}
      columns={[
        { title: columns.checklist },
        { title: columns.before, end: true },
        { title: columns.after, end: true },
        { title: words.change, end: true },
      ]}
    >
      {rows.map(({ checklist, before, after }) => {
        const step = before === null || after === null ? 0 : after - before;
        return (
          <tr key={checklist} className={table.row}>
            <td className={table.cell}>{checklist}</td>
            <td className={mergeClasses(table.cell, table.end)}>{share(before)}</td>
            <td className={mergeClasses(table.cell, table.end)}>{share(after)}</td>
            <td
              className={mergeClasses(table.cell, table.end, step > 0 && styles.up, step < 0 && styles.down)}
            >
              {step === 0 ? '' : words.step(step)}
            </td>
          </tr>
        );
      })}
    </Rows>
  );
}

function Findings({ project, comparison: { findings } }: Part) {
  const styles = useProgressStyles();
  const table = useTableStyles();
  const words = useWords().progress.compare;
  const groups: [string, readonly Finding[]][] = [
    [words.added, findings.added],
    [words.worse, findings.worse.map(({ after }) => after)],
    [words.solved, findings.solved],
  ];
  if (groups.every(([, list]) => list.length === 0))
    return <p className={styles.quiet}>{words.noFindings}</p>;
  return (
    <table className={table.table} aria-label={words.findings}>
      <tbody>
        {groups.flatMap(([label, list]) =>
          list.map((finding) => {
            const question = finding.from[0]?.question;
            return (
              <tr key={`${label} ${finding.id}`} className={table.row}>
                <th scope="row" className={mergeClasses(table.heading, styles.number)}>
                  {label}
                </th>
                <td className={table.cell}>
                  <SeverityBadge severity={finding.severity} />
                </td>
                <td className={mergeClasses(table.cell, styles.wrap)}>
                  {question === undefined ? (
                    finding.title
                  ) : (
                    <Link className={styles.link} to={questionAddress(project.id, { question })}>
                      {finding.title}
                    </Link>
                  )}
                </td>
              </tr>
            );
          }),
        )}
      </tbody>
    </table>
  );
}

type Told = { path: string; before: Json; after: Json; by: Authorship | undefined };

function Answers({ project, comparison: { answers, items } }: Part) {
  const styles = useProgressStyles();
  const words = useWords().progress.compare;
  const changes: Told[] = [
    ...answers.map(({ question, before, after, by }) => ({
      path: `answer/${question}`,
      before: before as Json,
      after: after as Json,
      by,
    })),
    ...items.map((item) => ({ ...item, by: item.by })),
  ];
  const context = useDocumentContext(changes.map(({ path }) => path));
  if (changes.length === 0) return <p className={styles.quiet}>{words.noAnswers}</p>;
  return (
    <Rows label={words.answers} columns={changeColumns(words.columns.question, words.columns)}>
      {changes.map((change) => (
        <ChangeRow key={change.path} project={project} context={context} change={change} />
      ))}
    </Rows>
  );
}

/** Decisions, parked points, accepted risks, notes, and what a firm asks itself. */
function Others({ project, comparison: { others } }: Part) {
  const styles = useProgressStyles();
  const words = useWords().progress.compare;
  const context = useDocumentContext(others.map(({ path }) => path));
  if (others.length === 0) return <p className={styles.quiet}>{words.noOthers}</p>;
  return (
    <Rows label={words.others} columns={changeColumns(words.columns.what, words.columns)}>
      {others.map((change) => (
        <ChangeRow
          key={change.path}
          project={project}
          context={context}
          change={{ ...change, by: change.by }}
          kind
        />
      ))}
    </Rows>
  );
}

/** Of a table that was filled in at once, more would hide what else was changed. */
const mostRows = 25;

function Tables({ project, comparison: { tables } }: Part) {
  const styles = useProgressStyles();
  const table = useTableStyles();
  const words = useWords().progress.compare;
  const context = useDocumentContext();
  if (tables.length === 0) return <p className={styles.quiet}>{words.noTables}</p>;
  return (
    <Rows label={words.tables} columns={changeColumns(words.columns.row, words.columns)}>
      {tables.map((one) => {
        const changes = rowChanges(one);
        const left = changes.length - mostRows;
        return (
          <Fragment key={one.table}>
            {changes.slice(0, mostRows).map((change) => (
              <ChangeRow key={change.path} project={project} context={context} change={change} />
            ))}
            {left > 0 ? (
              <tr className={table.row}>
                <td className={table.cell} colSpan={4}>
                  {words.moreRows(context.contentWords.tables[one.table]?.title ?? one.table, left)}
                </td>
              </tr>
            ) : null}
          </Fragment>
        );
      })}
    </Rows>
  );
}

function rowChanges({ table, added, changed, removed, by }: Comparison['tables'][number]): Told[] {
  const told = (before: Row | undefined, after: Row | undefined): Told => {
    const id = (after ?? before)?.id ?? '';
    return { path: `row/${table}/${id}`, before: rowValue(before), after: rowValue(after), by: by[id] };
  };
  return [
    ...changed.map(({ before, after }) => told(before, after)),
    ...added.map((row) => told(undefined, row)),
    ...removed.map((row) => told(row, undefined)),
  ];
}

function rowValue(row: Row | undefined): Json {
  if (!row) return null;
  const { id: _id, ...value } = row;
  return value as unknown as Json;
}

function changeColumns(what: string, { before, after, by }: { before: string; after: string; by: string }) {
  return [what, before, after, by].map((title) => ({ title }));
}

type ChangeRowProps = {
  project: ProjectView;
  context: Context;
  change: Told;
  /** Says what kind of thing it is, where they stand together. */
  kind?: boolean;
};

/** One thing that differs: what it is, what it was and is, and who made it so. */
function ChangeRow({ project, context, change, kind }: ChangeRowProps) {
  const styles = useProgressStyles();
  const table = useTableStyles();
  const all = useWords();
  const { path, by } = change;
  const place = questionOfPath(path) ?? '';
  // A decision or a parked point is no question.
  const question = content.questions.has(place) || placeOfQuestion(place) ? place : undefined;
  const [root = '', , row] = path.split('/');
  const kinds: Readonly<Record<string, string>> = context.words.workbook.history.kinds;
  const [old, fresh] = sides(context, change);
  const what = subject(context, change);
  const origins = context.words.workbook.history.origins;
  const why = by && by.origin.kind !== 'edit' ? [origins[by.origin.kind]] : [];
  const who = by ? [by.author || all.progress.history.nobody, fullMoment(by.at), ...why] : [];
  return (
    <tr className={table.row}>
      <td className={mergeClasses(table.cell, styles.wrap)}>
        {kind ? <span className={styles.kind}>{`${kinds[root] ?? root}: `}</span> : null}
        {question === undefined ? (
          what
        ) : (
          <Link
            className={styles.link}
            to={questionAddress(project.id, { question, ...(root === 'row' && row ? { row } : {}) })}
          >
            {what}
          </Link>
        )}
      </td>
      <td className={mergeClasses(table.cell, styles.wrap)}>{old || all.nothing}</td>
      <td className={mergeClasses(table.cell, styles.wrap)}>{fresh || all.nothing}</td>
      <td className={table.cell}>{who.join(', ')}</td>
    </tr>
  );
}

function Actions({ comparison: { actions } }: Pick<Part, 'comparison'>) {
  const styles = useProgressStyles();
  const table = useTableStyles();
  const words = useWords().progress.compare;
  const { columns, states } = words;
  const rows = (['done', 'slipped', 'added'] as const).flatMap((state) =>
    actions[state].map((one) => ({ ...one, state })),
  );
  if (rows.length === 0) return <p className={styles.quiet}>{words.noActions}</p>;
  return (
    <Rows
      label={words.actions}
      columns={[{ title: columns.action }, { title: columns.state }, { title: columns.due }]}
    >
      {rows.map(({ id, state, before, after }) => (
        <tr key={id} className={table.row}>
          <td className={mergeClasses(table.cell, styles.wrap)}>{after.title}</td>
          <td className={table.cell}>{states[state]}</td>
          <td className={mergeClasses(table.cell, styles.number)}>
            {words.due(
              before ? (before.due ?? words.noDue) : (after.due ?? words.noDue),
              after.due ?? words.noDue,
            )}
          </td>
        </tr>
      ))}
    </Rows>
  );
}
