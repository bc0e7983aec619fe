/**
 * A field is what one question or one table cell holds. Typed text becomes a value in exactly one way (`readField`), and a
 * value is valid when its own text reads back as itself; the form, the handlers and the importers all ask here.
 */
import { z } from 'zod';
import { equalJson, type Json } from '../json.ts';
import { formatAddress, parseAddress } from '../network/address.ts';
import { formatPrefix, parsePrefixList, parsePrefixText } from '../network/prefix.ts';
import type { Language } from '../words/catalogue.ts';
import { readAsn, readCommunity, readDate, readHost, readNumber, readVlan } from './field-readers.ts';
import { typedNumber } from './typed-number.ts';

export const fieldKinds = [
  'yesNo',
  'single',
  'multiple',
  'text',
  'number',
  'date',
  'address',
  'prefix',
  'prefixes',
  'asn',
  'vlan',
  'communities',
  'host',
  'hosts',
  'ref',
  'refs',
] as const;
export type FieldKind = (typeof fieldKinds)[number];

export type FieldSpec = {
  kind: FieldKind;
  options?: readonly string[] | undefined;
  /** A reference set whose ids are the options; an id we do not know is kept and shown as unknown. */
  optionsFrom?: string | undefined;
  /** The table whose rows are pointed at. */
  table?: string | undefined;
  unit?: string | undefined;
  min?: number | undefined;
  max?: number | undefined;
  integer?: boolean | undefined;
};

/** What is wrong with a typed text: a code with words of its own, the piece meant, and the line it stands on. */
export type FieldProblem = { code: string; piece: string; line?: number; suggestion?: string };
export type FieldResult = { ok: true; value: Json } | { ok: false; problems: FieldProblem[] };

/** Lists are typed one a line, but commas, semicolons and tabs are understood too. */
function readList(
  text: string,
  readPiece: (piece: string) => { value: Json } | { code: string; suggestion?: string },
): FieldResult {
  const values: Json[] = [];
  const problems: FieldProblem[] = [];
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    for (const piece of line.split(/[,;\t ]+/)) {
      if (piece === '') continue;
      const read = readPiece(piece);
      if ('code' in read) problems.push({ ...read, piece, line: index + 1 });
      else if (!values.some((value) => equalJson(value, read.value))) values.push(read.value);
    }
  }
  return finish(values, problems);
}

function readPrefixes(text: string): FieldResult {
  const values: string[] = [];
  const problems: FieldProblem[] = [];
  for (const entry of parsePrefixList(text)) {
    if (entry.ok) {
      const canonical = formatPrefix(entry.value);
      if (!values.includes(canonical)) values.push(canonical);
    } else {
      const suggestion =
        'suggestion' in entry && entry.suggestion ? formatPrefix(entry.suggestion) : undefined;
      problems.push({
        code: entry.problem,
        piece: entry.text,
        line: entry.line,
        ...(suggestion ? { suggestion } : {}),
      });
    }
  }
  return finish(values, problems);
}

function finish(values: Json[], problems: FieldProblem[]): FieldResult {
  if (problems.length > 0) return { ok: false, problems };
  return values.length > 0
    ? { ok: true, value: values }
    : { ok: false, problems: [{ code: 'empty', piece: '' }] };
}

function one(read: { value: Json } | { code: string; suggestion?: string }, piece: string): FieldResult {
  return 'code' in read ? { ok: false, problems: [{ ...read, piece }] } : { ok: true, value: read.value };
}

const slug = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,149}$/;

function readOption(spec: FieldSpec, piece: string): { value: Json } | { code: string } {
  if (spec.options) return spec.options.includes(piece) ? { value: piece } : { code: 'not-an-option' };
  return slug.test(piece) ? { value: piece } : { code: 'not-an-option' };
}

/** @param language in which numbers are typed; without one, as values are written. */
export function readField(spec: FieldSpec, typed: string, language: Language = 'en'): FieldResult {
  const text = spec.kind === 'text' ? typed : typed.trim();
  if (text.trim() === '') return { ok: false, problems: [{ code: 'empty', piece: '' }] };
  switch (spec.kind) {
    case 'text':
      return text.length > 100_000
        ? { ok: false, problems: [{ code: 'too-long', piece: '' }] }
        : { ok: true, value: text };
    case 'yesNo':
      return text === 'yes' || text === 'no'
        ? { ok: true, value: text }
        : one({ code: 'not-yes-or-no' }, text);
    case 'single':
    case 'ref':
      return one(readOption(spec, text), text);
    case 'multiple':
    case 'refs':
      return readList(text, (piece) => readOption(spec, piece));
    case 'number':
      return one(readNumber(text, spec, language), text);
    case 'date':
      return one(readDate(text), text);
    case 'asn':
      return one(readAsn(text), text);
    case 'vlan':
      return one(readVlan(text), text);
    case 'address': {
      const address = parseAddress(text);
      return address.ok
        ? { ok: true, value: formatAddress(address.value) }
        : one({ code: address.problem }, text);
    }
    case 'prefix': {
      const prefix = parsePrefixText(text);
      if (prefix.ok) return { ok: true, value: formatPrefix(prefix.value) };
      const suggestion =
        'suggestion' in prefix && prefix.suggestion ? formatPrefix(prefix.suggestion) : undefined;
      return one({ code: prefix.problem, ...(suggestion ? { suggestion } : {}) }, text);
    }
    case 'prefixes':
      return readPrefixes(text);
    case 'communities':
      return readList(text, readCommunity);
    case 'host':
      return one(readHost(text), text);
    case 'hosts':
      return readList(text, readHost);
  }
}

/** The text a person would type for a value: what forms show and tables copy. */
export function writeField(value: Json | undefined, language: Language = 'en'): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map((item) => writeField(item, language)).join('\n');
  if (typeof value === 'number') return typedNumber(value, language);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Valid when its own text reads back as itself. */
export function isFieldValue(spec: FieldSpec, value: Json): boolean {
  const read = readField(spec, writeField(value));
  return read.ok && equalJson(read.value, value);
}

/** The schema of typed text, for forms: transforms to the value, with one issue for each problem. */
export function fieldInputSchema(
  spec: FieldSpec,
  explain: (problem: FieldProblem) => string,
  language: Language,
): z.ZodType<Json, string> {
  return z.string().transform((text, context): Json => {
    const read = readField(spec, text, language);
    if (read.ok) return read.value;
    for (const problem of read.problems) {
      context.issues.push({ code: 'custom', message: explain(problem), input: text });
    }
    return z.NEVER;
  }) as unknown as z.ZodType<Json, string>;
}
