/** Changes in words: whatever was changed, a person reads what it was, and what it became, in no form but words. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { content } from '../../../shared/content/content.ts';
import { builtInReference } from '../../../shared/content/reference.ts';
import { isTold, sides, subject, texts } from '../../../shared/document/change-text.ts';
import { type Context, makeContext } from '../../../shared/document/context.ts';
import { documentWordsOf } from '../../../shared/document/words/words.ts';
import { equalJson, type Json } from '../../../shared/json.ts';
import { problemWith, reviewStatuses } from '../../../shared/project/paths.ts';
import type { ReviewChecklist } from '../../../shared/review-checklist/imported.ts';
import { languages } from '../../../shared/words/catalogue.ts';
import { sampleView, today } from './projects.ts';

const house: ReviewChecklist = {
  id: 'house',
  name: 'House rules',
  file: '',
  added: 0,
  own: true,
  counts: true,
  remarks: [],
  sections: [
    { id: 's1', name: 'Contracts' },
    { id: 's2', name: 'Costs' },
  ],
  items: [
    {
      id: 'signed',
      text: 'Is the contract signed?',
      description: '',
      category: 'Contracts',
      section: 's1',
      subcategory: '',
      severity: null,
      severityName: '',
      grade: 'gate',
      about: [],
      link: null,
      training: null,
      kind: 'yesNo',
      options: ['yes', 'no'],
      bad: ['no'],
      status: 'open',
      said: 'no',
      comment: '',
      reworded: false,
    },
  ],
};

const contextIn = (language: 'en' | 'de'): Context =>
  makeContext({
    view: { ...sampleView, language },
    today,
    audience: 'engineer',
    reference: builtInReference,
    lists: [house],
  });
const english = contextIn('en');

const word = fc.stringMatching(/^[a-z]{3,9}( [a-z]{3,9})?$/);
const moment = fc.integer({ min: 1_700_000_000_000, max: 1_800_000_000_000 });
const day = fc.constantFrom('2026-01-31', '2026-12-01');
const attachment = fc.constantFrom(...Object.keys(sampleView.attachments));
const question = fc.constantFrom(...content.questions.keys());
/** A title may quote what people typed. */
const quotesNobody = sampleView.assessment.findings.filter(({ title }) => !title.includes('"'));
const finding = fc.constantFrom(...quotesNobody.map(({ id }) => id));
const bag = (shape: Record<string, fc.Arbitrary<unknown>>, requiredKeys: string[]) =>
  fc.record(shape, { requiredKeys });
const mark = fc.record({ at: moment, through: fc.constant({}) });

/** What may stand at each kind of place, and where one of that kind is. */
const places: Record<string, { path: string; value: fc.Arbitrary<unknown> }> = {
  project: { path: 'project/language', value: fc.constantFrom('en', 'de') },
  answer: {
    path: 'answer/routing.nat.who',
    value: fc.oneof(
      fc.record({ state: fc.constant('answered'), value: fc.constantFrom('we-do', 'provider') }),
      fc.constant({ state: 'unknown' }),
      fc.record({ state: fc.constant('notApplicable'), reason: fc.constant('outOfScope'), text: word }),
      fc.record({ state: fc.constant('draft'), text: word }),
    ),
  },
  note: { path: 'note/routing.nat.who', value: word },
  review: {
    path: 'review/routing.nat.who',
    value: bag({ by: word, at: moment, wording: word }, ['by', 'at']),
  },
  proof: {
    path: 'proof/routing.nat.who',
    value: fc.uniqueArray(fc.oneof(attachment, word), { minLength: 1, maxLength: 3 }),
  },
  row: {
    path: 'row/circuits/c1',
    value: fc.record({
      order: fc.integer({ min: 0, max: 9 }),
      cells: bag({ name: word, bandwidth: fc.constantFrom(1000, 2000), sku: fc.constant('premium') }, [
        'name',
      ]),
    }),
  },
  action: {
    path: 'action/a',
    value: bag(
      {
        title: word,
        status: fc.constantFrom('doing', 'waiting', 'dropped'),
        created: moment,
        closed: moment,
        question,
        finding,
        due: day,
      },
      ['title', 'status', 'created'],
    ),
  },
  milestone: {
    path: 'milestone/m',
    value: fc.record({ name: word, at: moment, contentVersion: word, through: fc.constant({}) }),
  },
  decision: { path: 'decision/d', value: bag({ what: word, who: word, on: day, question }, ['what']) },
  parking: { path: 'parking/p', value: bag({ text: word, question }, ['text']) },
  acceptance: {
    path: `acceptance/${quotesNobody[0]?.id}`,
    value: bag({ by: word, reason: word, at: moment, until: day }, ['by', 'reason', 'at']),
  },
  attachment: {
    path: 'attachment/a',
    value: bag(
      {
        name: word,
        kind: fc.constantFrom('file', 'circuit-routes'),
        hash: fc.constant('0'.repeat(64)),
        size: fc.nat(9),
        taken: day,
        shelfDays: fc.integer({ min: 1, max: 9 }),
      },
      ['name', 'kind', 'hash', 'size'],
    ),
  },
  evidence: {
    path: `evidence/${Object.keys(sampleView.attachments)[0]}`,
    value: bag(
      {
        kind: fc.constant('arp'),
        link: fc.constantFrom('primary', 'secondary'),
        about: fc.constantFrom({ circuit: 'c1' }, { circuit: 'c2' }),
        counts: fc.constant({ records: 1, left: 0, unread: 0 }),
        dropped: fc.constant([]),
        records: fc.constant([]),
      },
      ['kind', 'counts', 'dropped', 'records'],
    ),
  },
  checklist: {
    path: 'checklist/house',
    value: bag(
      {
        name: word,
        file: word,
        added: moment,
        own: fc.constant(true),
        document: fc.constant({ metadata: { a: [1] } }),
        remarks: fc.constant([]),
      },
      ['name', 'file', 'added', 'document', 'remarks'],
    ),
  },
  status: { path: 'status/house/signed', value: fc.constantFrom(...reviewStatuses) },
  comment: { path: 'comment/house/signed', value: word },
  item: {
    path: 'item/house/signed',
    value: fc.record({
      order: fc.nat(9),
      status: fc.constant('notVerified'),
      comment: fc.constant(''),
      words: bag(
        {
          text: word,
          description: word,
          severity: fc.constantFrom('blocker', 'advice'),
          kind: fc.constant('yesNo'),
          bad: fc.constantFrom(['no'], ['yes', 'no'], []),
          link: word,
          waf: word,
        },
        ['text'],
      ),
    }),
  },
  section: { path: 'section/house/s1', value: fc.record({ name: word, order: fc.nat(9) }) },
  place: {
    path: 'place/house/signed',
    value: fc.record({ section: fc.constantFrom('s1', 's2', 'gone'), order: fc.nat(9) }),
  },
  said: { path: 'said/house/signed', value: fc.constantFrom('yes', 'no') },
  counts: { path: 'counts/house', value: fc.boolean() },
  workshop: {
    path: 'workshop/w',
    value: bag(
      {
        name: word,
        day,
        created: moment,
        attendees: fc.array(fc.record({ name: word }), { maxLength: 2 }),
        agenda: fc.array(fc.record({ question, seconds: fc.nat(99) }), { maxLength: 3 }),
        started: mark,
        ended: mark,
      },
      ['name', 'day', 'created', 'attendees', 'agenda'],
    ),
  },
};

/** Ids that stand for words of ours; none of them is a word itself. */
const raw =
  /\b(?:we-do|notVerified|notRequired|notApplicable|yesNo|doing|circuit-routes|outOfScope)\b|[{}[\]"]/;

describe('a change', () => {
  it('can be told of every kind of place there is', () => {
    const { kinds } = documentWordsOf('en').workbook.history;
    // How long a screen showed a question is never told.
    expect(Object.keys(places).sort()).toEqual(
      Object.keys(kinds)
        .filter((kind) => kind !== 'sitting')
        .sort(),
    );
    for (const path of ['sitting/s', 'wording/house/signed'])
      expect(isTold({ path, batch: 'a' }, new Set())).toBe(false);
  });

  it.each(Object.entries(places))(
    'of the kind %s is told in words, and its sides never read alike',
    (_, place) => {
      const side = fc.option(place.value, { nil: null, freq: 6 }) as fc.Arbitrary<Json>;
      fc.assert(
        fc.property(side, side, fc.constantFrom(...languages), (before, after, language) => {
          for (const value of [before, after]) expect(problemWith(place.path, value)).toBeUndefined();
          const context = language === 'en' ? english : contextIn(language);
          const change = { path: place.path, before, after };
          const told = sides(context, change);
          for (const text of [...told, subject(context, change)]) expect(text).not.toMatch(raw);
          if (!equalJson(before, after)) expect(told[0]).not.toBe(told[1]);
        }),
      );
    },
  );

  it('names an accepted risk by its words, also when its finding is gone', () => {
    const acceptance = { by: 'P. Silva', reason: 'known', at: 1, accepted: 'The pool is used twice.' };
    const { accepted: _, ...older } = acceptance;
    const path = 'acceptance/nat.gone:row';
    expect(subject(english, { path, before: acceptance, after: null })).toBe('The pool is used twice.');
    const named = { ...english, view: { ...english.view, goneFindings: { 'nat.gone:row': 'It was used.' } } };
    expect(subject(named, { path, before: null, after: older })).toBe('It was used.');
    expect(sides(english, { path, before: null, after: acceptance })[1]).not.toContain('twice');
  });

  it('names proofs by their files, and those that are gone as gone', () => {
    const [id = '', file] = Object.entries(sampleView.attachments)[0] ?? [];
    const change = { path: 'proof/routing.nat.who', before: [id], after: [id, 'gone'] };
    expect(sides(english, change)).toEqual([file?.name, `${file?.name}\na file that is no longer kept`]);
  });

  it('names a row that is gone as it was called, and an item by its question', () => {
    const row = { order: 0, cells: { name: 'Ulm' } };
    expect(subject(english, { path: 'row/sites/gone', before: row, after: null })).toBe('Sites: Ulm');
    const moved = { section: 's2', order: 1 };
    const change = { path: 'place/house/signed', before: { section: 's1', order: 1 }, after: moved };
    expect(subject(english, change)).toBe('Is the contract signed?');
    expect(sides(english, change)).toEqual(['Contracts', 'Costs']);
    expect(sides(english, { ...change, before: { ...moved, order: 0 } })).toEqual(['Costs', 'Costs (moved)']);
  });

  it('says of an answer that no checklist asks for any more what it was', () => {
    const change = {
      path: 'answer/gone.for.good',
      before: null,
      after: { state: 'answered', value: ['a', 'b'] },
    };
    expect(sides(english, change)).toEqual(['', 'a, b']);
    expect(sides(english, { ...change, after: { state: 'unknown' } })[1]).toBe('Don’t know yet');
  });

  it('shows of several sides only what differs between any of them', () => {
    const action = { title: 'Order', status: 'open', created: 1_790_000_000_000 };
    const values = [
      action,
      { ...action, owner: 'Ann' },
      { ...action, status: 'done', created: 1_790_000_000_001 },
    ];
    expect(texts(english, 'action/a', values)).toEqual([
      'Status: Open',
      'Owner: Ann\nStatus: Open',
      'Status: Done',
    ]);
  });
});
