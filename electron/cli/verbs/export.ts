/** The verb that writes the plan: `onramp export FILE --to plan.html`, the format following the ending. */

import { builtInReference } from '../../../shared/content/reference.ts';
import { audiences } from '../../../shared/document/blocks.ts';
import { buildPlan, partsFor } from '../../../shared/document/build.ts';
import { textFormats, writePlan } from '../../../shared/document/formats.ts';
import { dayOf } from '../../backend/view-cache.ts';
import { Unreadable } from '../outcome.ts';
import { lastMilestoneOf, readFile, viewOfFile, writeText } from '../project-files.ts';
import type { Verb } from '../verb.ts';

export const exportVerb: Verb = {
  usage: 'onramp export FILE --to NAME.html|.md|.json|.csv [--audience sponsor|engineer] [--parts PART,PART]',
  summary: 'Writes the plan as a web page, Markdown or data, or its actions as CSV.',
  details: [
    '--audience  sponsor (the short plan) or engineer (everything, the default)',
    `--parts     only these: ${partsFor('engineer').join(', ')}`,
  ],
  options: { to: { type: 'string' }, audience: { type: 'string' }, parts: { type: 'string' } },
  words: [1, 1],
  run: ({ words: [path = ''], options }) => {
    const to = String(options.to ?? '');
    const format = textFormats.find((one) => to.toLowerCase().endsWith(`.${one}`));
    if (!format)
      throw new Unreadable(
        `--to needs a file name that ends in ${textFormats.map((one) => `.${one}`).join(', ')}.`,
      );
    const audience = audiences.find((one) => one === (options.audience ?? 'engineer'));
    if (!audience) throw new Unreadable(`--audience is one of ${audiences.join(', ')}.`);
    const offered: readonly string[] = partsFor(audience);
    const parts = typeof options.parts === 'string' ? options.parts.split(',') : undefined;
    const unknown = parts?.find((part) => !offered.includes(part));
    if (unknown !== undefined)
      throw new Unreadable(`There is no part "${unknown}" for this audience. Parts: ${offered.join(', ')}.`);
    const open = readFile(path);
    const view = viewOfFile(open);
    const before = lastMilestoneOf(open, view);
    const plan = buildPlan({
      view,
      today: dayOf(Date.now()),
      audience,
      reference: builtInReference,
      ...(parts ? { parts } : {}),
      ...(before ? { before } : {}),
    });
    const text = writePlan(format, plan, view);
    writeText(to, text);
    return {
      text: `${to}: ${plan.parts.length} parts`,
      data: { file: to, parts: plan.parts.map((part) => part.id), bytes: Buffer.byteLength(text) },
    };
  },
};
