/** Rules on security: encryption on the circuit, controls at the edge, who may change it, and what is kept. */
import { answerRule } from '../answer-rule.ts';
import { listed } from '../planned.ts';
import { type Hit, type Rule, rule } from '../rule.ts';

const macsec = rule({
  id: 'security.macsec',
  severity: 'blocker',
  reads: ['peering.security.encryption', 'circuits'],
  facts: ['Z-01', 'S-18'],
  check: (project) => {
    const isRequired = project.said('peering.security.encryption', 'macsec');
    return project
      .rows('circuits')
      .filter((circuit) => circuit.model !== undefined && circuit.model !== 'direct')
      .filter(
        (circuit) => circuit.encryption === 'macsec' || (isRequired && circuit.encryption === undefined),
      )
      .map((circuit) => ({
        about: circuit.id,
        values: {
          circuit: project.nameOf('circuits', circuit.id),
          model: project.label('circuits', circuit.model ?? '', 'model'),
        },
        from: [
          project.cell('circuits', circuit.id, 'encryption'),
          project.cell('circuits', circuit.id, 'model'),
          ...(isRequired ? [project.at('peering.security.encryption')] : []),
        ],
      }));
  },
});

const encryptionDiffers = rule({
  id: 'security.encryption-differs',
  severity: 'risk',
  reads: ['peering.security.encryption', 'justification.compliance.demands', 'circuits'],
  facts: ['Z-01', 'J-03'],
  check: (project) => {
    const choice = project.choice('peering.security.encryption');
    if (choice === 'not-required' && project.said('justification.compliance.demands', 'encryption'))
      return {
        variant: 'demanded',
        from: [project.at('peering.security.encryption'), project.at('justification.compliance.demands')],
      };
    if (choice !== 'macsec' && choice !== 'ipsec') return undefined;
    const others = project
      .rows('circuits')
      .filter((circuit) => circuit.encryption !== undefined && circuit.encryption !== choice);
    if (others.length === 0) return undefined;
    return {
      values: {
        choice: project.label('peering.security.encryption', choice),
        circuits: listed(others.map((circuit) => project.nameOf('circuits', circuit.id))),
      },
      from: [
        project.at('peering.security.encryption'),
        ...others.map((circuit) => project.cell('circuits', circuit.id, 'encryption')),
      ],
    };
  },
});

const perimeter = rule({
  id: 'security.perimeter',
  severity: 'risk',
  reads: ['peering.security.perimeter', 'endpoints'],
  facts: ['Z-03', 'O-04'],
  check: (project) => {
    if (!project.isNotDone('peering.security.perimeter')) return undefined;
    const from = [project.at('peering.security.perimeter')];
    if (!project.said('peering.security.perimeter', 'no')) return { variant: 'unknown', from };
    const open = project.rows('endpoints').filter((endpoint) => endpoint.path === 'express-route');
    if (open.length === 0) return { from };
    return {
      variant: 'published',
      values: { endpoints: listed(open.map((endpoint) => project.nameOf('endpoints', endpoint.id))) },
      from: [...from, ...open.map((endpoint) => project.cell('endpoints', endpoint.id, 'path'))],
    };
  },
});

const changeRights = rule({
  id: 'security.change-rights',
  severity: 'advice',
  reads: ['golive.operations.roles', 'peering.filter.owner'],
  facts: ['Z-05'],
  check: (project) => {
    const hits: Hit[] = [];
    if (project.said('golive.operations.roles', 'no'))
      hits.push({ from: [project.at('golive.operations.roles')] });
    if (project.state('peering.filter.owner') === 'unknown')
      hits.push({ variant: 'unowned', severity: 'risk', from: [project.at('peering.filter.owner')] });
    return hits;
  },
});

const keys = rule({
  id: 'security.key-changes',
  severity: 'advice',
  reads: ['golive.operations.keys', 'peering.security.encryption', 'circuits'],
  facts: ['Z-07', 'Z-01'],
  check: (project) => {
    if (!project.isNotDone('golive.operations.keys')) return undefined;
    const at = project.at('golive.operations.keys');
    const encrypted = project.rows('circuits').filter((circuit) => circuit.encryption === 'macsec');
    if (project.said('peering.security.encryption', 'macsec')) {
      return {
        variant: 'macsec',
        severity: 'risk',
        from: [at, project.at('peering.security.encryption')],
      };
    }
    if (encrypted.length === 0) return { from: [at] };
    const cells = encrypted.map((circuit) => project.cell('circuits', circuit.id, 'encryption'));
    return { variant: 'macsec', severity: 'risk', from: [at, ...cells] };
  },
});

const inspectionDelay = rule({
  id: 'security.inspection-delay',
  severity: 'risk',
  reads: ['peering.m365.inspection-delay', 'peering.m365.media'],
  facts: ['Z-08'],
  check: (project) => {
    const media = project.choice('peering.m365.media');
    if (media !== 'marked' && media !== 'unmarked') return undefined;
    return project.isNotDone('peering.m365.inspection-delay')
      ? { from: [project.at('peering.m365.inspection-delay'), project.at('peering.m365.media')] }
      : undefined;
  },
});

export const securityRules: readonly Rule[] = [
  macsec,
  encryptionDiffers,
  answerRule('security.ipsec', 'risk', ['Z-02', 'Z-01'], 'peering.security.encryption', 'ipsec'),
  perimeter,
  answerRule('security.directions', 'advice', ['Z-04'], 'peering.security.directions', 'no'),
  changeRights,
  answerRule('security.logs', 'advice', ['Z-06'], 'golive.operations.logs', 'no'),
  keys,
  inspectionDelay,
];
