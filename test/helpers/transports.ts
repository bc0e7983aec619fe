/** Every way a call can reach the backend, behind one shape, so that one suite can hold for all of them. */
import { randomUUID } from 'node:crypto';
import type { RunningBackend } from '../../electron/backend/running-backend.ts';
import { trustedOrigins } from '../../electron/desktop/address.ts';
import { answerCalls } from '../../electron/desktop/ipc-host.ts';
import type { Progress, Reply } from '../../shared/contract/call.ts';
import type { CallOptions } from '../../shared/contract.ts';
import { ourFrame, PageDouble, WireDouble } from './electron-double.ts';
import { openTestHost } from './web-host.ts';

export type Transport = {
  name: string;
  open: (backend: RunningBackend) => Promise<OpenTransport>;
};

export type OpenTransport = {
  call: (name: unknown, input: unknown, options?: CallOptions) => Promise<Reply>;
  close: () => Promise<void>;
};

const inProcess: Transport = {
  name: 'in process',
  open: async (backend) => ({
    call: (name, input, { signal, onProgress } = {}) =>
      backend.call(name, input, {
        ...(signal ? { signal: signal as AbortSignal } : {}),
        ...(onProgress ? { onProgress } : {}),
      }),
    close: async () => {},
  }),
};

const overHttp: Transport = {
  name: 'over HTTP',
  async open(backend) {
    const host = await openTestHost(backend);
    return {
      async call(name, input, { signal, onProgress } = {}) {
        const answer = await host.ask({
          method: 'POST',
          path: '/api/call',
          headers: { cookie: host.cookie, origin: host.origin, 'content-type': 'application/json' },
          body: JSON.stringify({ name, input }),
          ...(signal ? { signal: signal as AbortSignal } : {}),
          onLine: (line) => {
            const message = JSON.parse(line) as { progress?: Progress };
            if (message.progress) onProgress?.(message.progress);
          },
        });
        return JSON.parse(answer.text.trimEnd().split('\n').at(-1) ?? '') as Reply;
      },
      close: host.stop,
    };
  },
};

const onTheDesktop: Transport = {
  name: 'over desktop IPC',
  async open(backend) {
    const wire = new WireDouble();
    answerCalls({ ipcMain: wire.ipcMain, backend, origins: trustedOrigins(undefined) });
    const bridge = wire.load(new PageDouble(), ourFrame());
    const listeners = new Map<string, (progress: Progress) => void>();
    bridge.onProgress((id, progress) => listeners.get(id)?.(progress as Progress));
    return {
      async call(name, input, { signal, onProgress } = {}) {
        const id = randomUUID();
        const cancel = (): void => bridge.cancel(id);
        if (onProgress) listeners.set(id, onProgress);
        signal?.addEventListener('abort', cancel);
        try {
          return (await bridge.call(id, name as string, input)) as Reply;
        } finally {
          listeners.delete(id);
          signal?.removeEventListener('abort', cancel);
        }
      },
      close: async () => {},
    };
  },
};

export const transports: readonly Transport[] = [inProcess, overHttp, onTheDesktop];
