/** The PDF of a plan: whole, readable by screen readers and search, exact about what people typed, and good to look at. */
import { describe, expect, it } from 'vitest';
import { toCallError } from '../../../electron/backend/call-failure.ts';
import type { Job } from '../../../electron/backend/dispatch.ts';
import { type Look, ownLook } from '../../../electron/backend/writers/look.ts';
import { writePdf } from '../../../electron/backend/writers/pdf/write-pdf.ts';
import { builtInReference } from '../../../shared/content/reference.ts';
import type { Block, PlanDocument, Text } from '../../../shared/document/blocks.ts';
import { buildPlan } from '../../../shared/document/build.ts';
import { fullProject } from '../../helpers/full-project.ts';
import { sampleView, today, viewOf } from '../../shared/document/projects.ts';
import { addressesOf, fontsOf, haveReaders, infoOf, objectsOf, structureOf, textOf } from './pdf-reader.ts';

const job: Job = { signal: new AbortController().signal, progress: () => {} };
const plain = (text: string): Text => [{ text }];

function planOf(blocks: readonly Block[], more: Partial<PlanDocument> = {}): PlanDocument {
  const part = (id: string, title: string, inner: readonly Block[]) =>
    ({ id, title, audiences: ['engineer'], blocks: inner, sections: [] }) as const;
  return {
    language: 'en',
    title: 'ExpressRoute plan',
    subtitle: 'Two regions',
    customer: 'Contoso Ltd',
    authors: ['H. Meyer', 'A. Dubois'],
    date: '2026-11-21',
    contentVersion: '1',
    status: 'Proceed',
    parts: [
      part('first', 'The first part', blocks),
      part('answers', 'Answers', [
        { kind: 'paragraph', text: [{ text: 'Which way?', anchor: { kind: 'question', id: 'q.way' } }] },
      ]),
    ],
    leftOut: [],
    ...more,
  };
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', text: plain(text) });
/** Where lines end is up to the page. */
const joined = (text: string) => text.replace(/\s+/g, '');

const figure: Block = {
  kind: 'figure',
  svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 80" width="200" height="80"><rect x="10" y="10" width="80" height="40" fill="none" stroke="#000"/><text x="20" y="34" font-family="Segoe UI, sans-serif" font-size="12">Paris ក</text></svg>',
  width: 200,
  height: 80,
  alt: 'Paris has one circuit',
  caption: 'Topology',
};

const everyKind: readonly Block[] = [
  {
    ...paragraph('Rests on an answer.'),
    from: [
      { kind: 'question', id: 'q.way' },
      { kind: 'question', id: 'gone' },
    ],
  },
  {
    kind: 'paragraph',
    text: [
      { text: 'Docs', target: { kind: 'source', key: 'docs', address: 'https://learn.example/x' } },
      { text: ' and ' },
      { text: 'code', style: 'code' },
    ],
  },
  {
    kind: 'list',
    ordered: true,
    items: [
      { text: plain('Step one'), from: [{ kind: 'question', id: 'q.way' }] },
      { text: plain('Step two') },
    ],
  },
  {
    kind: 'table',
    caption: 'Long table',
    columns: [
      { title: 'Name of the site', weight: 10 },
      { title: 'Users', weight: 5, align: 'end' },
    ],
    rows: Array.from({ length: 90 }, (_, row) => [
      { text: plain(`Site ${row}`) },
      { text: plain(`${row}`), tone: 'risk' as const },
    ]),
  },
  { kind: 'callout', tone: 'blocker', title: plain('It stops'), text: plain('Because.') },
  { kind: 'callout', tone: 'good', title: plain('It runs'), text: plain('') },
  { kind: 'pairs', pairs: [{ name: plain('VLAN'), value: plain('300'), note: plain('Confirmed') }] },
  {
    kind: 'code',
    language: 'ios',
    caption: 'Router',
    code: `router bgp 65000\n neighbor 10.0.0.1\n${'x'.repeat(300)}`,
  },
  { kind: 'open', text: plain('Not yet answered: the prefixes') },
  figure,
];

describe.skipIf(!haveReaders)('the PDF', () => {
  it('of the sample is valid, tagged, in one language, with embedded fonts and bookmarks', async () => {
    const plan = buildPlan({ view: sampleView, today, audience: 'sponsor', reference: builtInReference });
    const pdf = await writePdf(plan, { ...ownLook, firm: 'Northwind Advisory' }, job);
    const info = infoOf(pdf);
    expect(info).toMatch(/^Tagged:\s+yes/m);
    expect(info).toMatch(/^Title:\s+ExpressRoute plan – Contoso Ltd/m);
    expect(info).toMatch(/^Author:\s+H\. Meyer, A\. Dubois/m);
    expect(info).toMatch(/^Keywords:.*Contoso Ltd/m);
    expect(info).toMatch(/^Page size:.*A4/m);
    const fonts = fontsOf(pdf).trimEnd().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThan(0);
    // The columns after the name, type and encoding say: embedded, subset, with a way back to text.
    for (const font of fonts) expect(font).toMatch(/Noto.*\byes yes yes\b/);
    const objects = objectsOf(pdf);
    expect(objects).toMatch(/pdfuaid:part/);
    expect(objects).toMatch(/\/Lang \(en\)/);
    expect(objects).toMatch(/\/Outlines /);
    const text = textOf(pdf);
    for (const part of plan.parts) expect(text).toContain(part.title);
    expect(text).toContain('Northwind Advisory');
    const pages = Number(/^Pages:\s+(\d+)/m.exec(info)?.[1]);
    expect(text).toContain(`Page ${pages} of ${pages}`);
    // What a sponsor reads in one go.
    expect(pages).toBeLessThanOrEqual(4);
  });

  it('says what every kind of block says, in an order and with a structure that can be read aloud', async () => {
    const pdf = await writePdf(planOf(everyKind), { ...ownLook, paper: 'letter' }, job);
    expect(infoOf(pdf)).toMatch(/^Page size:.*letter/m);
    const text = textOf(pdf);
    for (const one of [
      'Step one',
      'Long table',
      'Site 89',
      'Blocker',
      'It stops',
      'Good',
      'VLAN: 300 · Confirmed',
      'router bgp 65000',
      'Not yet answered: the prefixes',
      'Topology',
    ])
      expect(text, one).toContain(one);
    expect(joined(text)).toContain('x'.repeat(300));
    // Ninety rows take more than one page, and the head stands on each of them.
    expect(text.split('Name of the site').length - 1).toBeGreaterThan(1);
    const structure = structureOf(pdf);
    for (const tag of ['H1', 'Table', 'TH', 'TD', 'L', 'LI', 'Figure', 'Link', 'TOC', 'Caption'])
      expect(structure, tag).toMatch(new RegExp(`^\\s*${tag}\\b`, 'm'));
    const objects = objectsOf(pdf);
    expect(objects).toContain('/Alt (Paris has one circuit)');
    expect(objects).not.toContain('/Subtype /Image');
    expect(addressesOf(pdf)).toContain('https://learn.example/x');
    // From the answer, twice, and from the contents.
    expect(objects.match(/\/Dest\b|\/GoTo\b/g)?.length ?? 0).toBeGreaterThanOrEqual(4);
  });

  it('is the same bytes for the same plan, and others for any other', async () => {
    const first = await writePdf(planOf(everyKind), ownLook, job);
    const others = [
      await writePdf(planOf(everyKind.slice(1)), ownLook, job),
      await writePdf(planOf(everyKind, { customer: 'Fabrikam' }), ownLook, job),
      await writePdf(planOf(everyKind), { ...ownLook, accent: '#8a3707' }, job),
    ];
    const again = await writePdf(planOf(everyKind), ownLook, job);
    expect(Buffer.from(again).equals(first)).toBe(true);
    for (const other of others) expect(Buffer.from(other).equals(first)).toBe(false);
    expect(Buffer.from(await writePdf(planOf(everyKind), ownLook, job)).equals(first)).toBe(true);
  });

  const payloads: Record<string, string> = {
    'a file read': '#read("/etc/passwd") #include "x.typ"',
    mathematics: '$x^2$ *bold* _it_ = heading @label <label> `raw` // no comment /* none */',
    'ends of other formats': ']]> </script> {{field}} #{x} \\n \\u{41} ~ -- --- "quotes"',
    'a soft hyphen and joiners': 'so\u00adft a\u200bb c\ufeffd',
    emoji: '😀 👩‍💻 ❤️',
    Chinese: '東京都の回線 中文内容',
    accents: 'Zoë Ångström Žižek Ελλάδα Москва e\u0301',
    'signs that no text font has': '→ ≥ ✓ ▲',
  };
  const everywhere = (text: string): Block[] => [
    paragraph(text),
    { kind: 'table', caption: text, columns: [{ title: text, weight: 1 }], rows: [[{ text: plain(text) }]] },
    { kind: 'callout', tone: 'note', title: plain(text), text: plain(text) },
    { kind: 'pairs', pairs: [{ name: plain(text), value: plain(text) }] },
    { kind: 'code', language: 'text', caption: text, code: text },
  ];

  it('holds what people typed as exactly that text, wherever it stands', async () => {
    const pdf = await writePdf(planOf(Object.values(payloads).flatMap(everywhere)), ownLook, job);
    const text = joined(textOf(pdf));
    for (const [name, payload] of Object.entries(payloads))
      expect(text.split(joined(payload)).length - 1, name).toBeGreaterThanOrEqual(9);
  });

  it('holds text that runs from right to left, letter for letter', async () => {
    const texts = ['مرحبا بالعالم', 'שלום עולם'];
    const pdf = await writePdf(
      planOf([...texts.map(paragraph), paragraph('a\u202ebc\u202cd')]),
      ownLook,
      job,
    );
    // The page setter names a dotted Arabic letter once for its body and once for its dots.
    const letters = (text: string) => [...new Set(text.match(/\p{L}/gu) ?? [])].sort().join('');
    const lines = textOf(pdf).split('\n').map(letters);
    for (const text of [...texts, 'abcd']) expect(lines).toContain(letters(text));
  });

  it('breaks a word of 50,000 letters instead of letting it run off the page', async () => {
    const word = 'abcde'.repeat(10_000);
    const pdf = await writePdf(
      planOf([
        paragraph(word),
        { kind: 'table', caption: '', columns: [{ title: 'A', weight: 1 }], rows: [[{ text: plain(word) }]] },
      ]),
      ownLook,
      job,
    );
    const pages = textOf(pdf)
      .split('\f')
      .map((page) =>
        page
          .split('\n')
          .filter((line) => /^[a-e]+$/.test(line))
          .join(''),
      );
    expect(pages.join('')).toBe(word + word);
  });

  it.skipIf(!haveReaders)(
    'is four pages for a sponsor, also with twelve circuits and 200 sites',
    async () => {
      const plan = buildPlan({
        view: viewOf(fullProject()),
        today,
        audience: 'sponsor',
        reference: builtInReference,
      });
      expect(infoOf(await writePdf(plan, ownLook, job))).toMatch(/^Pages:\s+4$/m);
    },
  );

  it('shows characters without a picture as their number, whatever they are', async () => {
    const text = textOf(await writePdf(planOf([paragraph('ក \u001b')]), ownLook, job));
    expect(text).toContain('[U+1780]');
    // And the file says so where a reader begins.
    expect(text).toContain('each stands as its Unicode number');
    expect(text).toContain('[U+241B]');
  });

  it('refuses a logo that cannot be drawn in words that name it, and takes one that can', async () => {
    const noPicture = Buffer.from('89504e470d0a1a0a', 'hex');
    const look: Look = { ...ownLook, logo: { type: 'png', bytes: noPicture } };
    const failure = await writePdf(planOf([]), look, job).catch(toCallError);
    expect(failure).toMatchObject({ code: 'bad-input', message: expect.stringContaining('logo') });
    const svg = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="red"/></svg>',
    );
    const pdf = await writePdf(
      planOf([]),
      { ...ownLook, firm: 'Northwind', logo: { type: 'svg', bytes: svg } },
      job,
    );
    expect(objectsOf(pdf)).toContain('/Alt (Northwind)');
  });

  it('can be called off, and the next one is written all the same', async () => {
    const controller = new AbortController();
    const first = writePdf(planOf(everyKind), ownLook, { ...job, signal: controller.signal });
    controller.abort();
    await expect(first).rejects.toMatchObject({ code: 'cancelled' });
    expect((await writePdf(planOf([]), ownLook, job)).length).toBeGreaterThan(1000);
  });
});
