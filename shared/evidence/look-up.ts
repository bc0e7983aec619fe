/**
 * Says what an address or a name belongs to: the service tags, communities and endpoint sets whose prefixes hold it, the route
 * that a router has for it, and whether a circuit can carry it at all. Built once, asked in microseconds.
 */
import { z } from 'zod';
import type { Reader } from '../assess/reader.ts';
import { formatAddress, parseAddress } from '../network/address.ts';
import { formatPrefix, type Prefix } from '../network/prefix.ts';
import { PrefixTable } from '../network/prefix-table.ts';
import { catalogueHost } from './pac/hosts.ts';
import { chainsOf, internetSuffix, type NameChain } from './tools/name-chain.ts';

const Match = z.strictObject({
  kind: z.enum(['tag', 'community', 'endpoints', 'route']),
  prefix: z.string(),
  /** `AzureFrontDoor.Frontend`; `12076:51002 Azure West Europe`; `Exchange 1`; the path of a route. */
  name: z.string(),
  /** The file it stands in, and its day. */
  file: z.string(),
  taken: z.string().nullable(),
});
type Match = z.infer<typeof Match>;

export const LookUpResult = z.strictObject({
  asked: z.string(),
  /** What a name resolved to where somebody looked it up, or the address itself. */
  addresses: z.array(z.strictObject({ address: z.string(), matches: z.array(Match) })),
  aliases: z.array(z.string()),
  /** "no": by design, as Front Door and CDN are; "unknown": nothing at hand says. */
  carried: z.enum(['yes', 'no', 'region', 'unknown']),
  /** What decided it: an alias, a tag, or the list of hosts. */
  because: z.string().nullable(),
});
export type LookUpResult = z.infer<typeof LookUpResult>;

export class LookUp {
  readonly #project: Reader;
  readonly #table: PrefixTable<Match[]>;
  readonly #chains: readonly NameChain[];

  constructor(project: Reader) {
    this.#project = project;
    const groups = new Map<string, { prefix: Prefix; value: Match[] }>();
    const add = (text: string, match: Omit<Match, 'prefix'>) => {
      const known = groups.get(text);
      if (known) known.value.push({ ...match, prefix: text });
      else {
        const prefix = project.prefix(text);
        if (prefix) groups.set(text, { prefix, value: [{ ...match, prefix: formatPrefix(prefix) }] });
      }
    };
    for (const piece of project.evidence('service-tags'))
      for (const { tag, prefixes } of piece.records)
        for (const prefix of prefixes) add(prefix, { kind: 'tag', name: tag, ...fileOf(piece) });
    for (const piece of project.evidence('service-communities'))
      for (const { community, name, prefixes } of piece.records)
        for (const prefix of prefixes)
          add(prefix, { kind: 'community', name: `${community} ${name ?? ''}`.trim(), ...fileOf(piece) });
    for (const piece of project.evidence('m365-endpoints'))
      for (const { id, area, prefixes } of piece.records)
        for (const prefix of prefixes)
          add(prefix, { kind: 'endpoints', name: `${area ?? ''} ${id}`.trim(), ...fileOf(piece) });
    for (const piece of project.evidence('bgp-table'))
      for (const { prefix, path } of piece.records)
        add(prefix, { kind: 'route', name: path.join(' '), ...fileOf(piece) });
    this.#table = new PrefixTable(groups.values());
    this.#chains = project.evidence('name-lookup').flatMap(({ records }) => chainsOf(records));
  }

  find(text: string): LookUpResult {
    const asked = text.trim().toLowerCase().replace(/\.$/, '');
    const parsed = parseAddress(asked);
    const chain = parsed.ok
      ? undefined
      : this.#chains.find(({ name, aliases }) => name === asked || aliases.includes(asked));
    const texts = parsed.ok ? [formatAddress(parsed.value)] : (chain?.addresses ?? []);
    const addresses = texts.map((address) => ({ address, matches: this.#matches(address) }));
    const aliases = chain?.aliases ?? [];
    return {
      asked,
      addresses,
      aliases,
      ...this.#judge(
        asked,
        parsed.ok,
        aliases,
        addresses.flatMap(({ matches }) => matches),
      ),
    };
  }

  /** The most specific first. */
  #matches(address: string): Match[] {
    const parsed = parseAddress(address);
    if (!parsed.ok) return [];
    return this.#table
      .lookupAll(parsed.value)
      .reverse()
      .flatMap(({ value }) => value);
  }

  #judge(
    asked: string,
    isAddress: boolean,
    aliases: readonly string[],
    matches: readonly Match[],
  ): Pick<LookUpResult, 'carried' | 'because'> {
    const ride = isAddress ? undefined : catalogueHost(this.#project.reference, asked);
    const through = [asked, ...aliases].find((name) => {
      const suffix = internetSuffix(name);
      // Traffic Manager only answers questions about names: what is published to ride ExpressRoute still does.
      return suffix !== undefined && (suffix !== 'trafficmanager.net' || ride?.expressRoute !== 'yes');
    });
    if (through !== undefined) return { carried: 'no', because: through };
    const door = matches.find(({ kind, name }) => kind === 'tag' && name.startsWith('AzureFrontDoor'));
    if (door) return { carried: 'no', because: door.name };
    if (ride) return { carried: ride.expressRoute, because: ride.pattern };
    const carrier = matches.find(({ kind }) => kind === 'community' || kind === 'route');
    return carrier?.kind === 'community'
      ? { carried: 'yes', because: carrier.name }
      : { carried: 'unknown', because: null };
  }
}

function fileOf({ name, taken }: { name: string; taken: string | undefined }) {
  return { file: name, taken: taken ?? null };
}
