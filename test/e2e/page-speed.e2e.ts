/** Every page with a full workspace: nothing moves once it is drawn. How fast it stands is measured and written down, not judged. */
import { beforeAll, describe, expect, test } from 'vitest';
import { aims, measurePages, type SpeedReport, tableOf } from './helpers/page-speed.ts';
import { pagesOfTheSample } from './pages.ts';

let report: SpeedReport;

beforeAll(async () => {
  report = await measurePages(0);
  console.log(tableOf(report));
}, 600_000);

describe('with a thousand projects', () => {
  test.each(pagesOfTheSample)('$name does not move while it is read', ({ name }) => {
    const figures = report.pages.find(({ page }) => page === name);
    expect(figures).toBeDefined();
    for (const visit of ['first', 'opened'] as const) {
      const { shift = 1, moved = [] } = figures?.[visit] ?? {};
      expect(shift, `${visit}: ${moved.join('; ')}`).toBeLessThanOrEqual(aims.shift);
    }
  });

  test('nothing moves under what is typed', () => {
    expect(report.typing).toHaveLength(3);
    for (const { into, shift, moved } of report.typing)
      expect(shift, `${into}: ${moved.join('; ')}`).toBeLessThanOrEqual(aims.shift);
  });
});
