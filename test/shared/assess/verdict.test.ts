/** The verdict: one scenario for each way it can end, and that it always ends in a sentence. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../../shared/assess/assess.ts';
import { drivers } from '../../../shared/assess/verdict-case.ts';
import { content, type QuestionId } from '../../../shared/content/content.ts';
import { type TableId, tables } from '../../../shared/content/tables.ts';
import type { Json } from '../../../shared/json.ts';
import type { Answer, Row } from '../../../shared/project/answer.ts';
import { emptyState } from '../../../shared/project/state.ts';
import type { Verdict } from '../../../shared/view.ts';
import { type RuleCase, subjectOf } from './rule-case.ts';

type Answers = NonNullable<RuleCase['answers']>;

const options = { content, today: '2026-11-21' };
const unknown = { state: 'unknown' } as const;

/** One team, one site, public cloud: as little as a small customer has to say. */
const smallScope: Answers = {
  'scope.services.used': ['power-apps', 'power-automate'],
  'scope.services.m365': null,
  'scope.services.outbound': 'no',
  'scope.services.servers': 'no',
  'scope.services.adjacent': ['none'],
  'scope.environments.growth': 'no',
  'scope.sites.spread': 'one-site',
  'scope.people.remote': 'no',
  'scope.people.teams': 'one-team',
  'scope.today.stage': 'deciding',
  'scope.today.circuit': 'no',
};

/** Everything a signature needs besides the reason. */
const wellPrepared: Answers = {
  ...smallScope,
  'justification.reason.requirement': 'Network standard NS-14, 3.2',
  'justification.performance.replaced': 'no',
  'justification.alternatives.priced': ['dedicated-line', 'more-bandwidth', 'tls-identity'],
  'justification.alternatives.why-not': 'None keeps the path off public networks.',
  'justification.costs.blocks': ['azure', 'provider', 'internal-effort'],
  'justification.costs.subscription': 'owned',
  'justification.prerequisites.network-owner': 'Ines Duarte',
  'justification.prerequisites.provider': 'contracted',
  'justification.prerequisites.addresses': 'own',
  'justification.prerequisites.registered': 'yes',
};

const soundClause: Answers = {
  'justification.reason.driver': ['compliance'],
  'justification.compliance.clause': 'Policy 7.3: customer data must not cross public networks.',
  'justification.compliance.demands': 'private-path',
  'justification.compliance.at-rest': 'not-covered',
  'justification.compliance.scope': 'Customer data, Paris to Dataverse; group audit, M. Keller',
  'justification.compliance.all-traffic': 'no',
  'justification.compliance.end-to-end': 'no',
  'justification.compliance.compared': 'yes',
  'justification.compliance.why-not': '7.3 forbids public networks even for encrypted data.',
  'justification.compliance.unreachable': 'no',
  'justification.compliance.no-internet': 'no',
};

const fullLine: Answers = {
  'justification.reason.driver': ['capacity'],
  'justification.performance.baseline': 'yes',
  'justification.performance.contention': 'own-line',
  'justification.performance.utilisation': 85,
};

function judge(answers: Answers, rows: RuleCase['tables'] = {}): Verdict {
  return assess(subjectOf({ answers, tables: rows }), options).verdict;
}

function textOf(verdict: Verdict): string {
  const { sentence, reasonsFor, reasonsAgainst, conditions, alternatives } = verdict;
  return [sentence, ...reasonsFor, ...reasonsAgainst, ...conditions, ...alternatives].join('\n');
}

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
    expect(verdict.reasonsFor).toContain('The busiest internet line is 85 % full at its peak.');
  });

  it('many missing answers are counted, and each is a condition', () => {
    const verdict = judge({ ...smallScope, 'justification.reason.driver': ['compliance'] });
    expect(verdict.verdict).toBe('undecided');
    expect(verdict.sentence).toContain('three answers decide it');
    expect(verdict.conditions).toHaveLength(3);
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
    expect(verdict.sentence).toContain('the busiest line is only 34 % full at its peak');
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
    expect(verdict.verdict).toBe('not-express-route');
    expect(verdict.sentence).toContain('Virtual Network support with private peering meets it');
    expect(verdict.alternatives.join()).toContain('It has no price yet.');
  });
});

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
    expect(verdict.conditions[0]).toContain('rest of the plan');
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
    expect(verdict.sentence).toContain('85 % full at its peak');
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
    expect(verdict.reasonsFor.join()).toContain('Oslo (48 ms / 31 ms)');
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

const chosenFrom = (values: readonly string[]) =>
  fc.oneof(fc.constantFrom(...values), fc.subarray([...values]), fc.string());

/** Any state, and any value: what fits the question more often than not. */
function answerTo(id: string): fc.Arbitrary<Answer | undefined> {
  const question = content.questions.get(id);
  const value =
    question?.options || question?.kind === 'yesNo'
      ? chosenFrom(question.options ?? ['yes', 'no'])
      : fc.oneof(fc.string(), fc.integer(), fc.constant('none'), fc.constant('2026-11-21'), fc.jsonValue());
  return fc.oneof(
    { weight: 6, arbitrary: value.map((one): Answer => ({ state: 'answered', value: one as Json })) },
    fc.constant<Answer>({ state: 'unknown' }),
    fc.constant<Answer>({ state: 'notApplicable', reason: 'other' }),
    fc.constant<Answer>({ state: 'draft', text: '?' }),
    fc.constant(undefined),
  );
}

const asked = [...content.questions.values()]
  .filter(
    ({ checklist, kind }) => (checklist === 'scope' || checklist === 'justification') && kind !== 'table',
  )
  .map(({ id }) => id as QuestionId);

const anyRows = (table: TableId): fc.Arbitrary<Row[]> => {
  const columns = Object.entries(tables[table].columns as Record<string, { options?: readonly string[] }>);
  const cells = fc.record(
    Object.fromEntries(
      columns.map(([name, { options: choices }]) => [
        name,
        choices
          ? fc.constantFrom(...choices)
          : fc.oneof(fc.nat(100), fc.string(), fc.constantFrom('r1', 'r2'), fc.jsonValue()),
      ]),
    ),
    { requiredKeys: [] },
  );
  return fc
    .array(cells, { maxLength: 4 })
    .map((rows) =>
      rows.map((row, order) => ({ id: `r${order + 1}`, order, cells: row as Record<string, Json> })),
    );
};

describe('whatever the answers', () => {
  it('there is a verdict with a full sentence, and no holes in any', () => {
    fc.assert(
      fc.property(
        fc.record(Object.fromEntries(asked.map((id) => [id, answerTo(id)]))),
        fc.record({ sites: anyRows('sites'), circuits: anyRows('circuits'), prices: anyRows('prices') }),
        (answers, rows) => {
          const state = emptyState();
          for (const [id, answer] of Object.entries(answers)) if (answer) state.answers[id] = answer;
          Object.assign(state.tables, rows);
          const { verdict } = assess(state, { ...options, rules: [] });
          expect(verdict.sentence).toMatch(/^[A-Z].{20,}/s);
          expect(textOf(verdict)).not.toMatch(/\{[a-z]+[A-Z]?[a-z]*\}|undefined|NaN|\[object/);
          for (const text of [...verdict.reasonsFor, ...verdict.reasonsAgainst, ...verdict.alternatives])
            expect(text).not.toBe('');
          if (verdict.verdict === 'proceed') expect(verdict.conditions).toEqual([]);
          if (verdict.verdict === 'conditions') expect(verdict.conditions).not.toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('each reason alone can end in no, and in nothing but what was asked', () => {
    for (const driver of drivers) {
      const verdict = judge({
        ...smallScope,
        'justification.reason.driver': [driver],
        'justification.reason.requirement': 'none',
        'justification.reason.data-load': 'throughput',
        'justification.compliance.clause': 'none',
      });
      expect(verdict.verdict, driver).toBe('not-express-route');
    }
  });
});
