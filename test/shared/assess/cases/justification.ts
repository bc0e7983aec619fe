/** Firing and silent cases of the rules in rules/justification.ts; those on performance stand in performance.ts. */
import type { RuleCase } from '../rule-case.ts';
import { performanceCases } from './performance.ts';

const unknown = { state: 'unknown' } as const;

export const justificationCases: readonly RuleCase[] = [
  {
    rule: 'justification.driver-unknown',
    name: 'nobody knows the reason',
    fires: true,
    severity: 'gate',
    answers: { 'justification.reason.driver': unknown },
  },
  {
    rule: 'justification.driver-unknown',
    name: 'not asked yet is no finding',
    fires: false,
  },
  {
    rule: 'justification.no-requirement',
    name: 'the text says none',
    fires: true,
    severity: 'risk',
    answers: { 'justification.reason.requirement': ' None. ' },
  },
  {
    rule: 'justification.no-requirement',
    name: 'not applicable means that there is none',
    fires: true,
    answers: { 'justification.reason.requirement': { state: 'notApplicable', reason: 'outOfScope' } },
  },
  {
    rule: 'justification.no-requirement',
    name: 'nobody knows',
    fires: true,
    answers: { 'justification.reason.requirement': unknown },
  },
  {
    rule: 'justification.no-requirement',
    name: 'a requirement that only begins like "no"',
    fires: false,
    answers: { 'justification.reason.requirement': 'Norm 14, 3.2: answers within 2 s' },
  },
  {
    rule: 'justification.per-workload',
    name: 'one reason for all',
    fires: true,
    answers: { 'justification.reason.per-workload': 'no' },
  },
  {
    rule: 'justification.per-workload',
    name: 'nobody knows',
    fires: true,
    answers: { 'justification.reason.per-workload': unknown },
  },
  {
    rule: 'justification.per-workload',
    name: 'one team is not asked',
    fires: false,
    answers: { 'scope.people.teams': 'one-team', 'justification.reason.per-workload': 'no' },
  },
  {
    rule: 'justification.data-load',
    name: 'a faster load',
    fires: true,
    severity: 'risk',
    answers: {
      'justification.reason.driver': ['data-load'],
      'justification.reason.data-load': 'throughput',
    },
  },
  {
    rule: 'justification.data-load',
    name: 'nobody knows what the load needs',
    fires: true,
    answers: { 'justification.reason.driver': ['data-load'], 'justification.reason.data-load': unknown },
  },
  {
    rule: 'justification.data-load',
    name: 'a private path for the load',
    fires: false,
    answers: { 'justification.reason.driver': ['data-load'], 'justification.reason.data-load': 'privacy' },
  },
  {
    rule: 'justification.data-load',
    name: 'the load is no reason any more',
    fires: false,
    answers: {
      'justification.reason.driver': ['capacity'],
      'justification.reason.data-load': 'throughput',
    },
  },
  {
    rule: 'justification.existing-circuit',
    name: 'the circuit is the only reason',
    fires: true,
    answers: {
      'justification.reason.driver': ['existing-circuit'],
      'scope.today.peerings': 'microsoft',
    },
  },
  {
    rule: 'justification.existing-circuit',
    name: 'the circuit has private peering only',
    fires: true,
    answers: { 'justification.reason.driver': ['existing-circuit'], 'scope.today.peerings': 'private' },
  },
  {
    rule: 'justification.existing-circuit',
    name: 'there is no circuit, whatever the other reasons',
    fires: true,
    answers: {
      'justification.reason.driver': ['existing-circuit', 'compliance'],
      'scope.today.circuit': 'no',
    },
  },
  {
    rule: 'justification.existing-circuit',
    name: 'the circuit comes on top of a reason',
    fires: false,
    answers: { 'justification.reason.driver': ['existing-circuit', 'compliance'] },
  },
  {
    rule: 'justification.alternatives-not-priced',
    name: 'none yet',
    fires: true,
    answers: { 'justification.alternatives.priced': ['none'] },
  },
  {
    rule: 'justification.alternatives-not-priced',
    name: 'nobody knows',
    fires: true,
    answers: { 'justification.alternatives.priced': unknown },
  },
  {
    rule: 'justification.alternatives-not-priced',
    name: 'one has a price',
    fires: false,
    answers: { 'justification.alternatives.priced': ['more-bandwidth'] },
  },
  {
    rule: 'justification.alternatives-unexplained',
    name: 'nothing speaks against them',
    fires: true,
    answers: {
      'justification.alternatives.priced': ['more-bandwidth', 'local-breakout'],
      'justification.alternatives.why-not': 'none',
    },
  },
  {
    rule: 'justification.alternatives-unexplained',
    name: 'nobody knows why not',
    fires: true,
    answers: {
      'justification.alternatives.priced': ['tls-identity'],
      'justification.alternatives.why-not': unknown,
    },
  },
  {
    rule: 'justification.alternatives-unexplained',
    name: 'each is refuted',
    fires: false,
    answers: {
      'justification.alternatives.priced': ['more-bandwidth'],
      'justification.alternatives.why-not': 'It still crosses public networks.',
    },
  },
  {
    rule: 'justification.alternatives-unexplained',
    name: 'none priced has a rule of its own',
    fires: false,
    answers: {
      'justification.alternatives.priced': ['none'],
      'justification.alternatives.why-not': 'none',
    },
  },
  {
    rule: 'justification.capacity-alternatives',
    name: 'only another provider was priced for a full line',
    fires: true,
    answers: {
      'justification.reason.driver': ['capacity'],
      'justification.alternatives.priced': ['provider-change'],
    },
  },
  {
    rule: 'justification.capacity-alternatives',
    name: 'a dedicated line was priced',
    fires: false,
    answers: {
      'justification.reason.driver': ['capacity'],
      'justification.alternatives.priced': ['dedicated-line', 'provider-change'],
    },
  },
  {
    rule: 'justification.capacity-alternatives',
    name: 'a full line is no reason here',
    fires: false,
    answers: {
      'justification.reason.driver': ['compliance'],
      'justification.alternatives.priced': ['provider-change'],
    },
  },
  {
    rule: 'justification.only-outbound',
    name: 'only Microsoft to you is needed',
    fires: true,
    severity: 'advice',
    count: 1,
    answers: {
      'justification.alternatives.only-outbound': 'yes',
      'peering.design.types': ['private'],
    },
  },
  {
    rule: 'justification.only-outbound',
    name: 'Microsoft peering is planned all the same',
    fires: true,
    severity: 'risk',
    count: 1,
    answers: {
      'justification.alternatives.only-outbound': 'yes',
      'peering.design.types': ['microsoft', 'private'],
    },
  },
  {
    rule: 'justification.only-outbound',
    name: 'Virtual Network support is not used',
    fires: true,
    severity: 'risk',
    count: 1,
    answers: {
      'justification.alternatives.only-outbound': 'yes',
      'routing.virtual-network.use': 'no',
    },
  },
  {
    rule: 'justification.only-outbound',
    name: 'GCC has no Virtual Network support',
    fires: true,
    severity: 'risk',
    count: 1,
    answers: { 'justification.alternatives.only-outbound': 'yes', 'scope.cloud.kind': 'gcc' },
  },
  {
    rule: 'justification.only-outbound',
    name: "users' traffic is planned too",
    fires: true,
    severity: 'risk',
    count: 2,
    answers: { 'justification.alternatives.only-outbound': 'yes', 'routing.virtual-network.use': 'no' },
    tables: {
      services: [
        { service: 'dataverse', path: 'express-route' },
        { service: 'web-services-out', path: 'express-route' },
      ],
      clientGroups: [{ name: 'Paris office wired', kind: 'office-wired', path: 'express-route' }],
    },
  },
  {
    rule: 'justification.only-outbound',
    name: 'users need it too',
    fires: false,
    answers: { 'justification.alternatives.only-outbound': 'no', 'peering.design.types': ['microsoft'] },
  },
  {
    rule: 'justification.virtual-network-unneeded',
    name: 'priced, but Microsoft calls nothing',
    fires: true,
    answers: {
      'justification.alternatives.priced': ['virtual-network'],
      'scope.services.outbound': 'no',
    },
  },
  {
    rule: 'justification.virtual-network-unneeded',
    name: 'Microsoft calls systems',
    fires: false,
    answers: { 'justification.alternatives.priced': ['virtual-network'] },
  },
  {
    rule: 'justification.unsigned',
    name: 'ordered before reason and plan are signed',
    fires: true,
    count: 2,
    severity: 'risk',
    answers: { 'justification.decision.order': '2027-01-11' },
  },
  {
    rule: 'justification.unsigned',
    name: 'it is being built, and nobody knows when the plan was signed',
    fires: true,
    count: 1,
    says: 'The project is being built or runs, and nobody knows when its configuration plan was signed.',
    answers: {
      'scope.today.stage': 'building',
      'justification.decision.signed': '2026-08-28',
      'justification.decision.plan-signed': { state: 'unknown' },
    },
  },
  {
    rule: 'justification.unsigned',
    name: 'the reason is signed a day after the order',
    fires: true,
    count: 1,
    answers: {
      'justification.decision.order': '2027-01-11',
      'justification.decision.signed': '2027-01-12',
      'justification.decision.plan-signed': '2027-01-11',
    },
  },
  {
    rule: 'justification.unsigned',
    name: 'a circuit was ordered before the day planned for it',
    fires: true,
    count: 1,
    answers: {
      'justification.decision.order': '2027-01-11',
      'justification.decision.signed': '2026-11-01',
      'justification.decision.plan-signed': '2026-12-14',
    },
    tables: {
      circuits: [
        { name: 'Paris A', location: 'paris', bandwidth: 500, sku: 'standard', ordered: '2026-11-15' },
      ],
    },
  },
  {
    rule: 'justification.unsigned',
    name: 'in production, and nobody knows who signed',
    fires: true,
    count: 1,
    answers: { 'justification.decision.signed': unknown },
  },
  {
    rule: 'justification.unsigned',
    name: 'signed on the day of the order',
    fires: false,
    answers: {
      'justification.decision.order': '2027-01-11',
      'justification.decision.signed': '2027-01-11',
      'justification.decision.plan-signed': '2026-12-14',
    },
  },
  {
    rule: 'justification.unsigned',
    name: 'one team signs no plan of its own',
    fires: false,
    answers: {
      'scope.people.teams': 'one-team',
      'justification.decision.order': '2027-01-11',
      'justification.decision.signed': '2026-12-01',
    },
  },
  ...performanceCases,
  {
    rule: 'justification.alternatives-unexplained',
    name: 'Virtual Network support that is chosen needs no refuting',
    fires: false,
    answers: {
      'justification.alternatives.only-outbound': 'yes',
      'justification.alternatives.priced': ['virtual-network'],
      'justification.alternatives.why-not': 'none',
    },
  },
  {
    rule: 'justification.only-outbound',
    name: 'users want it faster all the same',
    fires: true,
    says: 'users want it faster',
    answers: {
      'justification.alternatives.only-outbound': 'yes',
      'justification.reason.driver': ['latency'],
    },
  },
  {
    rule: 'justification.only-outbound',
    name: 'it is planned just so',
    fires: false,
    answers: {
      'justification.alternatives.only-outbound': 'yes',
      'routing.virtual-network.use': 'yes',
      'peering.design.types': ['private'],
    },
  },
];
