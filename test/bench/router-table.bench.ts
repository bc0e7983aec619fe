/** What reading a BGP table of a million lines costs, on its thread as in the app, and a look-up afterwards. */
import { readOnThread } from '../../electron/backend/evidence-thread.ts';
import { readLarge } from '../../shared/evidence/large.ts';
import { formatAddress } from '../../shared/network/address.ts';

export const name = 'router table';

const lineCount = 1_000_000;
const lookupCount = 100_000;

/** Networks of common lengths, every fourth with a second path; sixty thousand different paths. */
function bigTable(): string {
  let state = 20_261_121;
  const random = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const lengths = [24, 24, 24, 24, 22, 23, 20, 16];
  const paths = Array.from({ length: 60_000 }, () =>
    Array.from({ length: 1 + random(6) }, () => 1 + random(400_000)).join(' '),
  );
  const lines = ['     Network          Next Hop            Metric LocPrf Weight Path'];
  let next = 0x0100_0000;
  while (lines.length < lineCount) {
    const length = lengths[random(lengths.length)] ?? 24;
    const size = 2 ** (32 - length);
    next = Math.ceil(next / size) * size;
    const network = `${formatAddress({ family: 4, value: next >>> 0 })}/${length}`;
    next += 256;
    for (let copies = random(4) === 0 ? 2 : 1; copies > 0; copies -= 1) {
      const isFirst = !lines.at(-1)?.includes(network);
      const start = `${isFirst ? ' *>  ' : ' *   '}${(isFirst ? network : '').padEnd(17)}`;
      const metric = random(3) === 0 ? '' : '0';
      const preference = random(2) === 0 ? '' : '100';
      const hop = `123.0.0.${2 + 4 * random(2)}`;
      const numbers = `${metric.padStart(6)}${preference.padStart(7)}      0`;
      lines.push(`${start}${hop.padEnd(20)}${numbers} ${paths[random(paths.length)]} i`);
    }
  }
  return `${lines.join('\n')}\n`;
}

export async function run() {
  const text = bigTable();
  const bytes = new TextEncoder().encode(text);
  const size = bytes.length;
  let longestPause = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    longestPause = Math.max(longestPause, now - last);
    last = now;
  }, 5);
  const before = process.cpuUsage();
  const start = performance.now();
  const progress = { reports: 0 };
  const one = await readOnThread(
    { bytes, name: 'bench.txt' },
    { signal: new AbortController().signal, progress: () => (progress.reports += 1) },
  );
  const wall = performance.now() - start;
  const spent = process.cpuUsage(before);
  clearInterval(timer);
  if (!one.reading.ok || one.reading.evidence.unread.length > 0) throw new Error('The table is not read.');
  const { count, bytes: held } = one.reading;
  one.close();
  const here = readLarge({ text, name: '' });
  const lookups = performance.now();
  for (let index = 0; index < lookupCount; index += 1) {
    here?.lookup(formatAddress({ family: 4, value: Math.imul(index, 2_654_435_761) >>> 0 }));
  }
  const each = ((performance.now() - lookups) * 1000) / lookupCount;
  return {
    title: `A BGP table of ${lineCount} lines, ${Math.round(size / 1e6)} MB`,
    rows: [
      { name: 'on the thread, from bytes to the finished table', value: wall, unit: 'ms' },
      {
        name: 'the same, processor time of all threads',
        value: (spent.user + spent.system) / 1000,
        unit: 'ms',
      },
      { name: 'longest pause of the calling thread meanwhile', value: longestPause, unit: 'ms' },
      { name: 'memory of the table and its index', value: held / 1e6, unit: 'MB' },
      { name: 'look-up of an address, from text, with its paths', value: each, unit: 'µs' },
    ],
    notes: [`${count} paths, ${progress.reports} reports of progress on the way.`],
  };
}
