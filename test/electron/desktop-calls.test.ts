/** Calls from the desktop's pages: whose are answered, under which ids, and when they end. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { RunningBackend } from '../../electron/backend/running-backend.ts';
import { trustedOrigins } from '../../electron/desktop/address.ts';
import { answerCalls } from '../../electron/desktop/ipc-host.ts';
import { type FrameDouble, ourFrame, PageDouble, WireDouble } from '../helpers/electron-double.ts';

let signals: (AbortSignal | undefined)[];
beforeEach(() => {
  signals = [];
});

/** Answers every call with its own name, but for one that goes on until it is cancelled. */
const backend: RunningBackend = {
  call: async (name, _input, options = {}) => {
    signals.push(options.signal);
    if (name !== 'endless') return { ok: true, value: name };
    options.onProgress?.({ step: 'on', done: 1 });
    return new Promise((resolve) => {
      options.signal?.addEventListener('abort', () => resolve({ ok: true, value: 'stopped' }));
    });
  },
  close: async () => {},
};

function listen(): WireDouble {
  const wire = new WireDouble();
  answerCalls({ ipcMain: wire.ipcMain, backend, origins: trustedOrigins(undefined) });
  return wire;
}

describe('a call', () => {
  const frames: [string, FrameDouble | null][] = [
    ['a frame within the page', { ...ourFrame(), parent: ourFrame() }],
    ['another origin', { ...ourFrame(), origin: 'https://example.com', url: 'https://example.com/' }],
    ['an empty origin', { ...ourFrame(), origin: '' }],
    ['an opaque origin', { ...ourFrame(), origin: 'null' }],
    ['about:blank, which inherits our origin', { ...ourFrame(), url: 'about:blank' }],
    ['an empty address', { ...ourFrame(), url: '' }],
    ['a blob', { ...ourFrame(), url: 'blob:app://onramp/1' }],
    [
      'a host that only begins like ours',
      { ...ourFrame(), origin: 'app://onramp.evil', url: 'app://onramp.evil/' },
    ],
    ['a detached frame', { ...ourFrame(), detached: true }],
    ['a frame that has gone', null],
    [
      'a frame that throws because it has gone',
      {
        ...ourFrame(),
        get url(): string {
          throw new Error('Render frame was disposed before WebFrameMain could be accessed');
        },
      },
    ],
  ];

  test.each(frames)('from %s is refused', async (_who, frame) => {
    const wire = listen();
    const bridge = wire.load(new PageDouble(), frame);
    expect(await bridge.call('1', 'project.list', {})).toMatchObject({
      ok: false,
      error: { code: 'forbidden' },
    });
    expect(signals).toEqual([]);
  });

  test('from our page is answered', async () => {
    const wire = listen();
    expect(await wire.load(new PageDouble(), ourFrame()).call('1', 'project.list', {})).toEqual({
      ok: true,
      value: 'project.list',
    });
  });

  test('goes through one channel, and the page sees seven functions', async () => {
    const wire = listen();
    expect(wire.channels()).toEqual(['onramp:call', 'onramp:cancel']);
    expect(Object.keys(wire.load(new PageDouble(), ourFrame())).sort()).toEqual([
      'call',
      'cancel',
      'choose',
      'onMessage',
      'onProgress',
      'save',
      'tell',
    ]);
  });

  test.each([undefined, 5, 'x'.repeat(101), {}])('under the id %j is refused', async (id) => {
    const wire = listen();
    const bridge = wire.load(new PageDouble(), ourFrame());
    expect(await bridge.call(id as string, 'project.list', {})).toMatchObject({
      ok: false,
      error: { code: 'bad-input' },
    });
  });

  test('that is too large is refused before anything walks through it', async () => {
    const wire = new WireDouble();
    answerCalls({ ipcMain: wire.ipcMain, backend, origins: trustedOrigins(undefined), limit: 1000 });
    const bridge = wire.load(new PageDouble(), ourFrame());
    expect(await bridge.call('1', 'project.list', { text: 'x'.repeat(900) })).toMatchObject({ ok: true });
    for (const input of [{ text: 'x'.repeat(1001) }, { ['x'.repeat(1001)]: 1 }, new Uint8Array(1001)])
      expect(await bridge.call('1', 'project.list', input)).toMatchObject({
        ok: false,
        error: { code: 'too-large' },
      });
    expect(signals).toHaveLength(1);
  });

  test('that points at itself over and over is refused, however small it is', async () => {
    const bridge = listen().load(new PageDouble(), ourFrame());
    let tree: unknown = {};
    for (let depth = 0; depth < 40; depth += 1) tree = { left: tree, right: tree };
    const circle: Record<string, unknown> = {};
    circle.again = circle;
    for (const input of [tree, circle])
      expect(await bridge.call('1', 'project.list', input)).toMatchObject({
        ok: false,
        error: { code: 'too-large' },
      });
  });

  test('cannot take an id that is in use', async () => {
    const wire = listen();
    const bridge = wire.load(new PageDouble(), ourFrame());
    const first = bridge.call('1', 'endless', {});
    expect(await bridge.call('1', 'project.list', {})).toMatchObject({ ok: false });
    bridge.cancel('1');
    expect(await first).toEqual({ ok: true, value: 'stopped' });
  });

  test('cannot be cancelled by another page or a frame within', async () => {
    const wire = listen();
    const page = new PageDouble();
    const call = wire.load(page, ourFrame()).call('1', 'endless', {});
    await Promise.resolve();
    wire.load(new PageDouble(), ourFrame()).cancel('1');
    wire.load(page, { ...ourFrame(), parent: ourFrame() }).cancel('1');
    expect(signals[0]?.aborted).toBe(false);
    wire.load(page, ourFrame()).cancel('1');
    expect(await call).toEqual({ ok: true, value: 'stopped' });
  });

  test.each(['destroyed', 'render-process-gone', 'did-navigate'])(
    'ends when its page is %s',
    async (event) => {
      const wire = listen();
      const page = new PageDouble();
      const call = wire.load(page, ourFrame()).call('1', 'endless', {});
      await Promise.resolve();
      page.emit(event);
      expect(await call).toEqual({ ok: true, value: 'stopped' });
    },
  );

  test('tells its progress without handing out the event', async () => {
    const wire = listen();
    const bridge = wire.load(new PageDouble(), ourFrame());
    const seen: unknown[][] = [];
    const stop = bridge.onProgress((...all) => seen.push(all));
    const call = bridge.call('1', 'endless', {});
    await Promise.resolve();
    bridge.cancel('1');
    await call;
    expect(seen).toEqual([['1', { step: 'on', done: 1 }]]);
    stop();
  });
});
