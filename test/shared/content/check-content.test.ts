/** The built-in checklists are sound, and each way in which content can be unsound is found, with its place. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builtInProblems } from '../../../shared/content/built-in-problems.ts';
import { checkContent, duplicateKeys, type Known } from '../../../shared/content/check-content.ts';
import { visibleQuestions } from '../../../shared/content/conditions.ts';
import { content } from '../../../shared/content/content.ts';
import { conflicts, facts, sources } from '../../../shared/content/facts.ts';
import { builtInReference } from '../../../shared/content/reference.ts';
import { columnsOf, type TableId, tables } from '../../../shared/content/tables.ts';
import { wordsOf } from '../../../shared/content/words.ts';

const known: Known = {
  facts: new Set(Object.keys(facts)),
  sources: new Set(Object.keys(sources)),
  conflicts: new Set(Object.keys(conflicts)),
  references: new Set(Object.keys(builtInReference)),
};

const checklist = (questions: Record<string, object>, listed = Object.keys(questions)) => ({
  id: 'c',
  sections: [{ id: 'c.s', questions: listed }],
  questions: Object.fromEntries(
    Object.entries(questions).map(([id, question]) => [id, { facts: ['J-01'], ...question }]),
  ),
});
const problemsOf = (...sources: unknown[]) =>
  checkContent(sources, known).map(({ place, problem }) => `${place}: ${problem}`);

describe('the built-in checklists', () => {
  it('are sound, and no file has a key twice', () => {
    const texts = new Map<string, string>();
    for (const folder of ['structure', 'en', 'reference']) {
      const path = new URL(`../../../shared/content/${folder}/`, import.meta.url);
      for (const name of readdirSync(path)) texts.set(name, readFileSync(new URL(name, path), 'utf8'));
    }
    expect(texts.size).toBeGreaterThan(15);
    expect(builtInProblems(texts)).toEqual([]);
  });

  it('have words for every checklist, section, question and option, and none left over', () => {
    const words = wordsOf('en');
    expect(Object.keys(words.checklists).sort()).toEqual(content.checklists.map(({ id }) => id).sort());
    expect(Object.keys(words.sections).sort()).toEqual([...content.sections.keys()].sort());
    expect(Object.keys(words.questions).sort()).toEqual([...content.questions.keys()].sort());
    for (const question of content.questions.values()) {
      const own = words.questions[question.id];
      expect(Object.keys(own?.options ?? {}).sort(), question.id).toEqual(
        [...(question.options ?? [])].sort(),
      );
      expect(own?.prompt, question.id).not.toBe(question.id);
    }
  });

  it('have words for every table, column and choice', () => {
    const words = wordsOf('en').tables;
    expect(Object.keys(words).sort()).toEqual(Object.keys(tables).sort());
    for (const id of Object.keys(tables) as TableId[]) {
      const columns = columnsOf(id);
      expect(Object.keys(words[id]?.columns ?? {}).sort(), id).toEqual(Object.keys(columns).sort());
      for (const [name, column] of Object.entries(columns)) {
        expect(Object.keys(words[id]?.columns[name]?.options ?? {}).sort(), `${id}.${name}`).toEqual(
          [...(column.options ?? [])].sort(),
        );
      }
    }
  });

  it('ask every table once', () => {
    const asked = [...content.questions.values()]
      .map((question) => question.table)
      .filter((table) => table !== undefined);
    expect([...asked].sort()).toEqual(Object.keys(tables).sort());
  });

  it('cover every row of the official ten-question checklist', () => {
    const rows = new Set([...content.questions.values()].flatMap((question) => question.official ?? []));
    expect([...rows].sort((left, right) => left - right)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });
});

describe('how much is asked', () => {
  const said = (answers: Record<string, string | string[]>) =>
    visibleQuestions(content, {
      answers: Object.fromEntries(
        Object.entries(answers).map(([id, value]) => [id, { state: 'answered' as const, value }]),
      ),
      tables: {},
    }).size;

  it('is about sixty questions for a small customer who is deciding', () => {
    const asked = said({
      'scope.services.used': ['power-apps', 'power-automate'],
      'scope.services.outbound': 'no',
      'scope.services.servers': 'no',
      'scope.services.adjacent': ['none'],
      'scope.cloud.kind': 'public',
      'scope.environments.growth': 'no',
      'scope.sites.spread': 'one-site',
      'scope.people.remote': 'no',
      'scope.people.teams': 'one-team',
      'scope.today.stage': 'deciding',
      'scope.today.circuit': 'no',
      'justification.reason.driver': ['predictability'],
      'justification.performance.replaced': 'no',
      'peering.design.types': ['microsoft'],
      'client.steering.method': 'routing',
      'routing.nat.who': 'we-do',
      'client.control.sign-in': 'managed',
      'client.control.measures': ['conditional-access'],
    });
    expect(asked).toBeGreaterThanOrEqual(50);
    expect(asked).toBeLessThanOrEqual(70);
  });
});

describe('unsound content', () => {
  const yesNo = { kind: 'yesNo' };

  it.each([
    [
      'an unknown question in a condition',
      checklist({ a: { ...yesNo, visibleWhen: { question: 'b', is: 'yes' } } }),
      'a.visibleWhen: there is no question "b"',
    ],
    [
      'a value that cannot be',
      checklist({ a: yesNo, b: { ...yesNo, visibleWhen: { all: [{ question: 'a', is: 'maybe' }] } } }),
      'b.visibleWhen.all.0: "a" can never be "maybe"',
    ],
    [
      'a circle',
      checklist({
        a: { ...yesNo, visibleWhen: { question: 'b', is: 'yes' } },
        b: { ...yesNo, visibleWhen: { question: 'a', is: 'yes' } },
      }),
      'a: is asked only when itself is answered: a -> b -> a',
    ],
    [
      'a dead condition',
      checklist({
        a: yesNo,
        b: {
          ...yesNo,
          visibleWhen: {
            all: [
              { question: 'a', is: 'yes' },
              { question: 'a', is: 'no' },
            ],
          },
        },
      }),
      'b.visibleWhen: can never hold, so the question is never asked',
    ],
    [
      'a condition that dies through another one',
      checklist({
        a: yesNo,
        b: { ...yesNo, visibleWhen: { question: 'a', is: 'yes' } },
        c: {
          ...yesNo,
          visibleWhen: {
            all: [
              { question: 'b', is: 'yes' },
              { question: 'a', is: 'no' },
            ],
          },
        },
      }),
      'c.visibleWhen: can never hold, so the question is never asked',
    ],
    ['an unknown fact', checklist({ a: { ...yesNo, facts: ['J-99'] } }), 'a.facts: there is no fact "J-99"'],
    [
      'an unknown source',
      checklist({ a: { ...yesNo, sources: ['PP-none'] } }),
      'a.sources: there is no source "PP-none"',
    ],
    [
      'a question in no section',
      checklist({ a: yesNo, b: yesNo }, ['a']),
      'c.questions.b: stands in no section',
    ],
    [
      'a listed question that is not described',
      checklist({ a: yesNo }, ['a', 'b']),
      'c.s: "b" is listed but not described',
    ],
    ['a question listed twice', checklist({ a: yesNo }, ['a', 'a']), 'c.s: "a" is listed twice'],
    [
      'an unknown table',
      checklist({ a: { kind: 'table', table: 'chairs' } }),
      'a.table: there is no table "chairs"',
    ],
    ['a choice without options', checklist({ a: { kind: 'single' } }), 'a: a choice needs options'],
    ['a trace to nothing', checklist({ a: { ...yesNo, facts: [] } }), 'a.facts: is not traced to any fact'],
  ])('%s is found with its place', (_name, source, expected) => {
    expect(problemsOf(source)).toContain(expected);
  });

  it('an id in two checklists is found', () => {
    const other = { ...checklist({ a: yesNo }), id: 'd', sections: [{ id: 'd.s', questions: ['a'] }] };
    expect(problemsOf(checklist({ a: yesNo }), other)).toContain(
      'd.questions: "a" is there already, at c.questions',
    );
  });

  it('a key that stands twice is found with its line', () => {
    expect(duplicateKeys('{\n "a": 1,\n "b": { "a": 2 },\n "a": 3 }')).toEqual(['"a" at line 4']);
    expect(duplicateKeys('{"a": ["a:", {"x": 1}, {"x": 2}], "b": "\\"a\\": {"}')).toEqual([]);
  });
});
