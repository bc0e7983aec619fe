/** `onramp merge` on real files: its exit codes, what it writes, and that a refusal writes nothing. */
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { change, readFile } from '../../electron/cli/project-files.ts';
import { runCommand } from '../../electron/cli/run.ts';
import type { Json } from '../../shared/json.ts';
import { nat } from '../helpers/backend.ts';

let folder: string;
let [a, b, c]: string[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onramp cli ü-'));
  [a, b, c] = ['a', 'b', 'c'].map((name) => join(folder, `${name}.onramp`));
  await run('new', a ?? '', '--name', 'Rollout');
  copyFileSync(a ?? '', b ?? '');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function run(...words: (string | undefined)[]) {
  const out: string[] = [];
  const errors: string[] = [];
  const exitCode = await runCommand(
    words.map((word) => word ?? ''),
    {
      print: (line) => out.push(line),
      complain: (line) => errors.push(line),
      readInput: () => '',
      author: 'H. Meyer',
    },
  );
  return {
    exitCode,
    errors: errors.join('\n'),
    text: out.join('\n'),
    json: () => JSON.parse(out.join('\n')),
  };
}

const note = (file: string | undefined, text: string, author: string) =>
  run('set', file, nat, '--note', text, '--author', author);
const noteIn = async (file: string | undefined) => (await run('show', file, '--json')).json().notes[nat];

describe('onramp merge', () => {
  it('puts both copies together, the same bytes whichever comes first, and ends with 0', async () => {
    await note(a, 'from A', 'Anna');
    await run('set', b, 'routing.nat.er-pool', '--unknown', '--author', 'Ben');
    const merged = await run('merge', a, b, '-o', c, '--json');
    expect(merged.exitCode).toBe(0);
    expect(merged.json()).toMatchObject({ file: c, onlyInA: 1, settled: 0, conflicts: [] });
    const other = join(folder, 'd.onramp');
    expect((await run('merge', b, a, '-o', other)).exitCode).toBe(0);
    expect(readFileSync(other)).toEqual(readFileSync(c ?? ''));
    expect((await run('merge', c, a, '-o', c)).exitCode).toBe(0);
    expect(readFileSync(c ?? '')).toEqual(readFileSync(other));
    expect(await noteIn(c)).toBe('from A');
  });

  it('ends with 1 and names the place when both changed the same, and keeps both sides', async () => {
    await note(a, 'from A', 'Anna');
    await note(b, 'from B', 'Ben');
    const merged = await run('merge', a, b, '--output', c);
    expect(merged.exitCode).toBe(1);
    expect(merged.text).toContain(`note/${nat}: Who translates addresses`);
    expect(merged.text).toMatch(/Anna: from A$/m);
    expect((await run('show', c, '--json')).json().disagreements).toHaveLength(1);
  });

  it.each([
    ['A', 'from A'],
    ['B', 'from B'],
    ['newest', 'from B'],
  ])('settles by --prefer %s', async (prefer, stands) => {
    await note(a, 'from A', 'Anna');
    await note(b, 'from B', 'Ben');
    const merged = await run('merge', a, b, '-o', c, '--prefer', prefer, '--json');
    expect(merged.exitCode).toBe(0);
    expect(merged.json()).toMatchObject({ settled: 1, conflicts: [] });
    expect(await noteIn(c)).toBe(stands);
    // Whoever merges the result back has nothing left to settle.
    expect((await run('merge', a, c, '-o', a)).exitCode).toBe(0);
    expect(await noteIn(a)).toBe(stands);
  });

  it('settles by --prefer both what does not clash, and leaves the rest open', async () => {
    const site = (cells: Json) => [{ path: 'row/sites/s1', after: { order: 0, cells } }];
    const write = (path = '', cells: Json = {}) =>
      change(readFile(path), site(cells), 'Anna', { kind: 'edit' });
    write(a, { name: 'Ulm', users: 10 });
    copyFileSync(a ?? '', b ?? '');
    write(a, { name: 'Köln', users: 10 });
    write(b, { name: 'Ulm', users: 20 });
    await note(a, 'from A', 'Anna');
    await note(b, 'from B', 'Ben');
    const merged = await run('merge', a, b, '-o', c, '--prefer', 'both', '--json');
    expect(merged.exitCode).toBe(1);
    expect(merged.json()).toMatchObject({ settled: 1, conflicts: [{ path: `note/${nat}` }] });
    const { tables } = (await run('show', c, '--json')).json();
    expect(tables.sites).toMatchObject([{ cells: { name: 'Köln', users: 20 } }]);
  });

  it('refuses another project by name with 2, and writes nothing', async () => {
    await run('new', b, '--name', 'Fabrikam', '--force');
    const { exitCode, errors } = await run('merge', a, b, '-o', c);
    expect(exitCode).toBe(2);
    expect(errors).toContain('“Rollout” and “Fabrikam”');
    expect(existsSync(c ?? '')).toBe(false);
  });

  it.each([
    ['a damaged file', () => writeFileSync(b ?? '', readFileSync(a ?? '').subarray(0, 80)), []],
    ['no file to write', () => {}, ['-o', '']],
    ['an unknown preference', () => {}, ['--prefer', 'mine']],
    ['a folder that is not there', () => {}, ['-o', '/nowhere/at/all.onramp']],
  ])('ends with 2 for %s, and leaves no trace', async (_name, prepare, more) => {
    prepare();
    const before = readdirSync(folder);
    expect((await run('merge', a, b, '-o', c, ...more)).exitCode).toBe(2);
    expect(readdirSync(folder)).toEqual(before);
  });

  it('overwrites a file that is neither of the two only when forced', async () => {
    writeFileSync(c ?? '', 'something else');
    expect((await run('merge', a, b, '-o', c)).exitCode).toBe(2);
    expect(readFileSync(c ?? '', 'utf8')).toBe('something else');
    expect((await run('merge', a, b, '-o', c, '--force')).exitCode).toBe(0);
    expect((await run('show', c)).exitCode).toBe(0);
  });
});
