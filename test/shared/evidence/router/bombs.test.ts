/** Lines made to be slow, and many lines that never end a record: every reader gets through them. */
import { expect, test } from 'vitest';
import { formats } from '../../../../shared/evidence/formats.ts';
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
