/** The peering plan: every parameter of circuits and peerings, what is announced, what is accepted, which pools are worn. */

import { limit } from '../../assess/look-up.ts';
import { groupRows } from '../../assess/planned.ts';
import { readPools } from '../../assess/pools.ts';
import type { RowOf } from '../../content/tables.ts';
import { fill } from '../../content/words.ts';
import type { Block, Section, Text } from '../blocks.ts';
import type { Context } from '../context.ts';
import { findingsIn } from '../part-findings.ts';
import { projectTables } from '../project-tables.ts';
import { muted, plain, textOf, toQuestion } from '../runs.ts';
import {
  answerSection,
  cell,
  findingList,
  mergedRows,
  openLine,
  present,
  questionsOf,
  section,
  sideNote,
  tableBlock,
} from '../statements.ts';
import { cellText, columnLabel, rowName } from '../values.ts';
import { linksOf } from './peering-links.ts';
import { wholeTable } from './whole-table.ts';

const parameters = 'peering.parameters.list';
const advertised = 'peering.parameters.advertised';

export function peeringPart(context: Context): { blocks: Block[]; sections: Section[] } {
  const { peering } = context.words;
  const sectionWords = context.contentWords.sections;
  return {
    blocks: present([findingList(context, findingsIn(context, 'peering'))]),
    sections: [
      answerSection(context, 'peering.circuits', {
        before: circuitTables(context),
      }),
      section(context, 'peering.parameters', sectionWords['peering.parameters']?.title ?? '', [
        ...parameterTables(context),
        ...answerSection(context, 'peering.parameters', { without: [advertised] }).blocks,
      ]),
      section(context, 'peering.advertised', peering.advertised, [
        ...advertisedTables(context),
        openLine(context, [advertised]),
      ]),
      section(context, 'peering.communities', peering.communities, [communityTable(context)]),
      answerSection(context, 'peering.filter'),
      section(context, 'peering.pools', peering.pools, [
        ...(context.project.rows('natPools').length > 0
          ? wholeTable(context, 'natPools')
          : [poolTable(context)]),
        openLine(context, ['routing.nat.er-pool', 'routing.nat.internet-pool', 'routing.nat.pools']),
      ]),
      ...(questionsOf(context, 'peering.sovereign').length > 0
        ? [answerSection(context, 'peering.sovereign')]
        : []),
    ],
  };
}

/** Prefixes that are announced alike stand in one row. */
function advertisedTables(context: Context): Block[] {
  const columns = ['prefix', 'circuit', 'links', 'asn', 'registry', 'internet', 'validated'];
  return projectTables(context, 'advertised', columns).map((block) =>
    block.kind === 'table' ? { ...block, rows: mergedRows(context, block.rows) } : block,
  );
}

/** What was ordered and what stands, of few circuits in one table. */
function circuitTables(context: Context): Block[] {
  const { ordered, state } = context.words.peering;
  if (context.project.rows('circuits').length <= mostBeside) return wholeTable(context, 'circuits');
  const order = ['provider', 'model', 'location', 'secondLocation', 'bandwidth', 'sku', 'billing'];
  const stands = ['edge', 'secondEdge', 'provisioning', 'circuitState', 'routing', 'encryption'];
  return [
    ...projectTables(context, 'circuits', ['name', ...order, 'resiliency'], { caption: ordered }),
    ...projectTables(context, 'circuits', ['name', ...stands, 'otherLoad', 'leadWeeks', 'ordered', 'owner'], {
      caption: state,
    }),
  ];
}

type Parameter = { name: string; value: Text };

/** As many columns as stay readable on a page; where there are many, a few more in small type. */
const mostBeside = 4;
const mostInSmallType = 6;

/** Every parameter of every peering, side by side: what somebody types in, and what two of them should have in common. */
function parameterTables(context: Context): Block[] {
  const ofType = groupRows(context.project.rows('peerings'), (row) => row.type ?? '');
  return [...ofType.values()].flatMap((rows) => {
    const most = rows.length > 2 * mostBeside ? mostInSmallType : mostBeside;
    const pieces = Math.ceil(rows.length / most);
    const each = Math.ceil(rows.length / pieces);
    const all = allParameters(context, rows);
    const same = pieces === 1 ? [] : sameParameters(all);
    return present([
      ...Array.from({ length: pieces }, (_, piece) =>
        parameterTable(
          context,
          rows.slice(piece * each, (piece + 1) * each),
          all.slice(piece * each, (piece + 1) * each),
          same,
        ),
      ),
      same.length === 0 ? undefined : sameLine(context, rows, same),
    ]);
  });
}

/** What all peerings of a kind share, where they need more than one table. */
function sameParameters(all: readonly (readonly Parameter[])[]): Parameter[] {
  const [first = []] = all;
  return first.filter(({ value }, index) =>
    all.every((parameters) => textOf(parameters[index]?.value ?? []) === textOf(value)),
  );
}

function sameLine(context: Context, rows: readonly RowOf<'peerings'>[], same: readonly Parameter[]): Block {
  const { peering } = context.words;
  const type = cellText(context, 'peerings', rows[0], 'type');
  const values = same.map(({ name, value }) => `${name}: ${textOf(value)}`).join('; ');
  return sideNote(fill(peering.same, { count: rows.length, type, values }), [toQuestion(parameters)]);
}

function parameterTable(
  context: Context,
  rows: readonly RowOf<'peerings'>[],
  parametersOfRows: readonly (readonly Parameter[])[],
  same: readonly Parameter[],
): Block | undefined {
  const { peering } = context.words;
  const names = rows.map((row) => rowName(context, 'peerings', row.id));
  const told = new Set(same.map(({ name }) => name));
  const all = parametersOfRows.map((of) => of.filter(({ name }) => !told.has(name)));
  const table = tableBlock(
    fill(peering.parameters, { peerings: names.join(', ') }),
    [{ title: peering.parameter }, ...names.map((title) => ({ title }))],
    (all[0] ?? []).map(({ name }, index) => [
      { text: plain(name) },
      ...all.map((parameters) => ({ text: parameters[index]?.value ?? [] })),
    ]),
    [toQuestion(parameters), toQuestion('peering.circuits.list')],
  );
  if (table?.kind !== 'table') return undefined;
  return { ...table, whole: true, ...(rows.length > mostBeside ? { dense: true } : {}) };
}

/** What Azure asks for a Microsoft peering only; of another kind it is told where somebody gave it. */
const ofMicrosoft = ['customerAsn', 'registry', 'validation', 'filter', 'communities'] as const;

/** Of peerings of one kind always the same ones in the same order. */
function allParameters(context: Context, rows: readonly RowOf<'peerings'>[]): Parameter[][] {
  const told = ofMicrosoft.filter((column) =>
    rows.some((row) => row.type === 'microsoft' || row[column] !== undefined),
  );
  return rows.map((row) => parametersOf(context, row, told));
}

function parametersOf(
  context: Context,
  row: RowOf<'peerings'>,
  told: readonly (typeof ofMicrosoft)[number][],
): Parameter[] {
  const { peering } = context.words;
  const found: Parameter[] = [];
  const add = (name: string, text: string) =>
    found.push({ name, value: text === '' ? muted(context.words.open.notGiven) : plain(text) });
  const addColumn = (column: string) =>
    add(columnLabel(context, 'peerings', column), cellText(context, 'peerings', row, column));
  addColumn('circuit');
  addColumn('type');
  for (const link of linksOf(row)) {
    const title = columnLabel(context, 'peerings', link.name);
    const given = cellText(context, 'peerings', row, link.name);
    // One subnet may be given for both links.
    add(title, [...new Set([link.subnet ?? given, given])].filter(Boolean).join(' · '));
    add(peering.ends[link.name].yours, link.yours ?? '');
    add(peering.ends[link.name].microsoft, link.microsoft ?? '');
  }
  for (const column of ['vlan', 'peerAsn']) addColumn(column);
  add(peering.microsoftAsn, String(limit(context.reference, 'microsoft-asn').value));
  if (row.type === 'microsoft') add(peering.prefixes, prefixesOf(context, row.circuit).join(', '));
  for (const column of told)
    if (column === 'customerAsn') add(columnLabel(context, 'peerings', column), customerAsnOf(context, row));
    // What each of them stands for is said below, once.
    else if (column === 'communities')
      add(columnLabel(context, 'peerings', column), (row.communities ?? []).join(', '));
    else addColumn(column);
  if (row.type === 'microsoft') add(peering.worn, poolsOf(context, row.circuit).join(', '));
  for (const column of ['customerHost', 'sessions', 'bfd', 'md5', 'localPreference', 'prepends', 'created'])
    addColumn(column);
  return found;
}

/** Only prefixes of somebody else need it. */
function customerAsnOf(context: Context, row: RowOf<'peerings'>): string {
  return row.customerAsn === undefined
    ? context.words.values.none
    : cellText(context, 'peerings', row, 'customerAsn');
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
  const { columns, caption, authorisations, all } = context.words.communityTable;
  const many = context.project.rows('peerings').filter(({ communities }) => communities?.length).length;
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
        cell(
          context,
          names.length > mostBeside && names.length === many ? fill(all, { count: many }) : names.join(', '),
        ),
      ];
    }),
    [toQuestion(parameters)],
  );
}

/** Pools that were asked for as two lists, in one. */
function poolTable(context: Context): Block | undefined {
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
