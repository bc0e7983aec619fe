/** Firing and silent cases of the rules in rules/compliance.ts. */
import type { RuleCase } from '../rule-case.ts';

const unknown = { state: 'unknown' } as const;
const compliance = { 'justification.reason.driver': ['compliance'] };

export const complianceCases: readonly RuleCase[] = [
  {
    rule: 'compliance.no-clause',
    name: 'nobody can show one',
    fires: true,
    severity: 'risk',
    answers: { ...compliance, 'justification.compliance.clause': 'none' },
  },
  {
    rule: 'compliance.no-clause',
    name: 'nobody knows',
    fires: true,
    answers: { ...compliance, 'justification.compliance.clause': unknown },
  },
  {
    rule: 'compliance.no-clause',
    name: 'the clause is quoted',
    fires: false,
    answers: {
      ...compliance,
      'justification.compliance.clause':
        'Outsourcing policy 7.3: customer data must not cross public networks.',
    },
  },
  {
    rule: 'compliance.encryption-enough',
    name: 'encryption is enough',
    fires: true,
    answers: { ...compliance, 'justification.compliance.demands': 'encryption' },
  },
  {
    rule: 'compliance.encryption-enough',
    name: 'the text leaves it open',
    fires: true,
    answers: { ...compliance, 'justification.compliance.demands': 'unclear' },
  },
  {
    rule: 'compliance.encryption-enough',
    name: 'a path off the internet is demanded',
    fires: false,
    answers: { ...compliance, 'justification.compliance.demands': 'private-path' },
  },
  {
    rule: 'compliance.at-rest',
    name: 'ExpressRoute is to cover stored data',
    fires: true,
    answers: { ...compliance, 'justification.compliance.at-rest': 'express-route' },
  },
  {
    rule: 'compliance.at-rest',
    name: 'nobody knows',
    fires: true,
    answers: { ...compliance, 'justification.compliance.at-rest': unknown },
  },
  {
    rule: 'compliance.at-rest',
    name: 'a control of its own',
    fires: false,
    answers: { ...compliance, 'justification.compliance.at-rest': 'own-control' },
  },
  {
    rule: 'compliance.no-scope',
    name: 'nobody knows',
    fires: true,
    says: 'Nobody knows what the evidence is to cover.',
    answers: { ...compliance, 'justification.compliance.scope': { state: 'unknown' } },
  },
  {
    rule: 'compliance.no-scope',
    name: 'not defined',
    fires: true,
    answers: { ...compliance, 'justification.compliance.scope': 'none' },
  },
  {
    rule: 'compliance.no-scope',
    name: 'agreed with the auditor',
    fires: false,
    answers: {
      ...compliance,
      'justification.compliance.scope': 'Customer data, Paris to Dataverse; group audit',
    },
  },
  {
    rule: 'compliance.all-traffic',
    name: 'a claim about everything',
    fires: true,
    answers: { ...compliance, 'justification.compliance.all-traffic': 'yes' },
  },
  {
    rule: 'compliance.all-traffic',
    name: 'the plan itself contradicts it',
    fires: true,
    count: 1,
    answers: { ...compliance, 'justification.compliance.all-traffic': 'yes' },
    tables: {
      services: [
        { service: 'dataverse', path: 'express-route' },
        { service: 'admin-portals', path: 'internet' },
        { service: 'sign-in', path: 'both' },
      ],
    },
  },
  {
    rule: 'compliance.all-traffic',
    name: 'a limited claim',
    fires: false,
    answers: { ...compliance, 'justification.compliance.all-traffic': 'no' },
  },
  {
    rule: 'compliance.not-compared',
    name: 'no comparison',
    fires: true,
    answers: { ...compliance, 'justification.compliance.compared': 'no' },
  },
  {
    rule: 'compliance.not-compared',
    name: 'nobody knows',
    fires: true,
    answers: { ...compliance, 'justification.compliance.compared': unknown },
  },
  {
    rule: 'compliance.not-compared',
    name: 'compared',
    fires: false,
    answers: { ...compliance, 'justification.compliance.compared': 'yes' },
  },
  {
    rule: 'compliance.no-reason',
    name: 'nobody knows',
    fires: true,
    says: 'Nobody knows why TLS, identity and device controls would fail the clause.',
    answers: {
      ...compliance,
      'justification.compliance.compared': 'yes',
      'justification.compliance.why-not': { state: 'unknown' },
    },
  },
  {
    rule: 'compliance.no-reason',
    name: 'the comparison found nothing against them',
    fires: true,
    answers: {
      ...compliance,
      'justification.compliance.compared': 'yes',
      'justification.compliance.why-not': 'None',
    },
  },
  {
    rule: 'compliance.no-reason',
    name: 'the reason is written',
    fires: false,
    answers: {
      ...compliance,
      'justification.compliance.compared': 'yes',
      'justification.compliance.why-not': '7.3 forbids public networks even for encrypted data.',
    },
  },
  {
    rule: 'compliance.reachable',
    name: 'unreachable without any control',
    fires: true,
    severity: 'blocker',
    answers: {
      ...compliance,
      'justification.compliance.unreachable': 'yes',
      'justification.compliance.controls': ['none'],
    },
  },
  {
    rule: 'compliance.reachable',
    name: 'nobody knows which control',
    fires: true,
    severity: 'gate',
    answers: {
      ...compliance,
      'justification.compliance.unreachable': 'yes',
      'justification.compliance.controls': unknown,
    },
  },
  {
    rule: 'compliance.reachable',
    name: 'keeping data off the internet, which may stay reachable',
    fires: true,
    severity: 'risk',
    answers: {
      'justification.reason.driver': ['block-internet'],
      'justification.compliance.unreachable': 'no',
    },
  },
  {
    rule: 'compliance.reachable',
    name: 'keeping data off the internet, and nobody knows what that means',
    fires: true,
    severity: 'gate',
    answers: {
      'justification.reason.driver': ['block-internet'],
      'justification.compliance.unreachable': unknown,
    },
  },
  {
    rule: 'compliance.reachable',
    name: 'Conditional Access is planned',
    fires: false,
    answers: {
      ...compliance,
      'justification.compliance.unreachable': 'yes',
      'justification.compliance.controls': ['conditional-access'],
    },
  },
  {
    rule: 'compliance.reachable',
    name: 'a policy that does not demand it',
    fires: false,
    answers: { ...compliance, 'justification.compliance.unreachable': 'no' },
  },
];
