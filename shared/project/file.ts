/** The `.onramp` project file: one JSON document that holds a whole project with its log, and loses nothing. */
import { z } from 'zod';
import { canonicalJson, isNestedDeeperThan, type Json } from '../json.ts';
import { Change, compareChanges } from './change.ts';
import { problemWith } from './paths.ts';

export const fileFormat = 'onramp-project';
export const fileVersion = 1;

const deepestNesting = 100;

/** What was parsed from JSON is JSON: looking through it as such would take half of the time that reading takes. */
const parsedJson = z.custom<Json>((value) => value !== undefined);

export const ProjectFile = z.strictObject({
  format: z.literal(fileFormat),
  version: z.literal(fileVersion),
  project: z.strictObject({ id: z.uuid(), created: z.number().int().min(0) }),
  changes: z.array(Change.extend({ before: parsedJson, after: parsedJson })),
  /** Attachment contents by their SHA-256, as base64. */
  blobs: z.record(z.string().regex(/^[0-9a-f]{64}$/), z.base64()),
});
export type ProjectFile = z.infer<typeof ProjectFile>;

export type ReadFile =
  | { ok: true; file: ProjectFile }
  | { ok: false; code: 'not-a-project' | 'newer' | 'damaged'; place: string; message: string };

/** The same project always as the same bytes. */
export function writeProjectFile(file: ProjectFile): string {
  const changes = [...file.changes].sort(compareChanges);
  return `${canonicalJson({ ...file, changes } as unknown as Json, 1)}\n`;
}

const tenYears = 10 * 365 * 86_400_000;

/**
 * Reads a project file; anything wrong is named with its place, and nothing is half read. A clock far beyond `now` would
 * drag every later change along with it, so such a file is refused.
 */
export function readProjectFile(text: string, now = Number.MAX_SAFE_INTEGER - tenYears): ReadFile {
  const refuse = (code: 'not-a-project' | 'newer' | 'damaged', place: string, message: string): ReadFile => ({
    ok: false,
    code,
    place,
    message,
  });
  let data: unknown;
  try {
    data = JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch (error) {
    const looksCut = text.includes(`"${fileFormat}"`);
    const message = error instanceof Error ? error.message : 'not JSON';
    return looksCut
      ? refuse('damaged', placeOf(text, message), 'The file is cut off or damaged: it is not complete JSON.')
      : refuse('not-a-project', placeOf(text, message), 'This is not an Onramp project file.');
  }
  if (data === null || typeof data !== 'object' || (data as { format?: unknown }).format !== fileFormat) {
    return refuse('not-a-project', 'format', 'This is not an Onramp project file.');
  }
  const version = (data as { version?: unknown }).version;
  if (typeof version === 'number' && version > fileVersion) {
    return refuse(
      'newer',
      'version',
      `The file was written by a newer Onramp (format ${version}); this one reads format ${fileVersion}.`,
    );
  }
  if (isNestedDeeperThan(deepestNesting, data)) {
    return refuse('damaged', 'the document', 'It is nested deeper than any project is.');
  }
  const parsed = ProjectFile.safeParse(data);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return refuse('damaged', issue?.path.join('.') || 'the document', issue?.message ?? 'not valid');
  }
  return checkLog(parsed.data, now + tenYears) ?? { ok: true, file: parsed.data };
}

/**
 * What a schema cannot say: ids once only, every value fit for its place, parents present, of the same path and
 * earlier, so that no change follows itself on a detour.
 */
function checkLog(file: ProjectFile, latest: number): ReadFile | undefined {
  const known = new Map<string, { path: string; clock: number }>();
  const damaged = (index: number, message: string): ReadFile => ({
    ok: false,
    code: 'damaged',
    place: `changes.${index}`,
    message,
  });
  for (const [index, change] of file.changes.entries()) {
    if (known.has(change.id)) return damaged(index, 'the same change stands in the file twice');
    known.set(change.id, change);
    const problem = problemWith(change.path, change.after) ?? problemWith(change.path, change.before);
    if (problem) return damaged(index, problem);
    if (change.clock > latest) return damaged(index, 'its clock stands years in the future');
    const hash = attachedHash(change);
    if (hash !== undefined && !Object.hasOwn(file.blobs, hash))
      return damaged(index, 'its attachment is not in the file');
  }
  for (const [index, change] of file.changes.entries()) {
    for (const id of change.parents) {
      const parent = known.get(id);
      if (parent?.path !== change.path) return damaged(index, 'it follows a change that is not in the file');
      if (parent.clock >= change.clock)
        return damaged(index, 'it follows a change that is later than itself');
    }
  }
  return undefined;
}

/** The content an attachment names; undefined for everything else. */
function attachedHash({ path, after }: Change): string | undefined {
  if (!path.startsWith('attachment/') || after === null || typeof after !== 'object' || Array.isArray(after))
    return undefined;
  return typeof after.hash === 'string' ? after.hash : undefined;
}

/** Longer texts would take too long to search for the place, and nobody mends them by hand. */
const longestSearched = 5_000_000;

/** Where in a text JSON ends to be JSON: line and column, from the parser's message where it says so. */
export function placeOf(text: string, message: string): string {
  const stated = /position (\d+)/.exec(message)?.[1];
  if (stated === undefined && text.length > longestSearched) return 'the document';
  const position = stated === undefined ? firstStray(text) : Number(stated);
  const before = text.slice(0, position);
  return `line ${before.split('\n').length}, column ${position - before.lastIndexOf('\n')}`;
}

/** Where the text stops being the beginning of JSON: up to there it is merely unfinished. */
function firstStray(text: string): number {
  let [sound, broken] = [0, text.length];
  while (broken - sound > 1) {
    const middle = (sound + broken) >> 1;
    if (isBeginning(text.slice(0, middle))) sound = middle;
    else broken = middle;
  }
  return sound;
}

function isBeginning(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const place = /position (\d+)/.exec(message)?.[1];
    return /end of JSON|Unterminated/.test(message) || (place !== undefined && Number(place) >= text.length);
  }
}
