/** The trend as the chart, the table and the CSV file need it: lines with names, and causes in words. */

import { content } from '../../../shared/content/content.ts';
import { wordsOf } from '../../../shared/content/words.ts';
import type { TrendChart } from '../../../shared/diagram/trend-chart.ts';
import { writeCsv } from '../../../shared/document/csv.ts';
import type { Cause } from '../../../shared/progress/causes.ts';
import type { TrendPoint } from '../../../shared/progress/trend.ts';
import { checklistTitle } from '../../../shared/review-checklist/checklist-title.ts';
import type { ProjectView } from '../../../shared/view.ts';
import type { Words } from '../../words/en.ts';
import { isoDay } from '../../words/formats.ts';

export type Shown = { from: string; to: string; points: readonly TrendPoint[] };

/** A checklist that counted at some time: the built-in ones, then those beside them. */
export type TrendList = { id: string; title: string };

export function listsIn(project: ProjectView, points: readonly TrendPoint[]): TrendList[] {
  const others = project.checklists.filter(({ id }) =>
    points.some(({ checklists }) => checklists[id] !== undefined),
  );
  return [...content.checklists, ...others].map(({ id }) => ({ id, title: checklistTitle(project, id) }));
}

export function chartOf(
  project: ProjectView,
  { from, to, points }: Shown,
  lists: readonly TrendList[],
  words: Words,
): TrendChart {
  const first = points[0]?.day ?? from;
  return {
    title: words.progress.readiness,
    alt: words.progress.chart(points.at(-1)?.percent ?? 0, first, to),
    from: first,
    to,
    most: 100,
    unit: words.progress.unit,
    series: [
      { name: words.progress.inAll, values: points.map(({ day, percent }) => ({ day, value: percent })) },
      ...lists.map(({ id, title }) => ({
        name: title,
        values: points.map((point) => ({ day: point.day, value: point.checklists[id] ?? null })),
      })),
    ],
    marks: Object.values(project.milestones).map(({ name, at }) => ({ day: isoDay(at), name })),
  };
}

/** By how much readiness moved since the point before; undefined for the first. */
export function stepAt(points: readonly TrendPoint[], index: number): number | undefined {
  const [before, point] = [points[index - 1], points[index]];
  return before && point ? point.percent - before.percent : undefined;
}

export function causeText(project: ProjectView, cause: Cause, words: Words): string {
  const { questions } = wordsOf(project.language);
  const { checklist, question, ...rest } = cause;
  const prompt = question === undefined ? undefined : questions[question]?.prompt;
  const title = checklist === undefined ? undefined : checklistTitle(project, checklist);
  return words.progress.causes[cause.kind]({
    ...rest,
    ...(title === undefined ? {} : { checklist: title }),
    ...(prompt === undefined ? {} : { prompt }),
  });
}

/** One row for each point, with every checklist, whichever of them are drawn. */
export function trendCsv(project: ProjectView, points: readonly TrendPoint[], words: Words): string {
  const lists = listsIn(project, points);
  const { progress } = words;
  return writeCsv([
    [progress.day, progress.inAll, ...lists.map(({ title }) => title), progress.change, progress.because],
    ...points.map((point, index) => [
      point.day,
      String(point.percent),
      ...lists.map(({ id }) => String(point.checklists[id] ?? '')),
      String(stepAt(points, index) ?? ''),
      point.causes
        .map((cause) => `${progress.share(cause.share)} ${causeText(project, cause, words)}`)
        .join('; '),
    ]),
  ]);
}
