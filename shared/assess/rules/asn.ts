/** Rules on AS numbers: which ones Microsoft refuses, which ones cost a manual check, and whose prefixes they vouch for. */
import { limit } from '../look-up.ts';
import { microsoftPeerings } from '../planned.ts';
import type { Reader } from '../reader.ts';
import { type Hit, type Rule, rule } from '../rule.ts';

type AsnKind = 'public' | 'private' | 'microsoft' | 'azure' | 'documentation' | 'reserved';

const ranges: readonly [kind: AsnKind, limit: string][] = [
  ['microsoft', 'microsoft-asn'],
  ['azure', 'asn-reserved-microsoft'],
  ['documentation', 'asn-documentation'],
  ['documentation', 'asn-documentation-4-byte'],
  ['reserved', 'asn-reserved-zero'],
  ['reserved', 'asn-reserved-as-trans'],
  ['reserved', 'asn-reserved-last-2-byte'],
  ['reserved', 'asn-reserved-last-4-byte'],
  ['private', 'asn-private-2-byte'],
  ['private', 'asn-private-4-byte'],
];

function readRanges(project: Reader) {
  return ranges.map(([kind, id]) => ({ kind, range: limit(project.reference, id) }));
}

function kindOf(project: Reader, asn: number): AsnKind {
  return project.once(readRanges).find(({ range }) => range.includes(asn))?.kind ?? 'public';
}

const refused: readonly AsnKind[] = ['microsoft', 'azure', 'documentation', 'reserved'];

export const asnRules: readonly Rule[] = [
  rule({
    id: 'parameters.asn-refused',
    severity: 'blocker',
    reads: ['peerings'],
    facts: ['R-06', 'R-08'],
    check: (project) => {
      const hits: Hit[] = [];
      for (const row of project.rows('peerings')) {
        for (const column of ['peerAsn', 'customerAsn'] as const) {
          const asn = row[column];
          if (asn === undefined) continue;
          const kind = kindOf(project, asn);
          if (!refused.includes(kind)) continue;
          hits.push({
            about: `${row.id}.${column}`,
            variant: kind,
            values: { asn, peering: project.nameOf('peerings', row.id) },
            from: [project.cell('peerings', row.id, column)],
          });
        }
      }
      return hits;
    },
  }),

  rule({
    id: 'parameters.asn-private',
    severity: 'risk',
    reads: ['peerings'],
    facts: ['R-07', 'R-06'],
    check: (project) =>
      project
        .once(microsoftPeerings)
        .filter((row) => row.peerAsn !== undefined && kindOf(project, row.peerAsn) === 'private')
        .map((row): Hit => {
          const values = { asn: row.peerAsn ?? 0, peering: project.nameOf('peerings', row.id) };
          const cell = project.cell('peerings', row.id, 'peerAsn');
          if (row.prepends !== 'yes') return { about: row.id, values, from: [cell] };
          const from = [cell, project.cell('peerings', row.id, 'prepends')];
          return { about: row.id, variant: 'prepends', severity: 'blocker', values, from };
        }),
  }),

  rule({
    id: 'parameters.customer-asn-private',
    severity: 'blocker',
    reads: ['peerings'],
    facts: ['R-09', 'R-07'],
    check: (project) =>
      project
        .once(microsoftPeerings)
        .filter((row) => row.customerAsn !== undefined && kindOf(project, row.customerAsn) === 'private')
        .map((row) => ({
          about: row.id,
          values: { asn: row.customerAsn ?? 0, peering: project.nameOf('peerings', row.id) },
          from: [project.cell('peerings', row.id, 'customerAsn')],
        })),
  }),

  rule({
    id: 'parameters.registered-elsewhere',
    severity: 'risk',
    reads: ['advertised', 'peerings'],
    facts: ['R-09'],
    check: (project) => {
      const hits: Hit[] = [];
      const peerings = project.once(microsoftPeerings);
      for (const row of project.rows('advertised')) {
        if (row.asn === undefined) continue;
        const own = peerings.filter(
          (peering) => peering.circuit === row.circuit && peering.peerAsn !== undefined,
        );
        const [peering] = own;
        if (!peering) continue;
        if (own.some((one) => one.peerAsn === row.asn || one.customerAsn === row.asn)) continue;
        const isEmpty = own.every((one) => one.customerAsn === undefined);
        hits.push({
          about: row.id,
          ...(isEmpty ? {} : { variant: 'other' }),
          values: {
            prefix: row.prefix ?? '',
            asn: row.asn,
            peerAsn: peering.peerAsn ?? 0,
            customerAsn: own.find((one) => one.customerAsn !== undefined)?.customerAsn ?? 0,
            peering: project.nameOf('peerings', peering.id),
          },
          from: [
            project.cell('advertised', row.id, 'asn'),
            project.cell('peerings', peering.id, 'peerAsn'),
            project.cell('peerings', peering.id, 'customerAsn'),
          ],
        });
      }
      return hits;
    },
  }),
];
