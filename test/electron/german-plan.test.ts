/** A German plan of the sample, read back from each kind of file: its own words are German, and none stayed English. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../../electron/cli/run.ts';
import { typeScriptFlags } from '../../scripts/typescript-flags.mjs';
import { documentWordsOf } from '../../shared/document/words/words.ts';
import { evidenceWordsOf } from '../../shared/evidence/words/words.ts';
import { haveReaders, textOf } from './writers/pdf-reader.ts';

const german = documentWordsOf('de');
const english = documentWordsOf('en');
const folder = mkdtempSync(join(tmpdir(), 'onramp-german-'));
const file = join(folder, 'p.onramp');

async function run(...words: string[]): Promise<number> {
  const errors: string[] = [];
  const code = await runCommand(words, {
    print: () => {},
    complain: (line) => errors.push(line),
    readInput: () => '',
    author: 'H. Meyer',
  });
  if (code !== 0) throw new Error(errors.join('\n'));
  return code;
}

async function exported(ending: string, ...options: string[]): Promise<Uint8Array> {
  const to = join(folder, `plan.${ending}`);
  await run('export', file, '--to', to, ...options);
  return readFileSync(to);
}

beforeAll(() => run('new', file, '--sample'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Whatever stands between words: a line break of a page, or several spaces. */
const plain = (text: string) => text.replace(/\s+/g, ' ');

function expectGerman(text: string): void {
  const said = plain(text);
  for (const part of ['summary', 'scope', 'peering', 'risks', 'answers'] as const) {
    expect(said).toContain(german.parts[part]);
    expect(said).not.toContain(english.parts[part]);
  }
  expect(said).toContain(german.runbook.steps.failover.what);
}

describe('a plan in German', () => {
  it('as a web page says so in its first tag', async () => {
    const html = new TextDecoder().decode(await exported('html', '--language', 'de'));
    expect(html).toMatch(/<html lang="de">/);
    expectGerman(html.replace(/<[^>]*>/g, ' '));
  });

  // The tests have every language at hand already, and would not miss what a process of its own has to load.
  it('comes from the command line as people start it, too', { timeout: 60_000 }, () => {
    const to = join(folder, 'started.md');
    const entry = join(import.meta.dirname, '../../electron/cli/main.ts');
    const words = ['export', file, '--to', to, '--language', 'de'];
    execFileSync(process.execPath, [...typeScriptFlags, entry, ...words]);
    const text = readFileSync(to, 'utf8');
    expectGerman(text);
    // The project's own language is English.
    expect(text).toContain(`| ${evidenceWordsOf('de').kinds.arp} |`);
    expect(text).not.toContain(`| ${evidenceWordsOf('en').kinds.arp} |`);
  });

  it.runIf(haveReaders)('as PDF reads German on its pages', { timeout: 120_000 }, async () => {
    const text = await textOf(await exported('pdf', '--language', 'de'));
    // Long words may be broken at the end of a line.
    const said = plain(text.replace(/[\u00ad-]\n/g, ''));
    for (const part of ['summary', 'scope', 'answers'] as const) expect(said).toContain(german.parts[part]);
    expect(said).toContain(german.frame.writtenBy);
    expect(said).not.toContain(english.frame.writtenBy);
  });

  it('as Word document is spelled in German', async () => {
    const parts = unzipSync(await exported('docx', '--language', 'de'));
    expect(strFromU8(parts['docProps/core.xml'] ?? new Uint8Array())).toContain(
      '<dc:language>de-DE</dc:language>',
    );
    expectGerman(strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]*>/g, ' '));
  });

  it('is what the project asks for when the command line does not', async () => {
    expect(plain(new TextDecoder().decode(await exported('md')))).toContain(english.parts.summary);
    await expect(run('export', file, '--to', join(folder, 'p.md'), '--language', 'fr')).rejects.toThrow(
      '--language',
    );
  });
});
