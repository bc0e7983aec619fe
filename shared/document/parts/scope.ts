/** Scope and today's state, and the target architecture with its picture. */

import { amount } from '../../assess/amount.ts';
import { sumOf } from '../../assess/load.ts';
import { groupRows, ridesExpressRoute } from '../../assess/planned.ts';
import type { RowOf } from '../../content/tables.ts';
import { fill } from '../../content/words.ts';
import { drawTopology } from '../../diagram/draw-topology.ts';
import type { Block, Section } from '../blocks.ts';
import type { Context } from '../context.ts';
import { findingsIn } from '../part-findings.ts';
import { projectTables } from '../project-tables.ts';
import { plain, toPart, toQuestion } from '../runs.ts';
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
import { cellText, columnTitle, rowName } from '../values.ts';

export function scopePart(context: Context): { blocks: Block[]; sections: Section[] } {
  return {
    blocks: present([totals(context), findingList(context, findingsIn(context, 'scope'))]),
    sections: [
      answerSection(context, 'scope.services'),
      answerSection(context, 'scope.environments', {
        after: [
          ...projectTables(context, 'environments', [
            'name',
            'region',
            'type',
            'azureRegions',
            'address',
            'virtualNetwork',
            'owner',
          ]),
        ],
      }),
      answerSection(context, 'scope.sites', {
        after: siteTable(context),
      }),
      answerSection(context, 'scope.today', {
        after: [
          ...projectTables(context, 'edges', [
            'name',
            'kind',
            'site',
            'firewall',
            'devices',
            'bandwidth',
            'lines',
            'owner',
          ]),
          ...projectTables(context, 'roles', ['role', 'person', 'contact']),
        ],
      }),
    ],
  };
}

/** More sites than these are counted here by kind, country and path; the appendix has each with all its columns. */
const mostApart = 30;

function siteTable(context: Context): (Block | undefined)[] {
  const { project } = context;
  const sites = project.rows('sites');
  if (sites.length <= mostApart || !context.chosen.has('answers'))
    return projectTables(context, 'sites', [
      'name',
      'kind',
      'country',
      'users',
      'peak',
      'wan',
      'hub',
      'critical',
      'path',
    ]);
  const shared = ['kind', 'country', 'path'];
  const told = (site: RowOf<'sites'> | undefined) =>
    shared.map((column) => cellText(context, 'sites', site, column));
  const alike = groupRows(sites, (site) => told(site).join('\n'));
  const total = (group: readonly RowOf<'sites'>[], of: (site: RowOf<'sites'>) => number | undefined) =>
    cell(context, amount(sumOf(group, of), context.view.language));
  const { words } = context;
  const counted = tableBlock(
    words.scope.sitesByKind,
    [
      ...shared.map((column): Heading => ({ title: columnTitle(context, 'sites', column) })),
      { title: words.scope.sites, align: 'end' },
      ...['users', 'peak'].map(
        (column): Heading => ({ title: columnTitle(context, 'sites', column), align: 'end' }),
      ),
    ],
    [...alike.values()].map((group) => [
      ...told(group[0]).map((text) => cell(context, text)),
      cell(context, String(group.length)),
      total(group, (site) => site.users),
      total(group, (site) => site.peak),
    ]),
    [toQuestion('scope.sites.list'), toPart('answers')],
  );
  return [counted];
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

const mostForSponsor = 6;

export function architecturePart(context: Context): { blocks: Block[]; sections: Section[] } {
  const isSponsor = context.audience === 'sponsor';
  const services = isSponsor
    ? [servicesByPath(context)]
    : projectTables(context, 'services', ['service', 'path', 'peak', 'owner', 'signedOff', 'reason']);
  const design = questionsOf(context, 'peering.design');
  return {
    blocks: present([
      figureBlock(context),
      // The picture and the costs have named them already.
      isSponsor && context.project.rows('circuits').length > mostForSponsor
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
function servicesByPath(context: Context): Block | undefined {
  const paths = new Map<string, string[]>();
  for (const row of context.project.rows('services')) {
    const path = cellText(context, 'services', row, 'path');
    paths.set(path, [...(paths.get(path) ?? []), rowName(context, 'services', row.id)]);
  }
  return tableBlock(
    context.words.architecture.services,
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
