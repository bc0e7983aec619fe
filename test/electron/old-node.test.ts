/** The hosts under a Node that is too old for them: one sentence, and nothing is loaded that would crash. */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { typeScriptFlags } from '../../scripts/typescript-flags.mjs';

/** The Node of this test, which says of itself that it is another. */
const pretend = `data:text/javascript,Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } })`;

test.each([
  ['web', (folder: string) => ['--no-open', '--folder', folder]],
  ['cli', (folder: string) => ['new', folder]],
])('the %s host says what it needs, and ends', async (host, argumentsFor) => {
  const place = mkdtempSync(join(tmpdir(), 'onramp-old-'));
  onTestFinished(() => rmSync(place, { recursive: true, force: true }));
  const made = join(place, 'made');
  const main = resolve(import.meta.dirname, '..', '..', 'electron', host, 'main.ts');
  const { code, out, err } = await new Promise<{ code: unknown; out: string; err: string }>((done) => {
    execFile(
      process.execPath,
      [...typeScriptFlags, '--import', pretend, main, ...argumentsFor(made)],
      // Only a host that started after all is still there by then.
      { timeout: 30_000 },
      (problem, out, err) => done({ code: problem?.code, out, err }),
    );
  });
  expect(err).toMatch(/^Onramp needs Node 22\.12 or newer and this is Node 20\.20\.2: [^\n]*\.\n$/);
  expect([code, out]).toEqual([1, '']);
  expect(existsSync(made)).toBe(false);
});
