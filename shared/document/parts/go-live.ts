/** The go-live runbook: ordered steps, each with its check, its way back, its owner and how far it is. */
import type { QuestionId } from '../../content/content.ts';
import type { RowOf } from '../../content/tables.ts';
import { fill } from '../../content/words.ts';
import type { Block, Cell, CellTone, Section } from '../blocks.ts';
import type { Context } from '../context.ts';
import { findingsIn } from '../part-findings.ts';
import { plain } from '../runs.ts';
import {
  answerSection,
  cell,
  findingList,
  fromQuestions,
  openLine,
  paragraph,
  present,
  tableBlock,
} from '../statements.ts';

type StepId = keyof Context['words']['runbook']['steps'];
type Role = NonNullable<RowOf<'roles'>['role']>;
type State = 'done' | 'open' | 'failed';

type Step = {
  id: StepId;
  roles: readonly Role[];
  questions: readonly QuestionId[];
  /** Undefined while nothing was answered. */
  state: (context: Context) => State | undefined;
};

const choice =
  (question: QuestionId, done: readonly string[], failed: readonly string[] = []) =>
  ({ project }: Context): State | undefined => {
    if (done.some((option) => project.said(question, option))) return 'done';
    if (failed.some((option) => project.said(question, option))) return 'failed';
    return project.state(question) === 'answered' ? 'open' : undefined;
  };

function every<Row>(rows: readonly Row[], holds: (row: Row) => boolean): State | undefined {
  if (rows.length === 0) return undefined;
  return rows.every(holds) ? 'done' : 'open';
}

/** In the order of the day; nothing later starts before the earlier steps hold. */
const steps: readonly Step[] = [
  {
    id: 'provisioned',
    roles: ['network', 'provider'],
    questions: ['peering.circuits.list'],
    state: ({ project }) =>
      every(
        project.rows('circuits'),
        (row) => row.provisioning === 'provisioned' && row.circuitState === 'enabled',
      ),
  },
  {
    id: 'validated',
    roles: ['network'],
    questions: ['peering.parameters.list'],
    state: ({ project }) =>
      every(
        project.rows('peerings').filter((row) => row.type === 'microsoft'),
        (row) => row.validation === 'configured',
      ),
  },
  {
    id: 'filtered',
    roles: ['network'],
    questions: ['peering.parameters.list'],
    state: ({ project }) =>
      every(
        project.rows('peerings').filter((row) => row.type === 'microsoft'),
        (row) => row.filter === 'attached' && (row.communities?.length ?? 0) > 0,
      ),
  },
  {
    id: 'arp',
    roles: ['network', 'provider'],
    questions: ['golive.checks.arp'],
    state: choice('golive.checks.arp', ['both'], ['incomplete', 'empty']),
  },
  {
    id: 'sessions',
    roles: ['network'],
    questions: ['golive.checks.sessions'],
    state: choice('golive.checks.sessions', ['both-up'], ['one-up', 'down']),
  },
  {
    id: 'announced',
    roles: ['network'],
    questions: ['golive.checks.both-links'],
    state: choice('golive.checks.both-links', ['yes'], ['no']),
  },
  {
    id: 'received',
    roles: ['network'],
    questions: ['golive.checks.received'],
    state: choice('golive.checks.received', ['as-expected'], ['none', 'other']),
  },
  {
    id: 'prepared',
    roles: ['project', 'network'],
    questions: ['golive.cutover.prepared', 'golive.cutover.rollback'],
    state: (context) =>
      context.project.said('golive.cutover.prepared', 'trial') &&
      context.project.said('golive.cutover.rollback', 'written-reviewed')
        ? 'done'
        : choice('golive.cutover.rollback', [], ['none'])(context),
  },
  {
    id: 'allowed',
    roles: ['identity', 'security'],
    questions: ['routing.nat.allow-lists-updated'],
    state: choice('routing.nat.allow-lists-updated', ['yes'], ['no']),
  },
  {
    id: 'host',
    roles: ['network', 'power-platform'],
    questions: ['golive.tests.plan'],
    state: () => undefined,
  },
  {
    id: 'segment',
    roles: ['network', 'support'],
    questions: ['golive.cutover.staging'],
    state: () => undefined,
  },
  {
    id: 'region',
    roles: ['network', 'project'],
    questions: ['golive.cutover.staging'],
    state: () => undefined,
  },
  {
    id: 'failover',
    roles: ['network'],
    questions: ['golive.tests.failover'],
    state: ({ project }) => {
      const tried = project.list('golive.tests.failover');
      return tried.length === 4 ? 'done' : tried.length > 0 ? 'open' : undefined;
    },
  },
  {
    id: 'leak',
    roles: ['security', 'network'],
    questions: ['golive.tests.leak'],
    state: choice('golive.tests.leak', ['yes'], []),
  },
  {
    id: 'handover',
    roles: ['support', 'network'],
    questions: ['golive.operations.contacts', 'golive.operations.alerts'],
    state: choice('golive.operations.contacts', ['yes'], []),
  },
];

export function goLivePart(context: Context): { blocks: Block[]; sections: Section[] } {
  const titles = context.contentWords.sections;
  return {
    blocks: present([
      dateLine(context),
      runbook(context),
      findingList(context, findingsIn(context, 'golive')),
      openLine(
        context,
        steps.flatMap((step) => step.questions).filter((id, index, all) => all.indexOf(id) === index),
      ),
    ]),
    sections: ['golive.checks', 'golive.tests', 'golive.cutover', 'golive.operations'].map((id) =>
      answerSection(context, id, { title: titles[id]?.title ?? id }),
    ),
  };
}

function dateLine(context: Context): Block | undefined {
  const date = context.project.text('golive.cutover.date');
  if (date === undefined) return undefined;
  const hours = context.project.number('golive.cutover.window');
  const { runbook: words } = context.words;
  const text = hours === undefined ? fill(words.date, { date }) : fill(words.dateAndWindow, { date, hours });
  return paragraph(plain(text), fromQuestions(context, ['golive.cutover.date', 'golive.cutover.window']));
}

const toneOf: Record<State, CellTone> = { done: 'good', open: 'muted', failed: 'blocker' };

function runbook(context: Context): Block | undefined {
  const { columns, caption, states, steps: sentences } = context.words.runbook;
  const rows = steps.map((step, index): Cell[] => {
    const { what, check, back } = sentences[step.id];
    const state = step.state(context);
    return [
      cell(context, String(index + 1)),
      cell(context, what),
      cell(context, check),
      cell(context, back),
      cell(context, ownersOf(context, step.roles)),
      cell(context, state === undefined ? '' : states[state], state && toneOf[state]),
    ];
  });
  return tableBlock(
    caption,
    [
      { title: columns.number, align: 'end' },
      { title: columns.step },
      { title: columns.check },
      { title: columns.back },
      { title: columns.owner },
      { title: columns.state },
    ],
    rows,
    fromQuestions(context, [...new Set([...steps.flatMap((step) => step.questions), 'scope.today.roles'])]),
  );
}

/** The people who play the roles, or the roles themselves while nobody is named. */
function ownersOf(context: Context, roles: readonly Role[]): string {
  const rows = context.project.rows('roles');
  const labels = context.contentWords.tables.roles?.columns.role?.options;
  const names = roles.map((role) => {
    const person = rows.find((row) => row.role === role)?.person?.trim();
    return person === undefined || person === '' ? (labels?.[role] ?? role) : person;
  });
  return [...new Set(names)].join(', ');
}
