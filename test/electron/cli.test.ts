/** The command line on real files: every verb, its exit codes, and that a refusal changes nothing. */
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from '../../electron/cli/run.ts';
import { verbs } from '../../electron/cli/verbs.ts';
import type { ProjectView } from '../../shared/view.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onramp cli ü-'));
  file = join(folder, 'p.onramp');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function run(...words: string[]) {
  const out: string[] = [];
  const errors: string[] = [];
  const exitCode = await runCommand(words, {
    print: (line) => out.push(line),
    complain: (line) => errors.push(line),
    readInput: () => '203.0.113.0/27\n198.51.100.64/28\n',
    author: 'H. Meyer',
  });
  return {
    exitCode,
    text: out.join('\n'),
    errors: errors.join('\n'),
    json: () => JSON.parse(out.join('\n')),
  };
}

const show = async (): Promise<ProjectView> => (await run('show', file, '--json')).json();

describe('onramp new', () => {
  it('makes a file that shows, and never overwrites one unasked', async () => {
    expect((await run('new', file, '--name', 'Rollout', '--customer', 'Contoso')).exitCode).toBe(0);
    expect(await show()).toMatchObject({ name: 'Rollout', customer: 'Contoso' });
    expect((await run('new', file)).exitCode).toBe(1);
    expect((await show()).name).toBe('Rollout');
    expect((await run('new', file, '--force', '--sample')).exitCode).toBe(0);
    expect((await show()).name).toMatch(/Contoso/);
  });

  it('says why it cannot write, and leaves nothing behind', async () => {
    const { exitCode, errors } = await run('new', join(folder, 'missing', 'p.onramp'));
    expect(exitCode).toBe(1);
    expect(errors).toMatch(/cannot be written/);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('onramp set', () => {
  beforeEach(async () => {
    await run('new', file);
  });

  it('answers as the wizard does, with the author', async () => {
    expect(
      (await run('set', file, 'routing.nat.who', 'we-do', '--note', 'see ticket', '--confirm')).exitCode,
    ).toBe(0);
    const view = await show();
    expect(view.answers['routing.nat.who']).toEqual({ state: 'answered', value: 'we-do' });
    expect(view.notes['routing.nat.who']).toBe('see ticket');
    expect(view.reviews['routing.nat.who']?.by).toBe('H. Meyer');
    expect(view.saved.author).toBe('H. Meyer');
  });

  it('reads lists from standard input', async () => {
    await run('set', file, 'routing.nat.er-pool', '-');
    expect((await show()).answers['routing.nat.er-pool']).toEqual({
      state: 'answered',
      value: ['203.0.113.0/27', '198.51.100.64/28'],
    });
  });

  it('knows "don\'t know yet", not applicable with its reason, and taking an answer away', async () => {
    await run('set', file, 'routing.nat.who', '--unknown');
    expect((await show()).answers['routing.nat.who']).toEqual({ state: 'unknown' });
    await run('set', file, 'routing.nat.who', '--not-applicable', 'outOfScope');
    expect((await show()).answers['routing.nat.who']).toEqual({
      state: 'notApplicable',
      reason: 'outOfScope',
    });
    await run('set', file, 'routing.nat.who', '--not-applicable', 'the provider has none');
    expect((await show()).answers['routing.nat.who']).toMatchObject({
      reason: 'other',
      text: 'the provider has none',
    });
    await run('set', file, 'routing.nat.who', '--clear');
    expect((await show()).answers['routing.nat.who']).toBeUndefined();
  });

  it('fills tables from JSON, keeping rows of the same name', async () => {
    await run(
      'set',
      file,
      'scope.sites.list',
      '[{"name":"Paris","kind":"hub","wan":"10 Gbps"},{"name":"Lyon","kind":"office"}]',
    );
    const before = (await show()).tables.sites ?? [];
    expect(before.map((row) => row.cells)).toEqual([
      { name: 'Paris', kind: 'hub', wan: 10000 },
      { name: 'Lyon', kind: 'office' },
    ]);
    await run('set', file, 'scope.sites.list', '[{"name":"Lyon","kind":"branch"}]');
    const after = (await show()).tables.sites ?? [];
    expect(after).toHaveLength(1);
    expect(after[0]).toMatchObject({ id: before[1]?.id, cells: { name: 'Lyon', kind: 'branch' } });
  });

  it.each([
    [['routing.nat.who', 'somebody'], 1, /not one of the choices.*\n?.*we-do/],
    [['routing.nat.er-pool', '203.0.113.5/27'], 1, /Did you mean 203\.0\.113\.0\/27/],
    [['scope.sites.list', '[{"name":"Paris","legs":"4"}]'], 1, /no column "legs"/],
    [['scope.sites.list', 'Paris'], 2, /JSON array/],
    [['no.such.question', 'x'], 2, /no question/],
    [['__proto__', 'x'], 2, /no question/],
    [['routing.nat.who'], 2, /Give a value/],
    [['routing.nat.who', 'we-do', '--unknown'], 2, /Give a value/],
  ] as [string[], number, RegExp][])(
    'refuses %j with exit code %i and changes nothing',
    async (words, code, message) => {
      const before = readFileSync(file, 'utf8');
      const { exitCode, errors } = await run('set', file, ...words);
      expect(exitCode).toBe(code);
      expect(errors).toMatch(message);
      expect(readFileSync(file, 'utf8')).toBe(before);
    },
  );
});

describe('a file that could not be read again', () => {
  it.each([
    ['an empty name', ['new', '--name', '']],
    ['a name too long', ['new', '--name', 'x'.repeat(201)]],
    ['a note too long', ['set', 'routing.nat.who', 'we-do', '--note', 'x'.repeat(100_001)]],
    ['an author too long', ['set', 'routing.nat.who', 'we-do', '--author', 'x'.repeat(201)]],
    ['a reason too long', ['set', 'routing.nat.who', '--not-applicable', 'x'.repeat(2001)]],
  ] as [string, string[]][])('is never written: %s', async (_name, [verb = '', ...words]) => {
    if (verb === 'set') await run('new', file);
    const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
    const { exitCode, errors } = await run(verb, file, ...words);
    expect(exitCode).toBe(1);
    expect(errors).toMatch(/Nothing was changed/);
    expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(before);
  });

  it('is refused with the place when it holds a byte that is no text, a missing or a damaged attachment, a clock from the far future', async () => {
    await run('new', file);
    const text = readFileSync(file, 'utf8');
    writeFileSync(
      file,
      Buffer.concat([Buffer.from(text.slice(0, -3)), Buffer.from([0xff]), Buffer.from(text.slice(-3))]),
    );
    expect((await run('check', file)).errors).toMatch(/not UTF-8/);
    const whole = JSON.parse(text);
    const [change] = whole.changes;
    const attached = { ...change, id: crypto.randomUUID(), path: 'attachment/a', before: null, parents: [] };
    attached.after = { name: 'a.txt', kind: 'text', hash: '0'.repeat(64), size: 1 };
    writeFileSync(file, JSON.stringify({ ...whole, changes: [change, attached] }));
    expect((await run('check', file)).errors).toMatch(/changes\.1/);
    writeFileSync(
      file,
      JSON.stringify({ ...whole, changes: [change, attached], blobs: { ['0'.repeat(64)]: 'eA==' } }),
    );
    expect((await run('check', file)).errors).toMatch(/attachment in it is damaged/);
    writeFileSync(file, JSON.stringify({ ...whole, changes: [{ ...change, clock: 8_000_000_000_000_000 }] }));
    expect((await run('check', file)).errors).toMatch(/years in the future/);
  });

  it('names the place of a stray sign in the middle of a file', async () => {
    await run('new', file);
    const lines = readFileSync(file, 'utf8').split('\n');
    lines[2] = `x${lines[2]}`;
    writeFileSync(file, lines.join('\n'));
    expect((await run('check', file)).errors).toMatch(/line 3, column 1/);
  });

  it('keeps its mode and stays where a link leads', async () => {
    await run('new', file);
    chmodSync(file, 0o600);
    const link = join(folder, 'link.onramp');
    symlinkSync(file, link);
    await run('set', link, 'routing.nat.who', 'we-do');
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect((await show()).answers['routing.nat.who']).toBeDefined();
  });
});

describe('onramp export', () => {
  it('writes the plan in the format of the ending', async () => {
    await run('new', file, '--sample');
    for (const ending of ['html', 'md', 'json', 'csv']) {
      const to = join(folder, `plan.${ending}`);
      expect((await run('export', file, '--to', to)).exitCode).toBe(0);
      expect(readFileSync(to, 'utf8')).toContain(
        ending === 'csv' ? 'Leak test' : 'Contoso: two regions, three circuits',
      );
    }
    // What changed since the newest milestone is part of it.
    expect(readFileSync(join(folder, 'plan.html'), 'utf8')).toContain('Design freeze');
  });

  it('refuses endings, audiences and parts it does not know', async () => {
    await run('new', file);
    expect((await run('export', file, '--to', join(folder, 'plan.exe'))).exitCode).toBe(2);
    expect((await run('export', file, '--to', join(folder, 'p.md'), '--audience', 'cats')).exitCode).toBe(2);
    expect((await run('export', file, '--to', join(folder, 'p.md'), '--parts', 'cats')).exitCode).toBe(2);
    expect(readdirSync(folder)).toEqual(['p.onramp']);
  });

  it('leaves nothing half written where there is no place for it', async () => {
    await run('new', file, '--sample');
    const folders = { missing: join(folder, 'missing'), file, locked: join(folder, 'locked') };
    mkdirSync(folders.locked, { mode: 0o500 });
    // Whoever may write everywhere is not stopped by the mode of a folder.
    const isStopped = process.getuid?.() !== 0;
    for (const place of [folders.missing, folders.file, ...(isStopped ? [folders.locked] : [])])
      for (const ending of ['pdf', 'md']) {
        const { exitCode, errors } = await run('export', file, '--to', join(place, `plan.${ending}`));
        expect(exitCode).toBe(1);
        expect(errors).toMatch(/cannot be written/);
      }
    expect(readdirSync(folder).sort()).toEqual(['locked', 'p.onramp']);
    expect(isStopped ? readdirSync(folders.locked) : []).toEqual([]);
  });

  it('refuses a broken logo or template in words, and leaves what was there', async () => {
    await run('new', file, '--sample');
    const [to, broken] = [join(folder, 'plan.docx'), join(folder, 'broken')];
    writeFileSync(to, 'the plan of yesterday');
    writeFileSync(broken, 'no picture and no document');
    for (const option of ['--logo', '--template']) {
      const { exitCode, errors } = await run('export', file, '--to', to, option, broken);
      expect(exitCode).toBe(1);
      expect(errors).toMatch(option === '--logo' ? /logo/i : /template/i);
    }
    expect(readFileSync(to, 'utf8')).toBe('the plan of yesterday');
  });
});

describe('onramp check', () => {
  it('exits 1 and names what blocks', async () => {
    await run('new', file, '--sample');
    const { exitCode, json } = await run('check', file, '--json');
    expect(exitCode).toBe(1);
    expect(json()).toMatchObject({ ready: false });
    expect((await run('check', file)).text).toContain('Gateway Paris has no way to ExpressRoute');
  });

  it('exits 2 with the place when the file cannot be read', async () => {
    expect((await run('check', file)).exitCode).toBe(2);
    writeFileSync(file, '{"format":"onramp-project","version":1');
    const { exitCode, json } = await run('check', file, '--json');
    expect(exitCode).toBe(2);
    expect(json().error).toMatch(/line 1, column/);
  });

  it('exits 0 for a project that nothing blocks', async () => {
    await run('new', file);
    expect((await run('check', file)).exitCode).toBe(0);
    expect((await run('check', file, '--json')).json()).toMatchObject({ ready: true });
  });
});

describe('every verb', () => {
  it.each(Object.keys(verbs))('%s has help, for people and for programs', async (verb) => {
    const { exitCode, text } = await run(verb, '--help');
    expect(exitCode).toBe(0);
    expect(text).toContain(`onramp ${verb}`);
    expect((await run(verb, '--help', '--json')).json()).toHaveProperty('usage');
  });

  it('that does not exist, or is used wrongly, exits 2 with the usage', async () => {
    expect(await run('dance')).toMatchObject({ exitCode: 2 });
    expect(await run('constructor')).toMatchObject({ exitCode: 2 });
    expect(await run('show')).toMatchObject({ exitCode: 2 });
    expect(await run('show', file, '--nonsense')).toMatchObject({ exitCode: 2 });
  });

  it('catalogue lists everything with its traces', async () => {
    const catalogue = (await run('catalogue', '--json')).json();
    expect(catalogue.questions.length).toBeGreaterThan(200);
    expect(catalogue.facts).toHaveLength(246);
    expect(catalogue.rules.length).toBeGreaterThan(120);
    const facts = new Set(catalogue.facts.map(({ id }: { id: string }) => id));
    const sources = new Set(Object.keys(catalogue.sources));
    for (const { id, facts: named } of [...catalogue.questions, ...catalogue.rules])
      for (const fact of named) expect(facts.has(fact) || /^X-\d+$/.test(fact), `${id}: ${fact}`).toBe(true);
    for (const fact of catalogue.facts) {
      expect(fact.questions.length + fact.rules.length > 0 || Boolean(fact.guideOnly), fact.id).toBe(true);
      expect(fact.sources.length, fact.id).toBeGreaterThan(0);
      for (const source of fact.sources) expect(sources.has(source), `${fact.id}: ${source}`).toBe(true);
    }
  });
});
