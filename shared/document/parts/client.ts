/** The client-traffic plan: the path of each population, how it is steered there, and what lets it in. */
import { readPools } from '../../assess/pools.ts';
import type { Block, Section } from '../blocks.ts';
import type { Context } from '../context.ts';
import { findingsIn } from '../part-findings.ts';
import { projectTables } from '../project-tables.ts';
import { plain, toPart } from '../runs.ts';
import {
  answerSection,
  findingList,
  fromQuestions,
  openLine,
  paragraph,
  present,
  section,
} from '../statements.ts';
import { answerText, rowName } from '../values.ts';
import { wholeTable } from './whole-table.ts';

export function clientPart(context: Context): { blocks: Block[]; sections: Section[] } {
  const { client } = context.words;
  return {
    blocks: present([findingList(context, findingsIn(context, 'client'))]),
    sections: [
      section(context, 'client.populations', client.populations, [
        ...wholeTable(context, 'clientGroups'),
        controlBlock(context),
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
      answerSection(context, 'client.control', { after: addressList(context) }),
    ],
  };
}

/** Who comes over the internet or ExpressRoute meets the same controls; who is blocked does not get in. */
function controlBlock(context: Context): Block | undefined {
  const { letIn, notLetIn } = context.words.client;
  const blocked = context.project.rows('clientGroups').filter(({ path }) => path === 'blocked');
  const measures = answerText(context, 'client.control.measures');
  const names = blocked.map((group) => rowName(context, 'clientGroups', group.id));
  const pairs = [
    ...(measures ? [{ name: plain(letIn), value: measures }] : []),
    ...(names.length > 0 ? [{ name: plain(notLetIn), value: plain(names.join(', ')) }] : []),
  ];
  if (pairs.length === 0) return undefined;
  return {
    kind: 'pairs',
    pairs,
    from: fromQuestions(context, ['scope.people.groups', 'client.control.measures']),
  };
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
function addressList(context: Context): Block[] {
  const { project } = context;
  const isNeeded =
    ['named-locations', 'ip-firewall', 'conditional-access'].some((one) =>
      project.said('client.control.measures', one),
    ) || ['named-locations', 'ip-firewall'].some((one) => project.said('routing.nat.allow-lists', one));
  if (!isNeeded) return [];
  const { expressRoute, internet } = readPools(project);
  const places = new Map<string, Set<string>>();
  for (const pool of [...expressRoute, ...internet]) {
    const known = places.get(pool.text) ?? new Set();
    places.set(pool.text, known.add(pool.place));
  }
  if (places.size === 0) return [];
  const pairs = [...places].map(([prefix, names]) => ({
    name: plain(prefix),
    value: plain([...names].join(', ')),
  }));
  const from = fromQuestions(context, [
    'routing.nat.er-pool',
    'routing.nat.internet-pool',
    'routing.nat.pools',
    'client.control.measures',
  ]);
  return [paragraph(plain(context.words.client.addresses), from), { kind: 'pairs', dense: true, pairs }];
}
