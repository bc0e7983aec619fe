/** Lines made to be slow, and many lines that never end a record: every reader gets through them. */
import { expect, test } from 'vitest';
import { formats } from '../../../../shared/evidence/formats.ts';
import { readEvidence } from '../../../../shared/evidence/read-evidence.ts';
import { headOf } from '../../../../shared/evidence/read-text.ts';
import { runningConfig } from '../../../../shared/evidence/router/running-config.ts';
import { allSamples } from '../../../helpers/evidence-samples.ts';

const units = [
  '1.',
  ' ',
  '1 ',
  '::',
  'a.',
  ', ',
  '[',
  '12076 ',
  ' via 1.1.1.1, ',
  '[1/1] via 1.1.1.1, ',
  '{1,',
  '\b',
];
const lineReaders = formats.filter(({ open }) => open);
const samples = allSamples().filter(({ name }) => !name.startsWith('azure'));

test.each(units)('lines of nothing but "%s" end', (unit) => {
  const long = `${unit.repeat(19_000 / unit.length)}\n`;
  const many = `${unit.repeat(4)}\n`.repeat(300);
  for (const [place, format] of lineReaders.entries()) {
    const start = samples[place % samples.length]?.text ?? '';
    const text = `${start}${long}${many}${long}`;
    const input = { name: '', text, head: headOf(text), structure: undefined };
    format.recognise(input);
    expect(format.parse(input).unread.length).toBeLessThanOrEqual(1001);
  }
});

/** What a line may be long of, with an end that makes every try at it fail: line ends of Unicode stop a dot, a sign stops a blank. */
const tails = [' (', ' ', '\t ', ', ', '(', '-'];

test.each(tails)('a sample with long lines of "%s" in it is read to its end', (unit) => {
  for (const { text } of allSamples()) {
    const lines = text.split('\n');
    const bomb = (lead: string) => `${lead}${unit.repeat(19_000 / unit.length)}\u2028!`;
    const half = Math.ceil(lines.length / 2);
    const bombs = ['', '  ', '  12076 8075', '  12076'].flatMap((lead) => Array(3).fill(bomb(lead)));
    const bombed = [...lines.slice(0, half), ...bombs, ...lines.slice(half)].join('\n');
    const reading = readEvidence({ text: bombed });
    if (reading.ok) expect(reading.evidence.unread.length).toBeLessThanOrEqual(1001);
  }
});

test('blank lines before JSON are gone through once', () => {
  const text = `${`${' '.repeat(199)}x\n`.repeat(9)}${`${' '.repeat(200)}\n`.repeat(100_000)}{`;
  expect(readEvidence({ text })).toMatchObject({ ok: false });
});

test('no route and no neighbour grows without end', () => {
  const read = (text: string) => {
    const input = { name: '', text, head: headOf(text), structure: undefined };
    return lineReaders.map((format) => format.parse(input).records);
  };
  const hops = Array.from({ length: 3000 }, (_, index) => `10.0.${index >> 8}.${index & 255}`);
  const ios = `Gateway of last resort is not set\nB  192.0.2.0/24 [20/0] via 10.9.9.9\n${hops.map((hop) => `     [20/0] via ${hop}\n`).join('')}`;
  const nxos = `192.0.2.0/24, ubest/mbest: 1/0\n${hops.map((hop, index) => `    *via ${hop}, [20/${index}], 1d, static\n`).join('')}`;
  const config = `router bgp 65010\n neighbor 192.0.2.1 remote-as 12076\n${' neighbor 192.0.2.1 peer-group ER\n'.repeat(150_000)}`;
  for (const records of [...read(ios), ...read(nxos)].flat())
    if ('nextHops' in records) expect(records.nextHops.length).toBeLessThan(300);
  const input = { name: '', text: config, head: headOf(config), structure: undefined };
  expect(runningConfig.parse(input).records).toContainEqual(
    expect.objectContaining({ neighbor: '192.0.2.1', remoteAsn: 12076 }),
  );
});
