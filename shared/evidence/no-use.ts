/** What is known at sight and of no use to a plan, so that a person is told what it is instead of that it is unknown. */
import { isObject, type Json } from '../json.ts';
import type { EvidenceInput } from './evidence.ts';
import { listIn } from './json-values.ts';

export const noUses = [
  'evpn',
  'srv6',
  'gateway-routes',
  'effective-routes',
  'direct-port',
  'yaml',
  'az-error',
  'picture',
  'pdf',
  'office',
  'web-page',
  'not-text',
] as const;
export type NoUse = (typeof noUses)[number];

/** How files of programs begin, and at which letter; bytes that are no text have become odd letters by now, always the same ones. */
const beginnings: readonly (readonly [number, string, NoUse])[] = [
  [0, '%PDF-', 'pdf'],
  [1, 'PNG\r\n', 'picture'],
  [0, '\u00ff\u00d8\u00ff', 'picture'],
  [0, 'GIF8', 'picture'],
  [8, 'WEBP', 'picture'],
  [4, 'ftypheic', 'picture'],
  [4, 'ftypmif1', 'picture'],
  [4, 'ftypavif', 'picture'],
  [0, 'PK\u0003\u0004', 'office'],
  // What Office wrote before 2007, and messages of Outlook.
  [0, '\u00d0\u00cf\u0011\u00e0', 'office'],
];

/** What no text of a router or of Azure is, told by the first letters alone. */
export function foreignFile(text: string): NoUse | undefined {
  const start = text.slice(0, 1000);
  const found = beginnings.find(([at, letters]) => start.startsWith(letters, at));
  if (found) return found[2];
  if (/^<(!doctype html|html)\b/i.test(start.trimStart())) return 'web-page';
  return countControls(start) > start.length / 10 ? 'not-text' : undefined;
}

/** Zeros stand between the letters of UTF-16; colours and the backspaces of a pager are a terminal's. */
function countControls(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 0 && code < 32 && ![8, 9, 10, 12, 13, 27].includes(code)) count += 1;
  }
  return count;
}

/** What a text that gave no records is instead. */
export function noUseOf({ head, structure }: EvidenceInput): NoUse | undefined {
  const has = (pattern: RegExp) => head.some((line) => pattern.test(line.slice(0, 300)));
  if (has(/\bl2vpn evpn\b|\bbgp evpn\b|\bevpn\.\d+:|^[ *>=|a-zA-Z]{0,8}\[[1-5]\]:?\[/i)) return 'evpn';
  if (has(/\bsegment-routing srv6\b|^SID +Behavior\b|\bsrv6 (sid|locator)s?\b/i)) return 'srv6';
  if (has(/^ERROR: .+|^Code: [A-Z]\w+$/) && !structure) return 'az-error';
  if (
    !structure &&
    has(/^(circuitProvisioningState|provisioningState|routeFilterRuleType|bgpCommunities): ?\S*$/)
  )
    return 'yaml';
  const fields = fieldsOf(structure?.json);
  if (fields.has('sourcepeer') && fields.has('aspath')) return 'gateway-routes';
  if (fields.has('nexthoptype') && fields.has('addressprefix')) return 'effective-routes';
  if (fields.has('encapsulation') && fields.has('links')) return 'direct-port';
  return undefined;
}

/** The names of the first object's fields, in small letters; REST has those that tell inside `properties`. */
function fieldsOf(json: Json | undefined): ReadonlySet<string> {
  const [first] = json === undefined ? [] : (listIn(json)?.items ?? [json]);
  if (!isObject(first)) return new Set();
  const inside = Object.hasOwn(first, 'properties') ? first.properties : undefined;
  const names = [first, ...(isObject(inside) ? [inside] : [])].flatMap((one) =>
    Object.keys(one).slice(0, 200),
  );
  return new Set(names.map((name) => name.toLowerCase()));
}
