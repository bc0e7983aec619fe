/** A firm's own checklists: carried as files and tables without loss, brought up to date by id, judged whatever they say. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Grid } from '../../../shared/action-import/cell.ts';
import { readCsv } from '../../../shared/action-import/csv.ts';
import { assess } from '../../../shared/assess/assess.ts';
import { content } from '../../../shared/content/content.ts';
import { writeCsv } from '../../../shared/document/csv.ts';
import { documentWordsOf } from '../../../shared/document/words/words.ts';
import type { Json } from '../../../shared/json.ts';
import type { Edit } from '../../../shared/project/change.ts';
import { problemWith, type ReviewStatus, reviewStatuses } from '../../../shared/project/paths.ts';
import { applyToState, emptyState, type ProjectState } from '../../../shared/project/state.ts';
import { showChecklist } from '../../../shared/review-checklist/imported.ts';
import { itemKinds, wordingOfItem } from '../../../shared/review-checklist/item.ts';
import {
  editsForList,
  editsToAdopt,
  type OwnList,
  ownListIn,
  writeOwnList,
} from '../../../shared/review-checklist/own.ts';
import { OwnQuestion, wordsOfQuestion } from '../../../shared/review-checklist/own-question.ts';
import { readReviewChecklist } from '../../../shared/review-checklist/read.ts';
import { readOwnTable } from '../../../shared/review-checklist/read-table.ts';
import { ownSheet } from '../../../shared/review-checklist/table.ts';
import { severities } from '../../../shared/view.ts';

const words = documentWordsOf('en');
const today = '2026-11-21';
const text = fc.stringMatching(/^[A-Za-zäöüß][A-Za-z0-9äöüß ,.?]{0,30}[a-z?]$/);

const question = fc
  .record({
    text,
    description: fc.oneof(fc.constant(''), text),
    severity: fc.constantFrom(null, ...severities),
    link: fc.constantFrom('', 'https://example.com/a'),
    kind: fc.constantFrom(...itemKinds),
    options: fc.uniqueArray(text, { minLength: 2, maxLength: 4, selector: (one) => one.toLowerCase() }),
    marks: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
  })
  .map(({ marks, options, ...rest }): OwnQuestion => {
    const choices = rest.kind === 'yesNo' ? ['yes', 'no'] : rest.kind === 'choice' ? options : [];
    const bad = choices.filter((_, index) => marks[index]);
    return OwnQuestion.parse({ ...rest, options: rest.kind === 'choice' ? options : [], bad });
  });

const names = fc.uniqueArray(text, { minLength: 1, maxLength: 3 });
const list: fc.Arbitrary<OwnList> = fc
  .tuple(text, names, fc.array(fc.tuple(question, fc.nat(2)), { minLength: 1, maxLength: 6 }))
  .map(([name, sections, questions]) => ({
    id: 'c1',
    name,
    file: '',
    sections: sections.map((section, index) => ({ id: `s${index}`, name: section })),
    items: questions.map(([one, section], index) => ({
      id: `i${index}`,
      section: `s${section % sections.length}`,
      words: wordsOfQuestion(one),
    })),
  }));

/** As files of others have it: words we do not write ourselves, keys we do not know, sections that are not there. */
const odd = fc.constantFrom('=1+1', "'=a", ' a  b ', 'A|b', 'High', 'no', '–', 'ok\u0007', '-', '@x\r\ny');
const wildWords = fc.record(
  {
    text: fc.oneof(text, odd),
    description: fc.oneof(text, odd),
    severity: fc.constantFrom('High', 'low', 'gate', 'Grave'),
    link: fc.constantFrom('https://example.com/a', 'see the wiki', ' https://example.com '),
    kind: fc.constantFrom(...itemKinds, 'other'),
    options: fc.array(fc.oneof(text, odd, fc.constantFrom('a', 'A'))),
    bad: fc.array(fc.constantFrom('no', 'a', 'A', 'A|b', 'other')),
    waf: text,
  },
  { requiredKeys: [] },
);
const wildList: fc.Arbitrary<OwnList> = fc
  .tuple(list, fc.array(wildWords, { minLength: 6, maxLength: 6 }), fc.array(fc.boolean(), { minLength: 6 }))
  .map(([tame, wild, isWild]) => ({
    ...tame,
    sections: tame.sections.map((section, at) => ({ ...section, name: isWild[at] ? 'Same' : section.name })),
    items: tame.items.map((item, at) => ({
      id: item.id,
      section: wild[at]?.waf === undefined ? item.section : '',
      words: isWild[at] ? (wild[at] ?? {}) : item.words,
    })),
  }));

function put(state: ProjectState, edits: readonly Edit[]): ProjectState {
  for (const { path, after } of edits) {
    expect(problemWith(path, after), path).toBeUndefined();
    applyToState(state, path, JSON.parse(JSON.stringify(after)) as Json);
  }
  return state;
}

const projectWith = (given: OwnList) => put(emptyState(), editsForList(emptyState(), 'c1', given, 1));
const shown = (state: ProjectState) => {
  const checklist = showChecklist(state, 'c1');
  if (!checklist) throw new Error('There is no checklist.');
  return checklist;
};
const judged = (state: ProjectState) => assess(state, { content, today });

describe('a checklist of one’s own', () => {
  it('comes back from its file as it was', () => {
    fc.assert(
      fc.property(list, (given) => {
        const state = projectWith(given);
        const read = readReviewChecklist(writeOwnList(state, 'c1', today) ?? '', 'ours.json', words);
        const again = read.ok ? ownListIn(read) : undefined;
        expect(again?.id).toBe('c1');
        expect(again && editsForList(state, 'c1', { ...again, file: '' }, 2)).toEqual([]);
      }),
    );
  });

  it('comes back from its table as it was, whatever its file said, also with the ids left out', () => {
    fc.assert(
      fc.property(wildList, fc.boolean(), fc.constantFrom('cells', 'csv'), (given, withIds, by) => {
        const state = projectWith(given);
        const sheet = ownSheet(words, shown(state));
        const rows = sheet.rows.map((row) => (withIds ? row : ['', ...row.slice(1)])) as string[][];
        const cells = [sheet.columns.map(({ title }) => title), ...rows];
        const grid: Grid = by === 'csv' ? readCsv(writeCsv(cells)) : cells;
        const known = { lists: state, id: 'c1' };
        const read = readOwnTable(grid, { words, name: given.name, file: '', newId: () => 'new', known });
        expect(read?.ok && editsForList(state, 'c1', read.list, 2)).toEqual([]);
      }),
    );
  });

  it('brought up to date by its ids keeps every answer, and says which were asked differently', () => {
    fc.assert(
      fc.property(list, list, (given, newer) => {
        const state = projectWith(given);
        for (const { id, words: asked } of given.items) {
          applyToState(state, `status/c1/${id}`, 'fulfilled');
          applyToState(state, `comment/c1/${id}`, `Seen ${id}`);
          applyToState(state, `wording/c1/${id}`, wordingOfItem(asked));
        }
        const before = new Map(given.items.map((item) => [item.id, item.words]));
        put(state, editsForList(state, 'c1', newer, 2));
        const { items } = shown(state);
        expect(items.map(({ id }) => id).sort()).toEqual(newer.items.map(({ id }) => id).sort());
        for (const item of items) {
          const asked = before.get(item.id);
          expect(item.status).toBe(asked ? 'fulfilled' : 'notVerified');
          expect(item.comment).toBe(asked ? `Seen ${item.id}` : '');
          const now = newer.items.find(({ id }) => id === item.id)?.words ?? {};
          expect(item.reworded).toBe(asked !== undefined && wordingOfItem(asked) !== wordingOfItem(now));
        }
      }),
    );
  });

  it('is judged whatever its words say', () => {
    const path = fc.constantFrom('status', 'said', 'comment', 'wording', 'place', 'section', 'item');
    fc.assert(
      fc.property(list, fc.array(fc.tuple(path, fc.nat(6), fc.json())), (given, wild) => {
        const state = projectWith(given);
        for (const [root, item, json] of wild) {
          const value = JSON.parse(json) as Json;
          const after =
            root === 'item'
              ? {
                  order: 1,
                  words: {
                    text: value,
                    kind: value,
                    options: value,
                    bad: value,
                    severity: value,
                    link: value,
                  },
                  status: 'open',
                  comment: '',
                }
              : value;
          if (problemWith(`${root}/c1/i${item}`, after) === undefined)
            applyToState(state, `${root}/c1/i${item}`, after);
        }
        const { readiness } = judged(state);
        for (const percent of [readiness.percent, ...readiness.checklists.map((row) => row.percent)]) {
          expect(percent).toBeGreaterThanOrEqual(0);
          expect(percent).toBeLessThanOrEqual(100);
        }
        expect(shown(state).items.length).toBe(state.lists.c1?.items.size);
      }),
    );
  });

  it('counts what is not applicable neither for nor against', () => {
    const status = fc.constantFrom<ReviewStatus>(...reviewStatuses);
    fc.assert(
      fc.property(list, fc.array(status, { minLength: 6, maxLength: 6 }), (given, statuses) => {
        const answered = (items: OwnList['items']) => {
          const state = projectWith({ ...given, items });
          for (const { id } of items)
            applyToState(state, `status/c1/${id}`, statuses[Number(id.slice(1))] ?? 'open');
          return judged(state);
        };
        const applies = ({ id }: { id: string }) =>
          !['notApplicable', 'notRequired'].includes(statuses[Number(id.slice(1))] ?? '');
        const [all, some] = [answered(given.items), answered(given.items.filter(applies))];
        expect(all.readiness).toEqual(some.readiness);
        expect(all.findings).toEqual(some.findings);
      }),
    );
  });

  it('makes a finding of what is answered badly, as grave as it says, with its link', () => {
    const asked = OwnQuestion.parse({
      text: 'Is the contract signed?',
      description: 'Nothing is ordered without it.',
      severity: 'gate',
      link: 'https://example.com/contract',
      kind: 'yesNo',
      options: [],
      bad: ['no'],
    });
    const state = projectWith({
      name: 'Ours',
      file: '',
      sections: [],
      items: [{ id: 'i0', section: '', words: wordsOfQuestion(asked) }],
    });
    const row = () => judged(state).readiness.checklists.find(({ checklist }) => checklist === 'c1');
    const findings = () => judged(state).findings.filter(({ rule }) => rule === 'additional-checklist');
    expect([row()?.percent, findings()]).toEqual([0, []]);
    applyToState(state, 'said/c1/i0', 'no');
    expect(findings()).toMatchObject([
      {
        severity: 'gate',
        title: 'Is the contract signed?',
        why: 'Nothing is ordered without it.',
        link: 'https://example.com/contract',
      },
    ]);
    expect(row()).toMatchObject({ percent: 0, gates: 1, name: 'Ours' });
    applyToState(state, `acceptance/${findings()[0]?.id}`, { by: 'Ann', reason: 'Later', at: 1 });
    expect(row()).toMatchObject({ percent: 100, gates: 0 });
    applyToState(state, 'said/c1/i0', 'yes');
    expect([row()?.percent, findings()]).toEqual([100, []]);
    applyToState(state, 'wording/c1/i0', 'otherwise');
    expect(row()).toMatchObject({ percent: 80, confirmed: 0 });
    applyToState(state, 'counts/c1', false);
    expect([row(), findings()]).toEqual([undefined, []]);
  });

  it('can be made of a review checklist, with all that was said to it', () => {
    const read = readReviewChecklist(
      JSON.stringify({
        items: [
          { text: 'a', guid: 'a', category: 'Two', status: 'Open', severity: 'High' },
          { text: 'b', guid: 'b', category: 'One' },
          { text: 'c', guid: 'c', category: 'Two' },
        ],
      }),
      'alz.json',
      words,
    );
    if (!read.ok) throw new Error(read.message);
    const state = emptyState();
    applyToState(state, 'checklist/c1', { ...read.head, added: 1 } as Json);
    for (const [id, item] of read.items) applyToState(state, `item/c1/${id}`, item as Json);
    applyToState(state, 'status/c1/a', 'open');
    expect(judged(state).findings.some(({ title }) => title === 'a')).toBe(false);
    put(state, editsToAdopt(state, 'c1'));
    const { sections, items, counts } = shown(state);
    expect(sections.map(({ name }) => name)).toEqual(['Two', 'One']);
    expect(items.map(({ id, status }) => [id, status])).toEqual([
      ['a', 'open'],
      ['c', 'notVerified'],
      ['b', 'notVerified'],
    ]);
    expect(counts).toBe(true);
    expect(judged(state).findings.find(({ title }) => title === 'a')?.severity).toBe('gate');
  });
});

describe('a table of questions', () => {
  const read = (...rows: string[][]) =>
    readOwnTable([['Section', 'Question', 'Severity', 'Answered with', 'Choices', 'Bad answers'], ...rows], {
      words,
      name: 'Ours',
      file: 'ours.csv',
      newId: () => {
        made += 1;
        return `new${made}`;
      },
    });
  let made = 0;

  it('is read line by line, whatever columns it leaves out', () => {
    const table = read(
      ['A', 'One?', 'Gate', 'yes or no', '', ''],
      ['A', 'Two?', 'high', 'Choice', 'x | y', 'Y'],
    );
    if (!table?.ok) throw new Error(table?.problems[0]?.message);
    expect(table.list.sections).toEqual([{ id: expect.any(String), name: 'A' }]);
    expect(table.list.items.map(({ words: asked }) => asked)).toEqual([
      { text: 'One?', severity: 'gate', kind: 'yesNo', bad: ['no'] },
      { text: 'Two?', severity: 'gate', kind: 'choice', options: ['x', 'y'], bad: ['y'] },
    ]);
  });

  it.each([
    [['', 'One?', 'Grave', '', '', ''], '“Grave” is no severity'],
    [['', 'One?', '', 'Maybe', '', ''], '“Maybe” is no way to answer'],
    [['', 'One?', '', 'Choice', 'x', ''], 'at least two choices'],
    [['', 'One?', '', 'Choice', 'x|y', 'z'], '“z” is none of the choices'],
  ])('is refused with its line: %j', (row, message) => {
    expect(read(['', 'Fine?'], row, ['', 'Fine too?'], row)).toEqual({
      ok: false,
      problems: [3, 5].map((line) => ({ place: `row ${line}`, message: expect.stringContaining(message) })),
    });
  });

  it('changes of a question that is there what a cell says otherwise, and nothing that it has no column for', () => {
    const state = projectWith({
      name: 'Ours',
      file: 'alz.json',
      sections: [{ id: 's0', name: 'One' }],
      items: [
        { id: 'i0', section: 's0', words: { text: 'A', severity: 'High', link: 'the wiki', waf: 'Cost' } },
        { id: 'i1', section: 's0', words: { text: 'B', description: 'B', kind: 'yesNo', bad: ['yes'] } },
      ],
    });
    const update = (...grid: string[][]) => {
      const known = { lists: state, id: 'c1' };
      const back = readOwnTable(grid, { words, name: 'Ours', file: 'x.csv', newId: () => 'new', known });
      if (!back?.ok) throw new Error(back?.problems[0]?.message);
      return editsForList(state, 'c1', back.list, 2);
    };
    const head = ['Id', 'Question'];
    expect(update(head, ['i0', 'A'], ['i1', 'B'])).toEqual([]);
    expect(update(head, ['i0', 'A better one'], ['', 'B'])).toMatchObject([
      {
        path: 'item/c1/i0',
        after: { words: { text: 'A better one', severity: 'High', link: 'the wiki', waf: 'Cost' } },
      },
    ]);
    expect(update([...head, 'Severity'], ['i0', 'A', ''], ['i1', 'B', 'risk'])).toMatchObject([
      { path: 'item/c1/i0', after: { words: { text: 'A', link: 'the wiki', waf: 'Cost' } } },
      { path: 'item/c1/i1', after: { words: { severity: 'risk', kind: 'yesNo', bad: ['yes'] } } },
    ]);
    expect(update(head, ['', 'B'], ['', 'A']).map(({ path }) => path)).toEqual([
      'place/c1/i1',
      'place/c1/i0',
    ]);
  });

  it('that is none is none', () => {
    expect(readOwnTable([['Name', 'Town']], { words, name: '', file: '', newId: () => '' })).toBeUndefined();
  });
});
