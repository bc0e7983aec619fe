/** Scope and today's state, and the target architecture with its picture. */

import { amount } from '../../assess/amount.ts';
import { sumOf } from '../../assess/load.ts';
import { groupRows, ridesExpressRoute } from '../../assess/planned.ts';
import type { RowOf } from '../../content/tables.ts';
import { fill } from '../../content/words.ts';
import { drawTopology } from '../../diagram/draw-topology.ts';
import type { Block, Section, Text } from '../blocks.ts';
import type { Context } from '../context.ts';
import { findingsIn } from '../part-findings.ts';
import { projectTables } from '../project-tables.ts';
import { plain, strong, toPart, toQuestion } from '../runs.ts';
import {
  answerPairs,
  answerSection,
  cell,
  findingList,
  fromQuestions,
  type Heading,
  openLine,
  paragraph,
  present,
  questionsOf,
  remark,
  section,
  tableBlock,
} from '../statements.ts';
import { areSitesApart } from '../table-homes.ts';
import { cellText, columnTitle, rowName } from '../values.ts';
import { wholeTable } from './whole-table.ts';

export function scopePart(context: Context): { blocks: Block[]; sections: Section[] } {
  return {
    blocks: present([totals(context), findingList(context, findingsIn(context, 'scope'))]),
    sections: [
      answerSection(context, 'scope.services'),
      answerSection(context, 'scope.environments', {
        after: [...wholeTable(context, 'environments')],
      }),
      answerSection(context, 'scope.sites', {
        after: siteTable(context),
      }),
      answerSection(context, 'scope.today', {
        after: [
          ...wholeTable(context, 'edges'),
          ...projectTables(context, 'roles', ['role', 'person', 'contact']),
        ],
      }),
    ],
  };
}

/** Where there are many sites they are counted here. */
function siteTable(context: Context): (Block | undefined)[] {
  const { project } = context;
  const sites = project.rows('sites');
  if (areSitesApart(context)) {
    const way = context.chosen.has('routing') ? [] : ['hub', 'path'];
    const columns = ['name', 'kind', 'country', 'users', 'peak', 'wan', 'critical', ...way];
    return projectTables(context, 'sites', columns);
  }
  const { words } = context;
  const countries = groupRows(sites, (site) => cellText(context, 'sites', site, 'country'));
  // What is counted: the sites of each kind, and those that take each path.
  const counted = (['kind', 'path'] as const).flatMap((column) =>
    [...groupRows(sites, (site) => cellText(context, 'sites', site, column)).keys()]
      .filter((value) => value !== '')
      .map((value) => ({ column, value })),
  );
  const rowOf = (title: Text, group: readonly RowOf<'sites'>[]) => [
    { text: title },
    ...counted.map(({ column, value }) => {
      const count = group.filter((site) => cellText(context, 'sites', site, column) === value).length;
      return cell(context, count === 0 ? '' : String(count));
    }),
    ...(['users', 'peak'] as const).map((column) =>
      cell(
        context,
        amount(
          sumOf(group, (site) => site[column]),
          context.view.language,
        ),
      ),
    ),
  ];
  return [
    tableBlock(
      words.scope.sitesByCountry,
      [
        { title: columnTitle(context, 'sites', 'country') },
        ...counted.map(({ value }): Heading => ({ title: value, align: 'end' })),
        ...['users', 'peak'].map(
          (column): Heading => ({ title: columnTitle(context, 'sites', column), align: 'end' }),
        ),
      ],
      [
        ...[...countries].map(([country, group]) => rowOf(plain(country || words.values.none), group)),
        rowOf(strong(words.costs.total), sites),
      ],
      [toQuestion('scope.sites.list'), toPart('answers')],
    ),
  ];
}

/** One sentence on the size of it all; nothing while there is nothing to count. */
function totals(context: Context): Block | undefined {
  const { project, view } = context;
  const sites = project.rows('sites');
  const environments = project.rows('environments');
  if (sites.length + environments.length === 0) return undefined;
  const regions = new Set(environments.map((row) => row.region).filter((one) => one !== undefined));
  const text = fill(context.words.scope.totals, {
    sites: sites.length,
    users: amount(
      sumOf(sites, (site) => site.users),
      view.language,
    ),
    environments: environments.length,
    regions: regions.size,
  });
  return paragraph(plain(text), fromQuestions(context, ['scope.sites.list', 'scope.environments.list']));
}

const mostInSentences = 6;

export function architecturePart(context: Context): { blocks: Block[]; sections: Section[] } {
  const isSponsor = context.audience === 'sponsor';
  const services = isSponsor
    ? [servicesByPath(context, context.words.architecture.services)]
    : projectTables(context, 'services', ['service', 'path', 'peak', 'owner', 'signedOff', 'reason']);
  const design = questionsOf(context, 'peering.design');
  return {
    blocks: present([
      figureBlock(context),
      // The picture names them, and so do a sponsor's costs and an engineer's table of circuits.
      (isSponsor || context.chosen.has('peering')) &&
      context.project.rows('circuits').length > mostInSentences
        ? undefined
        : circuitList(context),
      isSponsor ? undefined : findingList(context, findingsIn(context, 'architecture')),
    ]),
    sections: [
      section(context, 'architecture.services', context.words.architecture.services, [
        ...services,
        openLine(context, ['peering.design.services']),
      ]),
      ...(isSponsor
        ? []
        : [
            section(context, 'peering.design', context.contentWords.sections['peering.design']?.title ?? '', [
              answerPairs(context, design),
              openLine(
                context,
                design.filter((id) => id !== 'peering.design.services'),
              ),
            ]),
          ]),
    ],
  };
}

/** In short: which services take which path. */
export function servicesByPath(
  context: Context,
  caption: string,
  rows: readonly RowOf<'services'>[] = context.project.rows('services'),
): Block | undefined {
  const paths = new Map<string, string[]>();
  for (const row of rows) {
    const path = cellText(context, 'services', row, 'path');
    paths.set(path, [...(paths.get(path) ?? []), rowName(context, 'services', row.id)]);
  }
  return tableBlock(
    caption,
    [
      { title: columnTitle(context, 'services', 'path') },
      { title: columnTitle(context, 'services', 'service') },
    ],
    [...paths].map(([path, names]) => [cell(context, path), cell(context, names.join(', '))]),
    [toQuestion('peering.design.services')],
  );
}

function figureBlock(context: Context): Block {
  const { project, words, accent } = context;
  if (project.rows('circuits').length + project.rows('sites').length === 0)
    return (
      openLine(context, ['peering.circuits.list', 'scope.sites.list']) ?? remark(words.architecture.noFigure)
    );
  const look = { theme: 'print' as const, ...(accent === undefined ? {} : { accent }) };
  return {
    kind: 'figure',
    ...drawTopology(project, words.language, look),
    caption: words.architecture.figure,
    from: fromQuestions(context, ['peering.circuits.list', 'scope.sites.list', 'scope.today.edges']),
  };
}

/** Each circuit in one sentence, as one would say it to a person. */
function circuitList(context: Context): Block | undefined {
  const circuits = context.project.rows('circuits');
  if (circuits.length === 0) return undefined;
  const { architecture } = context.words;
  const riding = context.project.rows('services').filter(ridesExpressRoute).length;
  const items = circuits.map((circuit) => {
    const details = [
      cellText(context, 'circuits', circuit, 'location'),
      cellText(context, 'circuits', circuit, 'bandwidth'),
      cellText(context, 'circuits', circuit, 'sku'),
      cellText(context, 'circuits', circuit, 'provider'),
      cellText(context, 'circuits', circuit, 'provisioning'),
    ].filter((text) => text !== '');
    return {
      text: plain(
        `${[`${rowName(context, 'circuits', circuit.id)}: ${details[0] ?? ''}`, ...details.slice(1)].join(', ')}.`,
      ),
    };
  });
  const lead = riding > 0 ? [{ text: plain(fill(architecture.riding, { count: riding })) }] : [];
  return {
    kind: 'list',
    ordered: false,
    items: [...items, ...lead],
    from: [toQuestion('peering.circuits.list')],
  };
}
