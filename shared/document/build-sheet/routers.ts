/** Which peerings share a configuration: one block for all their routers, and then of each router only what is its own. */
import { groupRows } from '../../assess/planned.ts';
import { fill } from '../../content/words.ts';
import type { SheetModel, SheetPeering, Value } from './model.ts';
import { many } from './shell.ts';
import { wordPlaceholderOf } from './syntax.ts';

/** Names of what is alike on every router; no peering's own name can be one of these. */
export const sharedName = 'EXPRESSROUTE';

/** Names on routers: upper case, so that they stand out from keywords. */
export function routerName(peering: SheetPeering): string {
  return `ER-${peering.slug.toUpperCase()}`;
}

export function word<Kind>(value: Value<Kind>, write: (value: Kind) => string = String): string {
  return value.known ? write(value.value) : wordPlaceholderOf(value.text);
}

export function wordsOf(value: Value<readonly string[]>): readonly string[] {
  return value.known ? value.value : [wordPlaceholderOf(value.text)];
}

export type Shared = {
  asn: number;
  peerings: readonly SheetPeering[];
  /** Undefined where not all have the same: then each router says its own. */
  localPreference: number | undefined;
  bfd: boolean | undefined;
  /** Those that every one of them accepts. */
  communities: readonly string[];
};

/**
 * Many IPv4 peerings of one AS number, each on routers that no other peering ends on: the same names then mean the same on each.
 * The others are written in full.
 */
export function sharedOf({ peerings }: SheetModel): {
  shared: Shared | undefined;
  alone: readonly SheetPeering[];
} {
  const ends = new Map<string, number>();
  for (const peering of peerings)
    for (const edge of edgesOf(peering)) ends.set(edge, (ends.get(edge) ?? 0) + 1);
  const fit = peerings.filter((peering) => {
    const edges = edgesOf(peering);
    const isPlain = peering.family === 4 && !peering.isByProvider && !peering.prepends;
    return isPlain && edges.length > 0 && edges.every((edge) => ends.get(edge) === 1);
  });
  const byAsn = groupRows(fit, ({ peerAsn }) => (peerAsn.known ? String(peerAsn.value) : undefined));
  const [most = []] = [...byAsn.values()].sort((one, other) => other.length - one.length);
  const [first] = most;
  if (!first?.peerAsn.known || most.length < many) return { shared: undefined, alone: peerings };
  const same = <Kind>(read: (peering: SheetPeering) => Kind): Kind | undefined =>
    most.every((peering) => read(peering) === read(first)) ? read(first) : undefined;
  return {
    shared: {
      asn: first.peerAsn.value,
      peerings: most,
      localPreference: same(({ localPreference }) => localPreference),
      bfd: same(({ bfd }) => bfd),
      communities: wordsOf(first.communities).filter((value) =>
        most.every(({ communities }) => wordsOf(communities).includes(value)),
      ),
    },
    alone: peerings.filter((peering) => !most.includes(peering)),
  };
}

function edgesOf({ circuit }: SheetPeering): string[] {
  const edges = [circuit?.row.edge, circuit?.row.secondEdge];
  return [...new Set(edges.filter((edge) => edge !== undefined))];
}

/** 'London Microsoft, on ER edge London' */
export function placeOf({ project, words }: SheetModel, peering: SheetPeering): string {
  const routers = edgesOf(peering).map((edge) => project.nameOf('edges', edge));
  return fill(words.router.place, { name: peering.label, routers: routers.join(', ') });
}
