/** All projects at once, as a workbook to take along. */
import { localDay } from '../../../shared/day.ts';
import { portfolioSheet } from '../../../shared/document/sheets/portfolio.ts';
import type { Handlers } from '../dispatch.ts';
import { fileNameOf } from '../file-name.ts';
import { atStep } from '../job.ts';
import { mediaTypes } from '../plan-file.ts';
import { listSummaries } from '../summaries.ts';
import { readLook } from './look.ts';

export const portfolioHandlers: Pick<Handlers, 'portfolio.export'> = {
  'portfolio.export': async (context, { projects }, job) => {
    const place = new Map(projects.map((id, index) => [id, index]));
    const wanted = () => listSummaries(context).filter(({ id }) => place.has(id));
    let summaries = wanted();
    // Old figures are worked out anew a piece at a time, so that it can be called off.
    for (let left = Number.POSITIVE_INFINITY; ; ) {
      const old = summaries.filter((one) => !one.fresh).length;
      await atStep(job, 'reading', summaries.length - old, summaries.length);
      if (old === 0 || old >= left) break;
      left = old;
      summaries = wanted();
    }
    summaries.sort((left, right) => (place.get(left.id) ?? 0) - (place.get(right.id) ?? 0));
    const today = localDay(context.now());
    const { writeXlsx } = await import('../writers/xlsx.ts');
    const bytes = await writeXlsx([portfolioSheet(summaries, today)], readLook(context, true), job);
    return {
      fileName: fileNameOf(`portfolio ${today}`, 'xlsx'),
      mediaType: mediaTypes.xlsx,
      content: Buffer.from(bytes).toString('base64'),
    };
  },
};
