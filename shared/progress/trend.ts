/**
 * Readiness over time: the log replayed day by day, judged at the end of each day on which something changed or a proof
 * ran out. Of a long range only as many days are judged as a chart can show; a point then speaks for the days up to it.
 */
import { z } from 'zod';
import { judge, RuleMemory } from '../assess/assess.ts';
import { addDays, daysBetween } from '../assess/days.ts';
import { lastDayOf as lastDayOfProof } from '../assess/evidence.ts';
import { content } from '../content/content.ts';
import { applyChanges } from '../content/open-state.ts';
import type { ReferenceSets } from '../content/reference.ts';
import { endOfDay } from '../day.ts';
import type { Json } from '../json.ts';
import type { Acceptance, Attachment } from '../project/paths.ts';
import { emptyState, listRoots } from '../project/state.ts';
import type { Language } from '../words/catalogue.ts';
import { Cause, explainStep, type Scores, scoresOf } from './causes.ts';
import type { LogLine } from './log-line.ts';
import { questionOfPath } from './question-of-path.ts';

export const TrendPoint = z.strictObject({
  day: z.string(),
  percent: z.number(),
  /** By checklist. */
  checklists: z.record(z.string(), z.number()),
  /** How many changes there were since the point before. */
  changes: z.number(),
  causes: z.array(Cause),
});
export type TrendPoint = z.infer<typeof TrendPoint>;

export type TrendRange = {
  from: string;
  /** The last day; what the log says of later moments, by clocks that are ahead, counts as of this day. */
  to: string;
  /** True when the range ends today: then all of the log counts, whatever its clocks say. */
  isOpen: boolean;
  /** About how many points there may be. */
  most: number;
};

export type Trend = {
  /** Whether every day on which something changed or ran out has its point. */
  isWhole: boolean;
  /** Each is judged when it is asked for, so that whoever draws on many can let others in between. */
  points: Iterable<TrendPoint>;
};

/** As many as a chart can show, and as few as are drawn at once while the rest is worked out. */
export const mostPoints = 48;
export const firstPoints = 12;

const judgedRoots = new Set([
  'answer',
  'row',
  'review',
  'acceptance',
  'proof',
  'attachment',
  'project',
  'checklist',
  'counts',
  ...listRoots,
]);

type Wording = { reference: Readonly<ReferenceSets>; language: Language };

export function trend(lines: readonly LogLine[], range: TrendRange, { reference, language }: Wording): Trend {
  const days = sortIntoDays(lines, range);
  const { judged, isWhole } = judgedDays(days, lines, range);
  return { isWhole, points: judgeDays(lines, days, judged, range, { reference, language }) };
}

function* judgeDays(
  lines: readonly LogLine[],
  days: readonly Day[],
  places: readonly number[],
  range: TrendRange,
  { reference, language }: Wording,
): Generator<TrendPoint> {
  const memory = new RuleMemory();
  const state = emptyState();
  const standing = new Map<string, number>();
  /** What the state holds of each path: most of what is written in a while is back where it was at its end. */
  const held = new Map<string, string>();
  let before: Scores | undefined;
  let next = 0;
  for (const index of places) {
    const written = new Map<string, LogLine>();
    let changes = 0;
    for (; next <= index; next += 1) {
      const day = days[next];
      changes += day?.changes ?? 0;
      for (const [path, place] of day?.last ?? []) {
        // A clock that was behind put a later change on an earlier day: what the log calls later stands.
        if (place < (standing.get(path) ?? -1)) continue;
        standing.set(path, place);
        const line = lines[place];
        if (line) written.set(path, line);
      }
    }
    applyChanges(state, changesOf(written, held));
    const today = addDays(range.from, index) ?? range.to;
    const judged = judge({ ...state, language }, { content, today, reference, memory });
    const scores = scoresOf(state, judged);
    yield {
      day: today,
      percent: judged.readiness.percent,
      checklists: Object.fromEntries(
        judged.readiness.checklists.map(({ checklist, percent }) => [checklist, percent]),
      ),
      changes: before ? changes : 0,
      causes: before ? explainStep(before, scores, authorsOf(written.values())) : [],
    };
    before = scores;
  }
}

type Day = {
  /** Where in the log the last change of each path stands that counts for readiness. */
  last: Map<string, number>;
  changes: number;
};

/** Day by day; all that came before the range stands on its first day. */
function sortIntoDays(lines: readonly LogLine[], { from, to, isOpen }: TrendRange): Day[] {
  const length = Math.max(0, daysBetween(from, to) ?? 0) + 1;
  const ends = Array.from({ length }, (_, index) => endOfDay(addDays(from, index) ?? to));
  const days = ends.map((): Day => ({ last: new Map(), changes: 0 }));
  const [first = 0, end = 0] = [ends[0], ends.at(-1)];
  for (const [place, { at, path }] of lines.entries()) {
    if (at >= end && !isOpen) continue;
    // Nearly always right at once: a day is an hour longer or shorter where clocks are changed.
    let index = Math.min(Math.max(Math.floor((at - first) / 86_400_000) + 1, 0), length - 1);
    while (index > 0 && at < (ends[index - 1] ?? 0)) index -= 1;
    while (index < length - 1 && at >= (ends[index] ?? 0)) index += 1;
    const day = days[index];
    if (!day) continue;
    day.changes += 1;
    if (judgedRoots.has(path.slice(0, path.indexOf('/')))) day.last.set(path, place);
  }
  return days;
}

/** The days worth a look, as places in the range: the first and last, and those on which something changed or ran out. */
function judgedDays(
  days: readonly Day[],
  lines: readonly LogLine[],
  { from, most }: TrendRange,
): { judged: number[]; isWhole: boolean } {
  const first = days.findIndex((day) => day.changes > 0);
  if (first < 0) return { judged: [], isWhole: true };
  const end = days.length - 1;
  const eventful = new Set([end]);
  for (const [index, day] of days.entries()) if (day.last.size > 0) eventful.add(index);
  for (const line of lines) {
    const lastDay = lastDayOf(line);
    const index = lastDay === undefined ? undefined : daysBetween(from, lastDay);
    if (index !== undefined && index >= first && index < end) eventful.add(index + 1);
  }
  eventful.delete(first);
  const rest = [...eventful].sort((left, right) => left - right);
  const isWhole = rest.length <= most;
  const width = isWhole ? 1 : Math.ceil((end - first) / most);
  // Counted back from the end, so that the last window is a whole one; of each, its last eventful day.
  const windowOf = (index: number) => Math.floor((end - index) / width);
  const kept = rest.filter((index, place) => {
    const following = rest[place + 1];
    return following === undefined || windowOf(following) !== windowOf(index);
  });
  return { judged: [first, ...kept], isWhole };
}

/** The last day on which a proof or an acceptance counts. */
function lastDayOf({ path, after }: LogLine): string | undefined {
  if (path.startsWith('acceptance/')) return (JSON.parse(after) as Acceptance | null)?.until;
  if (!path.startsWith('attachment/')) return undefined;
  const attachment = JSON.parse(after) as Attachment | null;
  return attachment ? lastDayOfProof(attachment) : undefined;
}

function* changesOf(
  written: ReadonlyMap<string, LogLine>,
  held: Map<string, string>,
): Generator<{ path: string; after: Json }> {
  for (const [path, { after }] of written) {
    if (held.get(path) === after) continue;
    held.set(path, after);
    yield { path, after: JSON.parse(after) as Json };
  }
}

/** Who last wrote what each question is answered by. */
function authorsOf(lines: Iterable<LogLine>): Map<string, string> {
  const written = new Map<string, string>();
  for (const { path, author } of lines) {
    const question = questionOfPath(path);
    if (question !== undefined) written.set(question, author);
  }
  return new Map([...written].map(([question, author]) => [question, JSON.parse(author) as string]));
}
