/** Rules on the parameters of peerings: subnets, hosts, AS numbers, VLANs, timers, keys. */
import type { RowOf } from '../../content/tables.ts';
import type { Prefix } from '../../network/prefix.ts';
import { prefixesOverlap } from '../../network/prefix.ts';
import { findOverlaps } from '../../network/prefix-set.ts';
import type { FindingOrigin } from '../../view.ts';
import { answerRule } from '../answer-rule.ts';
import { limit, specialRange } from '../look-up.ts';
import { groupRows, listed, microsoftPeerings } from '../planned.ts';
import type { Reader } from '../reader.ts';
import { type Hit, type Rule, rule } from '../rule.ts';
import { advertisedRules } from './advertised.ts';
import { asnRules } from './asn.ts';
import { communitiesRules } from './communities.ts';

/** Peerings made earlier have no BFD until they are reset. */
const bfdSince: Readonly<Record<string, string>> = { microsoft: '2020-01-01', private: '2018-08-01' };

type Link = {
  row: RowOf<'peerings'>;
  column: 'primary' | 'secondary';
  text: string;
  prefix: Prefix;
  cell: FindingOrigin;
};

function linksOf(project: Reader, row: RowOf<'peerings'>): Link[] {
  return (['primary', 'secondary'] as const).flatMap((column): Link[] => {
    const text = row[column];
    const prefix = project.prefix(text);
    return text !== undefined && prefix
      ? [{ row, column, text, prefix, cell: project.cell('peerings', row.id, column) }]
      : [];
  });
}

/** What is wrong with the subnets of one peering, taken by themselves. */
function judgeShape(project: Reader, row: RowOf<'peerings'>): Omit<Hit, 'about'>[] {
  const links = linksOf(project, row);
  const [first, second] = links;
  const peering = project.nameOf('peerings', row.id);
  if (!first) return [];
  const sizes = { 4: 'ipv4', 6: 'ipv6' } as const;
  const half = limit(project.reference, `peering-subnet-${sizes[first.prefix.family]}-two`).value;
  const whole = limit(project.reference, `peering-subnet-${sizes[first.prefix.family]}-one`).value;
  if (!second) {
    if (first.prefix.length === whole) return [];
    const values = { peering, subnet: first.text, length: half, whole };
    if (first.prefix.length !== half) return [{ variant: 'single-length', values, from: [first.cell] }];
    const other = first.column === 'primary' ? 'secondary' : 'primary';
    const from = [project.cell('peerings', row.id, other), first.cell];
    return [{ variant: `no-${other}`, severity: 'gate', values, from }];
  }
  const from = links.map((link) => link.cell);
  const values = { peering, subnet: first.text, other: second.text, length: half, whole };
  if (first.prefix.family !== second.prefix.family) return [{ variant: 'families', values, from }];
  const wrong = links.filter((link) => link.prefix.length !== half);
  if (wrong.length > 0) {
    const subnet = wrong.map((link) => link.text).join(', ');
    return [{ values: { ...values, subnet }, from: wrong.map((link) => link.cell) }];
  }
  return prefixesOverlap(first.prefix, second.prefix) ? [{ variant: 'same', values, from }] : [];
}

export const parametersRules: readonly Rule[] = [
  rule({
    id: 'parameters.subnet-shape',
    severity: 'blocker',
    reads: ['peerings'],
    facts: ['R-04', 'A-03'],
    check: (project) =>
      project
        .rows('peerings')
        .flatMap((row) => judgeShape(project, row).map((hit): Hit => ({ ...hit, about: row.id }))),
  }),

  rule({
    id: 'parameters.subnet-not-public',
    severity: 'blocker',
    reads: ['peerings'],
    facts: ['R-04', 'N-01'],
    check: (project) =>
      project
        .once(microsoftPeerings)
        .flatMap((row) => linksOf(project, row))
        .flatMap((link): Hit[] => {
          const range = specialRange(project.reference, link.prefix);
          if (!range) return [];
          return [
            {
              about: `${link.row.id}.${link.column}`,
              ...(range.kind === 'documentation' ? { variant: 'documentation' } : {}),
              values: {
                peering: project.nameOf('peerings', link.row.id),
                subnet: link.text,
                range: range.name,
              },
              from: [link.cell],
            },
          ];
        }),
  }),

  rule({
    id: 'parameters.subnet-overlap',
    severity: 'blocker',
    reads: ['peerings', 'subnets'],
    facts: ['R-04'],
    check: (project) => {
      const links = project.rows('peerings').flatMap((row) => linksOf(project, row));
      const blocks = links.map((link, place) => ({ ...link.prefix, link, place }));
      const hits: Hit[] = [];
      for (const { left, right } of findOverlaps(blocks, blocks)) {
        // Each pair is met from both sides, and each block meets itself.
        if (left.place >= right.place || left.link.row === right.link.row) continue;
        const [one, other] = [left.link, right.link];
        hits.push({
          about: `${one.row.id}.${one.column}.${other.row.id}.${other.column}`,
          values: {
            subnet: one.text,
            other: other.text,
            first: project.nameOf('peerings', one.row.id),
            second: project.nameOf('peerings', other.row.id),
          },
          from: [one.cell, other.cell],
        });
      }
      for (const subnet of project.rows('subnets')) {
        const prefix = project.prefix(subnet.prefix);
        if (!prefix) continue;
        for (const link of links) {
          if (link.row.type !== 'private' || !prefixesOverlap(link.prefix, prefix)) continue;
          hits.push({
            about: `${link.row.id}.${link.column}.${subnet.id}`,
            variant: 'virtual-network',
            values: {
              subnet: link.text,
              other: subnet.prefix ?? '',
              first: project.nameOf('peerings', link.row.id),
              second: project.nameOf('subnets', subnet.id),
            },
            from: [link.cell, project.cell('subnets', subnet.id, 'prefix')],
          });
        }
      }
      return hits;
    },
  }),

  rule({
    id: 'parameters.host-order',
    severity: 'blocker',
    reads: ['peerings'],
    facts: ['R-05'],
    check: (project) =>
      project
        .rows('peerings')
        .filter((row) => row.customerHost === 'second')
        .map((row) => ({
          about: row.id,
          values: { peering: project.nameOf('peerings', row.id) },
          from: [project.cell('peerings', row.id, 'customerHost')],
        })),
  }),

  ...asnRules,

  rule({
    id: 'parameters.vlan-shared',
    severity: 'blocker',
    reads: ['peerings', 'circuits'],
    facts: ['R-13'],
    check: (project) => {
      const rows = project.rows('peerings');
      const groups = groupRows(rows, (row) =>
        row.circuit === undefined || row.vlan === undefined ? undefined : `${row.circuit}.${row.vlan}`,
      );
      const hits: Hit[] = [];
      for (const [about, sharing] of groups) {
        const [first] = sharing;
        // Two rows of one type are the halves of one peering (IPv4 and IPv6), or a fault of their own.
        if (!first || new Set(sharing.map((row) => row.type)).size < 2) continue;
        hits.push({
          about,
          values: {
            circuit: project.nameOf('circuits', first.circuit),
            vlan: first.vlan ?? 0,
            peerings: listed(sharing.map((row) => project.nameOf('peerings', row.id))),
          },
          from: sharing.map((row) => project.cell('peerings', row.id, 'vlan')),
        });
      }
      return hits;
    },
  }),

  answerRule('parameters.hsrp', 'blocker', ['R-14'], 'peering.parameters.router-redundancy', 'hsrp'),

  rule({
    id: 'parameters.md5',
    severity: 'advice',
    reads: ['peerings', 'peering.parameters.keys'],
    facts: ['R-15'],
    check: (project) => {
      const rows = project.rows('peerings');
      const without = rows.filter((row) => row.md5 === 'no');
      const hits: Hit[] = [];
      if (without.length > 0) {
        hits.push({
          values: { peerings: listed(without.map((row) => project.nameOf('peerings', row.id))) },
          from: without.map((row) => project.cell('peerings', row.id, 'md5')),
        });
      }
      const keyed = rows.filter((row) => row.md5 === 'yes');
      if (keyed.length > 0 && project.said('peering.parameters.keys', 'no')) {
        hits.push({
          variant: 'unplanned',
          severity: 'risk',
          values: { peerings: listed(keyed.map((row) => project.nameOf('peerings', row.id))) },
          from: [
            project.at('peering.parameters.keys'),
            ...keyed.map((row) => project.cell('peerings', row.id, 'md5')),
          ],
        });
      }
      return hits;
    },
  }),

  rule({
    id: 'parameters.bfd',
    severity: 'risk',
    reads: ['peerings'],
    facts: ['R-16'],
    check: (project) =>
      project.rows('peerings').flatMap((row): Hit[] => {
        const values = { peering: project.nameOf('peerings', row.id), created: row.created ?? '' };
        const cell = project.cell('peerings', row.id, 'bfd');
        if (row.bfd === 'no') return [{ about: row.id, values, from: [cell] }];
        const since = bfdSince[row.type ?? ''];
        if (row.bfd !== 'yes' || since === undefined || row.created === undefined || row.created >= since)
          return [];
        const from = [cell, project.cell('peerings', row.id, 'created')];
        return [{ about: row.id, variant: 'reset', values, from }];
      }),
  }),

  answerRule('parameters.own-communities', 'risk', ['R-17'], 'routing.steering.own-communities', 'yes'),

  rule({
    id: 'parameters.incomplete',
    severity: 'gate',
    reads: ['circuits', 'peerings', 'peering.design.types', 'scope.today.stage'],
    facts: ['R-04', 'R-06', 'R-13'],
    check: (project) => {
      const stage = project.choice('scope.today.stage');
      // Before building, an empty cell is simply work that is still to come.
      if (stage !== 'building' && stage !== 'running') return undefined;
      const peerings = project.once(microsoftPeerings);
      const hits: Hit[] = [];
      for (const row of peerings) {
        const same = peerings.filter((other) => other.circuit === row.circuit);
        const lacks = {
          subnets: same.every((other) => other.primary === undefined && other.secondary === undefined),
          vlan: same.every((other) => other.vlan === undefined),
          asn: same.every((other) => other.peerAsn === undefined),
        };
        const columns = { subnets: 'primary', vlan: 'vlan', asn: 'peerAsn' };
        if (same[0] !== row) continue;
        for (const variant of ['subnets', 'vlan', 'asn'] as const) {
          if (!lacks[variant]) continue;
          hits.push({
            about: row.id,
            variant,
            values: { peering: project.nameOf('peerings', row.id) },
            from: [project.cell('peerings', row.id, columns[variant])],
          });
        }
      }
      if (!project.said('peering.design.types', 'microsoft')) return hits;
      for (const circuit of project.rows('circuits')) {
        // A circuit that carries private peering only may well be meant to.
        if (project.rows('peerings').some((row) => row.circuit === circuit.id)) continue;
        hits.push({
          about: circuit.id,
          variant: 'no-peering',
          values: { circuit: project.nameOf('circuits', circuit.id) },
          from: [project.at('peering.parameters.list'), project.cell('circuits', circuit.id, 'name')],
        });
      }
      return hits;
    },
  }),

  ...advertisedRules,
  ...communitiesRules,
];
