/** Answers the page's calls: checks who asks, then hands the call to the backend. */
import type { IpcMain, IpcMainEvent, IpcMainInvokeEvent, WebContents } from 'electron';
import type { Reply } from '../../shared/contract/call.ts';
import { CallFailure, failed } from '../backend/call-failure.ts';
import { isLargerThan, largestCall } from '../backend/largest-call.ts';
import type { RunningBackend } from '../backend/running-backend.ts';
import { originOf } from './address.ts';
import { channels } from './channels.ts';

/** The part of an IPC event that says who sent it. */
export type Sender = Pick<IpcMainInvokeEvent | IpcMainEvent, 'senderFrame' | 'sender'>;

export type IpcHostOptions = {
  ipcMain: Pick<IpcMain, 'handle' | 'on'>;
  backend: RunningBackend;
  origins: ReadonlySet<string>;
  /** The largest call that is taken, in characters and bytes. */
  limit?: number;
};

/**
 * Only the top frame of a page of ours may call. Both origin and address are looked at: a frame at about:blank inherits
 * its opener's origin, and one that has gone in the meantime has neither, or throws when it is asked.
 */
export function isTrusted(event: Sender, origins: ReadonlySet<string>): boolean {
  try {
    const frame = event.senderFrame;
    if (!frame || frame.parent !== null || frame.detached) return false;
    return origins.has(frame.origin) && originOf(frame.url) === frame.origin;
  } catch {
    return false;
  }
}

export function answerCalls({ ipcMain, backend, origins, limit = largestCall }: IpcHostOptions): void {
  // Ids are the pages' own, so each page has its own set of them.
  const running = new WeakMap<WebContents, Map<string, AbortController>>();

  ipcMain.handle(channels.call, async (event, id: unknown, name: unknown, input: unknown): Promise<Reply> => {
    if (!isTrusted(event, origins)) return failed(new CallFailure('forbidden'));
    const page = event.sender;
    const calls = running.get(page) ?? startWatching(page);
    if (typeof id !== 'string' || id.length > 100 || calls.has(id))
      return failed(new CallFailure('bad-input'));
    if (isLargerThan(limit, [name, input])) return failed(new CallFailure('too-large'));
    const cancellation = new AbortController();
    calls.set(id, cancellation);
    try {
      return await backend.call(name, input, {
        signal: cancellation.signal,
        onProgress: (progress) => {
          if (!page.isDestroyed()) page.send(channels.progress, id, progress);
        },
      });
    } finally {
      calls.delete(id);
    }
  });

  ipcMain.on(channels.cancel, (event, id: unknown) => {
    if (isTrusted(event, origins) && typeof id === 'string') running.get(event.sender)?.get(id)?.abort();
  });

  /** A page that goes away takes its calls with it, just as a closed connection does on the web host. */
  function startWatching(page: WebContents): Map<string, AbortController> {
    const calls = new Map<string, AbortController>();
    running.set(page, calls);
    const abandon = (): void => {
      for (const cancellation of calls.values()) cancellation.abort();
    };
    page.on('destroyed', abandon);
    page.on('render-process-gone', abandon);
    page.on('did-navigate', abandon);
    return calls;
  }
}
