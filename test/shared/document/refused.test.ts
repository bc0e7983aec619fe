/** The plan after a no: what to do instead, and nothing of how a circuit would be built unless somebody wants it. */
import { describe, expect, it } from 'vitest';
import { builtInReference } from '../../../shared/content/reference.ts';
import { buildPlan } from '../../../shared/document/build.ts';
import { writePlan } from '../../../shared/document/formats.ts';
import { emptyState } from '../../../shared/project/state.ts';
import { subjectOf } from '../assess/rule-case.ts';
import { planOf, today, viewOf } from './projects.ts';

const { answers } = subjectOf({
  answers: {
    'scope.sites.spread': 'one-site',
    'scope.people.teams': 'one-team',
    'scope.today.stage': 'deciding',
    'scope.today.circuit': 'no',
    'justification.reason.driver': ['latency'],
    'justification.reason.requirement': 'none',
    'justification.performance.baseline': 'no',
  },
});
const view = viewOf({ ...emptyState(), answers });

describe('the plan after a no', () => {
  it.each(['sponsor', 'engineer'] as const)(
    'tells the %s what to do instead, and how to build nothing',
    (audience) => {
      const plan = planOf(view, audience);
      const text = writePlan('md', plan, view);
      expect(plan.status).toBe('Not ExpressRoute.');
      expect(text).toContain('### What to do instead');
      expect(text).toContain('1. Leave this traffic on the internet');
      expect(text).not.toContain('What blocks it');
      expect(plan.parts.map(({ id }) => id)).toContain('decision');
      for (const part of ['architecture', 'peering', 'golive', 'build'])
        expect(plan.parts.map(({ id }) => id)).not.toContain(part);
    },
  );

  it('has the parts that somebody chose', () => {
    const parts = ['summary', 'architecture'];
    const plan = buildPlan({ view, today, audience: 'engineer', reference: builtInReference, parts });
    expect(plan.parts.map(({ id }) => id)).toEqual(parts);
  });
});
