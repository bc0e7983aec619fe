/** What a workshop did to the project: the verdict and readiness before and after, findings, and where the time went. */
import { fill } from '../../content/words.ts';
import { checklistTitle } from '../../review-checklist/checklist-title.ts';
import type { Finding } from '../../view.ts';
import type { Block, Cell } from '../blocks.ts';
import { verdictBlock } from '../parts/summary.ts';
import { joined, link, plain, toFinding } from '../runs.ts';
import { cell, paragraph, present, remark, tableBlock } from '../statements.ts';
import type { Built, WorkshopContext } from './build.ts';
import { questionCell } from './questions.ts';

export function resultPart(context: WorkshopContext): Built {
  const { summary, words } = context;
  const { result, goesOn } = words.workshop;
  const { verdict } = summary.comparison;
  const counts = {
    answered: summary.answered.length,
    decided: summary.decisions.length,
    actions: summary.actions.length,
    parked: summary.parked.length,
    open: summary.open.length,
  };
  return {
    blocks: present([
      summary.workshop.ended ? undefined : remark(goesOn),
      verdictBlock(context),
      paragraph(
        plain(
          verdict.before === verdict.after
            ? result.sameVerdict
            : fill(result.newVerdict, { before: words.verdicts[verdict.before] }),
        ),
      ),
      facts(context),
      paragraph(plain(fill(result.counts, counts))),
      readinessTable(context),
    ]),
  };
}

function facts(context: WorkshopContext): Block {
  const { result, attendee } = context.words.workshop;
  const { workshop, time } = context.summary;
  const people = workshop.attendees.map(({ name, role = '' }) =>
    role === '' ? name : fill(attendee, { name, role }),
  );
  const used = sum(time.map((one) => one.used));
  const planned = sum(time.map((one) => one.planned));
  return {
    kind: 'pairs',
    pairs: [
      { name: plain(result.day), value: plain(workshop.day) },
      { name: plain(result.attendees), value: plain(people.join(', ') || result.nobody) },
      {
        name: plain(result.duration),
        value: plain(
          fill(result.ofPlanned, { used: durationIn(context, used), planned: durationIn(context, planned) }),
        ),
      },
    ],
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

function durationIn({ words }: WorkshopContext, seconds: number): string {
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return fill(words.workshop.minutes, { minutes });
  return fill(words.workshop.hours, {
    hours: Math.floor(minutes / 60),
    minutes: String(minutes % 60).padStart(2, '0'),
  });
}

function readinessTable(context: WorkshopContext): Block | undefined {
  const { result, columns } = context.words.workshop;
  const { readiness } = context.summary.comparison;
  const percent = (value: number | null) => {
    const { changes, values } = context.words;
    return cell(context, value === null ? values.none : fill(changes.percent, { percent: value }));
  };
  return tableBlock(
    result.readiness,
    [
      { title: columns.checklist },
      { title: columns.before, align: 'end' },
      { title: columns.after, align: 'end' },
    ],
    [
      ...readiness.checklists.map(({ checklist, name, before, after }) => [
        cell(context, checklistTitle(context.view, checklist, name)),
        percent(before),
        percent(after),
      ]),
      [cell(context, result.all), percent(readiness.before), percent(readiness.after)],
    ],
  );
}

export function findingsPart(context: WorkshopContext): Built {
  const { none, added: isNew, solved: isSolved } = context.words.workshop;
  const { added, solved } = context.summary.comparison.findings;
  return {
    blocks: [
      findingTable(context, isNew, added) ?? remark(none.added),
      findingTable(context, isSolved, solved) ?? remark(none.solved),
    ],
  };
}

function findingTable(
  context: WorkshopContext,
  caption: string,
  findings: readonly Finding[],
): Block | undefined {
  const { columns } = context.words.workshop;
  const isStanding = new Set(context.view.assessment.findings.map(({ id }) => id));
  return tableBlock(
    caption,
    [{ title: columns.severity }, { title: columns.finding }, { title: columns.remedy }],
    findings.map(({ id, severity, title, remedy }): Cell[] => [
      cell(context, context.words.severities[severity], isStanding.has(id) ? severity : 'muted'),
      { text: isStanding.has(id) ? joined(link(title, toFinding(id))) : plain(title) },
      cell(context, remedy),
    ]),
  );
}

export function timePart(context: WorkshopContext): Built {
  const { columns, none, parts, all, notReached } = context.words.workshop;
  const { time } = context.summary;
  const duration = (seconds: number) => cell(context, durationIn(context, seconds));
  const row = (first: Cell, planned: number, used: number) => [first, duration(planned), duration(used)];
  // An agenda of a hundred questions is rarely gone through: what nobody came to is one line, not a hundred of "0 min".
  const left = time.filter(({ used }) => used === 0);
  const rows = time
    .filter(({ used }) => used > 0)
    .map(({ question, planned, used }) => row(questionCell(context, question), planned, used));
  if (left.length > 0)
    rows.push(
      row(
        cell(context, fill(notReached, { count: String(left.length) })),
        sum(left.map((one) => one.planned)),
        0,
      ),
    );
  if (rows.length > 0)
    rows.push(row(cell(context, all), sum(time.map((one) => one.planned)), sum(time.map((one) => one.used))));
  return {
    blocks: [
      tableBlock(
        parts.time,
        [
          { title: columns.question },
          { title: columns.planned, align: 'end' },
          { title: columns.used, align: 'end' },
        ],
        rows,
      ) ?? remark(none.time),
    ],
  };
}
