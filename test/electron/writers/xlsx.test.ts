/** The workbook, read back by others: read-excel-file and, where it is installed, LibreOffice. */
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { strFromU8, unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { ownLook } from '../../../electron/backend/writers/look.ts';
import { writeXlsx } from '../../../electron/backend/writers/xlsx.ts';
import { builtInReference } from '../../../shared/content/reference.ts';
import { buildSheets } from '../../../shared/document/sheets/build-sheets.ts';
import { type Sheet, sheetText } from '../../../shared/document/sheets/sheet.ts';
import { documentWordsOf } from '../../../shared/document/words/words.ts';
import { temporaryFolder } from '../../helpers/database.ts';
import { changes, sampleView, today } from '../../shared/document/projects.ts';

const job = { signal: new AbortController().signal, progress: () => {} };
const write = (sheets: readonly Sheet[]) => writeXlsx(sheets, ownLook, job);

async function readBack(bytes: Uint8Array) {
  return readXlsxFile(Buffer.from(bytes), { trim: false });
}

function partsOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]),
  );
}

const payloads = [
  '=HYPERLINK("http://x")',
  "+cmd|' /C calc'!A0",
  '-1+1',
  '@SUM(A1)',
  ' =1+1',
  '#read("/etc/passwd")',
  '<script>alert(1)</script> & ]]> "quoted"',
  '{{field}}',
  'line\nbreak\ttab',
  '_x0041_ is not A',
  'constructor',
  '__proto__',
  'toString',
  '0123',
  '2026-11-21',
  ' spaces around ',
  'مرحبا بالعالم \u200f‎',
  '日本語と中文',
  '👩‍👩‍👧 🚀',
];

const words = documentWordsOf('en');
const oneSheet = (texts: readonly string[]): Sheet => ({
  name: 'Texts',
  columns: [
    { title: 'Text', width: 40 },
    { title: 'Number', width: 10 },
  ],
  rows: texts.map((text, index) => [text, index]),
});

const office = 'soffice';
const hasOffice = await promisify(execFile)(office, ['--version']).then(
  () => true,
  () => false,
);
if (!hasOffice && process.env.CI) throw new Error('LibreOffice is not installed, and CI must have it.');
if (!hasOffice) console.warn('LibreOffice is not installed: nobody but read-excel-file reads the workbook.');

describe('a workbook', () => {
  it('gives every text back as exactly that text, and none of it is a formula', async () => {
    const bytes = await write([oneSheet(payloads)]);
    const [sheet] = await readBack(bytes);
    expect(sheet?.data.slice(1).map((row) => row[0])).toEqual(payloads);
    const parts = partsOf(bytes);
    expect(parts['xl/worksheets/sheet1.xml']).not.toMatch(/<f[ >]/);
    // "=", "+", "-", "@" at the start: marked as text, so that editing the cell does not wake it up.
    const looks = [
      ...(/<cellXfs.*<\/cellXfs>/.exec(parts['xl/styles.xml'] ?? '')?.[0] ?? '').matchAll(
        /<xf numFmtId="(\d+)"/g,
      ),
    ];
    const marked = [
      ...(parts['xl/worksheets/sheet1.xml'] ?? '').matchAll(
        / s="(\d+)" t="inlineStr"><is><t[^>]*>\s*[=+@-]/g,
      ),
    ];
    expect(marked).toHaveLength(payloads.filter((text) => /^\s*[=+\-@]/.test(text)).length);
    // 49 is the format that keeps what is typed as text.
    for (const [, look] of marked) expect(looks[Number(look)]?.[1]).toBe('49');
  });

  it('shows control characters as pictures, and says where a text was cut', async () => {
    const long = sheetText(words, '👍'.repeat(25_000));
    const [sheet] = await readBack(
      await write([oneSheet([sheetText(words, 'a\u0000b\u001bc\ud800'), long])]),
    );
    expect(sheet?.data[1]?.[0]).toBe('a␀b␛c\ufffd');
    const kept = String(sheet?.data[2]?.[0]);
    expect(kept.length).toBeLessThanOrEqual(32_767);
    expect(kept).toMatch(/^(👍)+… \(cut here: a cell holds no more than 32767 characters\)$/u);
  });

  it('has dates as dates, moments as moments and numbers as numbers', async () => {
    const at = Date.UTC(2026, 4, 3, 14, 30);
    const sheet: Sheet = {
      name: 'Typed',
      columns: ['Day', 'Moment', 'Number', 'Nothing'].map((title) => ({ title, width: 12 })),
      rows: [[{ day: '2026-02-28' }, { at }, 1_234.5, null]],
    };
    const [read] = await readBack(await write([sheet]));
    expect(read?.data[1]).toEqual([new Date('2026-02-28T00:00:00Z'), new Date(at), 1234.5, null]);
  });

  it('freezes, fills and filters the head of every sheet that has rows, and wraps its cells', async () => {
    const empty: Sheet = { name: 'Empty', columns: [{ title: 'A', width: 9 }], rows: [], remark: 'Not yet.' };
    const light = await writeXlsx([oneSheet(['a', 'b']), empty], { ...ownLook, accent: '#ffee00' }, job);
    const parts = partsOf(light);
    expect(parts['xl/worksheets/sheet1.xml']).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    expect(parts['xl/worksheets/sheet1.xml']).toContain('</sheetData><autoFilter ref="A1:B3"/>');
    expect(parts['xl/worksheets/sheet2.xml']).not.toContain('autoFilter');
    expect(parts['xl/styles.xml']).toContain('<alignment vertical="top" wrapText="1"/></xf>');
    expect(parts['xl/styles.xml']?.toLowerCase()).toMatch(/ffffee00/);
    // Black reads better on yellow.
    expect(parts['xl/styles.xml']?.toLowerCase()).toMatch(/<color rgb="ff000000"/);
    const sheets = await readBack(light);
    expect(sheets[1]?.data).toEqual([['A'], ['Not yet.']]);
  });

  it('stops when the call is called off', async () => {
    const stopped = new AbortController();
    stopped.abort();
    await expect(
      writeXlsx([oneSheet(['a'])], ownLook, { signal: stopped.signal, progress: () => {} }),
    ).rejects.toMatchObject({ code: 'cancelled' });
  });

  const sheets = buildSheets({
    view: sampleView,
    today,
    reference: builtInReference,
    history: [...changes].reverse(),
  });

  it('holds the whole sample, sheet by sheet', async () => {
    const read = await readBack(await write(sheets));
    expect(read.map((sheet) => sheet.sheet)).toEqual(sheets.map((sheet) => sheet.name));
    for (const [index, { data }] of read.entries()) {
      const sheet = sheets[index];
      expect(data[0], sheet?.name).toEqual(sheet?.columns.map((column) => column.title));
      const extra = sheet?.remark === undefined ? 1 : 2;
      expect(data.length, sheet?.name).toBe((sheet?.rows.length ?? 0) + extra);
    }
  });

  it.skipIf(!hasOffice)(
    'opens in LibreOffice, texts as they were typed',
    async () => {
      const folder = temporaryFolder();
      const file = join(folder, 'book.xlsx');
      writeFileSync(file, await write([oneSheet(payloads), ...sheets]));
      await promisify(execFile)(office, [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1',
        '--outdir',
        folder,
        file,
      ]);
      const csv = (name: string) => readFileSync(join(folder, `book-${name}.csv`), 'utf8');
      const texts = csv('Texts');
      for (const text of payloads) expect(texts).toContain(text.replaceAll('"', '""'));
      expect(csv('Actions').split('\n')[0]).toBe(
        'Action,Owner,Due,Status,Question,Finding,Note,Written down on (UTC),Closed on (UTC),Id',
      );
      const due = Object.values(sampleView.actions).find((action) => action.due !== undefined)?.due;
      expect(csv('Actions')).toContain(String(due));
    },
    60_000,
  );
});
