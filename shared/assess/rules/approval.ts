/** Rules on Microsoft's permission for Microsoft 365: how far it is, and what happens without it. */
import { undoneRule } from '../answer-rule.ts';
import { listed, m365Services, ridesExpressRoute } from '../planned.ts';
import { type Rule, rule } from '../rule.ts';

const open = rule({
  id: 'approval.open',
  severity: 'risk',
  reads: ['justification.m365.approval', 'scope.services.m365'],
  facts: ['C-18', 'C-11'],
  check: (project) => {
    const at = project.at('justification.m365.approval');
    const scope = project.at('scope.services.m365');
    if (project.state('justification.m365.approval') === 'unknown')
      return { variant: 'unknown', severity: 'gate', from: [at, scope] };
    const step = project.choice('justification.m365.approval');
    if (step === undefined || step === 'granted') return undefined;
    if (step === 'refused') return { variant: 'refused', severity: 'blocker', from: [at, scope] };
    return {
      variant: step,
      values: { step: project.label('justification.m365.approval', step) },
      from: [at, scope],
    };
  },
});

const planned = rule({
  id: 'approval.planned',
  severity: 'blocker',
  reads: ['services', 'justification.m365.approval'],
  facts: ['C-11'],
  check: (project) => {
    const step = project.choice('justification.m365.approval');
    if (step === undefined || step === 'granted') return undefined;
    const rows = project
      .rows('services')
      .filter(
        (row) => row.service !== undefined && m365Services.includes(row.service) && ridesExpressRoute(row),
      );
    if (rows.length === 0) return undefined;
    return {
      values: {
        services: listed(rows.map((row) => project.label('services', row.service ?? '', 'service'))),
        step: project.label('justification.m365.approval', step),
      },
      from: [
        project.at('justification.m365.approval'),
        ...rows.map((row) => project.cell('services', row.id, 'path')),
      ],
    };
  },
});

const fallback = rule({
  id: 'approval.fallback',
  severity: 'blocker',
  reads: ['justification.m365.fallback', 'justification.m365.approval'],
  facts: ['C-18'],
  check: (project) => {
    const from = [project.at('justification.m365.fallback')];
    if (project.state('justification.m365.fallback') === 'unknown')
      return { variant: 'unknown', severity: 'gate', from };
    if (!project.said('justification.m365.fallback', 'no')) return undefined;
    return project.said('justification.m365.approval', 'granted')
      ? {
          variant: 'granted',
          severity: 'risk',
          from: [...from, project.at('justification.m365.approval')],
        }
      : { from };
  },
});

const subscription = rule({
  id: 'approval.subscription',
  severity: 'risk',
  reads: ['justification.m365.same-subscription', 'justification.m365.approval'],
  facts: ['C-18', 'C-11'],
  check: (project) => {
    if (!project.isNotDone('justification.m365.same-subscription')) return undefined;
    const from = [
      project.at('justification.m365.same-subscription'),
      project.at('justification.m365.approval'),
    ];
    if (!project.said('justification.m365.same-subscription', 'no')) return { variant: 'unknown', from };
    return project.said('justification.m365.approval', 'granted')
      ? { variant: 'granted', severity: 'blocker', from }
      : { from };
  },
});

export const approvalRules: readonly Rule[] = [
  open,
  planned,
  fallback,
  subscription,
  undoneRule('approval.assessment', 'risk', ['C-16'], 'justification.m365.assessment'),
];
