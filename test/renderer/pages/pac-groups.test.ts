/** Who goes where by a PAC file: direct first, whatever its letters, then by how many go that way. */
import { expect, test } from 'vitest';
import { groupByAnswer, type PacHost } from '../../../renderer/pages/evidence/pac-groups.ts';

const host = (name: string, answer: string, ride: PacHost['ride'] = null): PacHost => ({
  host: name,
  answer,
  line: 1,
  rule: null,
  ride,
});

test('hosts stand under the answer they get, counted with those that no circuit carries', () => {
  const groups = groupByAnswer([
    host('a', 'PROXY one:80'),
    host('b', 'PROXY two:80', 'no'),
    host('c', 'PROXY two:80 '),
    host('d', 'direct', 'yes'),
  ]);
  expect(groups.map(({ answer, hosts, internetOnly }) => [answer, hosts.length, internetOnly])).toEqual([
    ['direct', 1, 0],
    ['PROXY two:80', 2, 1],
    ['PROXY one:80', 1, 0],
  ]);
});
