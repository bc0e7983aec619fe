/** Firing and silent cases of the rules in rules/performance.ts. */
import type { RuleCase } from '../rule-case.ts';

const unknown = { state: 'unknown' } as const;

export const performanceCases: readonly RuleCase[] = [
  {
    rule: 'justification.speed-alone',
    name: 'nothing but speed',
    fires: true,
    answers: { 'justification.reason.driver': ['latency'] },
  },
  {
    rule: 'justification.speed-alone',
    name: 'speed beside a policy',
    fires: false,
    answers: { 'justification.reason.driver': ['latency', 'compliance'] },
  },
  {
    rule: 'justification.no-baseline',
    name: 'not measured',
    fires: true,
    answers: { 'justification.reason.driver': ['latency'], 'justification.performance.baseline': 'no' },
  },
  {
    rule: 'justification.no-baseline',
    name: 'nobody knows',
    fires: true,
    answers: { 'justification.reason.driver': ['capacity'], 'justification.performance.baseline': unknown },
  },
  {
    rule: 'justification.no-baseline',
    name: 'policy needs no measurement',
    fires: false,
    answers: { 'justification.reason.driver': ['compliance'], 'justification.performance.baseline': 'no' },
  },
  {
    rule: 'justification.baseline-without-numbers',
    name: 'one of two sites has no figure',
    fires: true,
    count: 1,
    answers: { 'justification.reason.driver': ['latency'], 'justification.performance.baseline': 'yes' },
    tables: {
      sites: [
        { name: 'Paris', kind: 'hub', internetLatency: 12 },
        { name: 'Lyon', kind: 'branch' },
      ],
    },
  },
  {
    rule: 'justification.baseline-without-numbers',
    name: 'every site has its figure, even zero',
    fires: false,
    answers: { 'justification.reason.driver': ['latency'], 'justification.performance.baseline': 'yes' },
    tables: { sites: [{ name: 'Paris', kind: 'hub', internetLatency: 0 }] },
  },
  {
    rule: 'justification.baseline-without-numbers',
    name: 'no sites listed yet',
    fires: false,
    answers: { 'justification.reason.driver': ['latency'], 'justification.performance.baseline': 'yes' },
  },
  {
    rule: 'justification.baseline-without-numbers',
    name: 'no measurement is claimed',
    fires: false,
    answers: { 'justification.reason.driver': ['latency'], 'justification.performance.baseline': 'no' },
    tables: { sites: [{ name: 'Lyon', kind: 'branch' }] },
  },
  {
    rule: 'justification.not-faster',
    name: 'as quick or slower everywhere',
    fires: true,
    count: 1,
    answers: { 'justification.reason.driver': ['latency'] },
    tables: {
      sites: [
        { name: 'Dallas', kind: 'office', internetLatency: 15, expressRouteLatency: 40 },
        { name: 'New York', kind: 'hub', internetLatency: 9, expressRouteLatency: 9 },
        { name: 'Lyon', kind: 'branch', internetLatency: 20 },
      ],
    },
  },
  {
    rule: 'justification.not-faster',
    name: 'one site gains',
    fires: false,
    answers: { 'justification.reason.driver': ['latency'] },
    tables: {
      sites: [
        { name: 'Dallas', kind: 'office', internetLatency: 15, expressRouteLatency: 40 },
        { name: 'Oslo', kind: 'office', internetLatency: 48, expressRouteLatency: 31 },
      ],
    },
  },
  {
    rule: 'justification.not-faster',
    name: 'speed is not the reason',
    fires: false,
    answers: { 'justification.reason.driver': ['compliance'] },
    tables: {
      sites: [{ name: 'Dallas', kind: 'office', internetLatency: 15, expressRouteLatency: 40 }],
    },
  },
  {
    rule: 'justification.contention',
    name: 'inside the own network',
    fires: true,
    answers: {
      'justification.reason.driver': ['capacity'],
      'justification.performance.contention': 'inside',
    },
  },
  {
    rule: 'justification.contention',
    name: 'no slow place found',
    fires: true,
    answers: {
      'justification.reason.driver': ['latency'],
      'justification.performance.contention': 'none-found',
    },
  },
  {
    rule: 'justification.contention',
    name: 'nobody knows where',
    fires: true,
    answers: {
      'justification.reason.driver': ['latency'],
      'justification.performance.contention': unknown,
    },
  },
  {
    rule: 'justification.contention',
    name: 'on the internet line',
    fires: false,
    answers: {
      'justification.reason.driver': ['capacity'],
      'justification.performance.contention': 'own-line',
    },
  },
  {
    rule: 'justification.contention-remedy',
    name: 'a full line, and only breakout priced',
    fires: true,
    answers: {
      'justification.reason.driver': ['capacity'],
      'justification.performance.contention': 'own-line',
      'justification.alternatives.priced': ['local-breakout'],
    },
  },
  {
    rule: 'justification.contention-remedy',
    name: 'a slow provider, and only more of it priced',
    fires: true,
    answers: {
      'justification.reason.driver': ['predictability'],
      'justification.performance.contention': 'provider',
      'justification.alternatives.priced': ['more-bandwidth'],
    },
  },
  {
    rule: 'justification.contention-remedy',
    name: 'another provider was priced',
    fires: false,
    answers: {
      'justification.reason.driver': ['predictability'],
      'justification.performance.contention': 'provider',
      'justification.alternatives.priced': ['provider-change'],
    },
  },
  {
    rule: 'justification.contention-remedy',
    name: 'nothing priced at all has a rule of its own',
    fires: false,
    answers: {
      'justification.reason.driver': ['capacity'],
      'justification.performance.contention': 'own-line',
      'justification.alternatives.priced': ['none'],
    },
  },
  {
    rule: 'justification.contention-remedy',
    name: 'a slow place inside has a rule of its own',
    fires: false,
    answers: {
      'justification.reason.driver': ['capacity'],
      'justification.performance.contention': 'inside',
      'justification.alternatives.priced': ['local-breakout'],
    },
  },
  {
    rule: 'justification.utilisation',
    name: 'capacity with a half-empty line',
    fires: true,
    answers: {
      'justification.reason.driver': ['capacity'],
      'justification.performance.utilisation': 50,
    },
  },
  {
    rule: 'justification.utilisation',
    name: 'the slow line is hardly used',
    fires: true,
    answers: {
      'justification.reason.driver': ['predictability'],
      'justification.performance.contention': 'own-line',
      'justification.performance.utilisation': 20,
    },
  },
  {
    rule: 'justification.utilisation',
    name: 'nobody knows',
    fires: true,
    answers: {
      'justification.reason.driver': ['capacity'],
      'justification.performance.utilisation': unknown,
    },
  },
  {
    rule: 'justification.utilisation',
    name: 'just above half full',
    fires: false,
    answers: {
      'justification.reason.driver': ['capacity'],
      'justification.performance.utilisation': 51,
    },
  },
  {
    rule: 'justification.utilisation',
    name: 'a half-empty line beside another reason',
    fires: false,
    answers: {
      'justification.reason.driver': ['predictability'],
      'justification.performance.contention': 'provider',
      'justification.performance.utilisation': 20,
    },
  },
  {
    rule: 'justification.no-contract',
    name: 'nobody knows',
    fires: true,
    says: 'Nobody knows what the provider',
    answers: {
      'justification.reason.driver': ['predictability'],
      'justification.performance.contract': { state: 'unknown' },
    },
  },
  {
    rule: 'justification.no-contract',
    name: 'no targets in the offer',
    fires: true,
    answers: {
      'justification.reason.driver': ['predictability'],
      'justification.performance.contract': 'no',
    },
  },
  {
    rule: 'justification.no-contract',
    name: 'targets in the offer',
    fires: false,
    answers: {
      'justification.reason.driver': ['predictability'],
      'justification.performance.contract': 'yes',
    },
  },
  {
    rule: 'justification.replaced-unsized',
    name: 'nobody knows',
    fires: true,
    says: 'Nobody knows whether the lines were sized for the browser apps that replace installed programs.',
    answers: {
      'justification.performance.replaced': 'yes',
      'justification.performance.replaced-sized': { state: 'unknown' },
    },
  },
  {
    rule: 'justification.replaced-unsized',
    name: 'lines not sized for browser apps',
    fires: true,
    answers: {
      'justification.performance.replaced': 'yes',
      'justification.performance.replaced-sized': 'no',
    },
  },
  {
    rule: 'justification.replaced-unsized',
    name: 'nothing is replaced',
    fires: false,
    answers: {
      'justification.performance.replaced': 'no',
      'justification.performance.replaced-sized': 'no',
    },
  },
];
