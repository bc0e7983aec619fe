/** Follows looked-up names through their aliases, and tells where a chain leaves what a circuit can carry. */
import type { NameRecord } from './records.ts';

export type NameChain = { name: string; aliases: string[]; addresses: string[] };

/** Names that only the internet leads to: Azure Front Door and CDN, and the answers of Traffic Manager. */
const suffixes = ['azurefd.net', 'azureedge.net', 'trafficmanager.net'] as const;

export function internetSuffix(name: string): (typeof suffixes)[number] | undefined {
  return suffixes.find((suffix) => name === suffix || name.endsWith(`.${suffix}`));
}

/** No answer is longer; one that goes in a circle ends here. */
const longestChain = 30;

/** One chain for each name that is no alias of another. */
export function chainsOf(records: readonly NameRecord[]): NameChain[] {
  const byName = new Map<string, NameRecord[]>();
  for (const record of records) {
    const known = byName.get(record.name);
    if (known) known.push(record);
    else byName.set(record.name, [record]);
  }
  const targets = new Set(records.filter(({ type }) => type === 'CNAME').map(({ value }) => value));
  return [...byName.keys()].filter((name) => !targets.has(name)).map((name) => follow(name, byName));
}

function follow(name: string, byName: ReadonlyMap<string, readonly NameRecord[]>): NameChain {
  const chain: NameChain = { name, aliases: [], addresses: [] };
  let at: string | undefined = name;
  while (at !== undefined && chain.aliases.length < longestChain) {
    const found: readonly NameRecord[] = byName.get(at) ?? [];
    for (const { type, value } of found)
      if (type !== 'CNAME' && !chain.addresses.includes(value)) chain.addresses.push(value);
    at = found.find(({ type }) => type === 'CNAME')?.value;
    if (at !== undefined) chain.aliases.push(at);
  }
  return chain;
}
