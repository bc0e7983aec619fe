/** No verdict yet, and no: one scenario for each way there. */
import { describe, expect, it } from 'vitest';
import { assess } from '../../../shared/assess/assess.ts';
import { emptyState } from '../../../shared/project/state.ts';
import {
  fullLine,
  judge,
  options,
  smallScope,
  soundClause,
  unknown,
  wellPrepared,
} from './verdict-scenario.ts';

describe('undecided', () => {
  it('a fresh project is told the first step', () => {
    const { verdict } = assess(emptyState(), options);
    expect(verdict).toEqual({
      verdict: 'undecided',
      sentence: expect.stringContaining('Begin with one question: what is ExpressRoute wanted for?'),
      reasonsFor: [],
      reasonsAgainst: [],
      conditions: [expect.stringContaining('What is ExpressRoute wanted for?')],
      alternatives: [],
      asks: ['justification.reason.driver'],
    });
  });

  it('a reason that nobody knows is to be asked of the sponsor', () => {
    const verdict = judge({ ...smallScope, 'justification.reason.driver': unknown });
    expect(verdict.verdict).toBe('undecided');
    expect(verdict.sentence).toContain('nobody can say what ExpressRoute is wanted for');
  });

  it('one missing answer is named', () => {
    const verdict = judge({ ...wellPrepared, ...fullLine, 'justification.performance.contention': unknown });
    expect(verdict.verdict).toBe('undecided');
    expect(verdict.sentence).toBe('No verdict yet: one answer decides it. Where does the path get slow?');
    expect(verdict.reasonsFor).toContain('The busiest internet line is 85% full at its peak.');
  });

  it('many missing answers are counted, and each is a condition', () => {
    const verdict = judge({ ...smallScope, 'justification.reason.driver': ['compliance'] });
    expect(verdict.verdict).toBe('undecided');
    expect(verdict.sentence).toContain('three answers decide it');
    expect(verdict.conditions).toHaveLength(3);
    expect(verdict.asks).toHaveLength(3);
  });

  it('an unclear clause goes back to the auditor', () => {
    const verdict = judge({
      ...wellPrepared,
      ...soundClause,
      'justification.compliance.demands': 'unclear',
    });
    expect(verdict.verdict).toBe('undecided');
    expect(verdict.sentence).toContain('What does that clause demand');
  });
});

describe('not ExpressRoute', () => {
  it('speed alone, nothing measured, cheaper ways not priced', () => {
    const verdict = judge(
      {
        ...smallScope,
        'scope.sites.spread': 'one-geography',
        'justification.reason.driver': ['latency'],
        'justification.performance.baseline': 'no',
        'justification.alternatives.priced': ['none'],
      },
      {
        sites: [
          { name: 'Paris', kind: 'hub', users: 900 },
          { name: 'Lyon', kind: 'branch', hub: 'r1' },
          { name: 'Nice', kind: 'branch', hub: 'r1' },
        ],
      },
    );
    expect(verdict.verdict).toBe('not-express-route');
    expect(verdict.sentence).toBe(
      'ExpressRoute is not justified: the only reason given is speed, and none of the 3 sites has a measured baseline. ' +
        'Two cheaper ways were not priced: local breakout for the 2 branches and a dedicated internet line in Paris.',
    );
  });

  it('speed, but ExpressRoute is slower where it was measured', () => {
    const verdict = judge(
      {
        ...wellPrepared,
        'justification.reason.driver': ['latency'],
        'justification.performance.baseline': 'yes',
        'justification.performance.contention': 'provider',
      },
      { sites: [{ name: 'Dallas', kind: 'office', internetLatency: 15, expressRouteLatency: 40 }] },
    );
    expect(verdict.verdict).toBe('not-express-route');
    expect(verdict.sentence).toContain('15 ms over the internet, 40 ms over ExpressRoute');
    expect(verdict.reasonsAgainst.join()).toContain('It is slower than the internet at Dallas');
  });

  it('speed, and says what to do instead', () => {
    const verdict = judge({
      ...smallScope,
      'scope.services.used': ['power-apps', 'exchange'],
      'scope.services.m365': 'yes',
      'justification.reason.driver': ['latency'],
      'justification.reason.requirement': 'none',
      'justification.performance.baseline': 'no',
      'justification.performance.contention': 'none-found',
      'justification.alternatives.priced': ['none'],
    });
    expect(verdict.verdict).toBe('not-express-route');
    expect(verdict.reasonsAgainst.join()).toContain('seldom makes online services faster');
    expect(verdict.reasonsAgainst.join()).toContain('has to permit it first');
    // Nobody found a line to be slow, so no other line is offered.
    expect(verdict.steps).toEqual([
      expect.stringContaining('order no circuit'),
      expect.stringContaining('Measure latency and load'),
      expect.stringContaining('sponsor sign this decision'),
      expect.stringContaining('documented requirement'),
    ]);
  });

  it('a faster data load', () => {
    const verdict = judge({
      ...smallScope,
      'justification.reason.driver': ['data-load'],
      'justification.reason.data-load': 'throughput',
    });
    expect(verdict.verdict).toBe('not-express-route');
    expect(verdict.sentence).toContain("Power Platform's processing sets the pace");
    expect(verdict.alternatives.join()).toContain('Tuning the load');
  });

  it('a policy without a clause', () => {
    const verdict = judge({
      ...wellPrepared,
      'justification.reason.driver': ['compliance'],
      'justification.compliance.clause': 'none',
    });
    expect(verdict.verdict).toBe('not-express-route');
    expect(verdict.sentence).toContain('no clause demands it');
  });

  it('a clause that TLS meets', () => {
    const verdict = judge({
      ...wellPrepared,
      ...soundClause,
      'justification.compliance.demands': 'encryption',
    });
    expect(verdict.verdict).toBe('not-express-route');
    expect(verdict.sentence).toContain('which TLS already gives');
  });

  it('an unclear clause without a comparison', () => {
    const verdict = judge({
      ...wellPrepared,
      ...soundClause,
      'justification.compliance.demands': 'unclear',
      'justification.compliance.compared': 'no',
    });
    expect(verdict.verdict).toBe('not-express-route');
  });

  it('a clause that identity controls meet', () => {
    const verdict = judge({
      ...wellPrepared,
      ...soundClause,
      'justification.compliance.why-not': 'none',
    });
    expect(verdict.verdict).toBe('not-express-route');
    expect(verdict.sentence).toContain('found no reason why TLS');
  });

  it('keeping data off the internet, which a circuit does not do', () => {
    const verdict = judge({
      ...wellPrepared,
      'justification.reason.driver': ['block-internet'],
      'justification.compliance.unreachable': 'yes',
      'justification.compliance.controls': ['conditional-access', 'ip-firewall'],
    });
    expect(verdict.verdict).toBe('not-express-route');
    expect(verdict.sentence).toContain('adds a path and closes none');
    expect(verdict.reasonsAgainst.join()).toContain('Conditional Access and IP firewall of the environments');
  });

  it('a circuit that happens to be there', () => {
    const verdict = judge({
      ...wellPrepared,
      'scope.today.circuit': 'yes',
      'justification.reason.driver': ['existing-circuit'],
    });
    expect(verdict.verdict).toBe('not-express-route');
    expect(verdict.sentence).toContain('an existing circuit');
    expect(verdict.reasonsFor.join()).toContain('Network standard NS-14, 3.2');
  });

  it('a full line whose trouble lies inside', () => {
    const verdict = judge({ ...wellPrepared, ...fullLine, 'justification.performance.contention': 'inside' });
    expect(verdict.verdict).toBe('not-express-route');
    expect(verdict.sentence).toContain('inside your own network');
    expect(verdict.sentence).toContain('One cheaper way was not priced: changes inside your own network.');
  });

  it('a full line that is half empty', () => {
    const verdict = judge({ ...wellPrepared, ...fullLine, 'justification.performance.utilisation': 34 });
    expect(verdict.verdict).toBe('not-express-route');
    expect(verdict.sentence).toContain('the busiest line is only 34% full at its peak');
  });

  it('a full line, and no alternative priced', () => {
    const verdict = judge({ ...wellPrepared, ...fullLine, 'justification.alternatives.priced': ['none'] });
    expect(verdict.verdict).toBe('not-express-route');
    expect(verdict.sentence).toContain('nothing cheaper was compared with it');
    expect(verdict.reasonsAgainst).toContain('No alternative has been priced.');
  });

  it('alternatives against which nothing speaks', () => {
    const verdict = judge({ ...wellPrepared, ...fullLine, 'justification.alternatives.why-not': 'None' });
    expect(verdict.verdict).toBe('not-express-route');
    expect(verdict.sentence).toContain('nothing speaks against what was priced');
  });

  it('no slow place was found', () => {
    const verdict = judge({
      ...wellPrepared,
      'justification.reason.driver': ['predictability'],
      'justification.performance.baseline': 'yes',
      'justification.performance.contention': 'none-found',
      'justification.performance.contract': 'yes',
    });
    expect(verdict.verdict).toBe('not-express-route');
  });

  it('another reason, without a requirement', () => {
    const verdict = judge({
      ...wellPrepared,
      'justification.reason.driver': ['other'],
      'justification.reason.requirement': 'none',
    });
    expect(verdict.verdict).toBe('not-express-route');
    expect(verdict.sentence).toContain('no documented requirement stands behind it');
  });

  it('several reasons, of which none holds: each is answered', () => {
    const verdict = judge({
      ...smallScope,
      'justification.reason.driver': ['existing-circuit', 'data-load', 'block-internet'],
      'justification.reason.data-load': 'throughput',
    });
    expect(verdict.verdict).toBe('not-express-route');
    expect(verdict.sentence).toContain('none of the three reasons given holds');
    expect(verdict.sentence).toContain('A data load');
    expect(verdict.sentence).toContain('An existing circuit: there is no such circuit.');
    expect(verdict.sentence).toContain('Keeping data off the internet: ');
  });

  it('only Microsoft to you: Virtual Network support instead of Microsoft peering', () => {
    const verdict = judge({
      ...wellPrepared,
      ...soundClause,
      'scope.services.outbound': 'yes',
      'justification.alternatives.only-outbound': 'yes',
    });
    // A circuit is planned all the same, with the other peering.
    expect(verdict.verdict).toBe('private-peering');
    expect(verdict.sentence).toContain('Virtual Network support with private peering meets it');
    expect(verdict.alternatives.join()).toContain('Nobody has priced it yet.');
  });
});
