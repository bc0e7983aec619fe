/** Puts the customer's network into the picture: sites and people, proxies, published services, edges with their NAT. */
import { sumOf } from '../assess/load.ts';
import type { RowOf } from '../content/tables.ts';
import { fill } from '../content/words.ts';
import { mostDetailed, type Sketch } from './sketch.ts';
import type { LinkKind } from './topology.ts';
import { counted, speedText } from './words/words.ts';

/** How many boxes of a sort the picture holds before they are counted in groups. */
const most = {
  internetEdges: 6,
  otherEdges: 12,
  hubs: 12,
  sites: 12,
  people: 4,
  servers: 2,
  proxies: 4,
  endpoints: 4,
};

type Site = RowOf<'sites'>;
type Edge = RowOf<'edges'>;

const isInternetOnly = (edge: Edge) => edge.kind === 'internet';
const carriesInternet = (edge: Edge) => isInternetOnly(edge) || edge.kind === 'both';
const bands = { internet: 0, both: 1, 'express-route': 2 } as const;

/** One value for a whole group, or undefined where its rows differ. */
function common<Row, Value>(rows: readonly Row[], read: (row: Row) => Value): Value | undefined {
  const [first, ...rest] = rows.map(read);
  return rest.every((value) => value === first) ? first : undefined;
}

export function addEdges(sketch: Sketch): void {
  const { words, project } = sketch;
  const edges = project.rows('edges');
  const keys = [
    (edge: Edge) => `${edge.kind} ${project.row('sites', edge.site)?.country}`,
    (edge: Edge) => `${edge.kind}`,
  ];
  const groups = [
    ...sketch.groups('edges', edges.filter(isInternetOnly), most.internetEdges, keys),
    ...sketch.groups(
      'edges',
      edges.filter((edge) => !isInternetOnly(edge)),
      most.otherEdges,
      keys,
    ),
  ];
  for (const group of groups) {
    const [first] = group;
    if (!first) continue;
    const kind = common(group, (edge) => edge.kind);
    const firewall = common(group, (edge) => edge.firewall);
    const isOne = group.length === 1;
    const id = sketch.addRows('edges', group, {
      kind: 'edge',
      column: 'edges',
      band: kind === undefined ? 1 : bands[kind],
      name: isOne
        ? sketch.nameOf('edges', first.id)
        : sketch.count(words.kinds.edges[kind ?? 'mixed'], group),
      details: [
        isOne && kind && groups.length <= mostDetailed ? words.kinds.edge[kind] : '',
        firewall === undefined ? '' : words.firewall[firewall],
        natText(sketch, group),
        isOne ? '' : sketch.namesOf('edges', group),
      ],
    });
    if (group.some(carriesInternet)) sketch.link(id, 'internet', 'internet');
    for (const pool of project.rows('natPools'))
      if (group.some((edge) => edge.id === pool.edge)) sketch.show(`natPools/${pool.id}`, id);
  }
  addLinksToCircuits(sketch);
}

function natText(sketch: Sketch, group: readonly Edge[]): string {
  const pools = sketch.project
    .rows('natPools')
    .filter((pool) => pool.prefix !== undefined && group.some((edge) => edge.id === pool.edge));
  const prefix = pools[0]?.prefix;
  if (prefix === undefined) return '';
  const { nat, natMore } = sketch.words;
  return fill(pools.length === 1 ? nat : natMore, { prefix, count: pools.length - 1 });
}

function addLinksToCircuits(sketch: Sketch): void {
  for (const circuit of sketch.project.rows('circuits')) {
    const first = sketch.row('edges', circuit.edge);
    const second = sketch.row('edges', circuit.secondEdge) ?? first;
    for (const [link, edge] of [
      ['primary', first],
      ['secondary', second],
    ] as const) {
      const row = `circuits/${circuit.id}/${link}`;
      if (edge) sketch.link(`edges/${edge.id}`, row, link === 'primary' ? 'express-route' : 'secondary');
      else sketch.link(sketch.missing('expressRouteEdge', 'edges'), row, 'missing');
    }
  }
}

/** Leads a part to the edge it was given, or to the place of one that nobody has named yet. */
function linkToEdge(
  sketch: Sketch,
  from: string,
  edge: string | undefined,
  path: 'express-route' | 'internet',
): void {
  if (sketch.row('edges', edge)) sketch.link(from, `edges/${edge}`, path);
  else if (path === 'internet') {
    const stage = sketch.missing('internetEdge', 'edges', bands.internet);
    sketch.link(from, stage, 'missing');
    sketch.link(stage, 'internet', 'missing');
  } else {
    const stage = sketch.missing('expressRouteEdge', 'edges');
    sketch.link(from, stage, 'missing');
    sketch.link(stage, 'missing/circuits', 'missing');
  }
}

/** The stages of which nothing at all is known, after all that is known has its place. */
export function addMissingStages(sketch: Sketch): void {
  const { project } = sketch;
  const hasEdge =
    project.rows('edges').length > 0 ||
    ['missing/internetEdge', 'missing/expressRouteEdge'].some((id) => sketch.at(id) !== undefined);
  if (!hasEdge) {
    const stage = sketch.missing('edges', 'edges');
    sketch.link(stage, 'missing/circuits', 'missing');
    sketch.link(stage, 'internet', 'missing');
  }
  if (project.rows('sites').length + project.rows('clientGroups').length === 0)
    sketch.link(sketch.missing('sites', 'sites'), 'missing/edges', 'missing');
}

export function addProxies(sketch: Sketch): void {
  const { words, project } = sketch;
  // A cloud proxy stands on the internet and is reached over it.
  const clouds = project.rows('proxies').filter((proxy) => proxy.kind === 'cloud');
  const own = project.rows('proxies').filter((proxy) => proxy.kind !== 'cloud');
  const keys = [
    (proxy: RowOf<'proxies'>) => `${proxy.site} ${proxy.egress}`,
    (proxy: RowOf<'proxies'>) => `${proxy.egress}`,
  ];
  for (const [list, column] of [
    [clouds, 'circuits'],
    [own, 'hubs'],
  ] as const) {
    for (const group of sketch.groups('proxies', list, most.proxies, keys)) {
      const [first] = group;
      if (!first) continue;
      const kind = common(group, (proxy) => proxy.kind);
      const id = sketch.addRows('proxies', group, {
        kind: 'proxy',
        column,
        band: column === 'hubs' ? 2 : 1,
        name:
          group.length === 1 ? sketch.nameOf('proxies', first.id) : sketch.count(words.kinds.proxies, group),
        details: [kind ? project.label('proxies', kind, 'kind') : ''],
      });
      if (column === 'circuits') sketch.link(id, 'microsoft', 'internet');
    }
  }
  for (const proxy of own) {
    const site = project.row('sites', proxy.site);
    if (proxy.egress === undefined) continue;
    if (proxy.egress !== 'express-route')
      linkToEdge(sketch, `proxies/${proxy.id}`, site?.internetEdge, 'internet');
    if (proxy.egress !== 'internet')
      linkToEdge(sketch, `proxies/${proxy.id}`, site?.expressRouteEdge, 'express-route');
  }
}

export function addEndpoints(sketch: Sketch): void {
  const { words, project } = sketch;
  const groups = sketch.groups('endpoints', project.rows('endpoints'), most.endpoints, [
    (endpoint) => `${endpoint.path} ${sketch.at(`edges/${endpoint.edge}`)}`,
    (endpoint) => `${endpoint.path}`,
  ]);
  for (const group of groups) {
    const [first] = group;
    if (!first) continue;
    const isOne = group.length === 1;
    sketch.addRows('endpoints', group, {
      kind: 'endpoint',
      column: 'hubs',
      band: common(group, (endpoint) => endpoint.path) === 'internet' ? 1 : 3,
      name: isOne ? sketch.nameOf('endpoints', first.id) : sketch.count(words.kinds.endpoints, group),
      details: [isOne ? words.kinds.endpoint : sketch.namesOf('endpoints', group)],
    });
  }
  for (const { id, edge, path } of project.rows('endpoints')) {
    if (path === 'express-route' || path === 'internet') linkToEdge(sketch, `endpoints/${id}`, edge, path);
    else if (sketch.row('edges', edge)) sketch.link(`endpoints/${id}`, `edges/${edge}`, 'inside');
  }
}

export function addSites(sketch: Sketch): void {
  const { project } = sketch;
  const sites = project.rows('sites');
  const behind = sites.filter((site) => site.hub !== site.id && sketch.row('sites', site.hub));
  const joined = new Set(behind.map((site) => site.hub));
  const isHub = (site: Site) =>
    joined.has(site.id) || (joined.size > 0 && (site.kind === 'hub' || site.kind === 'datacenter'));
  const hubs = sites.filter(isHub);
  const others = sites.filter((site) => !isHub(site));
  const leadsTo = (site: Site) =>
    [`sites/${site.hub}`, `edges/${site.expressRouteEdge}`, `edges/${site.internetEdge}`].map((id) =>
      sketch.at(id),
    );
  const keys = [
    (site: Site) => `${leadsTo(site)} ${site.path} ${site.country}`,
    (site: Site) => `${leadsTo(site)} ${site.path}`,
    (site: Site) => `${leadsTo(site)}`,
    (site: Site) => `${site.path} ${site.kind}`,
    (site: Site) => `${site.path}`,
  ];
  for (const [list, column] of [
    [hubs, 'hubs'],
    [others, 'sites'],
  ] as const) {
    const groups = sketch.groups('sites', list, most[column], keys);
    for (const group of groups) addSite(sketch, group, column, groups.length <= mostDetailed);
  }
  for (const site of sites) addSiteLinks(sketch, site);
}

function addSite(
  sketch: Sketch,
  group: readonly Site[],
  column: 'hubs' | 'sites',
  isDetailed: boolean,
): void {
  const { words, project } = sketch;
  const [first] = group;
  if (!first) return;
  const isOne = group.length === 1;
  const kind = common(group, (site) => site.kind);
  const users = group.some((site) => site.users !== undefined)
    ? sumOf(group, (site) => site.users)
    : undefined;
  const ids = new Set(group.map((site) => site.id));
  const residents = (['clientGroups', 'servers'] as const).flatMap((table) =>
    project
      .rows(table)
      .flatMap((row) => (row.site !== undefined && ids.has(row.site) ? [{ table, id: row.id }] : [])),
  );
  const id = sketch.addRows('sites', group, {
    kind: 'site',
    column,
    band: 2,
    name: isOne
      ? sketch.nameOf('sites', first.id)
      : sketch.count(words.kinds.groupsOfSites[kind ?? 'mixed'], group),
    details: [
      [
        isOne && kind ? words.kinds.sites[kind] : '',
        users === undefined ? '' : counted(words, users, words.users),
      ]
        .filter((text) => text !== '')
        .join(', '),
      isOne && isDetailed && first.wan !== undefined
        ? fill(words.wan, { speed: speedText(words, first.wan) })
        : '',
      isOne
        ? residents
            .slice(0, isDetailed ? 12 : 0)
            .map((one) => sketch.nameOf(one.table, one.id))
            .join(', ')
        : sketch.namesOf('sites', group),
    ],
  });
  for (const one of residents) sketch.show(`${one.table}/${one.id}`, id);
}

function addSiteLinks(sketch: Sketch, site: Site): void {
  const from = `sites/${site.id}`;
  const hub = sketch.row('sites', site.hub);
  if (hub) sketch.link(from, `sites/${hub.id}`, 'inside');
  const wanted: readonly LinkKind[] =
    site.path === 'both' ? ['internet', 'express-route'] : site.path ? [site.path] : [];
  for (const [path, edge] of [
    ['internet', site.internetEdge],
    ['express-route', site.expressRouteEdge],
  ] as const) {
    // Behind a hub, the edge may well be the hub's: nothing is missing then.
    if (sketch.row('edges', edge) || (wanted.includes(path) && !hub)) linkToEdge(sketch, from, edge, path);
  }
}

/** People at a site are part of it; people without one stand by themselves. */
export function addPeople(sketch: Sketch): void {
  const { words, project } = sketch;
  const all = project.rows('clientGroups');
  const free = all.filter((group) => !sketch.row('sites', group.site));
  const groups = sketch.groups('clientGroups', free, most.people, [
    (group) => `${group.kind} ${group.path}`,
    (group) => `${group.path}`,
  ]);
  for (const group of groups) {
    const [first] = group;
    if (!first) continue;
    const isOne = group.length === 1;
    const kind = common(group, (one) => one.kind);
    const users = group.some((one) => one.users !== undefined) ? sumOf(group, (one) => one.users) : undefined;
    sketch.addRows('clientGroups', group, {
      kind: 'people',
      column: 'sites',
      band: common(group, (one) => one.path) === 'internet' ? 1 : 2,
      name: isOne ? sketch.nameOf('clientGroups', first.id) : sketch.count(words.kinds.people, group),
      details: [
        kind ? project.label('clientGroups', kind, 'kind') : '',
        users === undefined ? '' : counted(words, users, words.users),
      ],
    });
  }
  for (const group of free) {
    const from = `clientGroups/${group.id}`;
    if (sketch.row('proxies', group.proxy)) continue;
    if (group.path === 'internet') sketch.link(from, 'internet', 'internet');
    else if (group.path !== undefined && group.path !== 'blocked')
      linkToEdge(sketch, from, undefined, 'express-route');
  }
  for (const group of all) addLinkToProxy(sketch, group);
}

function addLinkToProxy(sketch: Sketch, group: RowOf<'clientGroups'>): void {
  const proxy = sketch.row('proxies', group.proxy);
  if (!proxy) return;
  const to = `proxies/${proxy.id}`;
  if (proxy.kind !== 'cloud') {
    sketch.link(`clientGroups/${group.id}`, to, 'inside');
    return;
  }
  const edge = sketch.row('edges', sketch.row('sites', group.site)?.internetEdge);
  sketch.link(edge ? `edges/${edge.id}` : `clientGroups/${group.id}`, to, 'internet');
}

/** Servers without a site; those at one are part of it. */
export function addServers(sketch: Sketch): void {
  const { words, project } = sketch;
  const free = project.rows('servers').filter((server) => !sketch.row('sites', server.site));
  for (const group of sketch.groups('servers', free, most.servers, [(server) => `${server.role}`])) {
    const [first] = group;
    if (!first) continue;
    const isOne = group.length === 1;
    sketch.addRows('servers', group, {
      kind: 'servers',
      column: 'sites',
      band: 3,
      name: isOne ? sketch.nameOf('servers', first.id) : sketch.count(words.kinds.servers, group),
      details: [isOne && first.role ? project.label('servers', first.role, 'role') : ''],
    });
  }
  for (const server of project.rows('servers'))
    if (sketch.row('proxies', server.proxy))
      sketch.link(`servers/${server.id}`, `proxies/${server.proxy}`, 'inside');
}
