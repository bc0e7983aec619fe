/** What a page gets to see of the desktop: seven functions, and nothing of Electron itself. */
import type { ContextBridge, IpcRenderer } from 'electron';
import { channels } from './channels.ts';

export type DesktopBridge = {
  /** The id is the page's own choice; with it the call can be cancelled and its progress told apart. */
  call: (id: string, name: string, input: unknown) => Promise<unknown>;
  cancel: (id: string) => void;
  /** Gives back how to stop listening. */
  onProgress: (listener: (id: string, progress: unknown) => void) => () => void;
  /** Asks where to put a file and writes it there. */
  save: (fileName: string, content: Uint8Array) => Promise<unknown>;
  /** Asks for the path of a file, which is neither read nor written by that. */
  choose: (which: string, fileName: string) => Promise<unknown>;
  tell: (message: unknown) => void;
  onMessage: (listener: (message: unknown) => void) => () => void;
};

export function exposeBridge(electron: {
  contextBridge: Pick<ContextBridge, 'exposeInMainWorld'>;
  ipcRenderer: Pick<IpcRenderer, 'invoke' | 'send' | 'on' | 'off'>;
}): void {
  const { contextBridge, ipcRenderer } = electron;
  // The event itself stays here: through its sender a page would reach every channel.
  function listen<A extends unknown[]>(channel: string, listener: (...args: A) => void): () => void {
    const receive = (_event: unknown, ...args: A): void => listener(...args);
    ipcRenderer.on(channel, receive);
    return () => void ipcRenderer.off(channel, receive);
  }
  const bridge: DesktopBridge = {
    call: (id, name, input) => ipcRenderer.invoke(channels.call, id, name, input),
    cancel: (id) => ipcRenderer.send(channels.cancel, id),
    onProgress: (listener) => listen(channels.progress, listener),
    save: (fileName, content) => ipcRenderer.invoke(channels.save, fileName, content),
    choose: (which, fileName) => ipcRenderer.invoke(channels.choose, which, fileName),
    tell: (message) => ipcRenderer.send(channels.tell, message),
    onMessage: (listener) => listen(channels.message, listener),
  };
  contextBridge.exposeInMainWorld('onramp', bridge);
}
