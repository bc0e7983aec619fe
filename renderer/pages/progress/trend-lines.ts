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

export function chartOf(
  project: ProjectView,
  { from, to, points }: Shown,
  checklists: readonly string[],
  words: Words,
): TrendChart {
  const titles = wordsOf(project.language).checklists;
  const first = points[0]?.day ?? from;
  return {
    title: words.progress.readiness,
    alt: words.progress.chart(points.at(-1)?.percent ?? 0, first, to),
    from: first,
    to,
    most: 100,
    unit: ' %',
    series: [
      { name: words.progress.inAll, values: points.map(({ day, percent }) => ({ day, value: percent })) },
      ...checklists.map((id) => ({
        name: titles[id]?.title ?? id,
        values: points.map((point) => ({ day: point.day, value: point.checklists[id] ?? 0 })),
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
  const titles = wordsOf(project.language).checklists;
  const ids = content.checklists.map(({ id }) => id);
  const { progress } = words;
  return writeCsv([
    [
      progress.day,
      progress.inAll,
      ...ids.map((id) => titles[id]?.title ?? id),
      progress.change,
      progress.because,
    ],
    ...points.map((point, index) => [
      point.day,
      String(point.percent),
      ...ids.map((id) => String(point.checklists[id] ?? '')),
      String(stepAt(points, index) ?? ''),
      point.causes
        .map((cause) => `${progress.share(cause.share)} ${causeText(project, cause, words)}`)
        .join('; '),
    ]),
  ]);
}
