import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../../electron/cli/run.ts';

const samples = join(import.meta.dirname, '..', 'fixtures', 'evidence', 'pac');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'onramp-pac-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function run(words: string[], input = '') {
  const lines: string[] = [];
  const terminal = {
    print: (line: string) => lines.push(line),
    complain: (line: string) => lines.push(line),
    readInput: () => input,
    author: 'Ann',
  };
  return { code: await runCommand(words, terminal), text: lines.join('\n') };
}

describe('onramp pac', () => {
  it('says which way each host goes and which line stands in the wrong place', async () => {
    const { code, text } = await run(['pac', join(samples, 'wrong-order.txt')]);
    expect(code).toBe(0);
    expect(text).toMatch(/login\.microsoftonline\.com +line +10 +DIRECT/);
    expect(text).toMatch(/Wrong order: line 13 .* but line 7 /);
  });

  it('asks for each client group of a project', async () => {
    const project = join(folder, 'sample.onramp');
    await run(['new', project, '--sample']);
    const file = join(samples, 'wrong-order.txt');
    const { code, text } = await run(['pac', file, '--project', project, '--json']);
    expect(code).toBe(0);
    const { answers } = JSON.parse(text);
    expect(answers.flatMap(({ sources }: { sources: string[] }) => sources).length).toBeGreaterThan(1);
    expect(answers[0].order.shadowed).toHaveLength(1);
  });

  it('reads what is piped in, and says what is wrong with it', async () => {
    const { code, text } = await run(['pac', '-', '--json'], 'function FindProxyForURL() { for (;;); }');
    expect(code).toBe(2);
    expect(JSON.parse(text).error).toContain('did not answer within a second');
  });
});
