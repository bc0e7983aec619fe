/** What the main process and its page tell each other, kept until the page listens. */
import type { IpcMain, WebContents } from 'electron';
import { FromPage, type Shown, type ToPage } from '../../shared/desktop.ts';
import { isLargerThan } from '../backend/largest-call.ts';
import { channels } from './channels.ts';
import { isTrusted } from './ipc-host.ts';

/** What is told is small: a name, a theme. */
const largestMessage = 10_000;

export type PageMail = {
  /** Follows the page of a new window; what still waits goes to it. */
  attach: (contents: WebContents) => void;
  send: (message: ToPage) => void;
  readonly listening: boolean;
};

export type PageMailOptions = {
  ipcMain: Pick<IpcMain, 'on'>;
  origins: ReadonlySet<string>;
  onShown: (shown: Shown) => void;
  onLeft: () => void;
  onOpen: () => void;
};

export function openPageMail({ ipcMain, origins, onShown, onLeft, onOpen }: PageMailOptions): PageMail {
  let page: WebContents | undefined;
  let listening = false;
  let waiting: ToPage[] = [];

  const deliver = (): void => {
    if (!page || page.isDestroyed() || !listening) return;
    for (const message of waiting) page.send(channels.message, message);
    waiting = [];
  };

  ipcMain.on(channels.tell, (event, given: unknown) => {
    if (!isTrusted(event, origins) || event.sender !== page || isLargerThan(largestMessage, given)) return;
    const message = FromPage.safeParse(given).data;
    if (message?.kind === 'left') onLeft();
    else if (message?.kind === 'open') onOpen();
    else if (message?.kind === 'shown') {
      listening = true;
      onShown(message.shown);
      deliver();
    }
  });

  return {
    attach: (contents) => {
      page = contents;
      listening = false;
      const deaf = (): void => {
        if (page === contents) listening = false;
      };
      contents.on('did-navigate', deaf);
      contents.on('render-process-gone', deaf);
      contents.on('destroyed', deaf);
    },
    send: (message) => {
      waiting.push(message);
      deliver();
    },
    get listening() {
      return listening;
    },
  };
}
