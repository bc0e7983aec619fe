/** Rules on the performance argument: what was measured, where the path is slow, and who answers for it. */
import { undoneRule } from '../answer-rule.ts';
import { limit } from '../look-up.ts';
import { listed, listedBy } from '../planned.ts';
import { type Rule, rule } from '../rule.ts';

const speedAlone = rule({
  id: 'justification.speed-alone',
  severity: 'risk',
  reads: ['justification.reason.driver'],
  facts: ['J-02', 'J-04'],
  check: (project) => {
    const drivers = project.list('justification.reason.driver');
    return drivers.length === 1 && drivers[0] === 'latency'
      ? { from: [project.at('justification.reason.driver')] }
      : undefined;
  },
});

const baselineWithoutNumbers = rule({
  id: 'justification.baseline-without-numbers',
  severity: 'risk',
  reads: ['justification.performance.baseline', 'sites'],
  facts: ['J-08', 'J-04'],
  check: (project) => {
    const sites = project.rows('sites');
    if (!project.said('justification.performance.baseline', 'yes') || sites.length === 0) return undefined;
    const unmeasured = sites.filter((site) => site.internetLatency === undefined);
    if (unmeasured.length === 0) return undefined;
    return {
      values: {
        count: unmeasured.length,
        all: sites.length,
        sites: listed(unmeasured.map((site) => project.nameOf('sites', site.id))),
      },
      from: [
        project.at('justification.performance.baseline'),
        ...unmeasured.map((site) => project.cell('sites', site.id, 'internetLatency')),
      ],
    };
  },
});

const notFaster = rule({
  id: 'justification.not-faster',
  severity: 'risk',
  reads: ['justification.reason.driver', 'sites'],
  facts: ['J-04', 'J-08'],
  check: (project) => {
    if (!project.said('justification.reason.driver', 'latency')) return undefined;
    const measured = project
      .rows('sites')
      .flatMap(({ id, internetLatency: internet, expressRouteLatency: expressRoute }) =>
        internet === undefined || expressRoute === undefined ? [] : [{ id, internet, expressRoute }],
      );
    if (measured.length === 0 || measured.some((site) => site.expressRoute < site.internet)) return undefined;
    return {
      values: {
        count: measured.length,
        sites: listedBy(
          measured,
          (site) => `${project.nameOf('sites', site.id)} (${site.internet} ms / ${site.expressRoute} ms)`,
        ),
      },
      from: [
        project.at('justification.reason.driver'),
        ...measured.map((site) => project.cell('sites', site.id, 'expressRouteLatency')),
      ],
    };
  },
});

const contention = rule({
  id: 'justification.contention',
  severity: 'risk',
  reads: ['justification.performance.contention', 'justification.reason.driver'],
  facts: ['J-18', 'J-06'],
  check: (project) => {
    const at = project.at('justification.performance.contention');
    if (project.state('justification.performance.contention') === 'unknown') return { from: [at] };
    const place = project.choice('justification.performance.contention');
    return place === 'inside' || place === 'none-found'
      ? { variant: place, from: [at, project.at('justification.reason.driver')] }
      : undefined;
  },
});

/** The plain remedies for a slow place outside the own network; one of them needs a price. */
const remedies: Readonly<Record<string, readonly string[]>> = {
  'own-line': ['more-bandwidth', 'dedicated-line'],
  provider: ['provider-change', 'dedicated-line'],
};

const contentionRemedy = rule({
  id: 'justification.contention-remedy',
  severity: 'risk',
  reads: ['justification.performance.contention', 'justification.alternatives.priced'],
  facts: ['J-18', 'J-06'],
  check: (project) => {
    const place = project.choice('justification.performance.contention') ?? '';
    const wanted = remedies[place];
    const priced = project.list('justification.alternatives.priced');
    if (!wanted || priced.length === 0 || priced.includes('none')) return undefined;
    if (wanted.some((one) => priced.includes(one))) return undefined;
    return {
      variant: place,
      values: {
        remedies: wanted.map((one) => project.label('justification.alternatives.priced', one)).join(', '),
      },
      from: [
        project.at('justification.performance.contention'),
        project.at('justification.alternatives.priced'),
      ],
    };
  },
});

const utilisation = rule({
  id: 'justification.utilisation',
  severity: 'risk',
  reads: [
    'justification.performance.utilisation',
    'justification.performance.contention',
    'justification.reason.driver',
  ],
  facts: ['J-18', 'W-04'],
  check: (project) => {
    const at = project.at('justification.performance.utilisation');
    if (project.state('justification.performance.utilisation') === 'unknown')
      return { variant: 'unknown', from: [at] };
    const percent = project.number('justification.performance.utilisation');
    const enough = 100 - limit(project.reference, 'headroom-target').to;
    if (percent === undefined || percent > enough) return undefined;
    const values = { percent, enough };
    if (project.said('justification.performance.contention', 'own-line'))
      return { variant: 'own-line', values, from: [at, project.at('justification.performance.contention')] };
    return project.said('justification.reason.driver', 'capacity')
      ? { values, from: [at, project.at('justification.reason.driver')] }
      : undefined;
  },
});

export const performanceRules: readonly Rule[] = [
  speedAlone,
  undoneRule('justification.no-baseline', 'risk', ['J-04', 'J-08'], 'justification.performance.baseline'),
  baselineWithoutNumbers,
  notFaster,
  contention,
  contentionRemedy,
  utilisation,
  undoneRule('justification.no-contract', 'risk', ['J-13'], 'justification.performance.contract'),
  undoneRule('justification.replaced-unsized', 'risk', ['J-09'], 'justification.performance.replaced-sized'),
];
