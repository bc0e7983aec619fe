/** What a page gets to see of the desktop: three functions, and nothing of Electron itself. */
import type { ContextBridge, IpcRenderer } from 'electron';
import { channels } from './channels.ts';

export type DesktopBridge = {
  /** The id is the page's own choice; with it the call can be cancelled and its progress told apart. */
  call: (id: string, name: string, input: unknown) => Promise<unknown>;
  cancel: (id: string) => void;
  /** Gives back how to stop listening. */
  onProgress: (listener: (id: string, progress: unknown) => void) => () => void;
};

export function exposeBridge(electron: {
  contextBridge: Pick<ContextBridge, 'exposeInMainWorld'>;
  ipcRenderer: Pick<IpcRenderer, 'invoke' | 'send' | 'on' | 'off'>;
}): void {
  const { contextBridge, ipcRenderer } = electron;
  const bridge: DesktopBridge = {
    call: (id, name, input) => ipcRenderer.invoke(channels.call, id, name, input),
    cancel: (id) => ipcRenderer.send(channels.cancel, id),
    onProgress: (listener) => {
      // The event itself stays here: through its sender a page would reach every channel.
      const receive = (_event: unknown, id: string, progress: unknown): void => listener(id, progress);
      ipcRenderer.on(channels.progress, receive);
      return () => void ipcRenderer.off(channels.progress, receive);
    },
  };
  contextBridge.exposeInMainWorld('onramp', bridge);
}
