/** Yes, and yes with conditions: one scenario for each way there. */
import { describe, expect, it } from 'vitest';
import { assess } from '../../../shared/assess/assess.ts';
import { subjectOf } from './rule-case.ts';
import { fullLine, judge, options, soundClause, wellPrepared } from './verdict-scenario.ts';

describe('with conditions', () => {
  it('a sound clause with the small print open', () => {
    const verdict = judge({
      ...wellPrepared,
      ...soundClause,
      'justification.compliance.all-traffic': 'yes',
    });
    expect(verdict.verdict).toBe('conditions');
    expect(verdict.sentence).toContain(
      'because a clause demands a path off the public internet, but one condition is open',
    );
    expect(verdict.conditions).toEqual([expect.stringContaining('All traffic is claimed')]);
  });

  it('a sound clause where the way without Microsoft peering is closed', () => {
    const verdict = judge({
      ...wellPrepared,
      ...soundClause,
      'scope.cloud.kind': 'dod',
      'scope.services.outbound': 'yes',
      'justification.alternatives.only-outbound': 'yes',
    });
    expect(verdict.verdict).toBe('conditions');
    expect(verdict.reasonsFor.join()).toContain('is not offered in US Government: DoD');
  });

  it('what is not answered yet is one condition', () => {
    const verdict = judge({
      ...wellPrepared,
      ...fullLine,
      'justification.costs.blocks': null,
      'justification.costs.subscription': null,
      'justification.prerequisites.network-owner': null,
      'justification.prerequisites.provider': null,
      'justification.prerequisites.addresses': null,
    });
    expect(verdict.verdict).toBe('conditions');
    expect(verdict.conditions).toHaveLength(1);
    expect(verdict.conditions[0]).toMatch(/^Still to be answered: .*And two more\.$/);
  });

  it('a missing cost block, a missing subscription: each is named', () => {
    const verdict = judge({
      ...wellPrepared,
      ...fullLine,
      'justification.costs.blocks': ['azure'],
      'justification.costs.subscription': 'none',
    });
    expect(verdict.verdict).toBe('conditions');
    expect(verdict.sentence).toContain('but two conditions are open');
    expect(verdict.sentence).toContain('The first: There is no Azure subscription for the circuits.');
    expect(verdict.conditions).toEqual([
      expect.stringContaining('subscription'),
      expect.stringContaining('Provider charges, Own effort'),
    ]);
  });

  it('Microsoft 365 without permission', () => {
    const verdict = judge({
      ...wellPrepared,
      ...soundClause,
      'scope.services.used': ['power-apps', 'exchange'],
      'scope.services.m365': 'yes',
      'justification.m365.approval': 'refused',
      'justification.m365.fallback': 'no',
      'justification.m365.edition': 'enterprise',
      'justification.m365.assessment': 'yes',
    });
    expect(verdict.verdict).toBe('conditions');
    expect(verdict.conditions).toHaveLength(2);
    expect(verdict.reasonsAgainst.join()).toContain('its permission stands at "Refused"');
  });

  it('a blocker in the rest of the plan is counted, not repeated', () => {
    const verdict = judge({
      ...wellPrepared,
      ...fullLine,
      'peering.design.types': ['public'],
    });
    expect(verdict.verdict).toBe('conditions');
    expect(verdict.conditions).toHaveLength(1);
    expect(verdict.conditions[0]).toMatch(/^One blocker is still to be cleared\. /);
    expect(verdict.sentence).toContain('not enough, but one blocker is still to be cleared. ');
    expect(verdict.sentence).not.toContain('condition');
  });

  it('a reason that falls beside one that holds is no condition', () => {
    const verdict = judge({
      ...wellPrepared,
      ...soundClause,
      'justification.reason.driver': ['compliance', 'data-load'],
      'justification.reason.data-load': 'throughput',
      'justification.performance.baseline': 'yes',
    });
    expect(verdict.verdict).toBe('proceed');
    expect(verdict.reasonsAgainst.join()).toContain('A data load');
  });
});

describe('proceed', () => {
  it('a clause that only a private path meets', () => {
    const verdict = judge({ ...wellPrepared, ...soundClause });
    expect(verdict).toMatchObject({ verdict: 'proceed', conditions: [] });
    expect(verdict.sentence).toContain('a clause demands a path off the public internet');
    expect(verdict.reasonsFor.join()).toContain('Policy 7.3: customer data must not cross public networks');
    expect(verdict.reasonsFor.join()).toContain('even for encrypted data');
  });

  it('a full line whose remedies were priced and fall short, at its own price', () => {
    const verdict = judge(
      { ...wellPrepared, ...fullLine },
      {
        circuits: [
          { name: 'Paris A', location: 'paris', bandwidth: 500, sku: 'standard', billing: 'metered' },
          { name: 'Paris B', location: 'paris', bandwidth: 500, sku: 'standard', billing: 'unlimited' },
        ],
        prices: [
          {
            circuit: 'r1',
            currency: 'EUR',
            meteredMonthly: 430,
            perGigabyte: 0.025,
            egress: 12_000,
            providerMonthly: 900,
          },
          { circuit: 'r2', currency: 'EUR', unlimitedMonthly: 1150, providerMonthly: 900 },
        ],
      },
    );
    expect(verdict.sentence).toContain('85% full at its peak');
    expect(verdict.reasonsAgainst).toContain(
      'It costs EUR 3,680 a month for 2 circuits, by your own prices and before your own effort.',
    );
  });

  it('a predictable path that a contract promises', () => {
    const verdict = judge({
      ...wellPrepared,
      'justification.reason.driver': ['predictability'],
      'justification.performance.baseline': 'yes',
      'justification.performance.contention': 'provider',
      'justification.performance.utilisation': 60,
      'justification.performance.contract': 'yes',
    });
    expect(verdict.verdict).toBe('proceed');
    expect(verdict.reasonsFor.join()).toContain('promises latency, loss and repair times');
    expect(verdict.reasonsAgainst).toHaveLength(1);
  });

  it('speed that was measured', () => {
    const verdict = judge(
      {
        ...wellPrepared,
        'justification.reason.driver': ['latency', 'predictability'],
        'justification.performance.baseline': 'yes',
        'justification.performance.contention': 'provider',
        'justification.performance.utilisation': 60,
        'justification.performance.contract': 'yes',
      },
      { sites: [{ name: 'Oslo', kind: 'office', internetLatency: 48, expressRouteLatency: 31 }] },
    );
    expect(verdict.verdict).toBe('proceed');
    expect(verdict.reasonsFor.join()).toContain('Oslo (internet 48 ms, ExpressRoute 31 ms)');
  });

  it('a private path for the data load', () => {
    const verdict = judge({
      ...wellPrepared,
      'justification.reason.driver': ['data-load'],
      'justification.reason.data-load': 'privacy',
      'justification.performance.baseline': 'yes',
    });
    expect(verdict.verdict).toBe('proceed');
  });

  it('a condition that somebody accepted counts no more', () => {
    const state = subjectOf({
      answers: { ...wellPrepared, ...soundClause, 'justification.compliance.all-traffic': 'yes' },
    });
    expect(assess(state, options).verdict.verdict).toBe('conditions');
    state.acceptances['compliance.all-traffic'] = {
      reason: 'Wording is fixed by law',
      by: 'M. Keller',
      at: 0,
    };
    expect(assess(state, options).verdict.verdict).toBe('proceed');
  });
});
