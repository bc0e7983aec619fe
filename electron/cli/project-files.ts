/** Project files as the command line works on them: read whole, changed by appended changes, written whole. */
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { buildView } from '../../shared/assess/build-view.ts';
import { content } from '../../shared/content/content.ts';
import { openState } from '../../shared/content/open-state.ts';
import { builtInReference } from '../../shared/content/reference.ts';
import { localDay } from '../../shared/day.ts';
import type { Earlier, ReadFrom } from '../../shared/document/context.ts';
import type { Json } from '../../shared/json.ts';
import { compare } from '../../shared/progress/compare.ts';
import { isListed } from '../../shared/progress/log-line.ts';
import { lastMilestone, standsOn, viewThen } from '../../shared/progress/past.ts';
import {
  type Change,
  type Current,
  type Edit,
  makeChanges,
  type Origin,
  projectChanges,
} from '../../shared/project/change.ts';
import {
  fileFormat,
  fileVersion,
  type ProjectFile,
  readProjectFile,
  writeProjectFile,
} from '../../shared/project/file.ts';
import { disagreementsAmong } from '../../shared/project/merge.ts';
import { stateOf } from '../../shared/project/state.ts';
import { type ReviewChecklist, showChecklist } from '../../shared/review-checklist/imported.ts';
import { sampleFile } from '../../shared/sample/sample.ts';
import type { ProjectView } from '../../shared/view.ts';
import type { Language } from '../../shared/words/catalogue.ts';
import { damagedBlob } from '../backend/blob-check.ts';
import { writeWholeFile } from '../backend/whole-file.ts';
import { Refusal, Unreadable } from './outcome.ts';

export type OpenFile = { path: string; file: ProjectFile; current: Map<string, Current> };

export function readFile(path: string): OpenFile {
  let text: string;
  try {
    // Strict: a byte that is no UTF-8 would be lost for good with the next change.
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path));
  } catch (error) {
    throw new Unreadable(`${path} cannot be read: ${reasonOf(error)}.`);
  }
  const read = readProjectFile(text, Date.now());
  if (!read.ok) throw new Unreadable(`${path}: ${read.message} (${read.place})`);
  const damaged = damagedBlob(read.file);
  if (damaged) throw new Unreadable(`${path}: an attachment in it is damaged (${damaged}).`);
  return { path, file: read.file, current: projectChanges(read.file.changes) };
}

export type NewFile = { author: string; overwrite: boolean; sample: boolean };

export function newFile(
  path: string,
  edits: readonly Edit[],
  { author, overwrite, sample }: NewFile,
): OpenFile {
  if (existsSync(path) && !overwrite) throw new Refusal(`${path} is there already; --force overwrites it.`);
  const file = sample ? sampleFile(Date.now(), randomUUID) : emptyFile();
  return change({ path, file, current: projectChanges(file.changes) }, edits, author, { kind: 'edit' });
}

function emptyFile(): ProjectFile {
  return {
    format: fileFormat,
    version: fileVersion,
    project: { id: randomUUID(), created: Date.now() },
    changes: [],
    blobs: {},
  };
}

/** Appends what the edits change and writes the file; the copy id is new, because the file may have been copied since. */
export function change(open: OpenFile, edits: readonly Edit[], author: string, origin: Origin): OpenFile {
  const lastClock = open.file.changes.reduce((most, { clock }) => Math.max(most, clock), 0);
  const act = { copy: randomUUID(), author, at: Date.now(), origin, batch: randomUUID() };
  const changes = makeChanges(edits, (path) => open.current.get(path), lastClock, act, randomUUID);
  const file = { ...open.file, changes: [...open.file.changes, ...changes] };
  const text = writeProjectFile(file);
  // What is written must be read again: a name too long or empty is refused before it makes the file unreadable.
  const read = readProjectFile(text, Date.now());
  if (!read.ok)
    throw new Refusal(
      `That cannot be kept in a project: ${read.message} (${read.place}). Nothing was changed.`,
    );
  try {
    writeWholeFile(open.path, text);
  } catch (error) {
    throw new Refusal(`${open.path} cannot be written: ${reasonOf(error)}. It is as it was before.`);
  }
  return { path: open.path, file, current: projectChanges(file.changes) };
}

function savedBy(changes: readonly Change[], at?: number): ProjectView['saved'] {
  const last = changes.reduce((latest, one) => (one.clock > latest.clock ? one : latest), {
    clock: -1,
    at: 0,
    author: '',
  });
  return { at: at ?? last.at, author: last.author, changes: changes.length };
}

/** In English, as all that the command line says; `plan` words it as its plan is. */
export function viewOfFile(open: OpenFile, language: Language | 'plan' = 'en'): ProjectView {
  return buildView(
    {
      id: open.file.project.id,
      createdAt: open.file.project.created,
      state: openState(open.current),
      disagreements: disagreementsAmong(open.file.changes, () => false),
      saved: savedBy(open.file.changes),
      undoes: null,
      canRedo: false,
    },
    { content, today: localDay(Date.now()), language: language === 'plan' ? undefined : language },
  );
}

/** The additional checklists with their items. */
export function listsOfFile(open: OpenFile): ReviewChecklist[] {
  const state = openState(open.current);
  return Object.keys(state.checklists).flatMap((id) => showChecklist(state, id) ?? []);
}

/** What a file is read from, as the interface reads its projects. */
export function readFrom(
  open: OpenFile,
  view: ProjectView = viewOfFile(open),
): Required<Omit<ReadFrom, 'kept'>> {
  const { evidence } = stateOf(open.current);
  return { view, today: localDay(Date.now()), reference: builtInReference, evidence };
}

export function lastMilestoneOf({ file, current }: OpenFile, view: ProjectView): Earlier | undefined {
  return lastMilestone(view, (milestone) => {
    const changes = file.changes.filter((one) => standsOn(milestone, one));
    const { id, createdAt } = view;
    const day = localDay(milestone.at);
    const saved = savedBy(changes, milestone.at);
    const values = projectChanges(changes);
    const reference = builtInReference;
    const then = viewThen({ id, createdAt, saved, values, day, reference, language: view.language });
    const byId = new Map(file.changes.map((change) => [change.id, change]));
    return compare(
      { view: then, day, listed: () => listedOf(values) },
      { view, day: localDay(Date.now()), listed: () => listedOf(current) },
      (path) => {
        const change = byId.get(current.get(path)?.changeId ?? '');
        return change && { author: change.author, at: change.at, origin: change.origin };
      },
    );
  });
}

function listedOf(current: ReadonlyMap<string, Current>): Map<string, Json> {
  return new Map([...current].flatMap(([path, { value }]) => (isListed(path) ? [[path, value]] : [])));
}

/** The log, newest first. */
export function historyOf({ file }: OpenFile): Change[] {
  return [...file.changes].sort((left, right) => right.clock - left.clock);
}

export function writeFile(path: string, content: string | Uint8Array): void {
  try {
    writeWholeFile(path, content);
  } catch (error) {
    throw new Refusal(`${path} cannot be written: ${reasonOf(error)}.`);
  }
}

export function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  const known: Record<string, string> = {
    ERR_ENCODING_INVALID_ENCODED_DATA: 'it is damaged, or not UTF-8 text',
    ENOENT: 'there is no such file or folder',
    EACCES: 'access is denied',
    EISDIR: 'it is a folder',
    ENOSPC: 'the disk is full',
    EROFS: 'the disk is read-only',
  };
  return known[code ?? ''] ?? (error instanceof Error ? error.message : String(error));
}
