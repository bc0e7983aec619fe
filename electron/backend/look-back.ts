/** A project as it was at a moment: its view, judged as of that day, and the part of the log it follows from. */
import { endOfDay, localDay } from '../../shared/day.ts';
import { type Authorship, type Comparison, compare, type Look } from '../../shared/progress/compare.ts';
import { type LogLine, lastLines, listedValues, valuesOf } from '../../shared/progress/log-line.ts';
import type { Moment } from '../../shared/progress/moment.ts';
import { viewThen } from '../../shared/progress/past.ts';
import type { Origin } from '../../shared/project/change.ts';
import type { Milestone } from '../../shared/project/paths.ts';
import type { LogMark } from '../../shared/project/workshop.ts';
import { CallFailure } from './call-failure.ts';
import type { Context } from './context.ts';
import { requireProject, viewOf } from './edit.ts';
import { referenceOf } from './reference.ts';
import { languageOf } from './settings.ts';

export type LookBack = Look & {
  /** What stands at each path; read when it is asked for. */
  last: () => ReadonlyMap<string, LogLine>;
};

/** The project as it was at a place in its log, whatever has come in since. */
export function lookAtMark(
  context: Context,
  project: string,
  { at, through }: LogMark,
  wording?: 'plan',
): LookBack {
  const lines = context.workspace.readLinesThrough(project, through);
  return pastOf(context, project, wording)(lines, at, localDay(at));
}

function pastOf(context: Context, project: string, wording: 'plan' | undefined) {
  const language = wording ? undefined : languageOf(context);
  const { createdAt } = requireProject(context, project);
  return (lines: readonly LogLine[], at: number, day: string): LookBack => {
    const last = lastLines(lines);
    const author = JSON.parse(lines.at(-1)?.author ?? '""') as string;
    const view = viewThen({
      id: project,
      createdAt,
      saved: { at, author, changes: lines.length },
      values: valuesOf(last),
      day,
      reference: referenceOf(context),
      language,
    });
    return { view, day, last: () => last, listed: () => listedValues(last) };
  };
}

/** Several moments of one project cost one reading of its log. */
export function openPast(context: Context, project: string, wording?: 'plan'): (moment: Moment) => LookBack {
  const past = pastOf(context, project, wording);
  let all: LogLine[] | undefined;
  const allLines = () => {
    all ??= context.workspace.readLines(project);
    return all;
  };
  return (moment) => {
    const today = localDay(context.now());
    if (moment.kind === 'now' || (moment.kind === 'day' && moment.day >= today)) {
      let known: ReadonlyMap<string, LogLine> | undefined;
      const last = () => {
        known ??= lastLines(allLines());
        return known;
      };
      return {
        view: viewOf(context, project, wording),
        day: today,
        last,
        listed: () => listedValues(last()),
      };
    }
    if (moment.kind === 'milestone') {
      return lookAtMark(context, project, milestoneOf(context, project, moment.id), wording);
    }
    const at = moment.kind === 'at' ? moment.at : endOfDay(moment.day) - 1;
    return past(
      allLines().filter((line) => line.at <= at),
      at,
      localDay(at),
    );
  };
}

function milestoneOf(context: Context, project: string, id: string): Milestone {
  const milestone = context.workspace.readValue(project, `milestone/${id}`) as Milestone | null | undefined;
  if (!milestone) throw new CallFailure('not-found', { says: 'milestone-gone' });
  return milestone;
}

/** What differs between two moments, with who made it so. */
export function compareLooks(before: LookBack, after: LookBack): Comparison {
  let last: ReadonlyMap<string, LogLine> | undefined;
  return compare(before, after, (path) => {
    last ??= after.last();
    return authorshipOf(last, path);
  });
}

function authorshipOf(last: ReadonlyMap<string, LogLine>, path: string): Authorship | undefined {
  const line = last.get(path);
  return (
    line && {
      author: JSON.parse(line.author) as string,
      at: line.at,
      origin: JSON.parse(line.origin) as Origin,
    }
  );
}
