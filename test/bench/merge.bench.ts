/** What merging two copies of a project costs, and how time and file size grow with the number of changes. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorkspace } from '../../db/open.ts';
import { type Change, currentAfter, makeChanges } from '../../shared/project/change.ts';
import { type ProjectFile, readProjectFile, writeProjectFile } from '../../shared/project/file.ts';
import { nameAmong } from '../../shared/project/merge.ts';
import { median } from '../helpers/median.ts';

export const name = 'merge';

type Row = { name: string; value: number; unit: string; ratio?: number };

const measures = [
  { key: 'merge', name: 'merge in the store', unit: 'ms' },
  { key: 'preview', name: 'look at what would come', unit: 'ms' },
  { key: 'read', name: 'read and check the file', unit: 'ms' },
  { key: 'write', name: 'write the merged file', unit: 'ms' },
  { key: 'again', name: 'merged again', unit: 'ms' },
  { key: 'undo', name: 'undo the merge', unit: 'ms' },
  { key: 'megabytes', name: 'merged file', unit: 'MB' },
] as const;

const rounds = 3;
const sizes = [500, 5000, 50_000];

export async function run() {
  const measured: ({ size: number } & Awaited<ReturnType<typeof measure>>)[] = [];
  for (const size of sizes) measured.push({ size, ...(await measure(size)) });
  const rows = measured.flatMap(({ size, ...values }, index): Row[] =>
    measures.map(({ key, name: what, unit }) => {
      const before = measured[index - 1];
      const label = `two copies of ${size.toLocaleString('en')} changes each: ${what}`;
      return {
        name: label,
        value: values[key],
        unit,
        ...(before ? { ratio: values[key] / before[key] } : {}),
      };
    }),
  );
  return {
    title: 'Merging two copies of one project',
    rows,
    notes: [
      'Half of the changes of each copy are from before they parted; one place in ten was then changed on both sides.',
      'Ratios are to the row of a tenth of the changes. Medians of three merges into fresh workspaces.',
    ],
    growth: measures.map(({ key, name: what, unit }) => ({
      name: what,
      unit,
      points: measured.map((one) => ({ amount: one.size, value: one[key] })),
    })),
  };
}

async function measure(size: number) {
  const base = changesOn([], size / 2, 'Anna', 0);
  const mine = changesOn(base, size / 2, 'Anna', 0);
  const theirs = changesOn(base, size / 2, 'Ben', Math.round(size / 20));
  const project = { id: randomUUID(), created: 1 };
  const fileOf = (changes: Change[]): ProjectFile => ({
    format: 'onramp-project',
    version: 1,
    project,
    changes,
    blobs: {},
  });
  const text = writeProjectFile(fileOf(theirs));
  const times: Record<'merge' | 'preview' | 'read' | 'write' | 'again' | 'undo', number[]> = {
    merge: [],
    preview: [],
    read: [],
    write: [],
    again: [],
    undo: [],
  };
  let bytes = 0;
  for (let round = 0; round < rounds; round += 1) {
    const folder = mkdtempSync(join(tmpdir(), 'onramp-bench-'));
    const workspace = await openWorkspace({ folder, now: Date.now, newId: randomUUID });
    try {
      workspace.importProject(fileOf(mine));
      const file = timed(times.read, () => readProjectFile(text));
      if (!file.ok || nameAmong(file.file.changes) === '') throw new Error('the file cannot be read');
      const by = { author: 'Anna', batch: randomUUID() };
      timed(times.preview, () => workspace.previewMerge(file.file));
      timed(times.merge, () => workspace.mergeProject(file.file, by));
      bytes = Buffer.byteLength(
        timed(times.write, () => writeProjectFile(workspace.exportProject(project.id))),
      );
      timed(times.again, () => workspace.mergeProject(file.file, by));
      timed(times.undo, () => workspace.undo(project.id, 'Anna', Date.now(), randomUUID()));
    } finally {
      await workspace.close();
      rmSync(folder, { recursive: true, force: true });
    }
  }
  const { merge, preview, read, write, again, undo } = times;
  return {
    merge: median(merge),
    preview: median(preview),
    read: median(read),
    write: median(write),
    again: median(again),
    undo: median(undo),
    megabytes: bytes / 1e6,
  };
}

/** Work on a project of 300 questions and as many rows as come of it; `shift` moves whose places it is about. */
function changesOn(base: readonly Change[], count: number, author: string, shift: number): Change[] {
  const current = new Map(base.map((change) => [change.path, currentAfter(change)]));
  const changes = [...base];
  const copy = randomUUID();
  let clock = base.at(-1)?.clock ?? 0;
  const paths = Math.max(300, Math.round(count / 5));
  for (let number = 0; number < count; number += 1) {
    const place = (number + shift * 9) % paths;
    const first = base.length === 0 && number === 0;
    const path = first ? 'project/name' : place < 300 ? `note/question-${place}` : `row/sites/row-${place}`;
    const text = `answer ${number} of ${author} ${'x'.repeat(40)}`;
    const after = path.startsWith('row/') ? { order: place, cells: { name: text } } : text;
    const act = {
      copy,
      author,
      at: 1_700_000_000_000 + number,
      origin: { kind: 'edit' as const },
      batch: randomUUID(),
    };
    for (const change of makeChanges(
      [{ path, after }],
      (where) => current.get(where),
      clock,
      act,
      randomUUID,
    )) {
      current.set(path, currentAfter(change));
      changes.push(change);
      clock = change.clock;
    }
  }
  return changes;
}

function timed<T>(times: number[], work: () => T): T {
  const started = performance.now();
  const result = work();
  times.push(performance.now() - started);
  return result;
}
