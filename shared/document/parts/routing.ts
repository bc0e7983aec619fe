/** The routing plan: the way of each site and each flow, and what walking them shows. */
import { edgesOf, waysOf } from '../../assess/load.ts';
import { readPools } from '../../assess/pools.ts';
import type { Block, Section } from '../blocks.ts';
import type { Context } from '../context.ts';
import { findingsIn } from '../part-findings.ts';
import {
  answerSection,
  cell,
  findingList,
  fromQuestions,
  type Heading,
  mergedRows,
  openLine,
  present,
  section,
  tableBlock,
} from '../statements.ts';
import { areSitesApart } from '../table-homes.ts';
import { cellText, rowName } from '../values.ts';
import { routeSections } from './routes.ts';
import { wholeTable } from './whole-table.ts';

export function routingPart(context: Context): { blocks: Block[]; sections: Section[] } {
  const { routing } = context.words;
  return {
    blocks: present([findingList(context, findingsIn(context, 'routing'))]),
    sections: [
      section(context, 'routing.sites', routing.sites, [
        siteTable(context),
        openLine(context, ['scope.sites.list']),
      ]),
      section(context, 'routing.flows', routing.flows, [
        flowTable(context),
        ...wholeTable(context, 'servers'),
        openLine(context, ['scope.people.groups', 'routing.steering.servers']),
      ]),
      answerSection(context, 'routing.steering', { without: ['routing.steering.servers'] }),
      answerSection(context, 'routing.nat', { without: ['routing.nat.pools'] }),
      ...routeSections(context),
    ],
  };
}

/** Many sites stand together where they go the same way. The appendix lists them all, each with its hub and its path. */
const mostNamed = 2;

/** Each site with the hubs it passes and the edges where its traffic leaves. */
function siteTable(context: Context): Block | undefined {
  const { columns, caption } = context.words.siteTable;
  const { project } = context;
  const internet = edgesOf(project, 'internetEdge');
  const expressRoute = edgesOf(project, 'expressRouteEdge');
  const edgeName = (id: string | undefined) =>
    cellText(context, 'sites', { internetEdge: id }, 'internetEdge');
  const ways = [...waysOf(project)];
  const isApart = areSitesApart(context);
  const rows = ways.map(([site, way]) => {
    const hubs = way.slice(1).map((hub) => rowName(context, 'sites', hub.id));
    const latencies = ['internetLatency', 'expressRouteLatency'];
    return [
      cell(context, rowName(context, 'sites', site.id)),
      cell(context, cellText(context, 'sites', site, 'path')),
      cell(context, hubs.join(' → ')),
      cell(context, edgeName(expressRoute.get(site))),
      cell(context, edgeName(internet.get(site))),
      ...(isApart ? latencies.map((column) => cell(context, cellText(context, 'sites', site, column))) : []),
    ];
  });
  return tableBlock(
    caption,
    [
      { title: columns.site },
      { title: columns.path },
      { title: columns.way },
      { title: columns.expressRoute },
      { title: columns.internet },
      ...(isApart
        ? [columns.internetLatency, columns.expressRouteLatency].map(
            (title): Heading => ({ title, align: 'end' }),
          )
        : []),
    ],
    isApart ? rows : mergedRows(context, rows, mostNamed),
    fromQuestions(context, ['scope.sites.list', 'scope.today.edges']),
  );
}

/** How a group is steered, and by which proxy, stands beside its subnets in the part on clients. */
const steering = [2, 3];

/** Groups of clients: where they leave and which addresses Microsoft sees; those that do alike in one row. */
function flowTable(context: Context): Block | undefined {
  const block = flowTableByGroup(context);
  if (block?.kind !== 'table') return undefined;
  const isTold = context.chosen.has('client');
  const shown = <Item>(items: readonly Item[]) =>
    items.filter((_, column) => !isTold || !steering.includes(column));
  const rows = mergedRows(
    context,
    block.rows.map((row) => shown(row)),
  );
  return { ...block, columns: shown(block.columns), rows };
}

/** Each group of clients in a row of its own, as far as the answers say. */
export function flowTableByGroup(context: Context): Block | undefined {
  const { columns, caption } = context.words.flowTable;
  const { project } = context;
  const internet = edgesOf(project, 'internetEdge');
  const expressRoute = edgesOf(project, 'expressRouteEdge');
  const pools = readPools(project);
  const rows = project.rows('clientGroups').map((group) => {
    const rides = group.path === 'express-route' || group.path === 'vpn-express-route';
    const site = project.row('sites', group.site);
    const edge = site && group.path !== 'blocked' ? (rides ? expressRoute : internet).get(site) : undefined;
    const worn =
      edge === undefined
        ? []
        : (rides ? pools.expressRoute : pools.internet).filter((pool) => pool.edge === edge);
    const own = group.publicAddresses === 'yes' ? context.words.flowTable.own : '';
    return [
      cell(context, rowName(context, 'clientGroups', group.id)),
      cell(context, cellText(context, 'clientGroups', group, 'path')),
      cell(context, cellText(context, 'clientGroups', group, 'steering')),
      cell(context, cellText(context, 'clientGroups', group, 'proxy')),
      cell(context, cellText(context, 'sites', { internetEdge: edge }, 'internetEdge')),
      cell(context, own === '' ? worn.map((pool) => pool.text).join(', ') : own),
    ];
  });
  return tableBlock(
    caption,
    [
      { title: columns.group },
      { title: columns.path },
      { title: columns.steering },
      { title: columns.proxy },
      { title: columns.edge },
      { title: columns.pool },
    ],
    rows,
    fromQuestions(context, [
      'scope.people.groups',
      'scope.sites.list',
      'routing.nat.pools',
      'routing.nat.er-pool',
    ]),
  );
}
