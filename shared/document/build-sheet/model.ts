/** What the build sheet is written from: circuits and Microsoft peerings with safe names, and a list of what is missing. */
import { edgesOf } from '../../assess/load.ts';
import { limit, peeringLocation } from '../../assess/look-up.ts';
import { type Pool, readPools } from '../../assess/pools.ts';
import type { Reader } from '../../assess/reader.ts';
import type { QuestionId } from '../../content/content.ts';
import type { RowOf } from '../../content/tables.ts';
import { fill } from '../../content/words.ts';
import { type Link, linksOf } from '../parts/peering-links.ts';
import type { DocumentWords } from '../words/words.ts';
import { distinct, lineOf, slugOf } from './syntax.ts';

export type SheetWords = DocumentWords['sheet'];
export type Missing = {
  text: string;
  question: string;
  /** What several lack is said once: of what kind it is, with {name} in it, and who lacks it. */
  of?: { what: string; name: string };
};

/** A value that somebody gave, or the name of what has to be decided. */
export type Value<Kind> = { known: true; value: Kind } | { known: false; text: string };

export type SheetCircuit = {
  row: RowOf<'circuits'>;
  label: string;
  /** Fit for every syntax, and different from every other circuit's. */
  slug: string;
  number: number;
  provider: Value<string>;
  location: Value<string>;
  bandwidth: Value<number>;
  tier: Value<'Local' | 'Standard' | 'Premium'>;
  family: Value<'MeteredData' | 'UnlimitedData'>;
  isDirect: boolean;
  port: Value<string>;
};

export type SheetLink = {
  name: Link['name'];
  subnet: Value<string>;
  yours: Value<string>;
  microsoft: Value<string>;
  /** Of the subnet: a pair of addresses and what frames it. */
  length: number;
  interface: Value<string>;
};

export type SheetPeering = {
  row: RowOf<'peerings'>;
  label: string;
  slug: string;
  number: number;
  circuit: SheetCircuit | undefined;
  circuitName: Value<string>;
  family: 4 | 6;
  links: readonly [SheetLink, SheetLink];
  vlan: Value<number>;
  peerAsn: Value<number>;
  customerAsn: number | undefined;
  registry: Value<string> | undefined;
  prefixes: Value<readonly string[]>;
  communities: Value<readonly string[]>;
  key: Value<string> | undefined;
  localPreference: number;
  prepends: boolean;
  bfd: boolean;
  isByProvider: boolean;
  /** The IPv4 peering of the same circuit, which this IPv6 one is added to: Azure keeps both as one. */
  base: SheetPeering | undefined;
  /** Undefined where you translate nothing. */
  pools: Value<readonly Pool[]> | undefined;
  clients: Value<readonly string[]>;
};

export type SheetModel = {
  project: Reader;
  words: SheetWords;
  circuits: readonly SheetCircuit[];
  peerings: readonly SheetPeering[];
  microsoftAsn: number;
  missing: Missing[];
  /** Names what is missing, and puts it on the list. */
  need: (text: string, question: QuestionId, of?: Missing['of']) => { known: false; text: string };
};

const circuitsQuestion = 'peering.circuits.list';
const peeringsQuestion = 'peering.parameters.list';
const advertisedQuestion = 'peering.parameters.advertised';

/** As Azure spells the registries. */
const registries: Readonly<Record<string, string>> = {
  arin: 'ARIN',
  apnic: 'APNIC',
  afrinic: 'AFRINIC',
  lacnic: 'LACNIC',
  ripe: 'RIPENCC',
  radb: 'RADB',
  altdb: 'ALTDB',
};

export function makeModel(project: Reader, words: SheetWords): SheetModel {
  const missing: Missing[] = [];
  const need: SheetModel['need'] = (text, question, of) => {
    const line = lineOf(text);
    if (!missing.some((one) => one.text === line))
      missing.push({ text: line, question, ...(of ? { of } : {}) });
    return { known: false, text: line };
  };
  const microsoftAsn = limit(project.reference, 'microsoft-asn').value;
  const model = { project, words, missing, need, microsoftAsn };
  const circuits = makeCircuits(model);
  return { ...model, circuits, peerings: makePeerings(model, circuits) };
}

type Base = Omit<SheetModel, 'circuits' | 'peerings'>;

function known<Kind>(value: Kind): { known: true; value: Kind } {
  return { known: true, value };
}

function makeCircuits({ project, words, need }: Base): SheetCircuit[] {
  const rows = project.rows('circuits');
  const labels = rows.map((row) => lineOf(project.nameOf('circuits', row.id)));
  const slugs = distinct(labels.map((label, index) => slugOf(label, `circuit-${index + 1}`)));
  return rows.map((row, index): SheetCircuit => {
    const label = labels[index] ?? '';
    const lack = (text: string) =>
      need(fill(text, { name: label }), circuitsQuestion, { what: text, name: label });
    const given = <Kind>(value: Kind | undefined, text: string): Value<Kind> =>
      value === undefined ? lack(text) : known(value);
    const isDirect = row.model === 'direct';
    const provider = row.provider?.trim() === '' ? undefined : row.provider;
    return {
      row,
      label,
      slug: slugs[index] ?? '',
      number: index + 1,
      isDirect,
      provider: isDirect ? known('') : given(provider, words.missing.provider),
      location: isDirect
        ? known('')
        : given(
            peeringLocation(project.reference, row.location)?.name ?? row.location,
            words.missing.peeringLocation,
          ),
      bandwidth: given(row.bandwidth, words.missing.bandwidth),
      tier: given(tierOf(row), words.missing.sku),
      family: given(familyOf(row), words.missing.billing),
      port: isDirect ? lack(words.missing.port) : known(''),
    };
  });
}

function tierOf({ sku }: RowOf<'circuits'>): 'Local' | 'Standard' | 'Premium' | undefined {
  return sku === undefined
    ? undefined
    : ({ local: 'Local', standard: 'Standard', premium: 'Premium' } as const)[sku];
}

/** Local is sold with unlimited data only. */
function familyOf({ sku, billing }: RowOf<'circuits'>): 'MeteredData' | 'UnlimitedData' | undefined {
  if (sku === 'local') return 'UnlimitedData';
  return billing === undefined ? undefined : billing === 'metered' ? 'MeteredData' : 'UnlimitedData';
}

function makePeerings(base: Base, circuits: readonly SheetCircuit[]): SheetPeering[] {
  const { project } = base;
  const rows = project.rows('peerings').filter((row) => row.type === 'microsoft');
  const labels = rows.map((row) => lineOf(project.nameOf('peerings', row.id)));
  const slugs = distinct(labels.map((label, index) => slugOf(label, `peering-${index + 1}`)));
  const peerings = rows.map((row, index) =>
    makePeering(base, row, {
      label: labels[index] ?? '',
      slug: slugs[index] ?? '',
      number: index + 1,
      circuit: circuits.find((one) => one.row.id === row.circuit),
    }),
  );
  return peerings.map((peering) => {
    const { circuit, family } = peering;
    if (family === 4 || !circuit) return peering;
    return { ...peering, base: peerings.find((one) => one.circuit === circuit && one.family === 4) };
  });
}

type Named = Pick<SheetPeering, 'label' | 'slug' | 'number' | 'circuit'>;

function makePeering(base: Base, row: RowOf<'peerings'>, named: Named): SheetPeering {
  const { project, words, need } = base;
  const { label, circuit } = named;
  const lack = (text: string, question: QuestionId, link = '') =>
    need(fill(text, { name: label, link }), question, { what: text.replace('{link}', link), name: label });
  const given = <Kind>(
    value: Kind | undefined,
    text: string,
    question: QuestionId = peeringsQuestion,
  ): Value<Kind> => (value === undefined ? lack(text, question) : known(value));
  const links = linksOf(row);
  const family = links[0].prefix?.family ?? links[1].prefix?.family ?? 4;
  const prefixes = prefixesOf(project, circuit?.row.id, family);
  const isByProvider = circuit?.row.routing === 'provider';
  const isTranslated =
    !project.said('routing.nat.who', 'provider') && !project.said('routing.nat.who', 'none');
  const pools = readPools(project).expressRoute.filter(
    (pool) => pool.circuit === circuit?.row.id && pool.prefix.family === family,
  );
  const clients = circuit ? clientsOf(project, circuit) : [];
  const edge = project.row('edges', circuit?.row.edge);
  const linkOf = (given: Link): SheetLink => {
    // A link of the other address family is no link of this peering.
    const link: Partial<Link> & Pick<Link, 'name'> =
      given.prefix && given.prefix.family !== family ? { name: given.name } : given;
    const name = words.links[link.name];
    const from = (value: string | undefined, text: string): Value<string> =>
      value === undefined ? lack(text, peeringsQuestion, name) : known(value);
    return {
      name: link.name,
      subnet: from(link.subnet, words.missing[link.name]),
      yours: from(link.yours, words.missing.yours),
      microsoft: from(link.microsoft, words.missing.microsoft),
      // A subnet of any other size is no peering subnet; its addresses are still to be decided too.
      length: family === 4 ? 30 : 126,
      interface: isByProvider
        ? { known: false, text: '' }
        : lack(words.missing.interface, 'scope.today.edges', name),
    };
  };
  return {
    ...named,
    row,
    family,
    circuitName: circuit ? known(`erc-${circuit.slug}`) : lack(words.missing.circuit, peeringsQuestion),
    links: [linkOf(links[0]), linkOf(links[1])],
    vlan: given(row.vlan, words.missing.vlan),
    peerAsn: given(row.peerAsn, words.missing.peerAsn),
    customerAsn: row.customerAsn,
    registry:
      row.registry === 'none' ? undefined : given(registries[row.registry ?? ''], words.missing.registry),
    prefixes: given(prefixes.length > 0 ? prefixes : undefined, words.missing.advertised, advertisedQuestion),
    communities: given(
      row.communities && row.communities.length > 0 ? row.communities : undefined,
      words.missing.communities,
    ),
    key: row.md5 === 'yes' ? lack(words.missing.key, peeringsQuestion) : undefined,
    localPreference:
      row.localPreference ??
      edge?.localPreference ??
      limit(project.reference, 'local-preference-expressroute').value,
    prepends: row.prepends === 'yes',
    bfd: row.bfd === 'yes',
    isByProvider,
    base: undefined,
    pools:
      !isTranslated || isByProvider || family === 6
        ? undefined
        : given(pools.length > 0 ? pools : undefined, words.missing.pool, 'routing.nat.pools'),
    clients:
      !isTranslated || isByProvider || family === 6 || clients.length > 0
        ? known(clients)
        : lack(words.missing.clients, 'scope.people.groups'),
  };
}

function prefixesOf(project: Reader, circuit: string | undefined, family: 4 | 6): string[] {
  if (circuit === undefined) return [];
  return project.rows('advertised').flatMap((row) => {
    const prefix = row.circuit === circuit ? project.prefix(row.prefix) : undefined;
    return prefix?.family === family && row.prefix !== undefined ? [row.prefix] : [];
  });
}

/** The subnets, as they are before translation, of the groups and servers whose way ends at the circuit's edges. */
function clientsOf(project: Reader, { row }: SheetCircuit): string[] {
  const edges = edgesOf(project, 'expressRouteEdge');
  const endsHere = (siteId: string | undefined) => {
    const site = project.row('sites', siteId);
    const edge = site && edges.get(site);
    return edge !== undefined && (edge === row.edge || edge === row.secondEdge);
  };
  const groups = project
    .rows('clientGroups')
    .filter(
      (group) => group.path === 'express-route' && group.publicAddresses !== 'yes' && endsHere(group.site),
    );
  const servers = project
    .rows('servers')
    .filter((server) => server.seesRoutes === 'yes' && endsHere(server.site));
  const subnets = [...groups, ...servers].flatMap((one) => one.subnets ?? []);
  return [...new Set(subnets)].filter((text) => project.prefix(text)?.family === 4);
}
