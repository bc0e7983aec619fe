/**
 * `npm run test:faults [-- --short] [-- --write] [-- NAME…]`: brings every fault about, prints what was found, and fails where
 * anything acknowledged is lost. The table in docs/faults.md must be what was found; `--write` writes it anew.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Fault, Outcome } from './fault.ts';
import { faults } from './faults.ts';

const root = join(import.meta.dirname, '..', '..');
const table = join(root, 'docs', 'faults.md');
const counts = join(root, 'out', 'faults.json');

const { values, positionals } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    // As the other runs of tests are told to write down how many they were.
    reporter: { type: 'string', multiple: true },
    'outputFile.json': { type: 'string' },
  },
  allowPositionals: true,
});

type Result = { fault: Fault; outcome: Outcome };

const problemsOf = ({ outcome }: Result): string[] => {
  if ('absent' in outcome) return process.env.CI ? [`not run: ${outcome.absent}`] : [];
  return [
    ...(outcome.lost === 0 ? [] : [`${outcome.lost} acknowledged changes are lost`]),
    ...outcome.problems,
  ];
};

function rowOf({ fault, outcome }: Result): string {
  const told = 'absent' in outcome ? [] : [...new Set(outcome.told)].map((words) => `“${words}”`);
  const cells = [fault.name, fault.act, [...told, fault.finds].join(' ')];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ')).join(' | ')} | ${fault.loses ?? 'nothing'} |`;
}

const head = `# Faults, and what becomes of them

Written by \`npm run test:faults -- --write\`, which brings each of them about: with real processes, files and disks, and for the windows the built app in Chromium. What stands in quotation marks is what Onramp says itself. Every run fails where a change that was acknowledged as saved is not there afterwards, or where this table is no longer what is found; how often and how much was tried stands in \`out/faults.json\`.

| fault | how it is brought about | what the user sees | lost of what was acknowledged |
|---|---|---|---|
`;

async function bringAbout(fault: Fault): Promise<Result> {
  try {
    return { fault, outcome: await fault.run(values.short ? 'short' : 'full') };
  } catch (error) {
    const problem = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { fault, outcome: { told: [], acknowledged: 0, lost: 0, problems: [problem] } };
  }
}

const wanted = faults.filter(
  ({ name }) => positionals.length === 0 || positionals.some((part) => name.includes(part)),
);
const results: Result[] = [];
let failed = 0;
for (const fault of wanted) {
  const result = await bringAbout(fault);
  const { outcome } = result;
  const problems = problemsOf(result);
  results.push(result);
  if (problems.length > 0) failed += 1;
  const numbers =
    'absent' in outcome
      ? `not run: ${outcome.absent}`
      : `${outcome.kills === undefined ? '' : `${outcome.kills} kills, `}${outcome.acknowledged} acknowledged, ${outcome.lost} lost`;
  console.log(`${problems.length === 0 ? 'ok     ' : 'FAILED '} ${fault.name}: ${numbers}`);
  for (const problem of problems.slice(0, 10)) console.log(`Error: ${problem}`);
}

const isRun = (result: Result): boolean => !('absent' in result.outcome);
const rows = results.map(rowOf);
if (values.write) {
  if (!results.every(isRun) || wanted.length < faults.length || failed > 0) {
    console.log('Error: the table is written by a run of every fault, in which none fails');
    failed += 1;
  } else writeFileSync(table, `${head}${rows.join('\n')}\n`);
}
const written = readFileSync(table, 'utf8');
const isWhole =
  written.startsWith(head) && written.split('\n').length === head.split('\n').length + faults.length;
const missing = rows.filter((row, index) => isRun(results[index] as Result) && !written.includes(`${row}\n`));
if (!isWhole || missing.length > 0) {
  failed += 1;
  console.log('Error: docs/faults.md is not what was found (npm run test:faults -- --write)');
  for (const row of missing) console.log(row);
}

const sum = (of: (outcome: Extract<Outcome, { lost: number }>) => number): number =>
  results.reduce((total, { outcome }) => total + ('absent' in outcome ? 0 : of(outcome)), 0);
const totals = {
  kills: sum(({ kills }) => kills ?? 0),
  acknowledged: sum(({ acknowledged }) => acknowledged),
  lost: sum(({ lost }) => lost),
};
console.log(
  `${wanted.length} faults: ${totals.kills} kills, ${totals.acknowledged} changes acknowledged, ${totals.lost} lost`,
);
mkdirSync(join(root, 'out'), { recursive: true });
const listed = results.map(({ fault, outcome }) => ({ fault: fault.name, ...outcome }));
writeFileSync(counts, `${JSON.stringify({ ...totals, faults: listed }, null, 2)}\n`);
const report = values['outputFile.json'];
// The table counts as one more.
if (report !== undefined)
  writeFileSync(
    report,
    JSON.stringify({ numPassedTests: wanted.length + 1 - failed, numFailedTests: failed }),
  );
process.exitCode = failed === 0 ? 0 : 1;
