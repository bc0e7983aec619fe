/** Reads what a PAC file answers, such as `PROXY a:8080; DIRECT`, into the ways a client then tries in turn. */
import { z } from 'zod';

export const PacWay = z.union([
  z.strictObject({ kind: z.literal('direct') }),
  z.strictObject({ kind: z.enum(['proxy', 'https', 'socks']), address: z.string() }),
]);
export type PacWay = z.infer<typeof PacWay>;

const kinds: Readonly<Record<string, 'proxy' | 'https' | 'socks'>> = {
  PROXY: 'proxy',
  HTTP: 'proxy',
  HTTPS: 'https',
  SOCKS: 'socks',
  SOCKS4: 'socks',
  SOCKS5: 'socks',
};

const longestAnswer = 2000;

/** Undefined when a part of it is no way; clients differ in what they do then. */
export function readWays(answer: string): PacWay[] | undefined {
  const ways: PacWay[] = [];
  for (const part of answer.slice(0, longestAnswer).split(';')) {
    const [name = '', address, ...more] = part.trim().split(/\s+/);
    if (name === '') continue;
    const word = name.toUpperCase();
    if (word === 'DIRECT' && address === undefined) {
      ways.push({ kind: 'direct' });
      continue;
    }
    const kind = Object.hasOwn(kinds, word) ? kinds[word] : undefined;
    if (!kind || address === undefined || more.length > 0) return undefined;
    ways.push({ kind, address: address.toLowerCase() });
  }
  return ways;
}
