/** Reads what `mtr --json` writes: a report with its hops in a list. */
import { isObject, type Json, type JsonObject } from '../../json.ts';
import { Report } from '../azure/report.ts';
import type { EvidenceFormat } from '../evidence.ts';
import type { JsonPath } from '../json-text.ts';
import { wordsOf } from '../router/scan.ts';
import { readWhole } from '../values.ts';
import { hostIn, numbersOf } from './mtr.ts';
import type { TraceRecord } from './records.ts';

export const mtrJson: EvidenceFormat<'trace'> = {
  kind: 'trace',
  recognise: ({ structure }) => (structure && reportsIn(structure.json).length > 0 ? 0.95 : 0),
  parse: (input) => {
    const report = new Report(input);
    const records: TraceRecord[] = [];
    for (const { path, target, hops } of reportsIn(input.structure?.json ?? null))
      for (const [index, hop] of hops.entries()) {
        const record = readHop(hop, target);
        if (record) records.push(record);
        else report.add({ path: [...path, 'hubs', index], value: hop }, 'not-understood');
      }
    return { records, unread: report.list() };
  },
};

type MtrReport = { path: JsonPath; target: string | null; hops: readonly Json[] };

/** Nobody traces more paths into one file. */
const mostReports = 1000;

/** One, or several in a list. */
function reportsIn(json: Json): MtrReport[] {
  const all = Array.isArray(json) ? json.slice(0, mostReports) : [json];
  return all.flatMap((one, index): MtrReport[] => {
    const report = isObject(one) ? fieldOf(one, 'report') : undefined;
    const hops = isObject(report) ? fieldOf(report, 'hubs') : undefined;
    if (!isObject(report) || !Array.isArray(hops)) return [];
    const asked = fieldOf(report, 'mtr');
    const target = isObject(asked) ? fieldOf(asked, 'dst') : undefined;
    const path = [...(Array.isArray(json) ? [index] : []), 'report'];
    return [{ path, target: typeof target === 'string' && target !== '' ? target : null, hops }];
  });
}

function readHop(json: Json, target: string | null): TraceRecord | undefined {
  if (!isObject(json)) return undefined;
  // Older versions write their numbers as texts.
  const hop = readWhole(String(fieldOf(json, 'count') ?? ''), 255);
  const host = hostIn(wordsOf(String(fieldOf(json, 'host') ?? '').slice(0, 500)));
  const numbers = numbersOf((title) => {
    const value = Number(fieldOf(json, title) ?? Number.NaN);
    return Number.isFinite(value) && value >= 0 && value < 1e9 ? value : undefined;
  });
  return hop === undefined || !host || !numbers ? undefined : { target, hop, ...host, ...numbers };
}

function fieldOf(object: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}
