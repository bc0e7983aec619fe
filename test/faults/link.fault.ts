/** Three processes write to one shared file at once, each to a copy of its own, and are killed at random. */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorkspace } from '../../db/open.ts';
import { Links } from '../../electron/backend/link/links.ts';
import { typeScriptFlags } from '../../scripts/typescript-flags.mjs';
import { type ProjectFile, readProjectFile, writeProjectFile } from '../../shared/project/file.ts';

export type LinkResult = {
  kills: number;
  acknowledged: number;
  /** Acknowledged changes that some copy, or the file, did not have in the end. */
  missing: number;
  /** Times that the kills left no sound project file. */
  unsound: number;
  /** Whether the copies and the file said the same in the end, to the byte. */
  alike: boolean;
};

const people = ['Anna', 'Ben', 'Chris'];

export async function run(rounds: number, longestLife = 400): Promise<LinkResult> {
  const folder = mkdtempSync(join(tmpdir(), 'onramp-link-'));
  const shared = join(folder, 'shared');
  const file = join(shared, 'plan.onramp');
  mkdirSync(shared);
  const project = randomUUID();
  const homes = people.map((name) => join(folder, name));
  const acknowledged = new Set<string>();
  let whole: Uint8Array | undefined;
  const result: LinkResult = { kills: 0, acknowledged: 0, missing: 0, unsound: 0, alike: false };
  try {
    await seed(homes, project);
    for (let round = 0; round < rounds; round += 1) {
      const told = await Promise.all(
        homes.map((home, index) => writeUntilKilled([home, file, project, people[index] ?? ''], longestLife)),
      );
      for (const id of told.flat()) acknowledged.add(id);
      result.kills += homes.length;
      if (whole) writeFileSync(file, whole);
      if (!isSound(file)) result.unsound += 1;
      // Now and then a sync tool has brought only a part of the file, through the next round, and then an older one.
      whole = round % 2 === 0 ? readFileSync(file) : undefined;
      if (whole) writeFileSync(file, whole.subarray(0, 200));
      else writeFileSync(join(shared, `plan (conflicted copy ${round}).onramp`), readFileSync(file));
    }
    if (whole) writeFileSync(file, whole);
    const texts = await settle(homes, project, file);
    const [first = ''] = texts;
    result.alike = texts.every((text) => text === first) && readFileSync(file, 'utf8') === first;
    const ids = new Set(textChanges(first));
    result.acknowledged = acknowledged.size;
    result.missing = [...acknowledged].filter((id) => !ids.has(id)).length;
    return result;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function seed(homes: readonly string[], project: string): Promise<void> {
  let file: ProjectFile | undefined;
  for (const home of homes) {
    const workspace = await openWorkspace({ folder: home, now: Date.now, newId: randomUUID });
    const act = { author: 'Anna', at: Date.now(), origin: { kind: 'edit' as const }, batch: randomUUID() };
    if (file) workspace.importProject(file);
    else
      workspace.createProject({ id: project, createdAt: 1 }, [{ path: 'project/name', after: 'Plan' }], act);
    file ??= workspace.exportProject(project);
    await workspace.close();
  }
}

function writeUntilKilled(words: readonly string[], longestLife: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const script = join(import.meta.dirname, 'link-writer.ts');
    const child = spawn(process.execPath, [...typeScriptFlags, script, ...words], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache') },
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      if (output === '') setTimeout(() => child.kill('SIGKILL'), Math.random() * longestLife);
      output += chunk.toString();
    });
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (signal === 'SIGKILL') resolve(output.split('\n').slice(0, -1));
      else reject(new Error(`The writer ended by itself (${code}).`));
    });
  });
}

/** All come back, one after the other and then once more, so that the first learns what the last brought. */
async function settle(homes: readonly string[], project: string, file: string): Promise<string[]> {
  const texts: string[] = [];
  for (const home of [...homes, ...homes]) {
    const workspace = await openWorkspace({ folder: home, now: Date.now, newId: randomUUID });
    const links = new Links({ workspace, views: { forget: () => {} }, now: Date.now, log: console.error });
    await links.set(project, file);
    texts.push(writeProjectFile(workspace.exportProject(project)));
    await links.close();
    await workspace.close();
  }
  return texts.slice(homes.length);
}

function isSound(file: string): boolean {
  return readProjectFile(readFileSync(file, 'utf8')).ok;
}

function textChanges(text: string): string[] {
  const read = readProjectFile(text);
  return read.ok ? read.file.changes.map((change) => change.id) : [];
}

// Not by import.meta.main, which the oldest Node that runs this does not know: nothing would be tested, in silence.
if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === import.meta.filename) {
  const result = await run(Number(process.argv[2] ?? 30));
  console.log(
    `${result.kills} kills of three linked copies, ${result.acknowledged} changes acknowledged, ${result.missing} missing, ` +
      `${result.unsound} unsound files, ${result.alike ? 'all alike in the end' : 'NOT alike in the end'}`,
  );
  process.exitCode = result.missing + result.unsound === 0 && result.alike ? 0 : 1;
}
