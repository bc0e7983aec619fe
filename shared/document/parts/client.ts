/** The client-traffic plan: the path of each population, how it is steered there, and what lets it in. */
import { readPools } from '../../assess/pools.ts';
import type { RowOf } from '../../content/tables.ts';
import type { Block, Section } from '../blocks.ts';
import type { Context } from '../context.ts';
import { findingsIn } from '../part-findings.ts';
import { projectTables } from '../project-tables.ts';
import { plain, textOf, toPart } from '../runs.ts';
import {
  answerSection,
  cell,
  findingList,
  fromQuestions,
  mergedRows,
  openLine,
  present,
  section,
  tableBlock,
} from '../statements.ts';
import { answerText, cellText, rowName } from '../values.ts';

export function clientPart(context: Context): { blocks: Block[]; sections: Section[] } {
  const { client } = context.words;
  return {
    blocks: present([findingList(context, findingsIn(context, 'client'))]),
    sections: [
      section(context, 'client.populations', client.populations, [
        ...projectTables(context, 'clientGroups', ['name', 'kind', 'site', 'users', 'devices', 'subnets']),
        planTable(context),
        openLine(context, ['scope.people.groups', 'scope.people.remote']),
      ]),
      answerSection(context, 'client.steering', {
        after: [
          ...projectTables(context, 'proxies', [
            'name',
            'kind',
            'site',
            'egress',
            'inspectsTls',
            'bypass',
            'owner',
          ]),
        ],
      }),
      section(context, 'client.pac', client.pac, [
        pacOrder(context),
        openLine(context, ['client.steering.pac-order']),
      ]),
      answerSection(context, 'client.internet'),
      answerSection(context, 'client.remote'),
      answerSection(context, 'client.control', { after: [addressTable(context)] }),
    ],
  };
}

/** Of more groups than these only a few of those that do alike are named: the appendix has each with its path. */
const mostApart = 20;
const mostNamed = 3;

/** What each population does and what lets it in, those that do alike in one row; who comes over the internet meets the controls, who is blocked does not get in. */
function planTable(context: Context): Block | undefined {
  const groups = context.project.rows('clientGroups');
  const { columns, caption, controls } = context.words.planTable;
  const measures = answerText(context, 'client.control.measures');
  const chosen = measures ? textOf(measures) : '';
  const controlsOf = (group: RowOf<'clientGroups'>): string => {
    if (group.path === 'blocked') return controls.blocked;
    return group.path === undefined ? '' : chosen;
  };
  return tableBlock(
    caption,
    [
      { title: columns.group },
      { title: columns.path },
      { title: columns.steering },
      { title: columns.proxy },
      { title: columns.internet },
      { title: columns.controls },
    ],
    mergedRows(
      context,
      groups.map((group) => [
        cell(context, rowName(context, 'clientGroups', group.id)),
        cell(context, cellText(context, 'clientGroups', group, 'path')),
        cell(context, cellText(context, 'clientGroups', group, 'steering')),
        cell(context, cellText(context, 'clientGroups', group, 'proxy')),
        cell(context, cellText(context, 'clientGroups', group, 'internetAllowed')),
        cell(context, controlsOf(group)),
      ]),
      groups.length > mostApart && context.chosen.has('answers') ? mostNamed : undefined,
    ),
    fromQuestions(context, ['scope.people.groups', 'client.control.measures']),
  );
}

/** The order that holds for every PAC file of this kind; the file itself is in the build sheet. */
function pacOrder(context: Context): Block | undefined {
  const { project, words } = context;
  const uses =
    ['pac', 'mixed', 'explicit-proxy'].some((way) => project.said('client.steering.method', way)) ||
    project.rows('clientGroups').some((group) => group.steering === 'pac');
  if (!uses) return undefined;
  return {
    kind: 'list',
    ordered: true,
    items: [words.client.pacExceptions, words.client.pacExpressRoute, words.client.pacRest].map((text) => ({
      text: plain(text),
    })),
    from: [
      ...fromQuestions(context, [
        'client.steering.pac-order',
        'client.steering.method',
        'scope.people.groups',
      ]),
      toPart('build'),
    ],
  };
}

/** The addresses that named locations and the IP firewall have to know: all that people leave with. */
function addressTable(context: Context): Block | undefined {
  const { project } = context;
  const { columns, caption } = context.words.addressTable;
  const isNeeded =
    ['named-locations', 'ip-firewall', 'conditional-access'].some((one) =>
      project.said('client.control.measures', one),
    ) || ['named-locations', 'ip-firewall'].some((one) => project.said('routing.nat.allow-lists', one));
  if (!isNeeded) return undefined;
  const { expressRoute, internet } = readPools(project);
  const places = new Map<string, Set<string>>();
  for (const pool of [...expressRoute, ...internet]) {
    const known = places.get(pool.text) ?? new Set();
    places.set(pool.text, known.add(pool.place));
  }
  return tableBlock(
    caption,
    [{ title: columns.prefix }, { title: columns.place }],
    [...places].map(([prefix, names]) => [cell(context, prefix), cell(context, [...names].join(', '))]),
    fromQuestions(context, [
      'routing.nat.er-pool',
      'routing.nat.internet-pool',
      'routing.nat.pools',
      'client.control.measures',
    ]),
  );
}
