/** How fast every page stands with the sample and a thousand projects, and the longest task while typing, from Chromium's traces. */
import type { BenchResult, BenchRow } from '../../scripts/bench.ts';
import { aims, measurePages, type PageFigures } from '../e2e/helpers/page-speed.ts';

export const name = 'pages';

const rounds = 3;

export async function run(): Promise<BenchResult> {
  const { pages, typing, projects } = await measurePages(rounds);
  const slowest = (of: (figures: PageFigures) => number) => Math.max(...pages.map(of));
  const rows: BenchRow[] = pages.flatMap(({ page, first, whole, again }) => [
    { name: `${page}: first visit`, value: first.wall, unit: 'ms', ratio: first.wall / aims.interactive },
    { name: `${page}: its main thread`, value: first.main, unit: 'ms', ratio: first.main / aims.interactive },
    // No aim of its own: it is read while it comes.
    ...(whole ? [{ name: `${page}: until all of it is there`, value: whole.wall, unit: 'ms' }] : []),
    ...(again
      ? [
          {
            name: `${page}: again, median`,
            value: again.wall,
            unit: 'ms',
            ratio: again.wall / aims.interactive,
          },
        ]
      : []),
  ]);
  for (const { into, longestWall, longestMain } of typing) {
    const task = `typing into ${into}: longest task`;
    rows.push({ name: task, value: longestWall, unit: 'ms', ratio: longestWall / aims.task });
    rows.push({ name: `${task}, processor`, value: longestMain, unit: 'ms', ratio: longestMain / aims.task });
  }
  const shift = slowest(({ first, again, opened }) => Math.max(first.shift, again?.shift ?? 0, opened.shift));
  return {
    title: `Pages of the sample, with ${projects} projects, in Chromium`,
    rows: [
      ...rows,
      { name: 'slowest first visit', value: slowest(({ first }) => first.wall), unit: 'ms' },
      { name: 'largest layout shift of any page', value: shift, unit: '', ratio: shift / aims.shift },
    ],
    notes: [
      `Ratios are to the aims: ${aims.interactive} ms until a page is interactive, a shift of ${aims.shift}, ${aims.task} ms for a task while typing.`,
      'Interactive: from the change of address until the heading stands, nothing is busy, and an idle callback has run. The plan is read while its pages come: its first visit lasts until the first page is drawn, and a row of its own says when the last is there. The report is in out/pages-report.md and .json.',
    ],
  };
}
