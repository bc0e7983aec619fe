/**
 * Reads and replaces a file in a folder that others write to as well. Asynchronous throughout, unlike `whole-file.ts`:
 * a network folder that hangs must not hold up the app.
 */
import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, open, readdir, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

export type FileContent = { stamp: string; hash: string; bytes: Uint8Array };

/** Tells one state of a file from the next without reading it; null when there is no file in a folder that is there. */
export async function stampOf(path: string): Promise<string | null> {
  try {
    return asStamp(await stat(path));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    await stat(dirname(path));
    return null;
  }
}

export async function readContent(path: string): Promise<FileContent | null> {
  const stamp = await stampOf(path);
  if (stamp === null) return null;
  const bytes = await readFile(path);
  return { stamp, hash: hashOf(bytes), bytes };
}

/** Puts new content in the place of what was read, unless somebody else has written since; gives the new stamp then. */
export async function replaceContent(
  path: string,
  text: string,
  expected: FileContent | null,
): Promise<string | undefined> {
  const target = await realpath(path).catch(() => path);
  const folder = dirname(target);
  const temporary = join(folder, `${temporaryStart(target)}${randomUUID()}.tmp`);
  try {
    const handle = await open(temporary, 'wx', expected ? (await stat(target)).mode & 0o777 : undefined);
    let stamp: string;
    try {
      await handle.writeFile(text, 'utf8');
      await handle.sync();
      stamp = asStamp(await handle.stat());
    } finally {
      await handle.close();
    }
    const now = await readContent(target);
    if (now?.hash !== expected?.hash) return undefined;
    await rename(temporary, target);
    await syncFolder(folder);
    return stamp;
  } finally {
    await rm(temporary, { force: true });
  }
}

const longestWrite = 600_000;

/** Takes away what writes of this file that were killed have left behind. */
export async function removeLeftovers(path: string): Promise<void> {
  const folder = dirname(path);
  for (const name of await readdir(folder)) {
    if (!name.startsWith(temporaryStart(path)) || !name.endsWith('.tmp')) continue;
    const { mtimeMs } = await stat(join(folder, name));
    if (Date.now() - mtimeMs > longestWrite) await rm(join(folder, name), { force: true });
  }
}

function temporaryStart(path: string): string {
  return `.${basename(path)}-`;
}

function asStamp({ size, mtimeMs, ino }: { size: number; mtimeMs: number; ino: number }): string {
  return `${size} ${mtimeMs} ${ino}`;
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Makes the rename itself durable, where the system can; the file is whole and in its place either way. */
async function syncFolder(folder: string): Promise<void> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(folder, 'r');
    await handle.sync();
  } catch {
    // Windows and some network folders cannot be synchronised as such.
  } finally {
    await handle?.close();
  }
}
