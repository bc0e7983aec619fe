/** The writer behind every form: order, waiting out trouble, and never losing what was typed. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Outbox, ProjectWriter } from '../../../renderer/data/project-writer.ts';
import type { CallError, Reply } from '../../../shared/contract/call.ts';
import type { Client } from '../../../shared/contract.ts';
import type { ProjectView } from '../../../shared/view.ts';

const project = '3f0c8a6e-1111-4222-8333-444455556666';

/** A transport whose replies the test gives one by one. */
function transport() {
  const sent: { name: string; input: Record<string, unknown>; reply: (reply: Reply) => void }[] = [];
  const call = ((name: string, input: Record<string, unknown>) =>
    new Promise((reply) =>
      sent.push({ name, input, reply: reply as (reply: Reply) => void }),
    )) as unknown as Client;
  return { sent, call };
}

function kept() {
  let writes: ReturnType<Outbox['read']> = [];
  const outbox: Outbox = {
    read: () => writes,
    write: (_project, next) => {
      writes = next;
    },
  };
  return { outbox, writes: () => writes };
}

const ok = (mark: string): Reply => ({ ok: true, value: { id: project, name: mark } });
const no = (code: CallError['code']): Reply => ({ ok: false, error: { code, message: code } });

function setUp() {
  const { sent, call } = transport();
  const box = kept();
  const views: string[] = [];
  const writer = new ProjectWriter({
    project,
    call,
    onView: (view: ProjectView) => views.push(view.name),
    outbox: box.outbox,
  });
  const set = (question: string, text: string) =>
    writer.send(
      'answer.set',
      { project, question, answer: { state: 'draft', text } },
      { key: `answer/${question}`, repeatable: true },
    );
  const last = () => {
    const one = sent.at(-1);
    if (!one) throw new Error('nothing was sent');
    return one;
  };
  return { sent, writer, set, last, views, box, call };
}

const settle = () => vi.advanceTimersByTimeAsync(0);
const textOf = (input: Record<string, unknown>) => (input.answer as { text: string }).text;

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('order', () => {
  test('one write is under way at a time, and the next follows its reply', async () => {
    const { sent, set, last, views } = setUp();
    void set('a', '1');
    void set('b', '2');
    expect(sent.length).toBe(1);
    last().reply(ok('first'));
    await settle();
    expect(sent.length).toBe(2);
    last().reply(ok('second'));
    await settle();
    expect(views).toEqual(['first', 'second']);
  });

  test('a later write of the same place replaces one that still waits, and both are answered', async () => {
    const { sent, set, last } = setUp();
    void set('a', 'under way');
    const older = set('b', 'old');
    const newer = set('b', 'new');
    last().reply(ok('1'));
    await settle();
    expect(sent.length).toBe(2);
    expect(textOf(last().input)).toBe('new');
    last().reply(ok('2'));
    expect((await older).ok && (await newer).ok).toBe(true);
  });

  test('drained settles once nothing is left', async () => {
    const { writer, set, last } = setUp();
    void set('a', '1');
    let done: boolean | undefined;
    void writer.drained().then((all) => {
      done = all;
    });
    await settle();
    expect(done).toBeUndefined();
    last().reply(ok('1'));
    await settle();
    expect(done).toBe(true);
  });
});

describe('trouble that passes', () => {
  test.each(['disk-full', 'read-only', 'busy', 'unreachable', 'forbidden'] as const)(
    '%s: it says so, and tries again by itself',
    async (code) => {
      const { sent, writer, set, last, box } = setUp();
      const reply = set('a', '1');
      last().reply(no(code));
      await settle();
      expect(writer.state).toMatchObject({ kind: 'failed', waiting: true, error: { code } });
      expect(box.writes().length).toBe(1);
      await vi.advanceTimersByTimeAsync(1000);
      expect(sent.length).toBe(2);
      last().reply(ok('1'));
      expect((await reply).ok).toBe(true);
      expect(writer.state.kind).toBe('idle');
      expect(writer.unsaved).toBe(false);
      expect(box.writes()).toEqual([]);
    },
  );

  test('it waits longer each time, but tries at once when somebody types', async () => {
    const { sent, set, last } = setUp();
    void set('a', '1');
    for (const wait of [1000, 2000, 4000]) {
      last().reply(no('unreachable'));
      await settle();
      const before = sent.length;
      await vi.advanceTimersByTimeAsync(wait - 1);
      expect(sent.length).toBe(before);
      await vi.advanceTimersByTimeAsync(1);
      expect(sent.length).toBe(before + 1);
    }
    last().reply(no('unreachable'));
    await settle();
    const before = sent.length;
    void set('a', '2');
    expect(sent.length).toBe(before + 1);
    expect(textOf(last().input)).toBe('2');
  });

  test('what was typed while a write failed is what is tried next', async () => {
    const { sent, set, last } = setUp();
    void set('a', 'old');
    void set('a', 'new');
    last().reply(no('busy'));
    await vi.advanceTimersByTimeAsync(1000);
    expect(sent.map(({ input }) => textOf(input))).toEqual(['old', 'new']);
  });

  test('a form that is opened again finds what is still on its way', async () => {
    const { writer, set, last } = setUp();
    void set('a', 'old');
    void set('a', 'new');
    expect(writer.unsavedInput('answer/a')).toMatchObject({ answer: { text: 'new' } });
    last().reply(ok('1'));
    await settle();
    last().reply(ok('2'));
    await settle();
    expect(writer.unsavedInput('answer/a')).toBeUndefined();
  });

  test('a new window sends what an old one could not', async () => {
    const first = setUp();
    void first.set('a', 'typed before the crash');
    first.last().reply(no('unreachable'));
    await settle();
    const { sent, call } = transport();
    const next = new ProjectWriter({ project, call, onView: () => {}, outbox: first.box.outbox });
    expect(textOf(sent[0]?.input ?? {})).toBe('typed before the crash');
    sent[0]?.reply(ok('1'));
    await settle();
    expect(next.unsaved).toBe(false);
    expect(first.box.writes()).toEqual([]);
  });

  test('a closing window sends all that waits, and keeps only what can be repeated', () => {
    const { sent, writer, set, box } = setUp();
    void set('a', '1');
    void writer.send('project.undo', { project });
    void set('b', '2');
    writer.flushForGood();
    expect(sent.map(({ name }) => name)).toEqual(['answer.set', 'answer.set']);
    expect(box.writes().map(({ name }) => name)).toEqual(['answer.set', 'answer.set']);
  });
});

describe('a write that nobody answers', () => {
  test('is said to be late after some seconds, and kept until it is saved', async () => {
    const { writer, set, last, box } = setUp();
    void set('a', 'typed');
    await vi.advanceTimersByTimeAsync(4999);
    expect(writer.state).toEqual({ kind: 'saving', late: false });
    expect(box.writes()).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(writer.state).toEqual({ kind: 'saving', late: true });
    void set('b', 'typed meanwhile');
    expect(box.writes().map(({ input }) => textOf(input as Record<string, unknown>))).toEqual([
      'typed',
      'typed meanwhile',
    ]);
    last().reply(ok('1'));
    await settle();
    expect(writer.state).toEqual({ kind: 'saving', late: false });
    expect(box.writes().length).toBe(1);
    last().reply(ok('2'));
    await settle();
    expect(writer.state.kind).toBe('idle');
    expect(box.writes()).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('finds its way to the store from the next window, where this one ends before there is an answer', async () => {
    const first = setUp();
    void first.set('a', 'typed');
    await vi.advanceTimersByTimeAsync(5000);
    const { sent, call } = transport();
    new ProjectWriter({ project, call, onView: () => {}, outbox: first.box.outbox });
    expect(sent.map(({ input }) => textOf(input))).toEqual(['typed']);
  });

  test('and was refused before stays as refused as it was', async () => {
    const { writer, set, last } = setUp();
    void set('a', 'typed');
    last().reply(no('disk-full'));
    await vi.advanceTimersByTimeAsync(1000 + 5000);
    expect(writer.state).toMatchObject({ kind: 'failed', error: { code: 'disk-full' } });
  });
});

describe('a write that is refused', () => {
  test('does not hold up the others, says so, and can be tried again', async () => {
    const { sent, writer, set, last } = setUp();
    const refused = set('a', '1');
    void set('b', '2');
    last().reply(no('internal'));
    expect((await refused).ok).toBe(false);
    last().reply(ok('2'));
    await settle();
    expect(writer.state).toMatchObject({ kind: 'failed', waiting: false });
    writer.retry();
    expect(textOf(last().input)).toBe('1');
    last().reply(ok('1'));
    await settle();
    expect(writer.state.kind).toBe('idle');
    expect(sent.length).toBe(3);
  });

  test('gives way to a new try at the same place', async () => {
    const { writer, set, last } = setUp();
    void set('a', 'wrong');
    last().reply(no('bad-input'));
    await settle();
    void set('a', 'right');
    last().reply(ok('1'));
    await settle();
    expect(writer.state.kind).toBe('idle');
    expect(writer.unsaved).toBe(false);
  });

  test('an undo that cannot be done is answered, and nothing is left behind', async () => {
    const { writer, last } = setUp();
    const reply = writer.send('project.undo', { project });
    last().reply(no('conflict'));
    expect(await reply).toMatchObject({ ok: false });
    expect(writer.unsaved).toBe(false);
    expect(writer.state.kind).toBe('idle');
  });
});

describe('a writer that is stopped', () => {
  test('sends nothing more, answers what waited, and leaves what can be repeated to the next', async () => {
    const { sent, writer, set, last, box, call } = setUp();
    const held = set('a', 'typed');
    last().reply(no('disk-full'));
    await settle();
    const opened = writer.send('project.open', { project });
    last().reply(no('disk-full'));
    await settle();
    const before = sent.length;
    writer.stop();
    expect(vi.getTimerCount()).toBe(0);
    expect(await Promise.all([held, opened])).toMatchObject([
      { ok: false, error: { code: 'cancelled' } },
      { ok: false, error: { code: 'cancelled' } },
    ]);
    expect(await set('a', 'too late')).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(sent.length).toBe(before);
    new ProjectWriter({ project, call, onView: () => {}, outbox: box.outbox });
    expect(sent.slice(before).map(({ input }) => textOf(input))).toEqual(['typed']);
  });

  test('does not show a reply that comes late', async () => {
    const { writer, set, last, views } = setUp();
    const saved = set('a', 'typed');
    writer.stop();
    last().reply(ok('from before'));
    expect(await saved).toMatchObject({ ok: true });
    expect(views).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });
});
