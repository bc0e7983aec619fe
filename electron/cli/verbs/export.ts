/** The verb that writes the plan: `onramp export FILE --to plan.docx`, the format following the ending. */
import { readFileSync } from 'node:fs';
import { DocumentLook, papers } from '../../../shared/contract/plan.ts';
import { type Audience, audiences } from '../../../shared/document/blocks.ts';
import { buildPlan } from '../../../shared/document/build.ts';
import { planFormats, workshopFormats } from '../../../shared/document/formats.ts';
import { partsFor } from '../../../shared/document/part-ids.ts';
import type { ProjectView } from '../../../shared/view.ts';
import { languages } from '../../../shared/words/catalogue.ts';
import { CallFailure } from '../../backend/call-failure.ts';
import { type PlanSource, prepareFor, writePlanFile } from '../../backend/plan-file.ts';
import { workshopSource } from '../../backend/workshop-file.ts';
import { checkLogo } from '../../backend/writers/logo.ts';
import { type Look, ownLook } from '../../backend/writers/look.ts';
import { Refusal, Unreadable } from '../outcome.ts';
import {
  historyOf,
  lastMilestoneOf,
  listsOfFile,
  type OpenFile,
  readFile,
  readFrom,
  reasonOf,
  viewOfFile,
  writeFile,
} from '../project-files.ts';
import type { Given, Verb } from '../verb.ts';
import { workshopOfFile } from '../workshop-of-file.ts';

const endings = planFormats.map((format) => `.${format}`).join(', ');

export const exportVerb: Verb = {
  usage:
    'onramp export FILE --to NAME.docx|.pdf|… [--audience sponsor|engineer] [--language de|en] [--parts PART,PART] [--workshop ID|last]',
  summary: 'Writes the plan: Word, PDF, Excel, web page, Markdown or data; or its actions as CSV.',
  details: [
    `--to        the format follows the ending: ${endings}`,
    '--audience  sponsor (the short plan) or engineer (everything, the default)',
    `--language  ${languages.join(' or ')}; the language of the project's plan when not given`,
    `--parts     only these: ${partsFor('engineer').join(', ')}`,
    '--workshop  what came of a workshop, in place of the plan: its id, or last',
    '--template  a .docx of the firm, whose styles, head and foot are taken over (Word only)',
    '--logo      a PNG, JPEG or SVG for the title page (Word and PDF)',
    `--paper     ${papers.join(' or ')}`,
    '--accent    the colour of headings, such as #0f548c',
    '--firm      the name at the foot of every page',
  ],
  options: {
    to: { type: 'string' },
    audience: { type: 'string' },
    language: { type: 'string' },
    parts: { type: 'string' },
    workshop: { type: 'string' },
    template: { type: 'string' },
    logo: { type: 'string' },
    paper: { type: 'string' },
    accent: { type: 'string' },
    firm: { type: 'string' },
  },
  words: [1, 1],
  run: async ({ words: [path = ''], options }) => {
    const to = String(options.to ?? '');
    // The longest ending that fits: a review checklist is JSON too.
    const [format] = planFormats
      .filter((one) => to.toLowerCase().endsWith(`.${one}`))
      .sort((left, right) => right.length - left.length);
    if (!format) throw new Unreadable(`--to needs a file name that ends in ${endings}.`);
    const audience = audiences.find((one) => one === (options.audience ?? 'engineer'));
    if (!audience) throw new Unreadable(`--audience is one of ${audiences.join(', ')}.`);
    const offered: readonly string[] = partsFor(audience);
    const parts = typeof options.parts === 'string' ? options.parts.split(',') : undefined;
    const unknown = parts?.find((part) => !offered.includes(part));
    if (unknown !== undefined)
      throw new Unreadable(`There is no part "${unknown}" for this audience. Parts: ${offered.join(', ')}.`);
    const language = languages.find((one) => one === options.language);
    if (options.language !== undefined && !language)
      throw new Unreadable(`--language is one of ${languages.join(', ')}.`);
    const look = await orRefuse(async () => lookOf(options));
    await prepareFor(format);
    const open = readFile(path);
    const view = viewOfFile(open, language ?? 'plan');
    const source =
      typeof options.workshop === 'string'
        ? workshopSource({ ...workshopOfFile(open, view, options.workshop), accent: look.accent })
        : planSource(open, view, { audience, accent: look.accent, parts });
    if (options.workshop !== undefined && !workshopFormats.some((one) => one === format))
      throw new Unreadable(`A workshop is not written as .${format}.`);
    const plan = source.plan();
    const bytes = await orRefuse(() => writePlanFile(format, source, look, neverCancelled));
    writeFile(to, bytes);
    return {
      text: `${to}: ${plan.parts.length} parts`,
      data: { file: to, parts: plan.parts.map((part) => part.id), bytes: bytes.length },
    };
  },
};

type Wanted = { audience: Audience; accent: string; parts: readonly string[] | undefined };

function planSource(open: OpenFile, view: ProjectView, { audience, accent, parts }: Wanted): PlanSource {
  const before = lastMilestoneOf(open, view);
  const source = {
    ...readFrom(open, view),
    lists: listsOfFile(open),
  };
  const plan = buildPlan({
    ...source,
    audience,
    accent,
    ...(parts ? { parts } : {}),
    ...(before ? { before } : {}),
  });
  return { ...source, plan: () => plan, history: () => historyOf(open) };
}

const neverCancelled = { signal: new AbortController().signal, progress: () => {} };

function lookOf(options: Given['options']): Look {
  const named = DocumentLook.pick({ paper: true, accent: true, firm: true }).safeParse({
    paper: options.paper ?? ownLook.paper,
    accent: options.accent ?? ownLook.accent,
    firm: options.firm ?? ownLook.firm,
  });
  if (!named.success)
    throw new Unreadable(`--${String(named.error.issues[0]?.path[0])} is not understood; see --help.`);
  const { logo, template } = options;
  return {
    ...named.data,
    ...(typeof logo === 'string' ? { logo: checkLogo(bytesOf(logo)) } : {}),
    ...(typeof template === 'string' ? { template: bytesOf(template) } : {}),
  };
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new Unreadable(`${path} cannot be read: ${reasonOf(error)}.`);
  }
}

/** What a writer refuses (a broken template, say) is the user's to mend, not a crash. */
async function orRefuse<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof CallFailure) throw new Refusal(error.message);
    throw error;
  }
}
