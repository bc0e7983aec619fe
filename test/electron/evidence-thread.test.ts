/** Large evidence is read on a thread of its own: with progress, to be called off, and to be asked afterwards. */
import { expect, test } from 'vitest';
import { type EvidenceOnThread, readOnThread } from '../../electron/backend/evidence-thread.ts';
import type { Progress } from '../../shared/contract/call.ts';
import type { BgpRecord } from '../../shared/evidence/records.ts';
import { readSample } from '../helpers/evidence-samples.ts';
import { printIos } from '../helpers/router-table.ts';

const networks = 50_000;

function bigTable(): Uint8Array {
  const paths = Array.from(
    { length: networks },
    (_, index): BgpRecord => ({
      prefix: `${1 + (index >>> 16)}.${(index >>> 8) & 255}.${index & 255}.0/24`,
      nextHop: '123.0.0.2',
      metric: null,
      localPreference: 150,
      weight: 0,
      path: [12076, 8075],
      origin: 'igp',
      valid: true,
      best: true,
      communities: null,
    }),
  );
  return new TextEncoder().encode(printIos(paths));
}

const quiet = { signal: new AbortController().signal, progress: () => {} };

async function using(
  reading: Promise<EvidenceOnThread>,
  use: (one: EvidenceOnThread) => unknown,
): Promise<void> {
  const one = await reading;
  try {
    await use(one);
  } finally {
    one.close();
  }
}

test('a table is read while this thread goes on, and answers questions afterwards', async () => {
  const heard: Progress[] = [];
  const job = { ...quiet, progress: (progress: Progress) => heard.push(progress) };
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 1);
  await using(readOnThread({ bytes: bigTable(), name: 'edge1.txt' }, job), async (one) => {
    clearInterval(timer);
    expect(one.reading).toMatchObject({
      ok: true,
      count: networks,
      evidence: { kind: 'bgp-table', unread: [] },
    });
    expect(one.reading.ok && one.reading.evidence.records.length).toBeLessThan(networks);
    expect(one.reading.ok && one.reading.bytes).toBeGreaterThan(networks);
    expect(turns).toBeGreaterThan(1);
    expect(heard.map(({ step }) => step)).toEqual(['read', 'read']);
    expect(heard.every(({ done, total = 0 }) => done > 0 && done <= total)).toBe(true);
    expect(await one.lookup('1.2.3.4')).toMatchObject([{ prefix: '1.2.3.0/24', nextHop: '123.0.0.2' }]);
    expect(await one.lookup('203.0.113.1')).toEqual([]);
  });
});

test('reading can be called off while it goes on', async () => {
  const stop = new AbortController();
  const job = { signal: stop.signal, progress: () => stop.abort() };
  await expect(readOnThread({ bytes: bigTable(), name: 'edge1.txt' }, job)).rejects.toMatchObject({
    code: 'cancelled',
  });
  await expect(readOnThread({ bytes: bigTable(), name: 'edge1.txt' }, job)).rejects.toMatchObject({
    code: 'cancelled',
  });
});

test('what is not a table of lines is read there too, and refused as elsewhere', async () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  await using(readOnThread({ bytes: bytes(readSample('azure/service-tags.txt')), name: '' }, quiet), (one) =>
    expect(one.reading).toMatchObject({ ok: true, evidence: { kind: 'service-tags' } }),
  );
  await using(readOnThread({ bytes: bytes(printIos([])), name: '', as: 'trace' }, quiet), (one) =>
    expect(one.reading).toMatchObject({ ok: false, problem: 'other-kind', looksLike: 'bgp-table' }),
  );
});

test('nothing can be asked of what was closed', async () => {
  const one = await readOnThread({ bytes: bigTable(), name: 'edge1.txt' }, quiet);
  one.close();
  await expect(one.lookup('1.2.3.4')).rejects.toThrow();
});
