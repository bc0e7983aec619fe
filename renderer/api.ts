/** The one door to the backend: the only file that knows whether the page runs in the desktop app or in a browser. */
import { callErrorOf } from '../shared/call-error.ts';
import type { Progress, Reply } from '../shared/contract/call.ts';
import type { CallName, CallOptions, Client, InputOf, OutputOf } from '../shared/contract.ts';
import type { FromPage, ToPage } from '../shared/desktop.ts';
import { pageLanguage } from './words/words.ts';

/** What the desktop's preload script offers. */
type Bridge = {
  call: (id: string, name: string, input: unknown) => Promise<Reply>;
  cancel: (id: string) => void;
  onProgress: (listener: (id: string, progress: Progress) => void) => void;
  save: (fileName: string, content: Uint8Array) => Promise<Reply<string | null>>;
  choose: (which: 'present' | 'new', fileName: string) => Promise<Reply<string | null>>;
  tell: (message: FromPage) => void;
  onMessage: (listener: (message: ToPage) => void) => () => void;
};

declare global {
  interface Window {
    readonly onramp?: Bridge;
  }
}

// Not there where pages are only tested in parts.
const bridge = globalThis.window?.onramp;
const progressListeners = new Map<string, (progress: Progress) => void>();
bridge?.onProgress((id, progress) => progressListeners.get(id)?.(progress));

const failedBy = (code: 'unreachable' | 'cancelled'): Reply<never> => ({
  ok: false,
  error: callErrorOf(code, pageLanguage()),
});

export const call: Client = async <N extends CallName>(
  name: N,
  input: InputOf<N>,
  options: CallOptions = {},
): Promise<Reply<OutputOf<N>>> => {
  if (options.signal?.aborted) return failedBy('cancelled');
  const reply = bridge ? await callBridge(bridge, name, input, options) : await callWeb(name, input, options);
  return reply as Reply<OutputOf<N>>;
};

async function callBridge(
  desktop: Bridge,
  name: string,
  input: unknown,
  options: CallOptions,
): Promise<Reply> {
  const id = crypto.randomUUID();
  const cancel = () => desktop.cancel(id);
  if (options.onProgress) progressListeners.set(id, options.onProgress);
  options.signal?.addEventListener('abort', cancel);
  try {
    return await desktop.call(id, name, input);
  } catch {
    return failedBy('unreachable');
  } finally {
    progressListeners.delete(id);
    options.signal?.removeEventListener('abort', cancel);
  }
}

/** Browsers refuse a `keepalive` body above 64 KB, counted over all that are under way. */
const keepaliveLimit = 30_000;

async function callWeb(name: string, input: unknown, options: CallOptions): Promise<Reply> {
  const controller = new AbortController();
  const abort = () => controller.abort();
  options.signal?.addEventListener('abort', abort);
  try {
    const body = JSON.stringify({ name, input });
    const response = await fetch('/api/call', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
      signal: controller.signal,
      // A save that starts while the page is going away still has to arrive.
      keepalive: document.visibilityState === 'hidden' && body.length < keepaliveLimit,
    });
    return await readReply(response, options.onProgress);
  } catch {
    return failedBy(controller.signal.aborted ? 'cancelled' : 'unreachable');
  } finally {
    options.signal?.removeEventListener('abort', abort);
  }
}

/** Lines of JSON: progress as often as there is any, then the reply. */
async function readReply(response: Response, onProgress: CallOptions['onProgress']): Promise<Reply> {
  if (!response.body) return failedBy('unreachable');
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { value, done } = await reader.read();
    rest += value ?? '';
    const lines = rest.split('\n');
    rest = done ? '' : (lines.pop() ?? '');
    for (const line of lines) {
      if (line.trim() === '') continue;
      const message = JSON.parse(line) as { progress: Progress } | Reply;
      if ('progress' in message) onProgress?.(message.progress);
      else return message;
    }
    if (done) return failedBy('unreachable');
  }
}

/** Asks for the path of a file, where the host can: a browser never tells one. Null where the person thought better of it. */
export const choosePath: Bridge['choose'] | undefined =
  bridge && ((which, fileName) => bridge.choose(which, fileName).catch(() => failedBy('unreachable')));

/** What the desktop app says and hears beside calls; in a browser there is nobody to talk to. */
export const desktop: Pick<Bridge, 'tell' | 'onMessage'> | undefined = bridge;

/**
 * Hands a file to the person: the browser downloads it, the desktop app asks where to put it. Gives the name it got, or
 * null where the person thought better of it.
 */
export async function saveFile(
  fileName: string,
  content: string | Uint8Array<ArrayBuffer>,
  type: string,
): Promise<Reply<string | null>> {
  if (bridge) {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    return bridge.save(fileName, bytes).catch(() => failedBy('unreachable'));
  }
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return { ok: true, value: fileName };
}
