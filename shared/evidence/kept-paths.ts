/** A table of BGP paths as it is kept in a project: what many paths have in common is written once, one short line each. */
import { z } from 'zod';
import type { BgpOrigin, BgpRecord } from './records.ts';

const Line = z.string().max(200);
const longestShared = 4000;
const Shared = z.array(z.string().max(longestShared)).max(25_000);

/** Lines of prefix, place of the next hop, place of the AS path, place of the communities, local preference, flags. */
export const KeptPaths = z.strictObject({
  hops: Shared,
  asPaths: Shared,
  communities: Shared,
  lines: z.array(Line).max(25_000),
});
export type KeptPaths = z.infer<typeof KeptPaths>;

/** More paths than these are not kept; Microsoft's come before others. */
export const mostPaths = 20_000;
const microsoftAsn = 12076;

const origins: Readonly<Record<BgpOrigin, string>> = { igp: 'i', egp: 'e', incomplete: '?' };

/** Takes the paths of a table one by one, however many, and holds on to those that a plan can use. */
export class PathsToKeep {
  readonly #microsoft: BgpRecord[] = [];
  readonly #others: BgpRecord[] = [];
  /** In the order of the table, while there are few enough to keep them all. */
  readonly #all: BgpRecord[] = [];
  #count = 0;

  add(record: BgpRecord): void {
    this.#count += 1;
    const list = record.path.includes(microsoftAsn) ? this.#microsoft : this.#others;
    if (list.length < mostPaths) list.push(record);
    if (this.#all.length < mostPaths) this.#all.push(record);
  }

  get count(): number {
    return this.#count;
  }

  /** The best of them come first where there are too many. */
  chosen(): BgpRecord[] {
    if (this.#count <= mostPaths) return this.#all;
    const best = this.#microsoft.filter(({ best: isBest }) => isBest !== false);
    const worse = this.#microsoft.filter(({ best: isBest }) => isBest === false);
    return [...best, ...worse, ...this.#others].slice(0, mostPaths);
  }
}

export function packPaths(records: readonly BgpRecord[]): KeptPaths {
  const [hops, asPaths, communities] = [new Places(), new Places(), new Places()];
  const lines: string[] = [];
  for (const record of records.slice(0, mostPaths)) {
    const [asPath, list] = [record.path.join(' '), record.communities?.join(' ')];
    // No network makes such paths; a damaged text may.
    if (asPath.length > longestShared || (list ?? '').length > longestShared) continue;
    const places = [
      record.nextHop === null ? '' : hops.of(record.nextHop),
      asPaths.of(asPath),
      list === undefined ? '' : communities.of(list),
    ];
    const numbers = [record.localPreference, record.metric, record.weight].map((one) => one ?? '');
    lines.push([record.prefix, ...places, ...numbers, flagsOf(record)].join(','));
  }
  return { hops: hops.texts, asPaths: asPaths.texts, communities: communities.texts, lines };
}

export function unpackPaths({ hops, asPaths, communities, lines }: KeptPaths): BgpRecord[] {
  return lines.flatMap((line) => {
    const [prefix = '', hop, path, list, localPreference, metric, weight, flags = ''] = line.split(',');
    if (prefix === '') return [];
    const asPath = textAt(asPaths, path) ?? '';
    const values = textAt(communities, list);
    return {
      prefix,
      nextHop: textAt(hops, hop) ?? null,
      metric: numberOf(metric),
      localPreference: numberOf(localPreference),
      weight: numberOf(weight),
      path: asPath === '' ? [] : asPath.split(' ').map(Number),
      origin: originOf(flags),
      valid: flagOf(flags, 'v'),
      best: flagOf(flags, 'b'),
      communities: values === undefined ? null : values === '' ? [] : values.split(' '),
    };
  });
}

function flagsOf({ origin, valid, best }: BgpRecord): string {
  const flag = (value: boolean | null, letter: string) =>
    value === null ? '' : value ? letter : letter.toUpperCase();
  return `${origin === null ? '' : origins[origin]}${flag(valid, 'v')}${flag(best, 'b')}`;
}

function flagOf(flags: string, letter: string): boolean | null {
  if (flags.includes(letter)) return true;
  return flags.includes(letter.toUpperCase()) ? false : null;
}

function originOf(flags: string): BgpOrigin | null {
  const names = Object.keys(origins) as BgpOrigin[];
  return names.find((name) => flags.startsWith(origins[name])) ?? null;
}

function textAt(texts: readonly string[], place: string | undefined): string | undefined {
  return place === undefined || place === '' ? undefined : texts[Number(place)];
}

function numberOf(text: string | undefined): number | null {
  if (text === undefined || text === '') return null;
  const number = Number(text);
  return Number.isFinite(number) ? number : null;
}

/** Different texts, each once, by where they stand. */
class Places {
  readonly texts: string[] = [];
  readonly #places = new Map<string, number>();

  of(text: string): number {
    let place = this.#places.get(text);
    if (place === undefined) {
      place = this.texts.length;
      this.texts.push(text);
      this.#places.set(text, place);
    }
    return place;
  }
}
