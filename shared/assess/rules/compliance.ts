/** Rules on law and policy as a reason: what the clause demands, what ExpressRoute can prove of it, and what closes the internet. */
import { undoneRule, unwrittenRule } from '../answer-rule.ts';
import { listed } from '../planned.ts';
import { type Rule, rule } from '../rule.ts';

const encryptionEnough = rule({
  id: 'compliance.encryption-enough',
  severity: 'risk',
  reads: ['justification.compliance.demands'],
  facts: ['J-03'],
  check: (project) => {
    const from = [project.at('justification.compliance.demands')];
    if (project.said('justification.compliance.demands', 'encryption')) return { from };
    const isUnclear =
      project.said('justification.compliance.demands', 'unclear') ||
      project.state('justification.compliance.demands') === 'unknown';
    return isUnclear ? { variant: 'unclear', from } : undefined;
  },
});

const atRest = rule({
  id: 'compliance.at-rest',
  severity: 'risk',
  reads: ['justification.compliance.at-rest'],
  facts: ['J-12'],
  check: (project) => {
    const from = [project.at('justification.compliance.at-rest')];
    if (project.said('justification.compliance.at-rest', 'express-route')) return { from };
    return project.state('justification.compliance.at-rest') === 'unknown'
      ? { variant: 'unknown', from }
      : undefined;
  },
});

const allTraffic = rule({
  id: 'compliance.all-traffic',
  severity: 'risk',
  reads: ['justification.compliance.all-traffic', 'services'],
  facts: ['J-15', 'J-10', 'A-12'],
  check: (project) => {
    if (!project.said('justification.compliance.all-traffic', 'yes')) return undefined;
    const at = project.at('justification.compliance.all-traffic');
    const others = project.rows('services').filter((row) => row.path === 'internet' || row.path === 'both');
    if (others.length === 0) return { from: [at] };
    return {
      variant: 'planned',
      values: {
        services: listed(others.map((row) => project.label('services', row.service ?? '', 'service'))),
      },
      from: [at, ...others.map((row) => project.cell('services', row.id, 'path'))],
    };
  },
});

const reachable = rule({
  id: 'compliance.reachable',
  severity: 'blocker',
  reads: [
    'justification.compliance.controls',
    'justification.compliance.unreachable',
    'justification.reason.driver',
  ],
  facts: ['J-07'],
  check: (project) => {
    const demand = project.at('justification.compliance.unreachable');
    const isDriver = project.said('justification.reason.driver', 'block-internet');
    if (isDriver && project.said('justification.compliance.unreachable', 'no'))
      return {
        variant: 'contradiction',
        severity: 'risk',
        from: [demand, project.at('justification.reason.driver')],
      };
    if (isDriver && project.state('justification.compliance.unreachable') === 'unknown')
      return {
        variant: 'undecided',
        severity: 'gate',
        from: [demand, project.at('justification.reason.driver')],
      };
    const controls = project.at('justification.compliance.controls');
    const named = project.list('justification.compliance.controls');
    if (named.length === 1 && named[0] === 'none') return { from: [controls, demand] };
    return project.state('justification.compliance.controls') === 'unknown'
      ? { variant: 'unknown', severity: 'gate', from: [controls, demand] }
      : undefined;
  },
});

export const complianceRules: readonly Rule[] = [
  unwrittenRule('compliance.no-clause', 'risk', ['J-03'], 'justification.compliance.clause'),
  encryptionEnough,
  atRest,
  unwrittenRule('compliance.no-scope', 'risk', ['J-15'], 'justification.compliance.scope'),
  allTraffic,
  undoneRule('compliance.not-compared', 'risk', ['J-16'], 'justification.compliance.compared'),
  unwrittenRule('compliance.no-reason', 'risk', ['J-16'], 'justification.compliance.why-not'),
  reachable,
];
