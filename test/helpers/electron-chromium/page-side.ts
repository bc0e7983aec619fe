/**
 * What runs in the page in place of Electron's own renderer code: `ipcRenderer` and `contextBridge` in an isolated world,
 * and what becomes visible of them in the page's. Both are sent over as text, so neither may use anything from outside.
 */

export const preloadWorld = 'electron-preload';

/** Worlds share nothing but the document: everything between them goes through events whose details are text. */
export function inPageWorld(token: string): void {
  if (window !== top) return;
  type Told = { key: string; names: string[] };
  type Result = { value?: unknown; stop?: number; promise?: number };
  const callbacks: ((...args: unknown[]) => void)[] = [];
  const promises = new Map<number, (reply: unknown) => void>();
  const listen = (what: string, take: (detail: never) => void) =>
    document.addEventListener(`${token} ${what}`, (event) =>
      take(JSON.parse((event as CustomEvent).detail) as never),
    );
  const tell = (what: string, detail: unknown) =>
    document.dispatchEvent(new CustomEvent(`${token} ${what}`, { detail: JSON.stringify(detail) }));
  const pack = (value: unknown): unknown => {
    if (typeof value === 'function') return { $callback: callbacks.push(value as never) - 1 };
    if (value instanceof Uint8Array) {
      let text = '';
      for (let at = 0; at < value.length; at += 32_768)
        text += String.fromCharCode(...value.subarray(at, at + 32_768));
      return { $bytes: btoa(text) };
    }
    return value;
  };
  let result: Result = {};
  listen('result', (given: Result) => {
    result = given;
  });
  listen('callback', ({ callback, args }: { callback: number; args: unknown[] }) =>
    callbacks[callback]?.(...args),
  );
  listen('reply', ({ promise, value }: { promise: number; value: unknown }) => {
    promises.get(promise)?.(value);
    promises.delete(promise);
  });
  listen('expose', ({ key, names }: Told) => {
    const call =
      (name: string) =>
      (...args: unknown[]): unknown => {
        tell('call', { key, name, args: args.map(pack) });
        const { value, stop, promise } = result;
        if (promise !== undefined) return new Promise((resolve) => promises.set(promise, resolve));
        return stop === undefined ? value : () => tell('stop', stop);
      };
    const api = Object.freeze(Object.fromEntries(names.map((name) => [name, call(name)])));
    Object.defineProperty(window, key, { value: api, enumerable: true });
  });
}

declare const electronSend: (message: string) => void;

export function inPreloadWorld(token: string, preload: (require: (name: string) => unknown) => void): void {
  if (window !== top) return;
  type Api = Record<string, (...args: unknown[]) => unknown>;
  const listeners = new Map<string, Set<(...args: unknown[]) => void>>();
  const invoked = new Map<number, (value: unknown) => void>();
  const apis: Record<string, Api> = {};
  const stops: (() => void)[] = [];
  let next = 0;
  const tell = (what: string, detail: unknown) =>
    document.dispatchEvent(new CustomEvent(`${token} ${what}`, { detail: JSON.stringify(detail) }));
  const listen = (what: string, take: (detail: never) => void) =>
    document.addEventListener(`${token} ${what}`, (event) =>
      take(JSON.parse((event as CustomEvent).detail) as never),
    );
  const ipcRenderer = {
    // Bytes stay packed: only the main process opens them.
    invoke: (channel: string, ...args: unknown[]) => {
      next += 1;
      const id = next;
      electronSend(JSON.stringify({ id, channel, args }));
      return new Promise((resolve) => invoked.set(id, resolve));
    },
    send: (channel: string, ...args: unknown[]) => electronSend(JSON.stringify({ channel, args })),
    on: (channel: string, listener: () => void) => {
      if (!listeners.has(channel)) listeners.set(channel, new Set());
      listeners.get(channel)?.add(listener);
    },
    off: (channel: string, listener: () => void) => listeners.get(channel)?.delete(listener),
  };
  Object.assign(globalThis, {
    electronReceive: (message: { id?: number; value?: unknown; channel?: string; args?: unknown[] }) => {
      if (message.id !== undefined) invoked.get(message.id)?.(message.value);
      else for (const one of listeners.get(message.channel ?? '') ?? []) one({}, ...(message.args ?? []));
    },
  });
  listen('call', ({ key, name, args }: { key: string; name: string; args: unknown[] }) => {
    const unpacked = args.map((value) => {
      const callback = (value as { $callback?: number } | null)?.$callback;
      return callback === undefined
        ? value
        : (...given: unknown[]) => tell('callback', { callback, args: given });
    });
    const value = apis[key]?.[name]?.(...unpacked);
    if (value instanceof Promise) {
      next += 1;
      const promise = next;
      tell('result', { promise });
      value.then((reply) => tell('reply', { promise, value: reply }));
    } else if (typeof value === 'function') tell('result', { stop: stops.push(value as () => void) - 1 });
    else tell('result', { value });
  });
  listen('stop', (stop: number) => stops[stop]?.());
  const contextBridge = {
    exposeInMainWorld: (key: string, api: Api) => {
      apis[key] = api;
      tell('expose', { key, names: Object.keys(api) });
    },
  };
  preload((name) => {
    if (name !== 'electron') throw new Error(`a sandboxed preload script has no ${name}`);
    return { contextBridge, ipcRenderer };
  });
}
