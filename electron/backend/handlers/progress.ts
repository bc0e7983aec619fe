/** Looking back: readiness over time, two moments beside each other, the history, and putting back what was. */

import { setImmediate } from 'node:timers/promises';
import { addDays } from '../../../shared/assess/days.ts';
import { content, contentVersion } from '../../../shared/content/content.ts';
import { wordsOf } from '../../../shared/content/words.ts';
import type { InputOf, OutputOf } from '../../../shared/contract.ts';
import { endOfDay, localDay } from '../../../shared/day.ts';
import { headOfKept, type KeptEvidence } from '../../../shared/evidence/kept.ts';
import { equalJson, type Json } from '../../../shared/json.ts';
import { mostPoints, type TrendPoint, trend } from '../../../shared/progress/trend.ts';
import type { Edit } from '../../../shared/project/change.ts';
import { CallFailure } from '../call-failure.ts';
import type { Context } from '../context.ts';
import type { Handlers, Job } from '../dispatch.ts';
import { edit, requireProject } from '../edit.ts';
import { compareLooks, type LookBack, openPast } from '../look-back.ts';
import { referenceOf } from '../reference.ts';
import { languageOf } from '../settings.ts';

type Trend = OutputOf<'progress.trend'>;

/** The last ones asked for; each stays true until something is written or the day ends. */
const trends = new WeakMap<Context, Map<string, { made: readonly unknown[]; trend: Trend }>>();
const mostTrends = 20;

async function trendOf(
  context: Context,
  { project, from, to, points: most = mostPoints }: InputOf<'progress.trend'>,
  job: Job,
): Promise<Trend> {
  const { createdAt, changeCount, copy } = requireProject(context, project);
  const today = localDay(context.now());
  const first = earlier(localDay(createdAt), today);
  const end = earlier(to ?? today, today);
  const start = later(earlier(from ?? first, end), first);
  const reference = referenceOf(context);
  const language = languageOf(context);
  const made = [changeCount, copy, start, end, today, reference, language];
  const known = trends.get(context) ?? new Map<string, { made: readonly unknown[]; trend: Trend }>();
  trends.set(context, known);
  const key = `${project} ${most}`;
  const kept = known.get(key);
  if (kept?.made.every((one, index) => one === made[index])) return kept.trend;
  const points: TrendPoint[] = [];
  const range = { from: start, to: end, isOpen: end === today, most };
  const lines = end < start ? [] : context.workspace.readLines(project);
  const asked = trend(lines, range, { reference, language });
  for (const point of asked.points) {
    points.push(point);
    // Many days take a while: an answer that comes in meanwhile is saved meanwhile.
    await setImmediate();
    if (job.signal.aborted) throw new CallFailure('cancelled');
  }
  const result: Trend = { from: start, to: end, first, isWhole: asked.isWhole, points };
  known.delete(key);
  known.set(key, { made, trend: result });
  const oldest = known.keys().next().value;
  if (known.size > mostTrends && oldest !== undefined) known.delete(oldest);
  return result;
}

const earlier = (one: string, other: string) => (one < other ? one : other);
const later = (one: string, other: string) => (one > other ? one : other);

/** The places whose changes are about a question: `path` ends in one of them, or its row's table does. */
function placesOf(question: string): string[] {
  const table = content.questions.get(question)?.table;
  return table === undefined ? [question] : [question, `${table}/`];
}

function questionsNamed(context: Context, text: string): string[] {
  const language = languageOf(context);
  const wanted = text.toLowerCase();
  return Object.entries(wordsOf(language).questions)
    .filter(([, { prompt }]) => prompt.toLowerCase().includes(wanted))
    .map(([id]) => id);
}

function historyOf(
  context: Context,
  { project, path, question, author, from, to, text, before, limit }: InputOf<'project.history'>,
): OutputOf<'project.history'> {
  requireProject(context, project);
  const dayBefore = from === undefined ? undefined : addDays(from, -1);
  const changes = context.workspace.readHistory(project, {
    path,
    about: question === undefined ? undefined : placesOf(question),
    author,
    since: dayBefore === undefined ? undefined : endOfDay(dayBefore),
    until: to === undefined ? undefined : endOfDay(to),
    text,
    named: text === undefined ? undefined : questionsNamed(context, text),
    before,
    limit: limit ?? 200,
  });
  return changes.map(({ parents: _parents, copy: _copy, ...entry }) => ({
    ...entry,
    before: withoutRecords(entry.path, entry.before),
    after: withoutRecords(entry.path, entry.after),
  }));
}

/** Thousands of records say nothing in a list of what was changed. */
function withoutRecords(path: string, value: Json): Json {
  if (!path.startsWith('evidence/') || value === null) return value;
  return headOfKept(value as unknown as KeptEvidence) as unknown as Json;
}

/** Milestones and workshops stay what they were, and a project is not put away by looking at a time when it was. */
const isLeftAlone = (path: string) =>
  /^(?:milestone|workshop|sitting)\//.test(path) || path === 'project/archived';

/** What has to be written so that all of the project, or one place in it, is as it was. */
function restoringEdits(
  context: Context,
  { project, path, question }: InputOf<'project.restore'>,
  { last }: LookBack,
): Edit[] {
  const then = last();
  const now = context.workspace.readCurrent(project);
  const isWanted = (one: string) => {
    if (path !== undefined) return one === path || one === wordingBeside(path);
    return question === undefined ? !isLeftAlone(one) : isAnswerOf(question, one);
  };
  const edits: Edit[] = [];
  for (const one of new Set([...then.keys(), ...now.keys()])) {
    if (!isWanted(one)) continue;
    const after = JSON.parse(then.get(one)?.after ?? 'null') as Json;
    if (!equalJson(now.get(one)?.value ?? null, after)) edits.push({ path: one, after });
  }
  return edits;
}

/** What was said to an item goes back together with how it was put then: put otherwise now, it is to be confirmed again. */
function wordingBeside(path: string): string | undefined {
  const [, item] = /^(?:said|status)\/(.+)$/.exec(path) ?? [];
  return item && `wording/${item}`;
}

/** What was said and by whom it was confirmed; notes and proofs stay as they are. */
function isAnswerOf(question: string, path: string): boolean {
  const table = content.questions.get(question)?.table;
  if (path === `answer/${question}` || path === `review/${question}`) return true;
  return table !== undefined && path.startsWith(`row/${table}/`);
}

type Calls =
  | 'progress.trend'
  | 'progress.compare'
  | 'project.asOf'
  | 'project.history'
  | 'project.authors'
  | 'project.restore'
  | 'milestone.create'
  | 'milestone.describe'
  | 'milestone.remove';

export const progressHandlers: Pick<Handlers, Calls> = {
  'progress.trend': trendOf,
  'progress.compare': (context, { project, from, to }) => {
    const past = openPast(context, project);
    return compareLooks(past(from), past(to));
  },
  'project.asOf': (context, { project, at }) => openPast(context, project)({ kind: 'at', at }).view,
  'project.history': historyOf,
  'project.authors': (context, { project }) => {
    requireProject(context, project);
    return context.workspace.readAuthors(project);
  },
  'project.restore': (context, input) => {
    const { project, moment } = input;
    const then = openPast(context, project)(moment);
    const ref = moment.kind === 'milestone' ? moment.id : new Date(then.view.saved.at).toISOString();
    return edit(context, project, restoringEdits(context, input, then), { kind: 'restore', ref });
  },
  'milestone.create': (context, { project, name, note }) => {
    requireProject(context, project);
    const through = context.workspace.throughOf(project);
    const milestone = { name, at: context.now(), contentVersion, through, ...(note ? { note } : {}) };
    return edit(context, project, [{ path: `milestone/${context.newId()}`, after: milestone }]);
  },
  'milestone.describe': (context, { project, id, name, note }) => {
    const path = `milestone/${id}`;
    const milestone = context.workspace.readValue(project, path);
    if (milestone === null || typeof milestone !== 'object' || Array.isArray(milestone))
      throw new CallFailure('not-found', { says: 'milestone-gone' });
    const { note: _old, ...rest } = milestone;
    return edit(context, project, [{ path, after: { ...rest, name, ...(note ? { note } : {}) } }]);
  },
  'milestone.remove': (context, { project, id }) =>
    edit(context, project, [{ path: `milestone/${id}`, after: null }]),
};
