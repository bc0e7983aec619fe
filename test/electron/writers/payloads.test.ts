/** What people type comes out as exactly that text, whatever it is, in every format that a plan is written in. */
import readXlsxFile from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { writePlanFile } from '../../../electron/backend/plan-file.ts';
import { builtInReference } from '../../../shared/content/reference.ts';
import { buildPlan } from '../../../shared/document/build.ts';
import { type PlanFormat, planFormats } from '../../../shared/document/formats.ts';
import { visibleText } from '../../../shared/document/visible-text.ts';
import { emptyState } from '../../../shared/project/state.ts';
import { emptyView, today, viewOf } from '../../shared/document/projects.ts';
import { job, look, paragraphsOf, partsOf } from './docx-file.ts';
import { haveReaders, textOf } from './pdf-reader.ts';

const payloads: Readonly<Record<string, string>> = {
  'a file read by Typst': '#read("/etc/passwd")',
  mathematics: '$x^2$',
  'the end of a CDATA section': 'a ]]> b',
  'a script': '<script>alert(1)</script>',
  'a link as a formula': '=HYPERLINK("http://example.invalid")',
  'a command as a formula': "+cmd|' /C calc'!A0",
  'a field of a template': '{{field}} {page}',
  'marks that turn text around': 'a \u202eb\u202c c \u200f',
  'control characters': 'a \u0000\u0007\u001b[31m b',
  emoji: 'line 😀 👩‍💻',
  Chinese: '東京都の回線 中文内容',
  Arabic: 'مرحبا',
  Korean: '서울 회선 데이터',
  Thai: 'วงจรกรุงเทพ',
  'a word without end': 'xyz'.repeat(16_667),
};

const placed = Object.values(payloads).map((text, index) => ({ text, id: `p${index}` }));
/** Texts of any length stand in notes, which every format but the list of actions has; that one has titles. */
const asked = emptyView.assessment.visible;
const state = {
  ...emptyState(),
  name: 'Payloads',
  notes: Object.fromEntries(placed.map(({ text }, index) => [asked[index] ?? '', text])),
  actions: Object.fromEntries(
    placed.map(({ text, id }) => [id, { title: text.slice(0, 500), status: 'open' as const, created: 1 }]),
  ),
};
const view = viewOf(state);
const source = {
  view,
  today,
  reference: builtInReference,
  lists: [],
  plan: () => buildPlan({ view, today, audience: 'engineer', reference: builtInReference }),
  history: () => [],
};

const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };
const unmarked = (html: string) =>
  html
    .replace(/<br>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|quot|#39|amp);/g, (whole, name: string) => entities[name] ?? whole);
const strings = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
};

/** All that a reader of the format sees, as one text. */
const readers: Record<PlanFormat, (bytes: Uint8Array) => string | Promise<string>> = {
  docx: (bytes) => paragraphsOf(partsOf(bytes)['word/document.xml'] ?? '').join('\n'),
  pdf: (bytes) => textOf(bytes),
  xlsx: async (bytes) =>
    (await readXlsxFile(Buffer.from(bytes), { trim: false }))
      .flatMap(({ data }) => data.flat().map((cell) => String(cell ?? '')))
      .join('\n'),
  html: (bytes) => unmarked(decode(bytes)),
  md: (bytes) =>
    decode(bytes)
      .replace(/<br>/g, '\n')
      .replace(/\\([!-/:-@[-`{-~])/g, '$1'),
  json: (bytes) => strings(JSON.parse(decode(bytes))).join('\n'),
  csv: (bytes) => decode(bytes).replaceAll('""', '"'),
  'checklist.json': (bytes) => strings(JSON.parse(decode(bytes))).join('\n'),
};

/** Where lines end and which way they run is up to a page; letters that join are read back as the shapes they have. */
const onPages = (text: string) =>
  text.normalize('NFKC').replace(/[\s\u200b-\u200f\u202a-\u202e\u2066-\u2069]+/g, '');
/** Characters that none of the fonts has a picture of stand there by their number. */
const numbered = (text: string) =>
  text.replace(/[\u2400-\u2421]/g, (one) => `[U+${one.charCodeAt(0).toString(16).toUpperCase()}]`);
/** Pages have heads and feet, which come between the lines of a text. */
const mostOnPage = 1000;
/** A cell of a workbook holds no more. */
const mostInCell = 32_000;

function expected(format: PlanFormat, text: string): string {
  if (format === 'json' || format === 'checklist.json') return text;
  const shown = visibleText(text);
  if (format === 'csv') return shown.slice(0, 500);
  if (format === 'xlsx') return shown.slice(0, mostInCell);
  return format === 'pdf' ? onPages(numbered(shown)).slice(0, mostOnPage) : shown;
}

describe.each(planFormats.filter((format) => format !== 'pdf' || haveReaders))('%s', (format) => {
  let read = '';
  beforeAll(async () => {
    const text = await readers[format](await writePlanFile(format, source, look, job));
    read = format === 'pdf' ? onPages(text) : text;
  });

  // A reader of pages names dotted Arabic letters twice; the tests of the PDF compare them letter for letter.
  it.each(Object.keys(payloads).filter((name) => format !== 'pdf' || name !== 'Arabic'))(
    'holds %s',
    (name) => {
      // Compared here: a failure would print the whole document otherwise.
      expect(read.includes(expected(format, payloads[name] ?? ''))).toBe(true);
    },
  );
});
