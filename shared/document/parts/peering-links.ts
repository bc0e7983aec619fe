/** The two links of a peering: their subnets, and which address of each is yours and which is Microsoft's. */
import type { RowOf } from '../../content/tables.ts';
import { formatAddress } from '../../network/address.ts';
import { formatPrefix, getHost, halvePrefix, type Prefix, parsePrefix } from '../../network/prefix.ts';

export type LinkName = 'primary' | 'secondary';
export type Link = {
  name: LinkName;
  /** Undefined while the subnet is not known or no peering subnet. */
  subnet: string | undefined;
  prefix: Prefix | undefined;
  /** Undefined while it is not known, or planned against Azure's rule: yours is the first usable address, Microsoft's the second. */
  yours: string | undefined;
  microsoft: string | undefined;
};

/** A /29 (or /125) given for the primary link covers both; otherwise each link has its own. */
export function linksOf(peering: RowOf<'peerings'>): [Link, Link] {
  const primary = prefixOf(peering.primary);
  const secondary = prefixOf(peering.secondary);
  const wide = primary && (primary.family === 4 ? primary.length === 29 : primary.length === 125);
  if (wide && !secondary) {
    const halves = halvePrefix(primary);
    return [linkOf('primary', halves?.[0], peering), linkOf('secondary', halves?.[1], peering)];
  }
  return [linkOf('primary', primary, peering), linkOf('secondary', secondary, peering)];
}

function prefixOf(text: string | undefined): Prefix | undefined {
  const parsed = text === undefined ? undefined : parsePrefix(text);
  return parsed?.ok ? parsed.value : undefined;
}

function linkOf(name: LinkName, prefix: Prefix | undefined, peering: RowOf<'peerings'>): Link {
  const narrow = prefix && (prefix.family === 4 ? prefix.length === 30 : prefix.length === 126);
  const link = { name, subnet: prefix && formatPrefix(prefix), prefix };
  // Microsoft always takes the second usable address; the answer can only say that somebody planned otherwise.
  if (!narrow || peering.customerHost === 'second')
    return { ...link, yours: undefined, microsoft: undefined };
  return { ...link, yours: hostAt(prefix, 1), microsoft: hostAt(prefix, 2) };
}

function hostAt(prefix: Prefix, position: number): string | undefined {
  const host = getHost(prefix, position);
  return host && formatAddress(host);
}
