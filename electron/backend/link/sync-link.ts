/**
 * Brings a project and its linked file to say the same: takes in what the file and the conflict copies beside it know
 * more, then writes the union, unless somebody else has written meanwhile; then it begins again. Nothing is lost when
 * two write at the very same moment: the store is the truth, and whoever finds his changes missing writes them again.
 */
import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Workspace } from '../../../db/workspace.ts';
import type { LinkArrival, LinkStatus } from '../../../shared/contract/copies.ts';
import { type ProjectFile, readProjectFile, writeProjectFile } from '../../../shared/project/file.ts';
import { damagedBlob } from '../blob-check.ts';
import { isConflictCopyOf } from './conflict-copies.ts';
import { type FileContent, readContent, replaceContent, stampOf } from './shared-file.ts';

export type LinkProblem = NonNullable<NonNullable<LinkStatus['link']>['problem']>;

/** What came in, from which file and whose it is. */
type Arrival = Omit<LinkArrival, 'at' | 'total'>;

export type Synced = {
  problem: LinkProblem | null;
  arrivals: Arrival[];
  /** The state of the file and that of the project (as `versionOf` has it) in which both said the same. */
  alike?: { stamp: string; version: string };
  /** Conflict copies that have been taken in, by name, with the state they were in. */
  copies: Record<string, string>;
};

export type Link = { project: string; file: string; copies: Readonly<Record<string, string>> };

type Store = Pick<Workspace, 'exportProject' | 'getProject' | 'mergeProject' | 'previewMerge'>;

/** Whoever loses this many times in a row lets the others finish and comes back later. */
const mostAttempts = 8;

export async function syncLink(
  store: Store,
  { project, file, copies }: Link,
  alike: Synced['alike'],
  now: number,
): Promise<Synced> {
  const synced: Synced = { problem: null, arrivals: [], copies: { ...copies } };
  try {
    await takeInCopies(store, project, file, now, synced);
    if (alike && alike.version === versionOf(store, project) && alike.stamp === (await stampOf(file)))
      return { ...synced, alike };
    for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
      const content = await readContent(file);
      const theirs = content && readWhole(content, now);
      if (typeof theirs === 'string') return { ...synced, problem: theirs };
      if (theirs && theirs.project.id !== project) return { ...synced, problem: 'other-project' };
      if (theirs) takeIn(store, theirs, basename(file), synced);
      const version = versionOf(store, project);
      const ours = store.exportProject(project);
      const stamp =
        content && theirs && holdsAll(theirs, ours)
          ? content.stamp
          : await replaceContent(file, writeProjectFile(ours), content);
      if (stamp !== undefined) return { ...synced, alike: { stamp, version } };
    }
    return synced;
  } catch (error) {
    return { ...synced, problem: problemOf(error) };
  }
}

/** Differs whenever the project's changes do, also after a backup has been restored. */
export function versionOf(store: Pick<Workspace, 'getProject'>, project: string): string {
  const row = store.getProject(project);
  return row ? `${row.copy} ${row.changeCount}` : '';
}

/** They are left where they are, since Onramp deletes nobody's file, and read again only when they change. */
async function takeInCopies(store: Store, project: string, file: string, now: number, synced: Synced) {
  const folder = dirname(file);
  for (const name of await readdir(folder)) {
    if (!isConflictCopyOf(basename(file), name)) continue;
    const path = join(folder, name);
    // One that cannot be read, or not yet, must not keep the file itself from being looked at.
    const stamp = await stampOf(path).catch(() => null);
    if (stamp === null || synced.copies[name] === stamp) continue;
    const content = await readContent(path).catch(() => null);
    const theirs = content && readWhole(content, now);
    if (!theirs || typeof theirs === 'string') continue;
    if (theirs.project.id === project) takeIn(store, theirs, name, synced);
    synced.copies[name] = stamp;
  }
}

function takeIn(store: Store, theirs: ProjectFile, file: string, synced: Synced): void {
  const { changes, places, people } = store.previewMerge(theirs);
  if (changes === 0) return;
  store.mergeProject(theirs);
  synced.arrivals.push({ changes, places, authors: people.map(({ author }) => author), file });
}

function holdsAll(theirs: ProjectFile, ours: ProjectFile): boolean {
  return (
    theirs.changes.length === ours.changes.length &&
    Object.keys(theirs.blobs).length === Object.keys(ours.blobs).length
  );
}

export function readWhole({ bytes }: FileContent, now: number): ProjectFile | LinkProblem {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return 'half-synced';
  }
  const read = readProjectFile(text, now);
  if (!read.ok) return read.code === 'newer' ? 'newer-file' : 'half-synced';
  return damagedBlob(read.file) ? 'half-synced' : read.file;
}

const problems: Readonly<Record<string, LinkProblem>> = {
  ENOENT: 'unreachable',
  ENOTDIR: 'unreachable',
  ETIMEDOUT: 'unreachable',
  EHOSTDOWN: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  EIO: 'unreachable',
  EACCES: 'not-writable',
  EPERM: 'not-writable',
  EROFS: 'not-writable',
  EBUSY: 'not-writable',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
};

function problemOf(error: unknown): LinkProblem {
  return problems[(error as NodeJS.ErrnoException).code ?? ''] ?? 'failed';
}
