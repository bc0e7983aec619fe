/** Reads the objects of an input one by one into records, whatever list they stand in. */
import type { Json } from '../../json.ts';
import type { EvidenceInput, EvidenceKind, Parsed } from '../evidence.ts';
import { listIn, nextKeys } from '../json-values.ts';
import type { EvidenceRecords } from '../records.ts';
import { Fields, inner } from './fields.ts';
import { type Place, Report } from './report.ts';

type JsonObject = { [key: string]: Json };

/** Objects without the fields that make them this kind are told, and left out. */
export function readObjects<Kind extends EvidenceKind>(
  input: EvidenceInput,
  needs: readonly string[],
  read: (fields: Fields) => EvidenceRecords[Kind] | readonly EvidenceRecords[Kind][] | undefined,
): Parsed<Kind> {
  const report = new Report(input);
  const records: EvidenceRecords[Kind][] = [];
  for (const place of input.structure ? itemsOf(input.structure.json, report) : []) {
    if (!needs.every((name) => hasField(place.value, name))) {
      report.add(place, 'other-kind');
      continue;
    }
    const fields = Fields.open(report, place);
    const found = fields && read(fields);
    for (const record of Array.isArray(found) ? found : found ? [found] : []) records.push(record);
  }
  return { records, unread: report.list() };
}

/** The objects of a list, of `{ value: [...] }`, or the one object itself. */
function itemsOf(json: Json, report?: Report, most?: number): Place[] {
  const body = bodyOf(json);
  if (body === undefined) return listedIn(json, report, most);
  return listedIn(body, report, most).map(({ path, value }) => ({ path: [...bodyPath, ...path], value }));
}

const bodyPath = ['responses', '200', 'body'];

/** The documentation of REST gives an answer with the question it is for. */
function bodyOf(json: Json): Json | undefined {
  let at: Json | undefined = json;
  for (const step of bodyPath) {
    if (at === null || at === undefined || typeof at !== 'object' || Array.isArray(at)) return undefined;
    at = Object.hasOwn(at, step) ? at[step] : undefined;
  }
  return at;
}

function listedIn(json: Json, report?: Report, most?: number): Place[] {
  const list = listIn(json);
  if (!list) return [{ path: [], value: json }];
  for (const [key, value] of list.path.length > 0 ? Object.entries(json as JsonObject) : []) {
    // A page that says there is another one.
    if (nextKeys.has(key.toLowerCase()) && typeof value === 'string' && value !== '')
      report?.add({ path: [key], value }, 'cut-off');
  }
  return list.items.slice(0, most).map((value, index) => ({ path: [...list.path, index], value }));
}

/** How many of the first objects have all of these fields, from 0 to 1. */
export function shareWith(input: EvidenceInput, ...names: readonly string[]): number {
  const json = input.structure?.json;
  if (json === undefined) return 0;
  const some = itemsOf(json, undefined, 20);
  if (some.length === 0) return 0;
  return some.filter(({ value }) => names.every((name) => hasField(value, name))).length / some.length;
}

/** No object of Azure has nearly as many; recognising asks every format. */
const mostFields = 200;

function hasField(value: Json, name: string): boolean {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return false;
  return Object.keys(value)
    .slice(0, mostFields)
    .some((key) => {
      const lower = key.toLowerCase().replaceAll(' ', '');
      return (
        lower === name ||
        lower === `${name}text` ||
        (inner.has(lower) && hasField((value as JsonObject)[key] ?? null, name))
      );
    });
}
