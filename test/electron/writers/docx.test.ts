/** The Word document: what Word needs to open it without repair, and what a reader finds in it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CallFailure } from '../../../electron/backend/call-failure.ts';
import { writeDocx } from '../../../electron/backend/writers/docx.ts';
import type { Block } from '../../../shared/document/blocks.ts';
import { lead } from '../../../shared/document/pairs.ts';
import { plain, textOf } from '../../../shared/document/runs.ts';
import { visibleText } from '../../../shared/document/visible-text.ts';
import { fullProject } from '../../helpers/full-project.ts';
import { planOf, sampleView, viewOf } from '../../shared/document/projects.ts';
import { job, look, paragraphsOf, partsOf, planWith, problemsOf, unescaped } from './docx-file.ts';

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100"><rect width="300" height="100" fill="#eee"/><text x="9" y="50">Paris</text></svg>';
const sample = planOf(sampleView, 'engineer');
const written = await writeDocx(sample, look, job);
const parts = partsOf(written);
const document = parts['word/document.xml'] ?? '';

const only = async (...blocks: Block[]) =>
  partsOf(await writeDocx(planWith(blocks), look, job))['word/document.xml'] ?? '';

describe('the package', () => {
  it('of the sample is whole', () => {
    expect(problemsOf(written)).toEqual([]);
  });

  it('of a full project is whole', async () => {
    const view = viewOf(fullProject());
    const full = await writeDocx(planOf(view, 'engineer'), look, job);
    expect(problemsOf(full)).toEqual([]);
    const short = await writeDocx(planOf(view, 'sponsor'), look, job);
    expect(problemsOf(short)).toEqual([]);
  });

  it('is the same for the same plan', async () => {
    expect(Buffer.compare(await writeDocx(sample, look, job), written)).toBe(0);
  });

  it('says what the document is', () => {
    const core = parts['docProps/core.xml'] ?? '';
    expect(core).toContain(`<dc:title>ExpressRoute plan – ${sample.customer}</dc:title>`);
    expect(core).toContain('<dc:language>en-GB</dc:language>');
    expect(unescaped(core)).toContain(`<dc:description>${sample.status}</dc:description>`);
    expect(parts['docProps/app.xml']).toContain('<Company>Northwind Advisers</Company>');
  });
});

describe('the document', () => {
  it('begins each part that fills one on a new page, under a heading that Word counts', () => {
    const headings = [...document.matchAll(/<w:pStyle w:val="Heading1"\/><w:pageBreakBefore\/>/g)];
    expect(headings).toHaveLength(sample.parts.filter(({ follows }) => !follows).length);
    expect(headings.length).toBeGreaterThan(6);
    expect(parts['word/styles.xml']).toMatch(/w:styleId="Heading1">.*?<w:numId w:val="1"\/>/);
  });

  it('keeps a table that is read at one glance on one page, up to its last row', () => {
    const at = document.indexOf('Parameters of ');
    const table = document.slice(document.indexOf('<w:tbl>', at), document.indexOf('</w:tbl>', at));
    const rows = table.split('<w:tr>').slice(1);
    expect(rows.length).toBeGreaterThan(15);
    for (const row of rows.slice(0, -1)) expect(row).toContain('<w:keepNext/>');
    expect(rows.at(-1)).not.toContain('<w:keepNext/>');
  });

  it('of a short plan goes on below its names: no contents, and one part below the other', async () => {
    const short = planOf(sampleView, 'sponsor');
    const xml = partsOf(await writeDocx(short, look, job))['word/document.xml'] ?? '';
    expect(xml.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(short.parts.length);
    expect(xml).not.toMatch(/pageBreakBefore|TOC \\o/);
    // A number behind a statement leads to its line at the end.
    const [, anchor = ''] =
      /<w:hyperlink w:anchor="([^"]+)"[^>]*><w:r><w:rPr>(?:(?!<\/w:r>).)*>1<\/w:t>/.exec(xml) ?? [];
    expect(xml).toContain(`w:name="${anchor}"`);
  });

  it('lists all parts and their sections in a contents field, filled before Word sees it', () => {
    const titles = sample.parts.flatMap((part, index) => [
      `${index + 1}\t${part.title}\t`,
      ...part.sections.map((section, at) => `${index + 1}.${at + 1}\t${section.title}\t`),
    ]);
    const toc = document.slice(document.indexOf('TOC \\o'), document.indexOf('</w:sdt>'));
    expect(paragraphsOf(`<w:p>${toc}`).filter((line) => line !== '')).toEqual(titles);
    expect(parts['word/settings.xml']).not.toContain('updateFields');
  });

  it('counts the captions of tables and figures by fields', () => {
    const tables = document.match(/<w:tblHeader\/>/g) ?? [];
    expect(tables.length).toBeGreaterThan(20);
    expect(document.match(/ SEQ Table /g)).toHaveLength(tables.length);
    expect(document.match(/ SEQ Figure /g)).toHaveLength(1);
  });

  it('shows the diagram as a picture with its words for those who cannot see it', async () => {
    const alone = await only({
      kind: 'figure',
      svg,
      width: 300,
      height: 100,
      alt: 'Paris & "Lyon"',
      caption: '',
    });
    expect(alone).toContain('descr="Paris &amp; &quot;Lyon&quot;"');
    expect(Object.keys(parts)).toContain('word/media/plan-figure-1.png');
    expect(parts['word/_rels/document.xml.rels']).toContain('media/plan-figure-1.svg');
  });

  it('names firm, customer and page on every page but the first', () => {
    expect(paragraphsOf(parts['word/plan-header.xml'] ?? '')).toEqual([
      `ExpressRoute plan – ${sample.customer}`,
    ]);
    expect(paragraphsOf(parts['word/plan-footer.xml'] ?? '')).toEqual(['Northwind Advisers\tPage 1 of 1']);
    expect(parts['word/plan-footer.xml']).toContain(' NUMPAGES ');
    expect(document).toContain('<w:titlePg/>');
  });

  it('shows the logo on the first page and in the head', async () => {
    const bytes = new TextEncoder().encode(svg);
    const file = await writeDocx(planWith([]), { ...look, logo: { type: 'svg', bytes } }, job);
    const { 'word/document.xml': body = '', 'word/plan-header.xml': head = '' } = partsOf(file);
    expect(problemsOf(file)).toEqual([]);
    expect([body.match(/<w:drawing>/g)?.length, head.match(/<w:drawing>/g)?.length]).toEqual([1, 1]);
  });

  it('takes the paper and makes a pale accent dark enough to read', async () => {
    const file = partsOf(await writeDocx(planWith([]), { ...look, paper: 'letter', accent: '#ffe600' }, job));
    expect(file['word/document.xml']).toContain('<w:pgSz w:w="12240" w:h="15840"/>');
    expect(file['word/styles.xml']).not.toContain('ffe600');
  });

  it('begins every numbered list at one', async () => {
    const list: Block = { kind: 'list', ordered: true, items: [{ text: [{ text: 'first' }] }] };
    const file = partsOf(await writeDocx(planWith([list, list]), look, job));
    const used = [...(file['word/document.xml'] ?? '').matchAll(/<w:numId w:val="(\d+)"/g)].map(
      ([, id]) => id,
    );
    expect(new Set(used).size).toBe(2);
    expect(file['word/numbering.xml']?.match(/<w:startOverride w:val="1"\/>/g)).toHaveLength(2);
  });

  it('keeps rows whole, but not those that no page could hold', async () => {
    const table = (text: string): Block => ({
      kind: 'table',
      caption: '',
      columns: [{ title: 'A', weight: 1 }],
      rows: [[{ text: [{ text }] }]],
    });
    expect((await only(table('short'))).match(/<w:cantSplit\/>/g)).toHaveLength(2);
    expect((await only(table('long '.repeat(2000)))).match(/<w:cantSplit\/>/g)).toHaveLength(1);
  });

  it('leaves addresses that are no web addresses as words', async () => {
    const target = { kind: 'source', key: 'x', address: 'javascript:alert(1)' } as const;
    const xml = await only({ kind: 'paragraph', text: [{ text: 'a source', target }] });
    expect(xml).toContain('a source');
    expect(xml).not.toContain('<w:hyperlink r:id');
  });
});

describe('what people typed', () => {
  const payloads = [
    '#read("/etc/passwd")',
    '$x^2$',
    ']]>',
    '<script>alert(1)</script>',
    '=HYPERLINK("http://example.invalid","x")',
    "+cmd|' /C calc'!A0",
    '{{field}} {page} %1.',
    '&amp; &#39; </w:t> \\',
    '\u202eright to left\u202c \u200f',
    '\u0000\u001b[31m\u0007 control \ud800 \uffff',
    '😀 👩‍👩‍👧 e\u0301',
    '東京 데이터',
    'قبل العربية 12 وبعد and שלום!',
    ' two  spaces\tand a tab\nand a line ',
    'x'.repeat(50_000),
  ];

  it.each(payloads.map((payload) => [payload.slice(0, 30), payload] as const))(
    'is exactly %j',
    async (_, text) => {
      await expectWhole(text);
    },
  );

  it('is exact whatever it is', async () => {
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), expectWhole), {
      numRuns: 60,
    });
  });

  async function expectWhole(text: string) {
    const run = [{ text }];
    const plan = planWith(
      [
        { kind: 'paragraph', text: run },
        { kind: 'list', ordered: false, items: [{ text: [{ text, style: 'code' }] }] },
        {
          kind: 'table',
          caption: text,
          columns: [{ title: text, weight: 1 }],
          rows: [[{ text: run, tone: 'gate' }]],
        },
        { kind: 'callout', tone: 'note', title: run, text: run },
        { kind: 'pairs', pairs: [{ name: plain(text), value: run, note: run }] },
        { kind: 'open', text: run },
      ],
      { title: text, customer: text, subtitle: text },
    );
    const file = await writeDocx(plan, { ...look, firm: text }, job);
    const { 'word/document.xml': body = '', 'docProps/core.xml': core = '' } = partsOf(file);
    const shown = visibleText(text);
    const lines = paragraphsOf(body);
    expect(problemsOf(file)).toEqual([]);
    // Title, subtitle, customer, and seven places in the blocks; the caption has its number before it.
    expect(lines.filter((line) => line === shown).length).toBeGreaterThanOrEqual(text === '' ? 0 : 10);
    expect(lines).toContain(`${visibleText(textOf(lead(plain(text))))} ${shown} · ${shown}`);
    expect(lines).toContain(`Table 1${text === '' ? '' : ': '}${shown}`);
    expect(unescaped(core)).toContain(shown);
  }

  it('in Hebrew or Arabic runs from the right', async () => {
    const xml = await only({ kind: 'paragraph', text: [{ text: 'العربية in the middle' }] });
    expect(xml).toContain('<w:bidi/>');
    expect(xml).toContain('<w:rtl/></w:rPr><w:t xml:space="preserve">العربية</w:t>');
  });

  it('in two columns where long code has short lines, and in one again below it', async () => {
    const code = (length: number) =>
      ({
        kind: 'code',
        language: 'ios',
        caption: 'Router',
        code: `${'x'.repeat(length)}\n`.repeat(90),
      }) as const;
    const xml = await only(code(20), { kind: 'paragraph', text: plain('Below') });
    const sections = [...xml.matchAll(/<w:sectPr>.*?<\/w:sectPr>/g)].map(([section]) => section);
    expect(sections).toHaveLength(3);
    expect(sections.map((section) => section.includes('<w:cols w:num="2"'))).toEqual([false, true, false]);
    expect(sections.map((section) => section.includes('w:headerReference'))).toEqual([true, false, false]);
    expect(sections.map((section) => section.includes('"continuous"'))).toEqual([false, true, true]);
    expect(await only(code(90))).not.toContain('<w:cols');
  });

  it('in code keeps every line and space', async () => {
    const code = 'router bgp 64512\n  neighbor 10.0.0.1\n\n!\n';
    const xml = await only({ kind: 'code', language: 'ios', caption: 'Router', code });
    const lines = paragraphsOf(xml.slice(xml.indexOf('"Code"') - 40));
    expect(`${lines.slice(0, 4).join('\n')}\n`).toBe(code);
  });
});

describe('writing', () => {
  it('tells how far it is and stops between parts when called off', async () => {
    const controller = new AbortController();
    const steps: number[] = [];
    const progress = ({ done }: { done: number }) => {
      steps.push(done);
      if (done === 2) controller.abort();
    };
    const stopped = writeDocx(sample, look, { signal: controller.signal, progress });
    await expect(stopped).rejects.toThrow(new CallFailure('cancelled'));
    expect(steps).toEqual([0, 1, 2]);
  });
});
