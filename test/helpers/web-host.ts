/** A web host for tests: really listening, with small pages of its own, and a client that can also misbehave. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunningBackend } from '../../electron/backend/running-backend.ts';
import { builtPages } from '../../electron/web/pages.ts';
import { startWebHost, type WebHost, type WebHostOptions } from '../../electron/web/server.ts';

export type Answer = { status: number; headers: IncomingHttpHeaders; text: string };

export type Asked = {
  method?: string;
  path?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
  signal?: AbortSignal;
  onLine?: (line: string) => void;
};

export type TestHost = WebHost & {
  /** The folder its pages were read from. */
  pagesFolder: string;
  cookie: string;
  /** Sent exactly as said: no path is tidied and no header is added but `Host`. */
  ask: (asked: Asked) => Promise<Answer>;
  stop: () => Promise<void>;
};

export async function openTestHost(
  backend: RunningBackend,
  options: Partial<WebHostOptions> = {},
): Promise<TestHost> {
  const folder = mkdtempSync(join(tmpdir(), 'onramp-pages-'));
  const pages = join(folder, 'renderer');
  mkdirSync(join(pages, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'the secret');
  writeFileSync(join(pages, 'index.html'), '<!doctype html><title>Onramp</title>');
  writeFileSync(join(pages, 'assets', 'page-1a2b3c4d.js'), 'export {};');
  symlinkSync(join(folder, 'secret.txt'), join(pages, 'linked.txt'));

  const host = await startWebHost({ backend: () => backend, pages: builtPages(pages), ...options });
  const ask = (asked: Asked): Promise<Answer> => send(host.port, asked);
  const exchange = await ask({ path: host.address().slice(host.origin.length) });
  const cookie = exchange.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
  return {
    ...host,
    pagesFolder: pages,
    cookie,
    ask,
    async stop() {
      host.server.closeAllConnections();
      await host.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function send(
  port: number,
  { method = 'GET', path = '/', headers = {}, body, signal, onLine }: Asked,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(
      { host: '127.0.0.1', port, method, path, headers, agent: false, ...(signal ? { signal } : {}) },
      (response) => {
        let text = '';
        let rest = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          text += chunk;
          const lines = (rest + chunk).split('\n');
          rest = lines.pop() ?? '';
          for (const line of lines) onLine?.(line);
        });
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
        );
        response.on('error', reject);
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
