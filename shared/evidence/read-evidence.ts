/** Reads a piece of evidence: by what it looks like, or as the kind somebody names. */
import type { Evidence, EvidenceFormat, EvidenceInput, EvidenceKind, Parsed, Unread } from './evidence.ts';
import { formats } from './formats.ts';
import { listIn } from './json-values.ts';
import { foreignFile, type NoUse, noUseOf } from './no-use.ts';
import { headOf, longestText, readText } from './read-text.ts';
import { dropHiddenSecrets, dropSecrets, mayHideSecrets } from './secrets.ts';
import { readStructure } from './structure.ts';

export interface EvidenceSource {
  text: string;
  /** The file's name, when there is a file. */
  name?: string;
  as?: EvidenceKind;
}

export type EvidenceProblem = 'empty' | 'too-long' | 'unknown' | 'other-kind' | 'empty-list' | 'no-use';

export type EvidenceReading =
  | {
      readonly ok: true;
      readonly evidence: Evidence;
      /** What may be kept: the text without its secrets. */
      readonly text: string;
    }
  | {
      readonly ok: false;
      readonly problem: EvidenceProblem;
      /** What it looks like instead. */
      readonly looksLike: EvidenceKind | undefined;
      /** What it is, where it is known and of no use. */
      readonly noUse: NoUse | undefined;
      /** Where a text that begins like JSON stops being it. */
      readonly fault: Unread | undefined;
      readonly dropped: readonly string[];
    };

/** Less sure than this is not recognised. */
const leastScore = 0.3;

export function readEvidence({ text, name = '', as }: EvidenceSource): EvidenceReading {
  const refuse = (
    problem: EvidenceProblem,
    dropped: readonly string[] = [],
    looksLike?: EvidenceKind,
    fault?: Unread,
    noUse?: NoUse,
  ): EvidenceReading => ({ ok: false, problem, looksLike, noUse, fault, dropped });
  if (text.length > longestText) return refuse('too-long');
  const foreign = foreignFile(text);
  if (foreign) return refuse('no-use', [], undefined, undefined, foreign);
  const { input, dropped, fault } = prepare(text, name);
  if (input.text.trim() === '') return refuse('empty', dropped);
  const best = recognise(input, formats);
  const named = as === undefined ? formats : formats.filter(({ kind }) => kind === as);
  const chosen = recognise(input, named);
  if (!chosen && best && noUseOf(input) === undefined) return refuse('other-kind', dropped, best.kind, fault);
  // Nothing else it looks like: the user may know better than the first lines tell.
  const parsed: Parsed | undefined = chosen
    ? chosen.parse(input)
    : as && !fault
      ? parseAnyway(input, named)
      : undefined;
  const kind = chosen?.kind ?? as;
  const noUse = parsed && parsed.records.length > 0 ? undefined : noUseOf(input);
  if (noUse) return refuse('no-use', dropped, undefined, undefined, noUse);
  if (!parsed || !kind)
    return refuse(isEmptyList(input) ? 'empty-list' : 'unknown', dropped, undefined, fault);
  const taken = parsed.taken ?? dayInName(name);
  const link = parsed.link ?? linkInName(name) ?? linkInCommand(input.head);
  const evidence: Evidence = {
    kind,
    records: parsed.records,
    unread: parsed.unread,
    dropped,
    ...(taken === undefined ? {} : { taken }),
    ...(link === undefined ? {} : { link }),
  };
  return { ok: true, evidence, text: input.text };
}

/** What az prints of nothing found: `[]`, or a page without values. */
function isEmptyList({ structure }: EvidenceInput): boolean {
  return structure !== undefined && listIn(structure.json)?.items.length === 0;
}

function prepare(text: string, name: string) {
  const cleaned = dropSecrets(readText(text));
  const dropped = new Set(cleaned.dropped);
  const made = inputOf(cleaned.text, name);
  const { structure } = made.input;
  const hidden =
    structure && mayHideSecrets(cleaned.text) ? dropHiddenSecrets(structure.json, dropped) : undefined;
  // What was hidden cannot be cut out of the text: the text is written anew, without it.
  const { input, fault } = hidden === undefined ? made : inputOf(JSON.stringify(hidden, null, 2), name);
  return { input, dropped: [...dropped].sort(), fault };
}

function inputOf(text: string, name: string): { input: EvidenceInput; fault: Unread | undefined } {
  const head = headOf(text);
  const { structure, fault } = readStructure(text, head);
  return { input: { name, text, head, structure }, fault };
}

/** The surest format; the first of equals. */
export function recognise(
  input: EvidenceInput,
  among: readonly EvidenceFormat[],
): EvidenceFormat | undefined {
  let best: EvidenceFormat | undefined;
  let bestScore = leastScore;
  for (const format of among) {
    const score = format.recognise(input);
    if (score > bestScore || (score === bestScore && !best)) {
      best = format;
      bestScore = score;
    }
  }
  return best;
}

function parseAnyway(input: EvidenceInput, among: readonly EvidenceFormat[]): Parsed | undefined {
  // That nothing was found is an answer too, once somebody says of what.
  if (isEmptyList(input)) return { records: [], unread: [] };
  return among.map((format) => format.parse(input)).find(({ records }) => records.length > 0);
}

/** `ServiceTags_Public_20261116.json`, `routes 2026-11-16.txt`: a day written in the name. */
export function dayInName(name: string): string | undefined {
  const match = /(?<!\d)(20\d\d)([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)/.exec(name);
  return match ? `${match[1]}-${match[3]}-${match[4]}` : undefined;
}

export function linkInName(name: string): 'primary' | 'secondary' | undefined {
  const words = name.toLowerCase();
  const [primary, secondary] = [words.includes('primary'), words.includes('secondary')];
  if (primary === secondary) return undefined;
  return primary ? 'primary' : 'secondary';
}

/** `--path primary`, `-DevicePath Secondary`: which link a command in the text asks about; undefined where it is both. */
export function linkInCommand(lines: readonly string[]): 'primary' | 'secondary' | undefined {
  const links = new Set(
    lines.flatMap((line) => {
      const match = /\s(?:--path|-DevicePath)[ =:]+['"]?(primary|secondary)\b/i.exec(line.slice(0, 1000));
      return match ? [match[1]?.toLowerCase()] : [];
    }),
  );
  const [link] = links;
  return links.size === 1 && (link === 'primary' || link === 'secondary') ? link : undefined;
}
