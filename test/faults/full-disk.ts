/** Disks of a few megabytes that are full when something is to be written: refused whole, and done once there is space. */
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorkspace } from '../../db/open.ts';
import { toCallError } from '../../electron/backend/call-failure.ts';
import { saveFile } from '../../electron/desktop/files.ts';
import { english } from '../../electron/desktop/words/en.ts';
import { writeProjectFile } from '../../shared/project/file.ts';
import {
  type Backend,
  Findings,
  fill,
  inTemporaryFolder,
  missing,
  noteAt,
  type Outcome,
  openBackend,
  question,
  wordsOf,
} from './fault.ts';
import { beforeNext, nextSteps } from './next-version.ts';

export type FilledAct = 'answer' | 'migration' | 'backup' | 'merge' | 'import' | 'export';

const absent = 'only an administrator of Linux can have a disk of a few megabytes';
const notes = 2000;
const next = { now: Date.now, newId: randomUUID, steps: nextSteps };

export async function fillDiskDuring(act: FilledAct): Promise<Outcome> {
  const disk = mkdtempSync(join(tmpdir(), 'onramp-disk-'));
  try {
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', disk]).status !== 0) return { absent };
    return await inTemporaryFolder((elsewhere) => acts[act](disk, elsewhere));
  } finally {
    spawnSync('umount', ['-l', disk]);
    rmSync(disk, { recursive: true, force: true });
  }
}

/** Takes all but so many bytes; gives the way to give them back. */
function takeSpace(disk: string, butFor: number): () => void {
  const ballast = join(disk, 'ballast');
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - butFor)));
  return () => rmSync(ballast);
}

/** A workspace on the disk, what is done there when it is full, and the same once it is not. */
async function onFullDisk(
  disk: string,
  act: (backend: Backend, project: string, findings: Findings) => Promise<string>,
  again: (backend: Backend, project: string, findings: Findings) => Promise<void>,
): Promise<Outcome> {
  const findings = new Findings();
  const backend = await openBackend(disk);
  try {
    const project = await fill(backend, notes);
    await backend.context.workspace.checked;
    const giveBack = takeSpace(disk, 150_000);
    const told = await act(backend, project, findings);
    const acknowledged = backend.changes(project);
    findings.expect(
      (await backend.call('project.open', { project })).name === 'Contoso',
      'nothing can be read',
    );
    giveBack();
    await again(backend, project, findings);
    await backend.close();
    const opened = await openBackend(disk);
    const lost = missing(acknowledged, opened.changes(project));
    findings.expect(opened.context.workspace.setAside === null, 'the file was taken for damaged');
    await opened.close();
    return { told: [told], acknowledged: acknowledged.length, lost, problems: findings.problems };
  } finally {
    await backend.close();
  }
}

/** What another copy of the project knows more, or another project, as a file's text. */
async function textFrom(elsewhere: string, project: string, backend: Backend): Promise<string> {
  const theirs = await openBackend(join(elsewhere, randomUUID()));
  theirs.context.workspace.importProject(backend.context.workspace.exportProject(project));
  const edits = Array.from({ length: notes }, (_, number) => ({
    path: `note/r${number}`,
    after: 'y'.repeat(900),
  }));
  const by = { author: 'Ben', at: Date.now(), origin: { kind: 'edit' as const }, batch: randomUUID() };
  theirs.context.workspace.append(project, edits, by);
  const text = writeProjectFile(theirs.context.workspace.exportProject(project));
  await theirs.close();
  return text;
}

const acts: Record<FilledAct, (disk: string, elsewhere: string) => Promise<Outcome>> = {
  answer: (disk) => {
    const note = (round: number) => `${round} ${'x'.repeat(3000)}`;
    let saved = -1;
    return onFullDisk(
      disk,
      async (backend, project, { expect }) => {
        const isRefused = () =>
          backend.call('answer.note', { project, question, note: note(saved + 1) }).then(
            () => {
              saved += 1;
              return false;
            },
            () => true,
          );
        // What a refused one gives back may be room enough for one more.
        let refused = 0;
        while (refused < 3) refused = (await isRefused()) ? refused + 1 : 0;
        expect(saved >= 0, 'nothing fitted at all');
        const stands = backend.context.workspace.readValue(project, noteAt);
        expect(stands === note(saved), 'what stands is not what was saved last');
        return backend.refusal('answer.note', { project, question, note: note(saved + 1) });
      },
      async (backend, project, { expect }) => {
        await backend.call('answer.note', { project, question, note: note(saved + 1) });
        expect(
          backend.context.workspace.readValue(project, noteAt) === note(saved + 1),
          'saving did not resume',
        );
      },
    );
  },

  backup: (disk) =>
    onFullDisk(
      disk,
      async (backend, _project, { expect }) => {
        const told = await backend.refusal('backup.create', {});
        expect(readdirSync(join(disk, 'backups')).length === 0, 'something of the backup is left');
        return told;
      },
      async (backend, _project, { expect }) => {
        expect((await backend.call('backup.create', {})).length === 1, 'there is no backup afterwards');
      },
    ),

  merge: (disk, elsewhere) => {
    let text = '';
    return onFullDisk(
      disk,
      async (backend, project, { expect }) => {
        text = await textFrom(elsewhere, project, backend);
        const before = backend.changes(project).length;
        const told = await backend.refusal('project.import', { text, project });
        expect(backend.changes(project).length === before, 'a part of the merge is there');
        return told;
      },
      async (backend, project, { expect }) => {
        const before = backend.changes(project).length;
        await backend.call('project.import', { text, project });
        expect(backend.changes(project).length === before + notes, 'the merge is not there afterwards');
      },
    );
  },

  import: (disk, elsewhere) => {
    let text = '';
    return onFullDisk(
      disk,
      async (backend, _project, { expect }) => {
        const theirs = await openBackend(join(elsewhere, 'theirs'));
        const other = await fill(theirs, notes, 900);
        text = (await theirs.call('project.export', { project: other })).text;
        await theirs.close();
        const told = await backend.refusal('project.import', { text });
        expect((await backend.call('project.list', {})).length === 1, 'a part of the import is there');
        return told;
      },
      async (backend, _project, { expect }) => {
        const { id } = await backend.call('project.import', { text });
        expect(backend.changes(id).length === notes + 1, 'the import is not there afterwards');
      },
    );
  },

  export: (disk) => {
    const filePath = join(disk, 'export.onramp');
    const save = (text: string) =>
      saveFile(
        {
          dialog: { showSaveDialog: async () => ({ canceled: false, filePath }) },
          window: undefined,
          words: english,
          language: 'en',
        },
        'export.onramp',
        Buffer.from(text),
      );
    return onFullDisk(
      disk,
      async (backend, project, { expect }) => {
        const { text } = await backend.call('project.export', { project });
        const reply = await save(text);
        expect(!existsSync(filePath), 'a part of the export is there');
        expect(
          readdirSync(disk).every((name) => !name.endsWith('.tmp')),
          'something of the export is left',
        );
        return reply.ok ? 'nothing' : wordsOf(reply.error);
      },
      async (backend, project, { expect }) => {
        const { text } = await backend.call('project.export', { project });
        await save(text);
        expect(readFileSync(filePath, 'utf8') === text, 'the export is not there afterwards');
      },
    );
  },

  migration: async (disk) => {
    const findings = new Findings();
    const { expect } = findings;
    const backend = await openBackend(disk);
    const project = await fill(backend, notes);
    const acknowledged = backend.changes(project);
    await backend.close();
    const giveBack = takeSpace(disk, 150_000);
    const told = await openWorkspace({ folder: disk, ...next }).then(
      () => 'nothing',
      (error: unknown) => wordsOf(toCallError(error)),
    );
    const older = await openBackend(disk);
    expect(missing(acknowledged, older.changes(project)) === 0, 'the version before cannot go on');
    await older.close();
    giveBack();
    const workspace = await openWorkspace({ folder: disk, ...next });
    const lost = missing(acknowledged, workspace.exportProject(project).changes);
    expect(
      workspace.listBackups().some(({ reason }) => reason === beforeNext),
      'there is no backup from before the migration',
    );
    await workspace.close();
    return { told: [told], acknowledged: acknowledged.length, lost, problems: findings.problems };
  },
};
