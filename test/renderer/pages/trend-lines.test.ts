/** The lines of the trend: the built-in checklists and a firm's own, each for as long as it counted. */
import { expect, test } from 'vitest';
import { chartOf, listsIn, trendCsv } from '../../../renderer/pages/progress/trend-lines.ts';
import { english } from '../../../renderer/words/en.ts';
import { readCsv } from '../../../shared/action-import/csv.ts';
import { content } from '../../../shared/content/content.ts';
import { drawTrend } from '../../../shared/diagram/trend-chart.ts';
import type { TrendPoint } from '../../../shared/progress/trend.ts';
import type { ProjectView } from '../../../shared/view.ts';
import { sampleView } from '../../shared/document/projects.ts';

const point = (day: string, percent: number, checklists: Record<string, number>): TrendPoint => ({
  day,
  percent,
  checklists,
  changes: 1,
  causes: [],
});
const [first] = content.checklists.map(({ id }) => id);
const points = [
  point('2026-11-01', 10, { [first ?? '']: 10 }),
  point('2026-11-11', 20, { [first ?? '']: 10, ours: 40 }),
  point('2026-11-21', 30, { [first ?? '']: 30, ours: 60 }),
  point('2026-12-01', 30, { [first ?? '']: 30 }),
];
const summary = { own: true, counts: false, items: 1, reworded: 0 } as const;
const statuses = { notVerified: 1, open: 0, fulfilled: 0, notRequired: 0, notApplicable: 0 };
const project: ProjectView = {
  ...sampleView,
  checklists: ['ours', 'uncounted'].map((id) => ({ ...summary, id, name: `Firm, ${id}`, statuses })),
};

test('are there for each checklist that counted at some time of the range', () => {
  expect(listsIn(project, points).map(({ id }) => id)).toEqual([
    ...content.checklists.map(({ id }) => id),
    'ours',
  ]);
});

test('begin where a checklist began to count, and end where it ended', () => {
  const lists = listsIn(project, points).filter(({ id }) => id === 'ours');
  const chart = chartOf(project, { from: '2026-11-01', to: '2026-12-11', points }, lists, english);
  expect(chart.series[1]).toMatchObject({ name: 'Firm, ours' });
  const { svg } = drawTrend({ ...chart, marks: [] }, { theme: 'light', width: 960 });
  const paths = [...svg.matchAll(/ d="(M[^"]*)"[^>]*stroke-dasharray="6 4"/g)].map(([, path]) => path);
  // From the eleventh to the first of December: one step, and no line to either end.
  expect(paths[0]).toMatch(/^M231 [\d.]+H418V[\d.]+H605$/);
});

test('are columns of the table that is saved, empty where nothing counted', () => {
  const [head = [], ...rows] = readCsv(trendCsv(project, points, english));
  expect(rows.map((row) => row[head.indexOf('Firm, ours')])).toEqual(['', '40', '60', '']);
});
