/** Runs a PAC file as a browser would, in a context of its own with the functions that browsers offer. */
import { createContext, runInContext } from 'node:vm';

export type Pac = (host: string) => string;

export function readPac(code: string): Pac {
  if (/[^\x20-\x7e\n]/.test(code)) throw new Error('a PAC file of more than ASCII');
  const context = createContext(
    {
      shExpMatch: (text: string, pattern: string) => shellMatch(text, pattern),
      isPlainHostName: (host: string) => !host.includes('.'),
    },
    { codeGeneration: { strings: false, wasm: false } },
  );
  runInContext(code, context, { timeout: 1000 });
  const names = Object.keys(context).sort();
  const expected = [
    'FindProxyForURL',
    'expressRoutePath',
    'internetOnly',
    'internetProxy',
    'isPlainHostName',
    'matchesAny',
    'onExpressRoute',
    'shExpMatch',
  ];
  if (names.join() !== expected.join()) throw new Error(`unexpected names: ${names.join()}`);
  return (host) => {
    const call = `FindProxyForURL(${JSON.stringify(`https://${host}/`)}, ${JSON.stringify(host)})`;
    const result: unknown = runInContext(call, context, { timeout: 1000 });
    if (typeof result !== 'string') throw new Error('no answer');
    return result;
  };
}

export function shellMatch(text: string, pattern: string): boolean {
  const expression = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${expression}$`).test(text);
}
