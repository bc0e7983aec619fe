/** The web host: the backend behind a server that only this machine, and on it only the invited browser, can reach. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CallFailure, failed } from '../backend/call-failure.ts';
import { largestCall } from '../backend/largest-call.ts';
import { type PageSource, pageHeaders } from '../backend/page-headers.ts';
import type { RunningBackend } from '../backend/running-backend.ts';
import { answerCall } from './call-endpoint.ts';
import { type Admission, createDoor, type Door } from './door.ts';
import { type Pages, sendText } from './pages.ts';

export type WebHostOptions = {
  /** Asked anew for each call, so that a development server can put a fresh one in place. */
  backend: () => RunningBackend;
  pages: Pages;
  source?: PageSource;
  /** 0, the default, takes the preferred port where that is free, and any free one otherwise. */
  port?: number;
  preferredPort?: number | undefined;
  bodyLimit?: number;
  log?: (line: string) => void;
};

export type WebHost = {
  server: Server;
  port: number;
  /** The origin, without a token. */
  origin: string;
  /** An address that lets a browser in; one for `once` is void after its first use. */
  address: (once?: 'once') => string;
  /** Takes no new requests, lets the running ones finish. The backend is its owner's to close. */
  close: () => Promise<void>;
};

export async function startWebHost(options: WebHostOptions): Promise<WebHost> {
  const { source = 'built', log = () => {} } = options;
  const headers = Object.entries(pageHeaders(source));
  // A request can arrive only once the server listens, and by then the door is there.
  let door: Door | undefined;

  const server = createServer((request, response) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    if (!door) return response.destroy();
    answer(door, options, request, response).catch((problem: unknown) => {
      const failure = problem instanceof CallFailure ? problem : new CallFailure('internal');
      if (failure.code === 'internal')
        log(`${request.method}: ${problem instanceof Error ? problem.stack : String(problem)}`);
      refuse(response, statusOf(failure), failure);
    });
  });
  const port = await listenSomewhere(server, options);
  const opened = createDoor(port);
  door = opened;
  const origin = `http://127.0.0.1:${port}`;

  return {
    server,
    port,
    origin,
    address: (once) => `${origin}/?token=${opened.invite(once)}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}

async function answer(
  door: Door,
  options: WebHostOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const admission = door.admit(request.headers);
  const { pathname, token } = target(request.url ?? '');

  if (pathname === '/api/call') {
    if (admission !== 'welcome') return refuse(response, 403, new CallFailure('forbidden'));
    if (request.method !== 'POST') {
      response.setHeader('Allow', 'POST');
      return refuse(response, 405, new CallFailure('bad-input', { message: 'Calls are sent by POST.' }));
    }
    if (!isJson(request.headers['content-type'])) {
      return refuse(
        response,
        415,
        new CallFailure('bad-input', { message: 'Calls are sent as application/json.' }),
      );
    }
    return await answerCall(options.backend(), request, response, options.bodyLimit ?? largestCall);
  }

  if (admission === 'foreign') return sendText(response, 403, 'Onramp is not to be opened from here.');
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return sendText(response, 405, 'Pages can only be read.');
  }
  if (pathname === '/' && token !== undefined) return exchange(door, token, admission, response);
  if (admission === 'stranger') return sendText(response, 401, invitation);
  return await options.pages(request, response, pathname);
}

const invitation = 'Open Onramp at the address it printed when it started.';

/** The token leaves the address bar by the redirect; what stays is a cookie that scripts cannot read. */
function exchange(door: Door, token: string, admission: Admission, response: ServerResponse): void {
  const cookie = door.exchange(token);
  if (cookie) response.setHeader('Set-Cookie', cookie);
  else if (admission === 'stranger') {
    sendText(response, 401, `This address is no longer valid. ${invitation}`);
    return;
  }
  response.writeHead(303, { Location: '/', 'Cache-Control': 'no-store' });
  response.end();
}

/** The path as it was sent: making it a URL first would resolve the dots that ought to be refused. */
function target(url: string): { pathname: string; token: string | undefined } {
  const [pathname = '', query = ''] = url.split('?', 2);
  return { pathname, token: new URLSearchParams(query).get('token') ?? undefined };
}

function isJson(contentType = ''): boolean {
  return /^application\/json\s*(;|$)/i.test(contentType);
}

function refuse(response: ServerResponse, status: number, failure: CallFailure): void {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
    // What is left of a refused body is not read.
    Connection: 'close',
  });
  response.end(`${JSON.stringify(failed(failure))}\n`);
}

function statusOf(failure: CallFailure): number {
  if (failure.code === 'too-large') return 413;
  return failure.code === 'internal' ? 500 : 400;
}

async function listenSomewhere(server: Server, { port = 0, preferredPort }: WebHostOptions): Promise<number> {
  if (port !== 0 || preferredPort === undefined) return listen(server, port);
  try {
    return await listen(server, preferredPort);
  } catch {
    return listen(server, 0);
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}
