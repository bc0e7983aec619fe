/** Whatever was answered, the verdict is a full sentence, and no is always within reach. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../../shared/assess/assess.ts';
import { drivers } from '../../../shared/assess/verdict-case.ts';
import { content, type QuestionId } from '../../../shared/content/content.ts';
import { openState } from '../../../shared/content/open-state.ts';
import { type TableId, tables } from '../../../shared/content/tables.ts';
import type { Json } from '../../../shared/json.ts';
import type { Answer, Row } from '../../../shared/project/answer.ts';
import { judge, options, smallScope, textOf } from './verdict-scenario.ts';

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
          const said = Object.entries(answers).flatMap(([id, answer]) =>
            answer ? [[`answer/${id}`, { value: answer as Json }] as const] : [],
          );
          const tabled = Object.entries(rows).flatMap(([table, list]) =>
            list.map(({ id, ...value }) => [`row/${table}/${id}`, { value: value as Json }] as const),
          );
          const state = openState([...said, ...tabled]);
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

  it('each reason alone can end in no', () => {
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
