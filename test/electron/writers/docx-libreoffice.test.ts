/** Another program reads our Word document and finds all of it: LibreOffice lays it out, pdftotext reads the pages. */
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { writeDocx } from '../../../electron/backend/writers/docx.ts';
import { job, look, planWith, templateParts, zipped } from './docx-file.ts';

const run = promisify(execFile);
const missing = ['soffice', 'pdftotext'].filter((program) => spawnSync('which', [program]).status !== 0);
if (missing.length > 0)
  console.warn(`Not checked with another program: ${missing.join(', ')} not installed.`);

it.skipIf(missing.length > 0 && !process.env.CI)(
  'LibreOffice shows every heading, table and word, also in a firm’s template',
  { timeout: 120_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'plan-docx-'));
    try {
      const plan = planWith([
        { kind: 'paragraph', text: [{ text: 'Costs <b>& more</b> العربية 東京' }] },
        {
          kind: 'table',
          caption: 'Circuits',
          columns: [{ title: 'Circuit name', weight: 1 }],
          rows: longTable,
        },
        { kind: 'code', language: 'ios', caption: 'Router', code: 'router bgp 64512\n neighbor 192.0.2.1' },
        { kind: 'figure', svg, width: 200, height: 60, alt: 'Two sites', caption: 'Sites' },
        { kind: 'callout', tone: 'blocker', title: [{ text: 'Stop' }], text: [{ text: 'x'.repeat(3000) }] },
      ]);
      writeFileSync(join(folder, 'own.docx'), await writeDocx(plan, look, job));
      const template = zipped(templateParts());
      writeFileSync(join(folder, 'firm.docx'), await writeDocx(plan, { ...look, template }, job));
      const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
      await run('soffice', [profile, '--headless', '--convert-to', 'pdf', 'own.docx', 'firm.docx'], {
        cwd: folder,
      });
      const read = async (name: string) => {
        const { stdout } = await run('pdftotext', ['-layout', join(folder, name), '-']);
        return stdout;
      };
      const own = await read('own.pdf');
      const firm = await read('firm.pdf');
      for (const text of [own, firm]) {
        expect(text).toContain('Costs <b>& more</b>');
        expect(text).toContain('東京');
        expect(text).toContain('neighbor 192.0.2.1');
        expect(text).toMatch(/Table 1: Circuits/);
        expect(text).toMatch(/Figure 1: Sites/);
        for (const [cell] of longTable) expect(text).toContain(cell?.text[0]?.text);
        expect(text.match(/x/g)?.length).toBeGreaterThanOrEqual(3000);
      }
      expect(own).toMatch(/1\s+Executive summary/);
      expect(own.match(/Circuit name/g)?.length).toBeGreaterThan(1);
      const pages = own.match(/Page (\d+) of (\d+)/);
      expect(Number(pages?.[2])).toBeGreaterThan(3);
      expect(firm).toContain('Northwind letterhead');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="60"><rect width="200" height="60" fill="#eee"/></svg>';
const longTable = Array.from({ length: 60 }, (_, index) => [{ text: [{ text: `Circuit ${index + 1}` }] }]);
