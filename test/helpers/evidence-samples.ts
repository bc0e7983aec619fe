/** The samples of every format, and ways to damage them that are the same for the same seed. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Sample = { name: string; text: string };

const folder = join(import.meta.dirname, '..', 'fixtures', 'evidence');

export function readSample(name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}

/** All of them, by their path in the folder of samples. */
export function allSamples(): Sample[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.txt'))
    .map((name) => ({ name, text: readSample(name) }));
}

type Random = (below: number) => number;

/** Damages a text in one to four ways, as clipboards, terminals and people who mean harm do. */
export function damage(text: string, seed: number, others: readonly Sample[]): string {
  const random = createRandom(seed);
  let damaged = text;
  for (let times = 1 + random(4); times > 0; times -= 1) {
    const way = ways[random(ways.length)];
    if (way) damaged = way(damaged, random, others);
  }
  return damaged;
}

const ways: readonly ((text: string, random: Random, others: readonly Sample[]) => string)[] = [
  (text, random) => text.slice(0, random(text.length + 1)),
  (text, random) => text.slice(random(text.length + 1)),
  // Two lines change places.
  (text, random) =>
    withLines(text, (lines) => {
      const [from, to] = [random(lines.length), random(lines.length)];
      [lines[from], lines[to]] = [lines[to] ?? '', lines[from] ?? ''];
    }),
  (text, random) =>
    withLines(text, (lines) => {
      const at = random(lines.length);
      lines.splice(at, 0, ...lines.slice(at, at + 1 + random(3)));
    }),
  (text, random) => withLines(text, (lines) => lines.splice(random(lines.length), 1 + random(3))),
  // Any characters at all, in any place.
  (text, random) =>
    splice(
      text,
      random(text.length + 1),
      random(4),
      Array.from({ length: 1 + random(6) }, () =>
        String.fromCharCode(random(random(3) === 0 ? 65_536 : 256)),
      ).join(''),
    ),
  (text, random) => splice(text, random(text.length + 1), 0, hostile[random(hostile.length)] ?? ''),
  (text, random) => replaceNumber(text, random, hostile[random(hostile.length)] ?? ''),
  // A part of another file in the midst of this one.
  (text, random, others) => {
    const other = others[random(others.length)]?.text ?? '';
    const from = random(other.length + 1);
    return splice(text, random(text.length + 1), 0, other.slice(from, from + random(400)));
  },
  (text, random) => text.replaceAll(' ', random(2) === 0 ? '  ' : '\t'),
  (text, random) => text.replaceAll('\n', random(2) === 0 ? '\r\n' : '\n\n'),
];

const hostile = [
  '"__proto__": {"polluted": true},',
  '{"constructor": {"prototype": {"polluted": true}}}',
  '{"toString": 1, "valueOf": null}',
  `${'['.repeat(5000)}`,
  `${'{"a":'.repeat(300)}1${'}'.repeat(300)}`,
  '1e999',
  '-1',
  '99999999999999999999999999999999',
  '0x10',
  `${'a'.repeat(20_000)}!`,
  `${' '.repeat(20_000)}x`,
  `${'1.'.repeat(5000)}`,
  `${'::'.repeat(3000)}`,
  `${'-'.repeat(5000)} ${'-'.repeat(5000)}`,
  `${'\\'.repeat(4001)}"`,
  `${'"'.repeat(3001)}`,
  `${'65020 '.repeat(3000)}`,
  `${'\n'.repeat(3000)}`,
  `${' \n'.repeat(3000)}`,
  'Name : x\nName : y\n',
  'serviceKey',
  '"serviceKey": "',
  'Authorizations : [',
  '<script>alert(1)</script>',
  '\u0000\u0000\u0000',
  '\u001b[31m',
  '\ud800',
  '٣٤',
];

function withLines(text: string, change: (lines: string[]) => void): string {
  const lines = text.split('\n');
  change(lines);
  return lines.join('\n');
}

function splice(text: string, at: number, removed: number, added: string): string {
  return text.slice(0, at) + added + text.slice(at + removed);
}

/** Somewhere behind a chosen place, so that it is often a value that is hit. */
function replaceNumber(text: string, random: Random, added: string): string {
  const at = random(text.length + 1);
  const match = /\d+/.exec(text.slice(at));
  return match ? splice(text, at + match.index, match[0].length, added) : text;
}

/** The same numbers for the same seed (mulberry32). */
function createRandom(seed: number): Random {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b_79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
