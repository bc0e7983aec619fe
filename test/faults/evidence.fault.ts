/** Gives every parser damaged samples, a hundred thousand in all: none may throw, hang or bring a secret back. */
import { realpathSync } from 'node:fs';
import { evidenceKinds } from '../../shared/evidence/formats.ts';
import { readEvidence } from '../../shared/evidence/read-evidence.ts';
import { allSamples, damage } from '../helpers/evidence-samples.ts';

export type DamageResult = {
  inputs: number;
  /** Milliseconds the slowest input took, and which it was. */
  slowest: { milliseconds: number; input: string };
  problems: string[];
};

/** Much more than any of these small inputs needs, on a slow machine too. */
const longest = 2000;

/** Every input is read by what it looks like, and as a kind of which it may be none. */
export function run(times: number, firstSeed = 1): DamageResult {
  const samples = allSamples();
  const result: DamageResult = { inputs: 0, slowest: { milliseconds: 0, input: '' }, problems: [] };
  for (let seed = firstSeed; seed < firstSeed + times; seed += 1) {
    const sample = samples[seed % samples.length];
    const kind = evidenceKinds[Math.floor(seed / samples.length) % evidenceKinds.length];
    if (!sample || !kind) throw new Error('There are no samples.');
    const input = `${sample.name}, seed ${seed}, as ${kind}`;
    const text = damage(sample.text, seed, samples);
    const start = performance.now();
    try {
      readEvidence({ text });
      readEvidence({ text, as: kind });
    } catch (error) {
      result.problems.push(`${input}: ${error instanceof Error ? error.stack : error}`);
    }
    const milliseconds = performance.now() - start;
    if (milliseconds > result.slowest.milliseconds) result.slowest = { milliseconds, input };
    if (milliseconds > longest) result.problems.push(`${input}: ${Math.round(milliseconds)} ms`);
    result.inputs += 1;
  }
  return result;
}

// Not by import.meta.main, which the oldest Node that runs this does not know: nothing would be tested, in silence.
if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === import.meta.filename) {
  const { inputs, slowest, problems } = run(Number(process.argv[2] ?? 100_000), Number(process.argv[3] ?? 1));
  console.log(
    `${inputs} damaged inputs, ${problems.length} problems; the slowest took ${Math.round(slowest.milliseconds)} ms (${slowest.input})`,
  );
  for (const problem of problems.slice(0, 20)) console.log(problem);
  process.exitCode = problems.length === 0 ? 0 : 1;
}
