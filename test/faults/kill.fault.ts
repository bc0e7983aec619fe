/** Kills a writing process over and over on one workspace, and looks whether everything it acknowledged is there. */
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import Database from 'better-sqlite3';
import { versionOf } from '../../db/migrate.ts';
import { prepareTables } from '../../db/tables.ts';
import { projectChanges } from '../../shared/project/change.ts';
import { startWriter } from './start-writer.ts';

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

export async function run(times: number, longestLife = 300): Promise<KillResult> {
  const folder = mkdtempSync(join(tmpdir(), 'onramp-kill-'));
  const project = randomUUID();
  const acknowledged = new Set<string>();
  const result: KillResult = { kills: 0, acknowledged: 0, lost: 0, torn: 0, problems: [] };
  try {
    for (let round = 1; round <= times; round += 1) {
      for (const id of await writeUntilKilled(folder, project, round, longestLife)) acknowledged.add(id);
      result.kills += 1;
      const { ids, torn, problems } = inspect(folder, project);
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

function writeUntilKilled(
  folder: string,
  project: string,
  round: number,
  longestLife: number,
): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = startWriter(folder, project, `author${round % 3}`);
    const kill = () => child.kill('SIGKILL');
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      // Mostly in the midst of writing; every fifth time at any moment, also while the file is being opened.
      if (output === '' && round % 5 !== 0) setTimeout(kill, Math.random() * longestLife);
      output += chunk.toString();
    });
    if (round % 5 === 0) setTimeout(kill, 30 + Math.random() * 200);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (signal !== 'SIGKILL') reject(new Error(`The writer ended by itself (${code}).`));
      // The last line counts only when it is whole.
      else resolve(output.split('\n').slice(0, -1));
    });
  });
}

/** Looks into the file directly: opening it as a workspace would put a damaged one aside. */
function inspect(folder: string, project: string) {
  const problems: string[] = [];
  if (existsSync(join(folder, 'set-aside'))) problems.push('the file was taken for damaged');
  const database = new Database(join(folder, 'onramp.db'));
  try {
    const integrity = database.pragma('integrity_check', { simple: true });
    if (integrity !== 'ok') problems.push(String(integrity));
    const nothing = { ids: new Set<string>(), torn: 0, problems };
    if (versionOf(database) === 0) return nothing;
    const { changes: log, projection, projects } = prepareTables(database);
    if (!projects.get(project, '')) return nothing;
    const { key } = projects.standingOf(project);
    const changes = log.all(key);
    const sizes = new Map<string, number>();
    for (const { batch } of changes) sizes.set(batch, (sizes.get(batch) ?? 0) + 1);
    if (!isDeepStrictEqual(projection.all(key), projectChanges(changes))) {
      problems.push('the projection is not what the log says');
    }
    return {
      ids: new Set(changes.map((change) => change.id)),
      torn: [...sizes.values()].filter((size) => size !== 3).length,
      problems,
    };
  } finally {
    database.close();
  }
}

// Not by import.meta.main, which the oldest Node that runs this does not know: nothing would be tested, in silence.
if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === import.meta.filename) {
  const result = await run(Number(process.argv[2] ?? 100));
  console.log(
    `${result.kills} kills, ${result.acknowledged} changes acknowledged, ${result.lost} lost, ${result.torn} acts torn, ` +
      `${result.problems.length} problems of integrity`,
  );
  for (const problem of result.problems) console.log(problem);
  process.exitCode = result.lost + result.torn + result.problems.length === 0 ? 0 : 1;
}
