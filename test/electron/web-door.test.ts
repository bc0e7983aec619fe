/** The web host's door: what gets in, what does not, and what every answer carries. */
import { rmSync } from 'node:fs';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningBackend } from '../../electron/backend/running-backend.ts';
import { CallError, type Reply } from '../../shared/contract/call.ts';
import { type Answer, openTestHost, type TestHost } from '../helpers/web-host.ts';

let calls: unknown[] = [];
/** Says yes to everything that gets as far as this. */
const backend: RunningBackend = {
  call: async (name) => {
    calls.push(name);
    return { ok: true, value: name };
  },
  close: async () => {},
};
const json = { 'content-type': 'application/json' };
const body = JSON.stringify({ name: 'project.list', input: {} });

let host: TestHost;
beforeAll(async () => {
  host = await openTestHost(backend, { bodyLimit: 100_000 });
});
afterAll(() => host.stop());

function call(headers: Record<string, string>, content: string | Buffer = body): Promise<Answer> {
  return host.ask({
    method: 'POST',
    path: '/api/call',
    headers: { cookie: host.cookie, ...json, ...headers },
    body: content,
  });
}

/** What no proper client would send. */
function raw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(host.port, '127.0.0.1', () => socket.write(text));
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => {
      answer += chunk;
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}

/** Refused with an error of the contract, and nothing reached the backend. */
async function expectRefusal(
  answer: Promise<Answer>,
  status: number,
  code: CallError['code'],
): Promise<void> {
  calls = [];
  const { status: found, text } = await answer;
  const reply = JSON.parse(text) as Reply;
  expect(found).toBe(status);
  expect(reply.ok).toBe(false);
  if (!reply.ok) expect(CallError.parse(reply.error).code).toBe(code);
  expect(calls).toEqual([]);
}

describe('the token', () => {
  test('is exchanged for a cookie that scripts cannot read, and leaves the address', async () => {
    const answer = await host.ask({ path: host.address().slice(host.origin.length) });
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toBe('/');
    const cookie = answer.headers['set-cookie']?.[0] ?? '';
    expect(cookie).toMatch(new RegExp(`^onramp-${host.port}=[\\w-]{43}; HttpOnly; SameSite=Strict; Path=/$`));
    expect(cookie).not.toContain(new URL(host.address()).searchParams.get('token'));
    expect((await host.ask({ headers: { cookie: host.cookie } })).status).toBe(200);
  });

  test.each(['', 'wrong', 'x'.repeat(43), 'x'.repeat(100_00), '%00', '__proto__'])(
    'a wrong one opens nothing (%#)',
    async (token) => {
      const answer = await host.ask({ path: `/?token=${token}` });
      expect(answer.status).toBe(401);
      expect(answer.headers['set-cookie']).toBeUndefined();
    },
  );

  test('the one handed to the browser works once', async () => {
    const path = host.address('once').slice(host.origin.length);
    expect((await host.ask({ path })).status).toBe(303);
    expect((await host.ask({ path })).status).toBe(401);
  });

  test('is needed: without the cookie there is no page, no asset and no call', async () => {
    expect((await host.ask({})).status).toBe(401);
    expect((await host.ask({ path: '/assets/page-1a2b3c4d.js' })).status).toBe(401);
    await expectRefusal(call({ cookie: '' }), 403, 'forbidden');
    await expectRefusal(call({ cookie: `onramp-${host.port}=wrong` }), 403, 'forbidden');
    await expectRefusal(call({ cookie: host.cookie.replace(String(host.port), '1') }), 403, 'forbidden');
  });

  test('differs from start to start', async () => {
    const other = await openTestHost(backend);
    const token = (address: string) => new URL(address).searchParams.get('token');
    expect(token(other.address())).not.toBe(token(host.address()));
    expect((await other.ask({ headers: { cookie: host.cookie } })).status).toBe(401);
    await other.stop();
  });
});

describe('where a request comes from', () => {
  test.each(['127.0.0.1', 'localhost', '[::1]'])('%s is this machine', async (name) => {
    const answer = await call({ host: `${name}:${host.port}`, origin: `http://${name}:${host.port}` });
    expect(answer.status).toBe(200);
  });

  test.each([
    'evil.example',
    'evil.example:80',
    '127.0.0.1',
    '127.0.0.1:1',
    '127.0.0.1.evil.example:80',
    'localhost.evil.example',
    '0.0.0.0',
  ])('the Host %j is refused, as a rebound name would bring it', async (foreign) => {
    await expectRefusal(call({ host: foreign }), 403, 'forbidden');
    expect((await host.ask({ headers: { cookie: host.cookie, host: foreign } })).status).toBe(403);
    const exchange = await host.ask({
      path: host.address().slice(host.origin.length),
      headers: { host: foreign },
    });
    expect(exchange.status).toBe(403);
    expect(exchange.headers['set-cookie']).toBeUndefined();
  });

  test.each([
    'http://evil.example',
    'null',
    'http://127.0.0.1',
    'https://127.0.0.1',
    'http://localhost:1',
    'file://',
    '',
  ])('the Origin %j is refused', async (origin) => {
    await expectRefusal(call({ origin }), 403, 'forbidden');
  });

  test.each(['cross-site', 'same-site'])('a request that a %s page started is refused', async (site) => {
    await expectRefusal(call({ 'sec-fetch-site': site }), 403, 'forbidden');
    expect((await host.ask({ headers: { cookie: host.cookie, 'sec-fetch-site': site } })).status).toBe(403);
  });

  test.each(['same-origin', 'none'])('a request marked %s is taken', async (site) => {
    expect((await call({ 'sec-fetch-site': site })).status).toBe(200);
  });

  test.each(['', 'Host:\r\n', 'Host: a\r\nHost: b\r\n'])(
    'a request with the header %j is refused',
    async (header) => {
      for (const version of ['1.0', '1.1']) {
        expect(
          await raw(`GET / HTTP/${version}\r\n${header}Cookie: ${host.cookie}\r\nConnection: close\r\n\r\n`),
        ).toMatch(/^HTTP\/1.1 40[03] /);
      }
    },
  );

  test('only this machine is listened to', () => {
    expect(host.server.address()).toMatchObject({ address: '127.0.0.1' });
  });
});

describe('a call', () => {
  test('is one line in and one line out', async () => {
    const answer = await call({});
    expect(answer.headers['content-type']).toBe('application/x-ndjson; charset=utf-8');
    expect(answer.text).toBe('{"ok":true,"value":"project.list"}\n');
  });

  test.each(['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('by %s is none', async (method) => {
    calls = [];
    const answer = await host.ask({ method, path: '/api/call', headers: { cookie: host.cookie, ...json } });
    expect(answer.status).toBe(405);
    expect(answer.headers.allow).toBe('POST');
    expect(calls).toEqual([]);
  });

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
    '',
  ])('as %j, which a form could send, is refused', async (type) => {
    await expectRefusal(call({ 'content-type': type }), 415, 'bad-input');
  });

  test('may name its charset', async () => {
    expect((await call({ 'content-type': 'application/json; charset=utf-8' })).status).toBe(200);
  });

  test.each(['', '{', 'null', '[]', '"text"', '{"name":"x"', Buffer.from([0x22, 0xff, 0x22])])(
    'that is not a JSON object is refused (%#)',
    async (content) => {
      await expectRefusal(call({}, content), 400, 'bad-input');
    },
  );

  test('larger than the limit is refused, whether it says so or not', async () => {
    const large = 'x'.repeat(200_000);
    await expectRefusal(call({}, large), 413, 'too-large');
    await expectRefusal(call({ 'transfer-encoding': 'chunked' }, large), 413, 'too-large');
    await expectRefusal(call({ 'content-length': '900000000' }), 413, 'too-large');
  });

  test('that is broken off leaves the host standing', async () => {
    calls = [];
    const socket = connect(host.port, '127.0.0.1');
    socket.write(
      `POST /api/call HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nCookie: ${host.cookie}\r\n` +
        'Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"name":',
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    socket.destroy();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(calls).toEqual([]);
    expect((await call({})).status).toBe(200);
  });
});

describe('pages', () => {
  test.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '/assets/%252e%252e/%252e%252e/secret.txt',
    '//etc/passwd',
    '/etc/passwd',
    '/%00index.html',
    '/index.html%00.js',
    '/%',
    '/%c0%ae%c0%ae/secret.txt',
    '/linked.txt',
    '/assets',
    '/assets/',
    '/__proto__',
    '/C:/Windows/win.ini',
    'http://evil.example/index.html',
    'file:///etc/passwd',
  ])('%s is not one of them', async (path) => {
    const answer = await host.ask({ path, headers: { cookie: host.cookie } });
    expect(answer.status).toBe(404);
    expect(answer.text).toBe('Not found\n');
  });

  test('come with the headers that keep them in their place', async () => {
    const { headers } = await host.ask({ headers: { cookie: host.cookie } });
    const policy = headers['content-security-policy'] as string;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
  });

  test('refusals carry the same headers', async () => {
    for (const path of ['/', '/api/call', '/missing']) {
      const { headers } = await host.ask({ path });
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
  });

  test('with a hash in their name are kept by the browser', async () => {
    const { headers, text } = await host.ask({
      path: '/assets/page-1a2b3c4d.js',
      headers: { cookie: host.cookie },
    });
    expect(text).toBe('export {};');
    expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(headers['cache-control']).toContain('immutable');
  });

  test('are still served when the app is built anew under the running host', async () => {
    const built = await openTestHost(backend);
    try {
      const asked = { path: '/assets/page-1a2b3c4d.js', headers: { cookie: built.cookie } };
      rmSync(built.pagesFolder, { recursive: true });
      expect(await built.ask(asked)).toMatchObject({ status: 200, text: 'export {};' });
      expect((await built.ask({ headers: { cookie: built.cookie } })).text).toContain(
        '<title>Onramp</title>',
      );
    } finally {
      await built.stop();
    }
  });

  test('can be read and nothing else', async () => {
    const answer = await host.ask({ method: 'POST', headers: { cookie: host.cookie } });
    expect(answer.status).toBe(405);
    expect((await host.ask({ method: 'HEAD', headers: { cookie: host.cookie } })).text).toBe('');
  });
});

describe('a failure inside', () => {
  test('is told as an error of the contract, without its stack', async () => {
    const lines: string[] = [];
    const broken = await openTestHost(
      {
        call: () => {
          throw new Error('at /home/someone/secret.ts:1:1');
        },
        close: async () => {},
      },
      { log: (line) => lines.push(line) },
    );
    const answer = await broken.ask({
      method: 'POST',
      path: '/api/call',
      headers: { cookie: broken.cookie, ...json },
      body,
    });
    await broken.stop();
    expect(answer.status).toBe(500);
    expect(CallError.parse(JSON.parse(answer.text).error).code).toBe('internal');
    expect(answer.text).not.toContain('secret');
    expect(lines.join()).toContain('secret.ts');
  });
});
