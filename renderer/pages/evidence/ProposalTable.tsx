/** What a piece of evidence would change, beside what stands there today. */
import { Button, Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { content, fieldOf } from '../../../shared/content/content.ts';
import { columnsOf, isTableId } from '../../../shared/content/tables.ts';
import { wordsOf } from '../../../shared/content/words.ts';
import type { AnswerProposal, Proposals, RowProposal } from '../../../shared/evidence/proposals/proposals.ts';
import type { Json } from '../../../shared/json.ts';
import { useProject } from '../../data/use-project.ts';
import { rowLabel } from '../../fields/choices.ts';
import { isoDay } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';
import { answerChoice, cellChoice, rowChoice } from './proposal-choices.ts';
import { valueText } from './value-text.ts';

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', margin: '14px 0 4px' },
  title: { margin: 0, flexGrow: 1, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  scroll: { overflowX: 'auto' },
  more: { marginTop: '8px' },
  table: { width: '100%', minWidth: '520px', borderCollapse: 'collapse', tableLayout: 'fixed' },
  head: {
    padding: '4px 8px',
    textAlign: 'start',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    fontWeight: tokens.fontWeightRegular,
  },
  narrow: { width: '68px' },
  group: {
    padding: '10px 8px 2px',
    textAlign: 'start',
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  start: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  cell: { padding: '6px 8px', verticalAlign: 'top', overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
  box: { verticalAlign: 'top' },
  shown: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3 },
  note: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
  },
  contested: { color: tokens.colorStatusWarningForeground3 },
});

/** More rows than anybody reads at once would only be slow to draw; all of them are chosen and accepted. */
const pageSize = 100;

type ProposalTableProps = {
  proposals: Proposals;
  chosen: ReadonlySet<string>;
  onChoose: (choice: string, isOn: boolean) => void;
  onAll: (isOn: boolean) => void;
};

export function ProposalTable({ proposals, chosen, onChoose, onAll }: ProposalTableProps) {
  const styles = useStyles();
  const words = useWords();
  const own = words.evidence;
  const [shown, setShown] = useState(pageSize);
  const rest = proposals.rows.length - shown;
  const box = (choice: string, label: string) => (
    <Checkbox
      aria-label={label}
      checked={chosen.has(choice)}
      onChange={(_, data) => onChoose(choice, data.checked === true)}
    />
  );
  return (
    <>
      <div className={styles.bar}>
        <h4 className={styles.title}>{own.proposals}</h4>
        <Button size="small" onClick={() => onAll(true)}>
          {own.all}
        </Button>
        <Button size="small" onClick={() => onAll(false)}>
          {own.none}
        </Button>
      </div>
      <div className={styles.scroll}>
        <table className={styles.table} aria-label={own.proposals}>
          <thead>
            <tr>
              <th className={mergeClasses(styles.head, styles.narrow)}>{own.columns.take}</th>
              <th className={styles.head}>{own.columns.what}</th>
              <th className={styles.head}>{own.columns.today}</th>
              <th className={styles.head}>{own.columns.shown}</th>
            </tr>
          </thead>
          {proposals.answers.length > 0 ? (
            <tbody>
              {proposals.answers.map((answer) => (
                <AnswerLine key={answer.question} answer={answer} box={box} />
              ))}
            </tbody>
          ) : null}
          {proposals.rows.slice(0, shown).map((row) => (
            <RowLines key={rowChoice(row)} row={row} rows={proposals.rows} box={box} />
          ))}
        </table>
      </div>
      {rest > 0 ? (
        <Button className={styles.more} size="small" onClick={() => setShown(shown + pageSize)}>
          {words.projects.showMore(Math.min(rest, pageSize))}
        </Button>
      ) : null}
    </>
  );
}

type Box = (choice: string, label: string) => React.ReactNode;

function AnswerLine({ answer, box }: { answer: AnswerProposal; box: Box }) {
  const styles = useStyles();
  const words = useWords();
  const { language, tables } = useProject();
  const question = content.questions.get(answer.question);
  const spec = question && fieldOf(question);
  const own = wordsOf(language).questions[answer.question];
  const prompt = own?.prompt ?? answer.question;
  const text = (value: Json) => valueText(spec, value, { words, optionWords: own?.options, tables });
  return (
    <tr className={styles.start}>
      <td className={styles.box}>
        {answer.contested ? null : box(answerChoice(answer), words.evidence.takeAnswer(prompt))}
      </td>
      <td className={styles.cell}>{prompt}</td>
      <Values
        from={answer.from}
        to={answer.to}
        text={text}
        contested={answer.contested}
        confirmed={answer.confirmed}
      />
    </tr>
  );
}

function RowLines({ row, rows, box }: { row: RowProposal; rows: readonly RowProposal[]; box: Box }) {
  const styles = useStyles();
  const words = useWords();
  const own = words.evidence;
  const { language, tables } = useProject();
  const tableWords = wordsOf(language).tables[row.table];
  const today = (tables[row.table] ?? []).find(({ id }) => id === row.row);
  const name = (today && rowLabel(row.table, today, tables)) || row.name;
  const title = tableWords?.title ?? row.table;
  const columns = isTableId(row.table) ? columnsOf(row.table) : {};
  const textOf = (column: string) => (value: Json) => {
    const spec = columns[column];
    // A row that comes along with this one is not in the project yet.
    const coming = spec?.kind === 'ref' && rows.find((one) => one.isNew && one.row === value);
    if (coming) return coming.name;
    return valueText(spec, value, { words, optionWords: tableWords?.columns[column]?.options, tables });
  };
  return (
    <tbody>
      <tr className={styles.start}>
        <td className={styles.box}>{row.isNew ? box(rowChoice(row), own.takeNew(name)) : null}</td>
        <th className={styles.group} colSpan={3} scope="rowgroup">
          {row.isNew ? own.newRow(title, name) : own.row(title, name)}
          {row.confirmed && row.cells.some(({ contested }) => !contested) ? (
            <span className={styles.note}>{own.unconfirms(row.confirmed.by)}</span>
          ) : null}
        </th>
      </tr>
      {row.cells.map(({ column, from, to, contested }) => {
        const label = tableWords?.columns[column]?.label ?? column;
        return (
          <tr key={column}>
            <td className={styles.box}>
              {row.isNew || contested ? null : box(cellChoice(row, column), own.take(label, name))}
            </td>
            <td className={styles.cell}>{label}</td>
            <Values
              from={from}
              to={to}
              text={textOf(column)}
              contested={contested}
              confirmed={row.confirmed}
            />
          </tr>
        );
      })}
    </tbody>
  );
}

type ValuesProps = {
  from: Json;
  to: Json;
  text: (value: Json) => string;
  contested: boolean;
  confirmed: { by: string; at: number } | undefined;
};

function Values({ from, to, text, contested, confirmed }: ValuesProps) {
  const styles = useStyles();
  const own = useWords().evidence;
  return (
    <>
      <td className={styles.cell}>
        {from === null ? <span className={styles.quiet}>{own.nothingThere}</span> : text(from)}
        {contested && confirmed ? (
          <span className={mergeClasses(styles.note, styles.contested)}>
            {own.stays(confirmed.by, isoDay(confirmed.at))}
          </span>
        ) : null}
      </td>
      <td className={mergeClasses(styles.cell, styles.shown)}>{text(to)}</td>
    </>
  );
}
