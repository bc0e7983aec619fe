/** The verb that reads what Azure, routers and other tools print: `onramp evidence FILE [--as KIND]`. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fill } from '../../../shared/content/words.ts';
import { evidenceKinds } from '../../../shared/evidence/formats.ts';
import { type EvidenceReading, readEvidence } from '../../../shared/evidence/read-evidence.ts';
import { splitOutputs } from '../../../shared/evidence/split-outputs.ts';
import { evidenceWordsOf } from '../../../shared/evidence/words/words.ts';
import { decodeText } from '../../backend/decode-text.ts';
import { readPac } from '../../backend/pac/pac-evidence.ts';
import { Refusal, Unreadable } from '../outcome.ts';
import { catalogueQuestion, noJob } from '../pac-question.ts';
import { reasonOf } from '../project-files.ts';
import type { Verb } from '../verb.ts';

export const evidenceVerb: Verb = {
  usage: 'onramp evidence FILE [--as KIND] [--json]',
  summary: 'Reads what az, PowerShell, routers and other tools print, and says what it did not understand.',
  details: ['FILE may be "-": then it reads what is piped in.', `--as  one of: ${evidenceKinds.join(', ')}`],
  options: { as: { type: 'string' } },
  words: [1, 1],
  run: async ({ words: [path = ''], options, readInput }) => {
    const as = evidenceKinds.find((kind) => kind === options.as);
    if (options.as !== undefined && !as)
      throw new Unreadable(`There is no kind "${options.as}". Kinds: ${evidenceKinds.join(', ')}.`);
    const text = path === '-' ? readInput() : textOfFile(path);
    const source = { ...(path === '-' ? {} : { name: basename(path) }), ...(as ? { as } : {}) };
    const told: Told[] = [];
    // A session of several commands is as many outputs.
    for (const output of splitOutputs(text))
      told.push(await tell(path, readEvidence({ text: output, ...source })));
    const [only] = told.length === 1 ? told : [];
    return {
      text: told.map((one) => one.text).join('\n\n'),
      data: only ? only.data : { outputs: told.map((one) => one.data) },
    };
  },
};

type Told = { text: string; data: object };

async function tell(path: string, reading: EvidenceReading): Promise<Told> {
  if (!reading.ok) throw failureOf(path, reading);
  const { kind, dropped } = reading.evidence;
  // A PAC file is not read but asked.
  const { records, unread: lines } =
    kind === 'pac' ? await readPac(catalogueQuestion(reading.text), noJob) : reading.evidence;
  const unread = lines.map(({ line, text, reason }) => ({
    line,
    text,
    reason: evidenceWordsOf('en').unread[reason],
  }));
  const told = [
    `${kind}: ${records.length} read, ${unread.length} not understood`,
    ...(dropped.length > 0 ? [`Secrets dropped: ${dropped.join(', ')}`] : []),
    ...unread.map(({ line, text, reason }) => `line ${line}: ${text} (${reason})`),
  ];
  return { text: told.join('\n'), data: { kind, records, unread, dropped } };
}

export function textOfFile(path: string): string {
  try {
    return decodeText(readFileSync(path));
  } catch (error) {
    throw new Unreadable(`${path} cannot be read: ${reasonOf(error)}.`);
  }
}

function failureOf(
  path: string,
  { problem, looksLike, noUse, fault }: EvidenceReading & { ok: false },
): Error {
  const own = evidenceWordsOf('en');
  const words =
    problem === 'no-use'
      ? own.noUse[noUse ?? 'not-text']
      : fill(own.problems[problem], { kind: looksLike ?? '' });
  const place = fault
    ? ` ${fill(own.problems[fault.reason === 'cut-off' ? 'cut-off' : 'not-json'], { line: String(fault.line), text: fault.text })}`
    : '';
  const message = `${path}: ${words}${place}`;
  return problem === 'other-kind' ? new Refusal(message) : new Unreadable(message);
}
