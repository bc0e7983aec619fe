/** Files that come in from the system and go out to it: by dialog, by double click, as an argument. */
import { open as openFile } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserWindow, Dialog, IpcMain } from 'electron';
import type { Reply } from '../../shared/contract/call.ts';
import type { OpenedFile } from '../../shared/desktop.ts';
import type { Language } from '../../shared/words/catalogue.ts';
import { CallFailure, failed } from '../backend/call-failure.ts';
import { isLargerThan, largestCall } from '../backend/largest-call.ts';
import { writeWholeFile } from '../backend/whole-file.ts';
import { channels } from './channels.ts';
import { isTrusted } from './ipc-host.ts';
import type { DesktopWords } from './words/en.ts';

const ending = '.onramp';
/** The contract takes no larger project files. */
const largestFile = 400_000_000;

/** Chromium adds arguments of its own and changes their order, so only those that name a project file count. */
export function projectFilesIn(argv: readonly string[], workingDirectory: string): string[] {
  return argv
    .filter((argument) => !argument.startsWith('-') && argument.toLowerCase().endsWith(ending))
    .flatMap((argument) => {
      // Linux's file managers hand over addresses in place of paths.
      if (argument.startsWith('file:')) return pathOf(argument) ?? [];
      return [resolve(workingDirectory, argument)];
    });
}

function pathOf(address: string): string | undefined {
  try {
    return fileURLToPath(address);
  } catch {
    // One on another machine.
    return undefined;
  }
}

export class FileNotRead extends Error {
  readonly why: keyof DesktopWords['notReadWhy'];

  constructor(why: FileNotRead['why']) {
    super(why);
    this.why = why;
  }
}

export async function readProjectFile(path: string): Promise<OpenedFile> {
  try {
    const file = await openFile(path, 'r');
    try {
      const stats = await file.stat();
      if (!stats.isFile()) throw new FileNotRead('other');
      if (stats.size > largestFile) throw new FileNotRead('large');
      return { name: basename(path), text: await file.readFile('utf8') };
    } finally {
      await file.close();
    }
  } catch (problem) {
    if (problem instanceof FileNotRead) throw problem;
    const code = codeOf(problem);
    throw new FileNotRead(
      code === 'ENOENT' ? 'missing' : code === 'EACCES' || code === 'EPERM' ? 'denied' : 'other',
    );
  }
}

export async function askForFiles(
  dialog: Pick<Dialog, 'showOpenDialog'>,
  window: BrowserWindow,
  words: DesktopWords,
): Promise<string[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openFile', 'multiSelections'],
    filters: [
      { name: words.projectFiles, extensions: ['onramp', 'json'] },
      { name: words.allFiles, extensions: ['*'] },
    ],
  });
  return canceled ? [] : filePaths;
}

export type SaveParts = {
  dialog: Pick<Dialog, 'showSaveDialog'>;
  window: BrowserWindow | undefined;
  words: DesktopWords;
  language: Language;
};

/** Gives the name the file got, or null where the person thought better of it. */
export async function saveFile(
  { dialog, window, words, language }: SaveParts,
  fileName: string,
  content: Uint8Array,
): Promise<Reply<string | null>> {
  const suggested = safeName(fileName);
  const kind = extname(suggested).slice(1);
  const options: Electron.SaveDialogOptions = {
    defaultPath: suggested,
    filters: [
      ...(kind === '' ? [] : [{ name: words.kindOfFile(kind), extensions: [kind] }]),
      { name: words.allFiles, extensions: ['*'] },
    ],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  };
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options));
  if (canceled || filePath === '') return { ok: true, value: null };
  try {
    writeWholeFile(filePath, content);
    return { ok: true, value: basename(filePath) };
  } catch (problem) {
    if (codeOf(problem) === 'ENOSPC' || codeOf(problem) === 'EDQUOT')
      return failed(new CallFailure('disk-full'), language);
    return {
      ok: false,
      error: { code: 'read-only', message: words.notWritten, remedy: words.chooseAnother },
    };
  }
}

/** A name and never a path: what a page calls its file must not choose the folder. */
function safeName(fileName: string): string {
  const name = fileName.replace(/[\p{Cc}\\/:*?"<>|]+/gu, ' ').trim();
  // Cut before its dots go: one, or half a letter, may stand at the cut.
  return name.slice(-200).replace(/^[.\s\p{Cs}]+/u, '') || 'onramp';
}

function codeOf(problem: unknown): unknown {
  return problem instanceof Error ? (problem as { code?: unknown }).code : undefined;
}

/** The page's own way to a file: it names it and hands over the bytes, the person says where. */
export function answerSaves({
  ipcMain,
  origins,
  parts,
  limit = largestCall,
}: {
  ipcMain: Pick<IpcMain, 'handle'>;
  origins: ReadonlySet<string>;
  parts: () => SaveParts;
  limit?: number;
}): void {
  ipcMain.handle(channels.save, async (event, fileName: unknown, content: unknown): Promise<Reply> => {
    if (!isTrusted(event, origins)) return failed(new CallFailure('forbidden'));
    if (typeof fileName !== 'string' || !(content instanceof Uint8Array))
      return failed(new CallFailure('bad-input'));
    if (fileName.length > 1000 || isLargerThan(limit, content)) return failed(new CallFailure('too-large'));
    return saveFile(parts(), fileName, content);
  });
}

export type ChooseParts = {
  dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>;
  window: BrowserWindow | undefined;
  words: DesktopWords;
};

/**
 * The whole path of a file that the page will name in a call. Dialogs to open give only files that are there, dialogs to save
 * warn of replacing one: so it is asked which of the two is meant, and neither says what is not so.
 */
async function choosePath(
  { dialog, window, words }: ChooseParts,
  which: 'present' | 'new',
  fileName: string,
): Promise<string | null> {
  const filters = [
    { name: words.projectFiles, extensions: ['onramp'] },
    { name: words.allFiles, extensions: ['*'] },
  ];
  if (which === 'present') {
    const options: Electron.OpenDialogOptions = {
      properties: ['openFile'],
      filters,
      buttonLabel: words.chooseThis,
    };
    const { canceled, filePaths } = await (window
      ? dialog.showOpenDialog(window, options)
      : dialog.showOpenDialog(options));
    return canceled ? null : (filePaths[0] ?? null);
  }
  const options: Electron.SaveDialogOptions = {
    defaultPath: safeName(fileName),
    filters,
    buttonLabel: words.chooseThis,
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  };
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options));
  if (canceled || filePath === '') return null;
  // On Linux the dialog leaves a name as it was typed.
  return extname(filePath) === '' ? `${filePath}${ending}` : filePath;
}

/** The page learns a path only where the person has chosen it. */
export function answerChoices({
  ipcMain,
  origins,
  parts,
}: {
  ipcMain: Pick<IpcMain, 'handle'>;
  origins: ReadonlySet<string>;
  parts: () => ChooseParts;
}): void {
  ipcMain.handle(channels.choose, async (event, which: unknown, fileName: unknown): Promise<Reply> => {
    if (!isTrusted(event, origins)) return failed(new CallFailure('forbidden'));
    if ((which !== 'present' && which !== 'new') || typeof fileName !== 'string' || fileName.length > 1000)
      return failed(new CallFailure('bad-input'));
    return { ok: true, value: await choosePath(parts(), which, fileName) };
  });
}
