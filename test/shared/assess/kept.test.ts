/** What is kept from one assessment to the next: the same while nothing that it read has changed, and never out of date. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess, RuleMemory } from '../../../shared/assess/assess.ts';
import { Kept, Reader } from '../../../shared/assess/reader.ts';
import { visibleQuestions } from '../../../shared/content/conditions.ts';
import { content } from '../../../shared/content/content.ts';
import type { TableId } from '../../../shared/content/tables.ts';
import type { ProjectState } from '../../../shared/project/state.ts';
import type { Finding } from '../../../shared/view.ts';
import { fullProject } from '../../helpers/full-project.ts';
import { randomAnswers } from '../../helpers/random-answers.ts';

const today = '2026-11-21';

function keeper(state: ProjectState, table: TableId) {
  const kept = new Kept();
  const count = (project: Reader) => ({ count: project.rows(table).length });
  return () => {
    const visible = visibleQuestions(content, state);
    return new Reader({ ...state, content, visible, today, kept }).keep(count, [table]);
  };
}

describe('what was worked out from some answers', () => {
  it('is the same while they are the same, whatever else changes', () => {
    const state = fullProject();
    const ask = keeper(state, 'sites');
    const first = ask();
    state.answers['routing.nat.who'] = { state: 'unknown' };
    state.tables.prices = [];
    expect(ask()).toBe(first);
  });

  it('is worked out again when one of them changes', () => {
    const state = fullProject();
    const ask = keeper(state, 'sites');
    expect(ask().count).toBe(200);
    state.tables.sites = state.tables.sites?.slice(1) ?? [];
    expect(ask().count).toBe(199);
  });

  it('is worked out again when its question is no longer asked', () => {
    const state = fullProject();
    const ask = keeper(state, 'servers');
    expect(ask().count).toBe(20);
    state.answers['scope.services.servers'] = { state: 'answered', value: 'no' };
    expect(ask().count).toBe(0);
  });

  it('does not outlive the rows that flows were walked by', () => {
    const state = fullProject();
    const memory = new RuleMemory();
    const flowsOf = (findings: readonly Finding[]) =>
      findings.filter(({ rule }) => rule.startsWith('flows.'));
    const before = flowsOf(assess(state, { content, today, memory }).findings);
    state.tables.edges = (state.tables.edges ?? []).filter(({ id }) => id !== 'r5');
    const after = flowsOf(assess(state, { content, today, memory }).findings);
    expect(after).not.toEqual(before);
    expect(after).toEqual(flowsOf(assess(state, { content, today }).findings));
  });

  it('does not outlive the rows that answer the question of a table', () => {
    const state = fullProject();
    const rows = state.tables.endpoints ?? [];
    state.tables.endpoints = [];
    state.answers['scope.services.outbound'] = { state: 'answered', value: 'yes' };
    state.answers['routing.outbound.endpoints'] = { state: 'unknown' };
    const memory = new RuleMemory();
    const listed = () =>
      assess(state, { content, today, memory }).findings.filter(({ rule }) => rule === 'outbound.listed');
    expect(listed()).toHaveLength(1);
    state.tables.endpoints = rows;
    expect(listed()).toEqual([]);
  });

  it('changes no judgement, whichever answer or table changes next', () => {
    const change = fc.record({ of: fc.constantFrom('answers', 'tables'), place: fc.nat() });
    fc.assert(
      fc.property(
        randomAnswers(),
        randomAnswers(),
        fc.array(change, { minLength: 1, maxLength: 8 }),
        (state, other, changes) => {
          const memory = new RuleMemory();
          assess(state, { content, today, memory });
          for (const { of, place } of changes) {
            const [from, to] =
              of === 'answers' ? [other.answers, state.answers] : [other.tables, state.tables];
            const names = Object.keys(from);
            const name = names[place % names.length];
            if (name === undefined) continue;
            (to as Record<string, unknown>)[name] = from[name];
            expect(assess(state, { content, today, memory })).toEqual(assess(state, { content, today }));
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
