/** `onramp trace` and the call behind Route lab, on the sample project. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runCommand } from '../../electron/cli/run.ts';
import type { RouteTrace } from '../../shared/network/route-trace.ts';
import { flowVerdicts } from '../../shared/network/verdicts.ts';
import { testBackend } from '../helpers/backend.ts';

let folder: string;
let file: string;

async function run(...words: string[]) {
  const out: string[] = [];
  const errors: string[] = [];
  const exitCode = await runCommand(words, {
    print: (line) => void out.push(line),
    complain: (line) => void errors.push(line),
    readInput: () => '',
    author: 'H. Meyer',
  });
  return { exitCode, text: out.join('\n'), errors };
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onramp-trace-'));
  file = join(folder, 'sample.onramp');
  await run('new', file, '--sample');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('onramp trace', () => {
  it('tells the story of the sample: Lyon’s borrowed pool is answered in Paris', async () => {
    const { exitCode, text } = await run('trace', file, '--json');
    expect(exitCode).toBe(0);
    const { flows, failures } = JSON.parse(text);
    expect(failures).toEqual([]);
    const broken = flows.filter((flow: { verdict: string }) => flow.verdict === 'asymmetric-dropped');
    expect(new Set(broken.map((flow: { from: string }) => flow.from))).toEqual(new Set(['Lyon wireless']));
    expect(broken[0].reply.at(-1)).toMatchObject({ node: 'edges/paris-er', label: 'ER edge Paris' });
    expect(flows.filter((flow: { verdict: string }) => flow.verdict === 'unknown')).toEqual([]);
    expect(broken.length).toBeLessThan(flows.length / 5);
  });

  it('gives the verdict of every flow without each part, and without each two', async () => {
    const one = JSON.parse((await run('trace', file, '--failures', '1', '--json')).text);
    const two = JSON.parse((await run('trace', file, '--failures', '2', '--json')).text);
    for (const failure of one.failures) {
      expect(failure.parts).toHaveLength(1);
      expect(Object.keys(failure.verdicts)).toHaveLength(one.flows.length);
    }
    expect(two.failures.length).toBeGreaterThan(one.failures.length * 5);
  });

  it('prints exactly what scripts were promised', async () => {
    const Hop = z.strictObject({
      node: z.string(),
      label: z.string(),
      because: z.string(),
      translation: z.strictObject({ before: z.string(), after: z.string() }).optional(),
    });
    const Verdict = z.enum(flowVerdicts);
    const Printed = z.strictObject({
      flows: z
        .array(
          z.strictObject({
            id: z.string(),
            from: z.string(),
            to: z.string(),
            verdict: Verdict,
            request: z.array(Hop).min(1),
            reply: z.array(Hop),
          }),
        )
        .min(1),
      failures: z.array(
        z.strictObject({
          parts: z.array(z.string()).min(1).max(2),
          verdicts: z.record(z.string(), Verdict),
        }),
      ),
    });
    for (const words of [[], ['--failures', '1'], ['--failures', '2']]) {
      const { text } = await run('trace', file, ...words, '--json');
      const data = JSON.parse(text);
      expect(Printed.parse(data)).toEqual(data);
      const parts = new Set(data.failures.map((failure: { parts: string[] }) => failure.parts.length));
      expect([...parts].sort()).toEqual(words.length === 0 ? [] : words[1] === '1' ? [1] : [1, 2]);
    }
  });

  it('says of an empty project what it lacks, and does not let an empty list pass for a clean bill', async () => {
    const empty = join(folder, 'empty.onramp');
    await run('new', empty);
    const { exitCode, text, errors } = await run('trace', empty, '--json');
    expect([exitCode, JSON.parse(text)]).toEqual([0, { flows: [], failures: [] }]);
    expect(errors.join()).toContain('Not answered: Which path does each service take');
    expect((await run('trace', empty)).text).toBe(errors.join());
  });

  it('refuses failures without end, and says how many there would be', async () => {
    const wide = join(folder, 'wide.onramp');
    await run('new', wide, '--sample');
    const edges = Array.from({ length: 2500 }, (_, place) => ({ name: `Edge ${place}`, kind: 'internet' }));
    expect((await run('set', wide, 'scope.today.edges', JSON.stringify(edges))).errors).toEqual([]);
    const { exitCode, errors } = await run('trace', wide, '--failures', '2');
    expect(exitCode).toBe(1);
    expect(errors.join()).toMatch(/^\d+ flows in \d+ failures of 2\d{3} parts are too many to print/);
    expect((await run('trace', wide)).exitCode).toBe(0);
  });

  it('prints a table that people can read, and explains itself', async () => {
    const { text } = await run('trace', file, '--failures', '1');
    expect(text).toContain('Dropped: the reply arrives elsewhere');
    expect(text).toMatch(/WAN line Lyon office → Paris datacenter +\d+:/);
    expect((await run('trace', '--help')).text).toContain('--failures');
    expect((await run('trace', file, '--failures', '3')).exitCode).toBe(2);
  });
});

describe('the call route.trace', () => {
  const { call } = testBackend();

  it('switches parts off without touching an answer', async () => {
    const { id } = await call('project.sample', {});
    const before = await call('project.open', { project: id });
    const normal = await call('route.trace', { project: id });
    const parted = await call('route.trace', { project: id, off: ['circuits/c1'], failures: 1 });
    expect(parted.failures.map(({ parts: [part] }) => part)).not.toContain('circuits/c1');
    expect(parted.drills.length).toBeGreaterThan(10);
    const verdictOf = (trace: RouteTrace) =>
      trace.flows.find((flow) => flow.id === 'microsoft>endpoints/erp')?.verdict;
    expect([verdictOf(normal), verdictOf(parted)]).toEqual(['express-route', 'unreachable']);
    expect(await call('project.open', { project: id })).toEqual(before);
  });

  it('leads the broken flow to the finding that explains it', async () => {
    const { id } = await call('project.sample', {});
    const { flows } = await call('route.trace', { project: id });
    const lyon = flows.find((flow) => flow.id === 'clientGroups/lyon-wireless>services/exchange');
    expect(lyon?.findings.some((finding) => finding.startsWith('nat.overlap'))).toBe(true);
  });
});
