/** Firing and silent cases of the rules in rules/approval.ts. */
import type { RuleCase } from '../rule-case.ts';

const unknown = { state: 'unknown' } as const;

export const approvalCases: readonly RuleCase[] = [
  ...(['not-asked', 'guide-read', 'reviewed', 'submitted'] as const).map(
    (step): RuleCase => ({
      rule: 'approval.open',
      name: `as far as ${step}`,
      fires: true,
      severity: 'risk',
      answers: { 'justification.m365.approval': step },
    }),
  ),
  {
    rule: 'approval.open',
    name: 'refused',
    fires: true,
    severity: 'blocker',
    answers: { 'justification.m365.approval': 'refused' },
  },
  {
    rule: 'approval.open',
    name: 'nobody knows',
    fires: true,
    severity: 'gate',
    answers: { 'justification.m365.approval': unknown },
  },
  {
    rule: 'approval.open',
    name: 'granted',
    fires: false,
    answers: { 'justification.m365.approval': 'granted' },
  },
  {
    rule: 'approval.open',
    name: 'Microsoft 365 is not meant to use it',
    fires: false,
    answers: { 'scope.services.m365': 'no', 'justification.m365.approval': 'refused' },
  },
  {
    rule: 'approval.planned',
    name: 'planned while submitted',
    fires: true,
    severity: 'blocker',
    count: 1,
    answers: { 'justification.m365.approval': 'submitted' },
    tables: {
      services: [
        { service: 'exchange', path: 'express-route' },
        { service: 'sharepoint', path: 'both' },
        { service: 'teams', path: 'internet' },
      ],
    },
  },
  {
    rule: 'approval.planned',
    name: 'planned and granted',
    fires: false,
    answers: { 'justification.m365.approval': 'granted' },
    tables: { services: [{ service: 'exchange', path: 'express-route' }] },
  },
  {
    rule: 'approval.planned',
    name: 'left on the internet until it is decided',
    fires: false,
    answers: { 'justification.m365.approval': 'submitted' },
    tables: {
      services: [
        { service: 'exchange', path: 'internet' },
        { service: 'dataverse', path: 'express-route' },
      ],
    },
  },
  {
    rule: 'approval.fallback',
    name: 'no other design',
    fires: true,
    severity: 'blocker',
    answers: { 'justification.m365.approval': 'submitted', 'justification.m365.fallback': 'no' },
  },
  {
    rule: 'approval.fallback',
    name: 'granted, but no other design',
    fires: true,
    severity: 'risk',
    answers: { 'justification.m365.approval': 'granted', 'justification.m365.fallback': 'no' },
  },
  {
    rule: 'approval.fallback',
    name: 'nobody knows',
    fires: true,
    severity: 'gate',
    answers: { 'justification.m365.fallback': unknown },
  },
  {
    rule: 'approval.fallback',
    name: 'an internet design exists',
    fires: false,
    answers: { 'justification.m365.fallback': 'yes' },
  },
  {
    rule: 'approval.subscription',
    name: 'submitted for another subscription',
    fires: true,
    severity: 'risk',
    answers: { 'justification.m365.approval': 'submitted', 'justification.m365.same-subscription': 'no' },
  },
  {
    rule: 'approval.subscription',
    name: 'granted for another subscription',
    fires: true,
    severity: 'blocker',
    answers: { 'justification.m365.approval': 'granted', 'justification.m365.same-subscription': 'no' },
  },
  {
    rule: 'approval.subscription',
    name: 'nobody knows which',
    fires: true,
    severity: 'risk',
    answers: { 'justification.m365.approval': 'granted', 'justification.m365.same-subscription': unknown },
  },
  {
    rule: 'approval.subscription',
    name: 'the same subscription',
    fires: false,
    answers: { 'justification.m365.approval': 'granted', 'justification.m365.same-subscription': 'yes' },
  },
  {
    rule: 'approval.assessment',
    name: 'nobody knows',
    fires: true,
    says: 'Nobody knows whether the network has been assessed for Microsoft 365.',
    answers: { 'justification.m365.assessment': { state: 'unknown' } },
  },
  {
    rule: 'approval.assessment',
    name: 'no assessment',
    fires: true,
    answers: { 'justification.m365.assessment': 'no' },
  },
  {
    rule: 'approval.assessment',
    name: 'assessed',
    fires: false,
    answers: { 'justification.m365.assessment': 'yes' },
  },
];
