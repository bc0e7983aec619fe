/** What people typed comes out as exactly that text in every format, and as nothing else. */
import { describe, expect, it } from 'vitest';
import { buildView } from '../../../shared/assess/build-view.ts';
import { content } from '../../../shared/content/content.ts';
import { openState } from '../../../shared/content/open-state.ts';
import { builtInReference } from '../../../shared/content/reference.ts';
import type { PlanDocument } from '../../../shared/document/blocks.ts';
import { buildPlan } from '../../../shared/document/build.ts';
import { textFormats, writePlan } from '../../../shared/document/formats.ts';
import { plain } from '../../../shared/document/runs.ts';
import { visibleText } from '../../../shared/document/visible-text.ts';
import type { ProjectView } from '../../../shared/view.ts';

const payloads = [
  '#read("/etc/passwd")',
  '$x^2$',
  ']]>',
  '<script>alert(1)</script>',
  '=HYPERLINK("http://example.invalid","x")',
  "+cmd|' /C calc'!A0",
  '{{field}} {pool}',
  '[a](javascript:alert(1)) ![b](c) `code` **bold** _it_ ~~s~~ # h | cell',
  '&amp; &lt; &#39; \\ \\\\',
  '\u202eright to left\u202c',
  '\u0000\u001b[31m\u0007 control',
  '😀 👩‍👩‍👧 e\u0301',
  '東京 데이터 العربية',
  '- item\n1. one\n> quote\n    code\n***\n---',
  'x'.repeat(50_000),
];

function planOf(text: string): { plan: PlanDocument; view: ProjectView } {
  const state = openState([
    ['project/name', { value: text.slice(0, 200) }],
    ['project/customer', { value: text.slice(0, 200) }],
    ['answer/scope.services.used', { value: { state: 'answered', value: ['power-apps'] } }],
    ['answer/justification.reason.requirement', { value: { state: 'answered', value: text } }],
    ['note/justification.reason.requirement', { value: text }],
    ['row/sites/r1', { value: { order: 0, cells: { name: text, kind: 'hub' } } }],
    [
      'action/a1',
      { value: { title: text.slice(0, 500), owner: text.slice(0, 300), status: 'open', created: 1 } },
    ],
  ]);
  const stored = {
    id: crypto.randomUUID(),
    createdAt: 1,
    state,
    disagreements: [],
    saved: { at: 1, author: text.slice(0, 200), changes: 1 },
  };
  const view = buildView({ ...stored, undoes: null, canRedo: false }, { content, today: '2026-11-21' });
  return {
    view,
    plan: buildPlan({ view, today: '2026-11-21', audience: 'engineer', reference: builtInReference }),
  };
}

/** What a reader of the format sees: markup away, escapes undone. */
const readers = {
  html: (text: string) =>
    text
      .replace(/<br>/g, '\n')
      .replace(/<[^>]*>/g, '')
      .replace(
        /&(lt|gt|quot|#39|amp);/g,
        (_, name: string) => ({ lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' })[name] ?? '',
      ),
  md: (text: string) =>
    text
      .replace(/<br>/g, '\n')
      .replace(/&#9;/g, '\t')
      .replace(/\\([!-/:-@[-`{-~])/g, '$1'),
  json: (text: string) => JSON.stringify(JSON.parse(text), (_, value) => value),
  csv: (text: string) => text.replaceAll('""', '"'),
};

describe.each(textFormats)('%s', (format) => {
  it.each(payloads.map((payload) => [payload.slice(0, 40), payload] as const))(
    'holds %j as text',
    (_name, payload) => {
      const { plan, view } = planOf(payload);
      const written = writePlan(format, plan, view);
      const read = readers[format](written);
      const expected =
        format === 'json'
          ? JSON.stringify(payload).slice(1, -1)
          : visibleText(format === 'csv' ? payload.slice(0, 300) : payload);
      expect(read).toContain(expected);
      if (format === 'html')
        expect(written).not.toMatch(/<script|<img|javascript:[^a-z]*"|href="(?!#|https:\/\/)/i);
      if (format === 'csv') expect(written).not.toMatch(/(^|,)"[=+\-@]/m);
      expect(written).not.toMatch(/undefined|\[object Object\]/);
    },
  );
});

describe('links', () => {
  it('lead to a place in the same file, or out to a public document', () => {
    const { plan, view } = planOf('Contoso');
    const html = writePlan('html', plan, view);
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const inside = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(inside.length).toBeGreaterThan(100);
    expect(inside.filter((id) => !ids.has(id))).toEqual([]);
  });

  it('of a copy without the appendix lead to the list at its end, or are plain words', () => {
    const { view } = planOf('Contoso');
    const plan = buildPlan({ view, today: '2026-11-21', audience: 'sponsor', reference: builtInReference });
    const html = writePlan('html', plan, view);
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const inside = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(inside.length).toBeGreaterThan(5);
    expect(html).not.toContain('<nav');
    expect(writePlan('md', plan, view)).not.toContain('## Contents');
    expect(inside.filter((id) => !ids.has(id))).toEqual([]);
  });
});

describe('names and values in one line of Markdown', () => {
  it('are parted by a colon, but for a question, which ends by itself', () => {
    const { plan, view } = planOf('one');
    const pairs = [
      { name: plain('Attendees'), value: plain('Anna, Berta') },
      { name: plain('How many sites?'), value: plain('12') },
    ];
    const [first] = plan.parts;
    if (!first) throw new Error('A plan has parts.');
    const only = { ...first, blocks: [{ kind: 'pairs' as const, pairs }], sections: [] };
    const text = readers.md(writePlan('md', { ...plan, parts: [only] }, view));
    expect(text).toContain('- Attendees: Anna, Berta\n- How many sites? 12');
  });
});
