/** Rules on the prefixes you advertise to Microsoft: what it accepts, how many, and whether they are proven to be yours. */
import type { RowOf } from '../../content/tables.ts';
import { readAdvertised } from '../advertised.ts';
import { limit, specialRange } from '../look-up.ts';
import { groupRows, listed, microsoftPeerings } from '../planned.ts';
import type { Reader } from '../reader.ts';
import { type Hit, type Rule, rule } from '../rule.ts';

const isLate = (project: Reader) =>
  ['building', 'running'].includes(project.choice('scope.today.stage') ?? '');

/** Rows that stand on one session; a row that names no link stands on both. */
const onLink = (row: RowOf<'advertised'>, link: 'primary' | 'secondary') =>
  row.links === undefined || row.links === 'both' || row.links === link;

export const advertisedRules: readonly Rule[] = [
  rule({
    id: 'advertised.not-public',
    severity: 'blocker',
    reads: ['advertised'],
    facts: ['R-12', 'R-09'],
    check: (project) =>
      project.once(readAdvertised).flatMap(({ row, text, prefix }): Hit[] => {
        const range = specialRange(project.reference, prefix);
        if (!range) return [];
        return [
          {
            about: row.id,
            variant: range.kind,
            values: { prefix: text, range: range.name },
            from: [project.cell('advertised', row.id, 'prefix')],
          },
        ];
      }),
  }),

  rule({
    id: 'advertised.count',
    severity: 'blocker',
    reads: ['advertised', 'circuits'],
    facts: ['R-11'],
    check: (project) => {
      const warning = limit(project.reference, 'prefixes-microsoft-warning').value;
      const hits: Hit[] = [];
      const circuits = groupRows(project.once(readAdvertised), (one) => one.row.circuit);
      for (const [circuit, all] of circuits) {
        for (const family of [4, 6] as const) {
          const most = limit(project.reference, `prefixes-microsoft-ipv${family}`).value;
          const counts = (['primary', 'secondary'] as const).map((link) => {
            const texts = all.filter((one) => one.prefix.family === family && onLink(one.row, link));
            return new Set(texts.map((one) => one.text)).size;
          });
          const count = Math.max(...counts);
          if (count <= warning) continue;
          hits.push({
            about: `${circuit}.ipv${family}`,
            ...(count <= most ? { variant: 'near', severity: 'risk' } : {}),
            values: { circuit: project.nameOf('circuits', circuit), count, most, family: `IPv${family}` },
            from: [project.at('peering.parameters.advertised'), project.cell('circuits', circuit, 'name')],
          });
        }
      }
      return hits;
    },
  }),

  rule({
    id: 'advertised.not-registered',
    severity: 'risk',
    reads: ['advertised', 'peerings', 'justification.prerequisites.registered'],
    facts: ['R-09', 'C-15'],
    check: (project) => {
      const claim = project.said('justification.prerequisites.registered', 'yes')
        ? [project.at('justification.prerequisites.registered')]
        : [];
      const prefixes = project.once(readAdvertised).filter(({ row }) => row.registry === 'none');
      const peerings = project.once(microsoftPeerings).filter((row) => row.registry === 'none');
      const hits: Hit[] = [];
      if (prefixes.length > 0) {
        hits.push({
          ...(claim.length > 0 ? { variant: 'claimed' } : {}),
          values: { prefixes: listed(prefixes.map((one) => one.text)) },
          from: [...prefixes.map(({ row }) => project.cell('advertised', row.id, 'registry')), ...claim],
        });
      }
      for (const row of peerings) {
        hits.push({
          about: row.id,
          variant: 'peering',
          values: { peering: project.nameOf('peerings', row.id) },
          from: [project.cell('peerings', row.id, 'registry'), ...claim],
        });
      }
      return hits;
    },
  }),

  rule({
    id: 'advertised.validation',
    severity: 'risk',
    reads: ['advertised', 'peerings', 'scope.today.stage'],
    facts: ['R-09', 'U-02'],
    check: (project) => {
      const late = isLate(project);
      const stage = late ? [project.at('scope.today.stage')] : [];
      const severity = late ? 'blocker' : 'risk';
      const waiting = project.once(microsoftPeerings).filter((row) => row.validation === 'validation-needed');
      const hits: Hit[] = waiting.map((row) => ({
        about: row.id,
        severity,
        values: { peering: project.nameOf('peerings', row.id) },
        from: [project.cell('peerings', row.id, 'validation'), ...stage],
      }));
      const circuits = new Set(waiting.map((row) => row.circuit));
      for (const { row, text } of project.once(readAdvertised)) {
        // The state of the whole peering has said so already.
        if (row.validated !== 'no' || circuits.has(row.circuit)) continue;
        hits.push({
          about: row.id,
          variant: 'prefix',
          severity,
          values: { prefix: text },
          from: [project.cell('advertised', row.id, 'validated'), ...stage],
        });
      }
      return hits;
    },
  }),
];
