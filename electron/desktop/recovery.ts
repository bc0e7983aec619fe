/** What happens when the page stops: it comes back to the same place, and the person is asked where that is theirs to say. */
import type { BrowserWindow, Dialog, WebContents } from 'electron';
import type { DesktopWords } from './words/en.ts';

export type RecoveryOptions = {
  window: BrowserWindow;
  dialog: Pick<Dialog, 'showMessageBox' | 'showMessageBoxSync'>;
  words: () => DesktopWords;
  log: (line: string) => void;
  quit: () => void;
  onStay: () => void;
  now?: () => number;
};

/** Where it crashes this often in this time, loading it once more would only crash it once more. */
const often = { times: 3, within: 60_000 };

export function recover(options: RecoveryOptions): void {
  const { window, log } = options;
  const contents = window.webContents;
  comeBack(contents, options);
  askWhenHung(contents, options);
  contents.on('will-prevent-unload', (event) => {
    const words = options.words();
    const answer = options.dialog.showMessageBoxSync(window, {
      type: 'warning',
      message: words.unsaved,
      detail: words.unsavedDetail,
      buttons: [words.stay, words.leave],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    if (answer === 1) event.preventDefault();
    else options.onStay();
  });
  contents.on('preload-error', (_event, path, error) => log(`${path}: ${error.message}`));
}

/** The address, question and all, is still the page's, so that loading it again leads back. */
function comeBack(contents: WebContents, options: RecoveryOptions): void {
  const { window, dialog, words, log, quit, now = () => performance.now() } = options;
  let crashes: number[] = [];
  contents.on('render-process-gone', async (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    log(`the window's process is gone: ${reason} (${exitCode})`);
    crashes = [...crashes.filter((at) => now() - at < often.within), now()];
    if (crashes.length > often.times) {
      crashes = [];
      const { response } = await dialog.showMessageBox(window, {
        type: 'error',
        message: words().crashed,
        detail: words().crashedDetail,
        buttons: [words().again, words().quitNow],
        defaultId: 0,
        cancelId: 0,
        noLink: true,
      });
      if (response === 1) return quit();
    }
    // Not from within the event: Chromium is still putting the old process away.
    setImmediate(() => {
      if (!contents.isDestroyed()) contents.reload();
    });
  });
}

function askWhenHung(contents: WebContents, { window, dialog, words, log }: RecoveryOptions): void {
  let asking: AbortController | undefined;
  const stopAsking = (): void => {
    asking?.abort();
    asking = undefined;
  };
  contents.on('unresponsive', async () => {
    if (asking) return;
    log('the window does not respond');
    const question = new AbortController();
    asking = question;
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: words().hung,
      detail: words().hungDetail,
      buttons: [words().wait, words().reloadNow],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
      signal: question.signal,
    });
    if (question.signal.aborted) return;
    asking = undefined;
    // What hangs hears no request to load again; once its process is gone it comes back by itself.
    if (response === 1 && !contents.isDestroyed()) contents.forcefullyCrashRenderer();
  });
  contents.on('responsive', stopAsking);
  contents.on('render-process-gone', stopAsking);
  contents.on('destroyed', stopAsking);
}
