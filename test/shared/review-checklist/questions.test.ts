/** The project's own questions as a review checklist. */
import { describe, expect, it } from 'vitest';
import { content } from '../../../shared/content/content.ts';
import { builtInReference } from '../../../shared/content/reference.ts';
import { documentWordsOf } from '../../../shared/document/words/words.ts';
import { emptyState } from '../../../shared/project/state.ts';
import { questionGuid } from '../../../shared/review-checklist/question-guid.ts';
import { writeQuestions } from '../../../shared/review-checklist/questions.ts';
import { readReviewChecklist } from '../../../shared/review-checklist/read.ts';
import { emptyView, sampleView, today, viewOf } from '../document/projects.ts';

type Item = Record<'guid' | 'id' | 'text' | 'category' | 'severity' | 'status' | 'comments' | 'link', string>;
const itemsOf = (view = sampleView) =>
  (JSON.parse(writeQuestions({ view, today, reference: builtInReference })) as { items: Item[] }).items;
const statusOf = (items: readonly Item[], id: string) => items.find((item) => item.id === id)?.status;

describe('the questions as a checklist', () => {
  it('are those that are asked, each with a guid of its own that never changes', () => {
    const items = itemsOf();
    expect(items.map((item) => item.id)).toEqual(sampleView.assessment.visible);
    const guids = [...content.questions.keys()].map(questionGuid);
    expect(new Set(guids).size).toBe(guids.length);
    for (const guid of guids)
      expect(guid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    // Files that are out there carry it: it may never become another.
    expect(questionGuid('routing.nat.who')).toMatchInlineSnapshot(`"b2686e98-851a-8359-8653-a944469e65e3"`);
  });

  it('can be taken in again as any other checklist, statuses and all', () => {
    const text = writeQuestions({ view: sampleView, today, reference: builtInReference });
    const read = readReviewChecklist(text, 'own.json', documentWordsOf('en'));
    expect(read).toMatchObject({
      ok: true,
      head: { remarks: [], name: expect.stringContaining(sampleView.name) },
    });
    const statuses = new Set(read.ok ? [...read.items.values()].map((item) => item.status) : []);
    expect(statuses).toContain('fulfilled');
    expect(statuses).toContain('open');
  });

  it('are not verified while open, open while unknown or contradicted, and set aside with a reason', () => {
    const asked = emptyView.assessment.visible.filter((id) => content.questions.get(id)?.kind !== 'table');
    const [first = '', second = '', third = '', fourth = ''] = asked;
    expect(new Set(itemsOf(emptyView).map((item) => item.status))).toEqual(new Set(['Not verified']));
    const items = itemsOf(
      viewOf({
        ...emptyState(),
        answers: {
          [second]: { state: 'unknown' },
          [third]: { state: 'notApplicable', reason: 'businessPriority' },
          [fourth]: { state: 'notApplicable', reason: 'outOfScope', text: 'no such site' },
        },
        notes: { [first]: '=HYPERLINK("http://x")' },
      }),
    );
    expect(statusOf(items, first)).toBe('Not verified');
    expect(items.find((item) => item.id === first)?.comments).toBe('=HYPERLINK("http://x")');
    expect(statusOf(items, second)).toBe('Open');
    expect(statusOf(items, third)).toBe('Not required');
    expect(statusOf(items, fourth)).toBe('N/A');
    expect(items.find((item) => item.id === fourth)?.comments).toContain('no such site');
  });

  it('are as grave as the worst that is said about them', () => {
    const items = itemsOf();
    expect(new Set(items.map((item) => item.severity))).toEqual(new Set(['High', 'Medium', 'Low']));
    const blockers = sampleView.assessment.findings.filter((finding) => finding.severity === 'blocker');
    const behind = new Set(blockers.flatMap((finding) => finding.from.map((origin) => origin.question)));
    for (const item of items) {
      if (!behind.has(item.id)) continue;
      expect(item.severity).toBe('High');
      expect(item.status).not.toBe('Fulfilled');
    }
    for (const item of items) if (item.link !== undefined) expect(item.link).toMatch(/^https:\/\//);
  });
});
