/**
 * Says what an address or a name belongs to: the service tags, communities and endpoint sets whose prefixes hold it, the route
 * that a router has for it, and whether a circuit can carry it at all. Built once, asked in microseconds.
 */
import { z } from 'zod';
import { specialRange } from '../assess/look-up.ts';
import type { Reader } from '../assess/reader.ts';
import { type Address, formatAddress, parseAddress } from '../network/address.ts';
import { formatPrefix, type Prefix } from '../network/prefix.ts';
import { PrefixTable } from '../network/prefix-table.ts';
import { catalogueHost } from './pac/hosts.ts';
import { chainsOf, internetSuffix, type NameChain } from './tools/name-chain.ts';
import { readName } from './tools/name-lookup.ts';

/** The file or list something stands in, and its day. */
const Source = z.strictObject({ file: z.string(), taken: z.string().nullable() });
type Source = z.infer<typeof Source>;

const Match = z.strictObject({
  kind: z.enum(['tag', 'community', 'endpoints', 'route']),
  prefix: z.string(),
  /** `AzureFrontDoor.Frontend`; `12076:51002 Azure West Europe`; `Exchange 1`; the path of a route. */
  name: z.string(),
  ...Source.shape,
});
type Match = z.infer<typeof Match>;

/** An address that is nobody's on the internet, such as a private one. */
const Special = z.strictObject({ name: z.string(), rfc: z.string() });

export const LookUpResult = z.strictObject({
  /** Without what stands around it in an address of a page. */
  asked: z.string(),
  is: z.enum(['address', 'name', 'neither']),
  /** What a name resolved to where somebody looked it up, or the address itself. */
  addresses: z.array(
    z.strictObject({ address: z.string(), special: Special.nullable(), matches: z.array(Match) }),
  ),
  aliases: z.array(z.string()),
  /** Where somebody looked the name up. */
  resolved: Source.nullable(),
  /** "no": by design, as Front Door and CDN are; "unknown": nothing at hand says. */
  carried: z.enum(['yes', 'no', 'region', 'unknown']),
  /** What decided it: an alias, a tag, a range, a community, or an entry of the list of hosts. */
  because: z.string().nullable(),
  by: z.enum(['alias', 'tag', 'range', 'host', 'community']).nullable(),
  /** The fact behind it. */
  fact: z.string().nullable(),
  source: Source.nullable(),
});
type Verdict = Pick<LookUpResult, 'carried' | 'because' | 'by' | 'fact' | 'source'>;
const nothingSays: Verdict = { carried: 'unknown', because: null, by: null, fact: null, source: null };
export type LookUpResult = z.infer<typeof LookUpResult>;

export class LookUp {
  readonly #project: Reader;
  readonly #table: PrefixTable<Match[]>;
  readonly #chains: readonly (NameChain & { source: Source })[];

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
    this.#chains = project
      .evidence('name-lookup')
      .flatMap((piece) => chainsOf(piece.records).map((chain) => ({ ...chain, source: fileOf(piece) })));
  }

  find(text: string): LookUpResult {
    const asked = bare(text);
    const parsed = parseAddress(asked);
    const chain = parsed.ok
      ? undefined
      : this.#chains.find(({ name, aliases }) => name === asked || aliases.includes(asked));
    const addresses = (parsed.ok ? [asked] : (chain?.addresses ?? [])).flatMap((one) => {
      const address = parseAddress(one);
      return address.ok ? [this.#describe(address.value)] : [];
    });
    const aliases = chain?.aliases ?? [];
    const verdict = parsed.ok ? this.#judgeAddresses(addresses) : this.#judgeName(asked, aliases, addresses);
    return {
      asked: parsed.ok ? formatAddress(parsed.value) : asked,
      is: parsed.ok ? 'address' : readName(asked) === undefined ? 'neither' : 'name',
      addresses,
      aliases,
      resolved: chain?.source ?? null,
      ...verdict,
      source: verdict.by === 'alias' && verdict.because !== asked ? (chain?.source ?? null) : verdict.source,
    };
  }

  /** The most specific prefix first. */
  #describe(address: Address): LookUpResult['addresses'][number] {
    const text = formatAddress(address);
    const block = this.#project.prefix(`${text}/${address.family === 4 ? 32 : 128}`);
    const special = block && specialRange(this.#project.reference, block);
    return {
      address: text,
      special: special ? { name: special.name, rfc: special.rfc } : null,
      matches: this.#table
        .lookupAll(address)
        .reverse()
        .flatMap(({ value }) => value),
    };
  }

  #judgeName(asked: string, aliases: readonly string[], addresses: LookUpResult['addresses']): Verdict {
    const { hosts } = this.#project.reference;
    const ride = catalogueHost(this.#project.reference, asked);
    const through = [asked, ...aliases].find((name) => {
      const suffix = internetSuffix(name);
      // Traffic Manager only answers questions about names: what is published to ride ExpressRoute still does.
      return suffix !== undefined && (suffix !== 'trafficmanager.net' || ride?.expressRoute !== 'yes');
    });
    if (through !== undefined)
      return { carried: 'no', because: through, by: 'alias', fact: frontDoor, source: null };
    const judged = this.#judgeAddresses(addresses);
    if (!ride || judged.by === 'tag') return judged;
    const source = { file: hosts.title, taken: hosts.version };
    return { carried: ride.expressRoute, because: ride.pattern, by: 'host', fact: ride.why, source };
  }

  #judgeAddresses(addresses: LookUpResult['addresses']): Verdict {
    const matches = addresses.flatMap((one) => one.matches);
    const door = matches.find(({ kind, name }) => kind === 'tag' && name.startsWith('AzureFrontDoor'));
    if (door)
      return { carried: 'no', because: door.name, by: 'tag', fact: frontDoor, source: sourceOf(door) };
    const special = addresses.find((one) => one.special !== null)?.special;
    if (special)
      return {
        carried: 'no',
        because: `${special.name} (${special.rfc})`,
        by: 'range',
        fact: null,
        source: null,
      };
    const carrier = matches.find(
      ({ kind, name }) => (kind === 'community' && !isOfPrivatePeering(name)) || kind === 'route',
    );
    if (carrier?.kind !== 'community') return nothingSays;
    return {
      carried: 'yes',
      because: carrier.name,
      by: 'community',
      fact: 'X-02',
      source: sourceOf(carrier),
    };
  }
}

const frontDoor = 'X-05';

/** 12076:50xxx is never seen at Microsoft peering. */
export function isOfPrivatePeering(name: string): boolean {
  return /^12076:50\d{3}\b/.test(name);
}

/** What is looked for in what somebody pasted: the host of `https://host/path`, without a dot at its end. */
function bare(text: string): string {
  const asked = text.trim().toLowerCase();
  const scheme = asked.indexOf('://');
  const [host = ''] = (scheme < 0 ? asked : asked.slice(scheme + 3)).split('/');
  const named = scheme < 0 ? host : (host.split(':')[0] ?? '');
  return named.endsWith('.') ? named.slice(0, -1) : named;
}

function sourceOf({ file, taken }: Match): Source {
  return { file, taken };
}

function fileOf({ name, taken }: { name: string; taken: string | undefined }) {
  return { file: name, taken: taken ?? null };
}
