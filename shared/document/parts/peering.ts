/** The peering plan: every parameter of circuits and peerings, what is announced, what is accepted, which pools are worn. */

import { limit } from '../../assess/look-up.ts';
import { readPools } from '../../assess/pools.ts';
import type { RowOf } from '../../content/tables.ts';
import { fill } from '../../content/words.ts';
import type { Block, Section, Text } from '../blocks.ts';
import type { Context } from '../context.ts';
import { findingsIn } from '../part-findings.ts';
import { code, joined, muted, plain, toQuestion } from '../runs.ts';
import {
  answerSection,
  cell,
  findingList,
  openLine,
  present,
  projectTable,
  questionsOf,
  section,
  tableBlock,
} from '../statements.ts';
import { cellText, columnLabel, rowName } from '../values.ts';
import { linksOf } from './peering-links.ts';

const parameters = 'peering.parameters.list';
const advertised = 'peering.parameters.advertised';

export function peeringPart(context: Context): { blocks: Block[]; sections: Section[] } {
  const { peering } = context.words;
  const sectionWords = context.contentWords.sections;
  return {
    blocks: present([findingList(context, findingsIn(context, 'peering'))]),
    sections: [
      answerSection(context, 'peering.circuits', {
        before: [
          projectTable(
            context,
            'circuits',
            [
              'name',
              'provider',
              'model',
              'location',
              'secondLocation',
              'bandwidth',
              'sku',
              'billing',
              'resiliency',
            ],
            { caption: peering.ordered },
          ),
          projectTable(
            context,
            'circuits',
            [
              'name',
              'edge',
              'secondEdge',
              'provisioning',
              'circuitState',
              'routing',
              'encryption',
              'otherLoad',
              'leadWeeks',
              'ordered',
              'owner',
            ],
            { caption: peering.state },
          ),
        ],
      }),
      section(
        context,
        'peering.parameters',
        sectionWords['peering.parameters']?.title ?? '',
        [
          overview(context),
          ...answerSection(context, 'peering.parameters', { without: [advertised] }).blocks,
        ],
        context.project.rows('peerings').map((row) => peeringSection(context, row)),
      ),
      section(context, 'peering.advertised', peering.advertised, [
        projectTable(context, 'advertised', [
          'prefix',
          'circuit',
          'links',
          'asn',
          'registry',
          'internet',
          'validated',
        ]),
        openLine(context, [advertised]),
      ]),
      section(context, 'peering.communities', peering.communities, [communityTable(context)]),
      answerSection(context, 'peering.filter'),
      section(context, 'peering.pools', peering.pools, [
        poolTable(context),
        openLine(context, ['routing.nat.er-pool', 'routing.nat.internet-pool', 'routing.nat.pools']),
      ]),
      ...(questionsOf(context, 'peering.sovereign').length > 0
        ? [answerSection(context, 'peering.sovereign')]
        : []),
    ],
  };
}

function overview(context: Context): Block | undefined {
  return projectTable(context, 'peerings', [
    'name',
    'circuit',
    'type',
    'vlan',
    'peerAsn',
    'filter',
    'validation',
    'sessions',
  ]);
}

/** One peering as the sheet that somebody types it in from. */
function peeringSection(context: Context, row: RowOf<'peerings'>): Section {
  const { peering } = context.words;
  const circuit = context.project.row('circuits', row.circuit);
  const pairs: { name: string; value: Text }[] = [];
  const add = (name: string, text: string) =>
    pairs.push({ name, value: text === '' ? muted(context.words.open.notGiven) : plain(text) });
  const addColumn = (column: string) =>
    add(columnLabel(context, 'peerings', column), cellText(context, 'peerings', row, column));
  const addOf = (column: string) =>
    add(columnLabel(context, 'circuits', column), cellText(context, 'circuits', circuit, column));
  addColumn('circuit');
  addColumn('type');
  for (const column of ['sku', 'location', 'bandwidth']) addOf(column);
  for (const link of linksOf(row)) {
    const title = columnLabel(context, 'peerings', link.name);
    const asTyped = cellText(context, 'peerings', row, link.name);
    const addresses =
      link.yours && link.microsoft
        ? plain(` ${fill(peering.addresses, { yours: link.yours, microsoft: link.microsoft })}`)
        : [];
    if (link.subnet !== undefined) pairs.push({ name: title, value: joined(code(link.subnet), addresses) });
    else add(title, asTyped);
  }
  for (const column of ['vlan', 'peerAsn']) addColumn(column);
  add(peering.microsoftAsn, String(limit(context.reference, 'microsoft-asn').value));
  if (row.type === 'microsoft') {
    add(peering.prefixes, prefixesOf(context, row.circuit).join(', '));
    if (row.customerAsn !== undefined) addColumn('customerAsn');
    for (const column of ['registry', 'validation', 'filter', 'communities']) addColumn(column);
    add(peering.worn, poolsOf(context, row.circuit).join(', '));
  }
  for (const column of ['sessions', 'bfd', 'md5', 'localPreference', 'prepends', 'created'])
    addColumn(column);
  return {
    id: `peering.row.${row.id}`,
    title: rowName(context, 'peerings', row.id),
    blocks: [{ kind: 'pairs', pairs, from: [toQuestion(parameters), toQuestion('peering.circuits.list')] }],
  };
}

export function prefixesOf(context: Context, circuit: string | undefined): string[] {
  if (circuit === undefined) return [];
  return context.project
    .rows('advertised')
    .flatMap((row) => (row.circuit === circuit && row.prefix !== undefined ? [row.prefix] : []));
}

export function poolsOf(context: Context, circuit: string | undefined): string[] {
  if (circuit === undefined) return [];
  return readPools(context.project)
    .expressRoute.filter((pool) => pool.circuit === circuit)
    .map((pool) => pool.text);
}

/** Every value of every filter once, with its published name and the peerings that take it. */
function communityTable(context: Context): Block | undefined {
  const { columns, caption, authorisations } = context.words.communityTable;
  const users = new Map<string, string[]>();
  for (const row of context.project.rows('peerings')) {
    for (const value of row.communities ?? [])
      users.set(value, [...(users.get(value) ?? []), rowName(context, 'peerings', row.id)]);
  }
  const known = new Map(context.reference.communities.items.map((item) => [item.value, item]));
  const rows = [...users].sort(([left], [right]) => (left < right ? -1 : 1));
  return tableBlock(
    caption,
    [
      { title: columns.value },
      { title: columns.name },
      { title: columns.permission },
      { title: columns.peerings },
    ],
    rows.map(([value, names]) => {
      const item = known.get(value);
      return [
        cell(context, value),
        cell(context, item?.name ?? ''),
        cell(context, item ? authorisations[item.authorisation] : ''),
        cell(context, names.join(', ')),
      ];
    }),
    [toQuestion(parameters)],
  );
}

/** All pools in one list, whether they were asked for as two lists or as a table. */
export function poolTable(context: Context): Block | undefined {
  const { columns } = context.words.poolTable;
  const { expressRoute, internet } = readPools(context.project);
  const pools = [...expressRoute, ...internet.filter((pool) => pool.use === 'internet')];
  const label = (column: string, value: string | undefined) =>
    value === undefined
      ? ''
      : (context.contentWords.tables.natPools?.columns[column]?.options?.[value] ?? value);
  const origins = [...new Set(pools.map((pool) => pool.origin.question))];
  return tableBlock(
    context.contentWords.tables.natPools?.title ?? '',
    [
      { title: columns.prefix },
      { title: columns.use },
      { title: columns.edge },
      { title: columns.circuit },
      { title: columns.link },
      { title: columns.registered },
      { title: columns.users, align: 'end' },
    ],
    pools.map((pool) => [
      cell(context, pool.text),
      cell(context, label('use', pool.use)),
      cell(context, pool.place),
      cell(context, pool.circuit === undefined ? '' : rowName(context, 'circuits', pool.circuit)),
      cell(context, label('link', pool.link)),
      cell(context, cellText(context, 'natPools', { registered: pool.registered }, 'registered')),
      cell(context, cellText(context, 'natPools', { users: pool.users }, 'users')),
    ]),
    origins.map(toQuestion),
  );
}
