/** Review checklists: read without loss, refused with their place, worked on, and written back. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentWordsOf } from '../../../shared/document/words/words.ts';
import type { Json } from '../../../shared/json.ts';
import type { ReviewStatus } from '../../../shared/project/paths.ts';
import { problemWith } from '../../../shared/project/paths.ts';
import { stateOf } from '../../../shared/project/state.ts';
import { showChecklist, writeChecklist } from '../../../shared/review-checklist/imported.ts';
import { mostItems, readReviewChecklist } from '../../../shared/review-checklist/read.ts';

const words = documentWordsOf('en');
const read = (text: string) => readReviewChecklist(text, 'alz.checklist.json', words);

/** What the handler puts into the log, as the log would give it back. */
function imported(file: Json): Map<string, { value: Json }> {
  const result = read(JSON.stringify(file));
  if (!result.ok) throw new Error(`${result.place}: ${result.message}`);
  const current = new Map<string, { value: Json }>();
  const put = (path: string, value: Json) => {
    expect(problemWith(path, value), path).toBeUndefined();
    // The store keeps JSON text.
    current.set(path, { value: JSON.parse(JSON.stringify(value)) as Json });
  };
  put('checklist/c', { ...result.head, added: 1 } as Json);
  for (const [id, item] of result.items) {
    put(`item/c/${id}`, item as Json);
    if (item.status !== 'notVerified') put(`status/c/${id}`, item.status);
    if (item.comment !== '') put(`comment/c/${id}`, item.comment);
  }
  return current;
}

const parsed = (current: ReadonlyMap<string, { value: Json }>) =>
  JSON.parse(writeChecklist(stateOf(current), 'c')?.text ?? 'null') as { items: Record<string, Json>[] };

const guid = '70c15989-c726-42c7-b0d3-24b7375b9201';

describe('a review checklist', () => {
  it('is shown item by item, with what the file leaves out left out', () => {
    const checklist = showChecklist(
      stateOf(
        imported({
          items: [
            {
              category: 'Network',
              subcategory: 'Hybrid',
              text: 'Use two circuits.',
              waf: 'Reliability',
              service: 'ExpressRoute',
              guid,
              severity: 'High',
              link: 'https://learn.microsoft.com/azure',
              training: 'javascript:alert(1)',
              status: 'Fulfilled',
              comments: 'Seen on site.',
            },
            { guid: 'b', text: null, description: 'No words of its own' },
          ],
          metadata: { name: 'Landing zone' },
        }),
      ),
      'c',
    );
    expect(checklist?.name).toBe('Landing zone');
    expect(checklist?.items[0]).toMatchObject({
      id: guid,
      severity: 'high',
      about: ['Reliability', 'ExpressRoute'],
      link: 'https://learn.microsoft.com/azure',
      training: null,
      status: 'fulfilled',
      comment: 'Seen on site.',
    });
    expect(checklist?.items[1]).toMatchObject({
      text: 'No words of its own',
      description: '',
      category: '',
      severity: null,
      status: 'notVerified',
    });
  });

  it('comes back with every key, whatever it holds', () => {
    const key = fc.constantFrom(
      'text',
      'guid',
      'status',
      'comments',
      'comment',
      'severity',
      '__proto__',
      'x y',
      'ammp',
    );
    const item = fc.dictionary(key, fc.jsonValue({ maxDepth: 2 }), { maxKeys: 6 });
    const file = fc.record({
      items: fc
        .array(item, { minLength: 1, maxLength: 6 })
        .map((items) => [...items, { text: 'one that can be read' }]),
      status: fc.option(fc.array(fc.record({ name: fc.string({ maxLength: 5 }) }), { maxLength: 6 })),
      metadata: fc.jsonValue({ maxDepth: 2 }),
      $schema: fc.string(),
    });
    fc.assert(
      fc.property(file, (one) => {
        const plain = JSON.parse(JSON.stringify(one)) as Json;
        expect(JSON.stringify(parsed(imported(plain)))).toBe(JSON.stringify(plain));
      }),
      { numRuns: 200 },
    );
  });

  it('is written with the statuses and comments of today, and nothing else is touched', () => {
    const current = imported({
      items: [
        { text: 'a', guid: 'a', status: 'Open', extra: { kept: [1] } },
        { text: 'b', guid: 'b' },
        { text: 'c', guid: 'c', comment: 'old', status: 'N/A' },
      ],
    });
    const set = (path: string, value: Json) => current.set(path, { value });
    set('status/c/a', null);
    set('status/c/b', 'notRequired');
    set('comment/c/c', 'new');
    expect(parsed(current).items).toEqual([
      { text: 'a', guid: 'a', status: 'Not verified', extra: { kept: [1] } },
      { text: 'b', guid: 'b', status: 'Not required' },
      { text: 'c', guid: 'c', comment: 'new', status: 'N/A' },
    ]);
  });

  it('keeps a status that nobody knows as a comment, and in the file as it was', () => {
    const current = imported({ items: [{ text: 'a', guid: 'a', status: 'Wartet', comments: 'Ask Anna' }] });
    const [item] = showChecklist(stateOf(current), 'c')?.items ?? [];
    expect(item).toMatchObject({ status: 'notVerified', comment: 'Status in the file: Wartet\nAsk Anna' });
    expect(parsed(current).items[0]).toEqual({
      text: 'a',
      guid: 'a',
      status: 'Wartet',
      comments: 'Ask Anna',
    });
    expect(showChecklist(stateOf(current), 'c')?.remarks).toEqual([{ kind: 'unknownStatus', count: 1 }]);
  });

  it.each<[string, string[], Record<string, ReviewStatus>]>([
    [
      'Portuguese',
      ['Não verificado', 'Abrir', 'Cumprido', 'N/A', 'Não é necessário'],
      { 'Não é necessário': 'notRequired', 'N/A': 'notApplicable', Abrir: 'open' },
    ],
    [
      'Japanese',
      ['未確認', '開ける', '達成', '必要なし', '該当なし'],
      { 達成: 'fulfilled', 該当なし: 'notApplicable', 必要なし: 'notRequired', 未確認: 'notVerified' },
    ],
    ['English', ['Not verified', 'Open', 'Fulfilled', 'N/A'], { 'n/a ': 'notApplicable', OPEN: 'open' }],
  ])('in %s is understood by its own list, and written in its own words', (_language, names, expected) => {
    const status = names.map((name) => ({ name }));
    const severities = ['Alto', 'Média', 'Baixo'].map((name) => ({ name }));
    const items = Object.keys(expected).map((name) => ({
      text: name,
      guid: name,
      status: name,
      severity: 'Média',
    }));
    const current = imported({ items, status, severities });
    const shown = showChecklist(stateOf(current), 'c')?.items ?? [];
    expect(Object.fromEntries(shown.map((item) => [item.text, item.status]))).toEqual(expected);
    expect(shown.map((item) => item.severity)).toEqual(items.map(() => 'medium'));
    const [first] = shown;
    current.set(`status/c/${first?.id}`, { value: 'fulfilled' });
    expect(parsed(current).items[0]?.status).toBe(names[2]);
  });

  it('has every item once, also where guids stand twice or are missing, and says so', () => {
    const items = [
      { guid, text: '1' },
      { guid, text: '2' },
      { text: '3' },
      { guid: '../etc', text: '4' },
      { guid: `${guid}.1`, text: '5' },
    ];
    const checklist = showChecklist(stateOf(imported({ items })), 'c');
    expect(checklist?.items.map((item) => item.text)).toEqual(['1', '2', '3', '4', '5']);
    expect(new Set(checklist?.items.map((item) => item.id)).size).toBe(5);
    expect(checklist?.remarks).toEqual([
      { kind: 'doubledGuid', count: 2 },
      { kind: 'missingGuid', count: 2 },
    ]);
    expect(parsed(imported({ items })).items).toEqual(items);
  });

  it('with a byte order mark is read, and one of many thousand items too', () => {
    expect(read(`\ufeff${JSON.stringify({ items: [{ text: 'a' }] })}`).ok).toBe(true);
    const many = Array.from({ length: mostItems }, (_, index) => ({ guid: `g${index}`, text: 'x' }));
    const result = read(JSON.stringify({ items: many }));
    expect(result.ok && result.items.size).toBe(mostItems);
  });

  it.each([
    ['cut off', '{"items": [{"text": "a"},', /^line 1, column \d+$/],
    ['no object', '[1]', 'the document'],
    ['a project file', '{"format": "onramp-project"}', 'items'],
    ['empty', '{"items": []}', 'items'],
    ['an item that is none', '{"items": [{"text": "a"}, 7]}', 'items.1'],
    ['a workbook template', '{"items": [{"type": 1, "content": {}}]}', 'items'],
    [
      'nested without end',
      `{"items": [{"text": "a", "x": ${'['.repeat(60)}${']'.repeat(60)}}]}`,
      'the document',
    ],
  ])('that is %s is refused with its place', (_what, text, place) => {
    const result = read(text);
    expect(result.ok).toBe(false);
    if (!result.ok) {
      if (typeof place === 'string') expect(result.place).toBe(place);
      else expect(result.place).toMatch(place);
    }
  });

  it('with too many items is refused as too large', () => {
    const many = Array.from({ length: mostItems + 1 }, () => ({ text: 'x' }));
    expect(read(JSON.stringify({ items: many }))).toMatchObject({ ok: false, code: 'too-large' });
  });
});
