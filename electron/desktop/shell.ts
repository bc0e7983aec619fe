/** What surrounds the page: its window, the menu, the theme, and the files that come in and go out. */
import { basename } from 'node:path';
import type Electron from 'electron';
import type { OpenedFile, Shown } from '../../shared/desktop.ts';
import { type Language, spokenOf } from '../../shared/words/catalogue.ts';
import type { DesktopParts } from './desktop-host.ts';
import { answerChoices, answerSaves, askForFiles, FileNotRead, readProjectFile } from './files.ts';
import { leaveOnceSaved } from './leaving.ts';
import { menuTemplate } from './menu.ts';
import { openPageMail } from './page-mail.ts';
import { printPage, savePageAsPdf } from './paper.ts';
import { recover } from './recovery.ts';
import { type Memory, withRecent } from './remembered.ts';
import { bringToFront, openWindow } from './window.ts';
import type { DesktopWords } from './words/en.ts';
import { wordsIn } from './words/words.ts';
import { keepZoom, zoom } from './zoom.ts';

export type ShellOptions = {
  electron: DesktopParts;
  address: string;
  preload: string;
  platform: NodeJS.Platform;
  version: string;
  developerTools: boolean;
  origins: ReadonlySet<string>;
  memory: Memory;
  log: (line: string) => void;
};

export type Shell = {
  /** Opens the window, or brings it to the front. */
  show: () => void;
  openFiles: (paths: readonly string[]) => Promise<void>;
};

export function openShell(options: ShellOptions): Shell {
  const { electron, memory, platform, developerTools, origins, log } = options;
  const { app, dialog } = electron;
  let window: Electron.BrowserWindow | undefined;
  let shown: Pick<Shown, 'project' | 'theme'> = { project: null, theme: memory.now.theme };

  // Until the page has said which language it speaks, it is the system's, as it will be there.
  const language = (): Language => memory.now.language ?? spokenOf(app.getPreferredSystemLanguages());
  const words = (): DesktopWords => wordsIn(language());
  const present = (): Electron.BrowserWindow | undefined =>
    window && !window.isDestroyed() ? window : undefined;
  const parts = () => ({ dialog, window: present(), words: words(), language: language() });

  const mail = openPageMail({
    ipcMain: electron.ipcMain,
    origins,
    onShown: take,
    onLeft: () => leaving.left(),
    onOpen: () => void ask(),
  });
  const leaving = leaveOnceSaved({ app, mail });
  answerSaves({ ipcMain: electron.ipcMain, origins, parts });
  answerChoices({ ipcMain: electron.ipcMain, origins, parts });
  void app.whenReady().then(() => {
    app.setAboutPanelOptions({
      applicationName: 'Onramp',
      applicationVersion: options.version,
      copyright: words().copyright,
      credits: words().purpose,
    });
    paint();
  });

  /** The page has said what it shows; only what changed is passed on. */
  function take(next: Shown): void {
    const { project, theme, language: spoken } = next;
    const recent = project ? withRecent(memory.now.recent, project) : memory.now.recent;
    const before = JSON.stringify([shown, memory.now]);
    shown = { project, theme };
    if (JSON.stringify([shown, { ...memory.now, theme, language: spoken, recent }]) === before) return;
    memory.keep({ theme, language: spoken, recent });
    paint();
  }

  function paint(): void {
    electron.nativeTheme.themeSource = shown.theme === 'contrast' ? 'dark' : shown.theme;
    const { recent } = memory.now;
    const template = menuTemplate({ platform, developerTools, words: words(), shown, recent, acts });
    electron.Menu.setApplicationMenu(electron.Menu.buildFromTemplate(template));
  }

  const acts: Parameters<typeof menuTemplate>[0]['acts'] = {
    command: (command) => {
      show();
      mail.send({ kind: 'command', command });
    },
    open: () => void ask(),
    print: () => onPage((contents) => printPage(contents, parts())),
    printToPdf: () => onPage((contents) => savePageAsPdf(contents, parts())),
    zoom: (direction) => onPage(async (contents) => zoom(contents, direction, memory)),
    clearRecent: () => {
      app.clearRecentDocuments();
      memory.keep({ recent: [] });
      paint();
    },
    about: () => app.showAboutPanel(),
  };

  function onPage(act: (contents: Electron.WebContents) => Promise<void>): void {
    const contents = present()?.webContents;
    if (contents) act(contents).catch((problem: unknown) => log(String(problem)));
  }

  function show(): void {
    const open = present();
    if (open) {
      bringToFront(open);
      return;
    }
    window = openWindow({
      BrowserWindow: electron.BrowserWindow,
      address: options.address,
      preload: options.preload,
      developerTools,
      displays: electron.screen.getAllDisplays(),
      dark: electron.nativeTheme.shouldUseDarkColors,
      memory,
      onMade: (made) => {
        mail.attach(made.webContents);
        leaving.watch(made);
        keepZoom(made.webContents, memory);
        recover({ window: made, dialog, words, log, quit: () => app.quit(), onStay: leaving.stay });
      },
    });
  }

  async function ask(): Promise<void> {
    show();
    const open = present();
    if (open) await openFiles(await askForFiles(dialog, open, words()));
  }

  async function openFiles(paths: readonly string[]): Promise<void> {
    const files: OpenedFile[] = [];
    for (const path of paths) {
      try {
        files.push(await readProjectFile(path));
        app.addRecentDocument(path);
      } catch (problem) {
        if (!(problem instanceof FileNotRead)) throw problem;
        await app.whenReady();
        await complain(words().notRead(basename(path)), words().notReadWhy[problem.why]);
      }
    }
    if (files.length > 0) mail.send({ kind: 'files', files });
  }

  async function complain(message: string, detail: string): Promise<void> {
    const box: Electron.MessageBoxOptions = { type: 'error', message, detail, buttons: [words().ok] };
    const open = present();
    await (open ? dialog.showMessageBox(open, box) : dialog.showMessageBox(box));
  }

  return { show, openFiles };
}
