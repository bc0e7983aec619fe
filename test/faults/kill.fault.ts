/** Kills a writing process over and over on one workspace, and looks whether everything it acknowledged is there. */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openWorkspace } from '../../db/open.ts';
import { projectChanges } from '../../shared/project/change.ts';

export type KillResult = {
  kills: number;
  acknowledged: number;
  /** Acknowledged changes that were not there afterwards. */
  lost: number;
  /** Acts of which only a part was there. */
  torn: number;
  /** What was wrong with the file, or with the projection, after which kill. */
  problems: string[];
};

export async function run(times: number): Promise<KillResult> {
  const folder = mkdtempSync(join(tmpdir(), 'onramp-kill-'));
  const project = randomUUID();
  const acknowledged = new Set<string>();
  const result: KillResult = { kills: 0, acknowledged: 0, lost: 0, torn: 0, problems: [] };
  try {
    for (let round = 1; round <= times; round += 1) {
      for (const id of await writeUntilKilled(folder, project, round)) acknowledged.add(id);
      result.kills += 1;
      const { ids, torn, problems } = await inspect(folder, project);
      result.lost = [...acknowledged].filter((id) => !ids.has(id)).length;
      result.torn = torn;
      result.problems.push(...problems.map((problem) => `after kill ${round}: ${problem}`));
    }
    result.acknowledged = acknowledged.size;
    return result;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeUntilKilled(folder: string, project: string, round: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const writer = join(import.meta.dirname, 'kill-writer.ts');
    const child = spawn(process.execPath, [writer, folder, project, `author${round % 3}`], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const kill = () => child.kill('SIGKILL');
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      // Mostly in the midst of writing; every fifth time at any moment, also while the file is being opened.
      if (output === '' && round % 5 !== 0) setTimeout(kill, Math.random() * 120);
      output += chunk.toString();
    });
    if (round % 5 === 0) setTimeout(kill, 60 + Math.random() * 250);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (signal !== 'SIGKILL') reject(new Error(`The writer ended by itself (${code}).`));
      // The last line counts only when it is whole.
      else resolve(output.split('\n').slice(0, -1));
    });
  });
}

async function inspect(folder: string, project: string) {
  const problems: string[] = [];
  const workspace = await openWorkspace({ folder, now: Date.now, newId: randomUUID, backupEvery: 1e9 });
  try {
    if (workspace.setAside) problems.push(workspace.setAside.problem);
    const database = new Database(workspace.file, { readonly: true });
    const integrity = database.pragma('integrity_check', { simple: true });
    database.close();
    if (integrity !== 'ok') problems.push(String(integrity));
    if (!workspace.getProject(project)) return { ids: new Set<string>(), torn: 0, problems };
    const changes = workspace.readChanges(project);
    const sizes = new Map<string, number>();
    for (const { batch } of changes) sizes.set(batch, (sizes.get(batch) ?? 0) + 1);
    const projected = projectChanges(changes);
    const current = workspace.readCurrent(project);
    for (const [path, { changeId }] of current) {
      if (projected.get(path)?.changeId !== changeId) problems.push(`${path} is not what the log says`);
    }
    if (projected.size !== current.size) problems.push('paths are missing in the projection');
    return {
      ids: new Set(changes.map((change) => change.id)),
      torn: [...sizes.values()].filter((size) => size !== 3).length,
      problems,
    };
  } finally {
    await workspace.close();
  }
}

if (import.meta.main) {
  const result = await run(Number(process.argv[2] ?? 100));
  console.log(
    `${result.kills} kills, ${result.acknowledged} changes acknowledged, ${result.lost} lost, ${result.torn} acts torn, ` +
      `${result.problems.length} problems of integrity`,
  );
  for (const problem of result.problems) console.log(problem);
  process.exitCode = result.lost + result.torn + result.problems.length === 0 ? 0 : 1;
}
