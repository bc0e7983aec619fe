/** `npm run bench [name]`: runs the measurements and prints them as tables, each value beside what it is compared with. */
import { readdirSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt, root } from './built.mjs';
import { type Growth, plotGrowth } from './growth-plot.ts';

export type BenchRow = {
  name: string;
  value: number;
  unit: string;
  /** How many times the thing it is compared with; the table's notes say which. */
  ratio?: number;
};
export type BenchResult = { title: string; rows: BenchRow[]; notes: string[]; growth?: Growth[] };
type Bench = { name: string; run: () => Promise<BenchResult> };

const folder = join(root, 'test', 'bench');
const wanted = process.argv.slice(2);

function table({ title, rows, notes, growth }: BenchResult): string {
  const cells = rows.map(({ name, value, unit, ratio }) => [
    name,
    figure(value),
    unit,
    ratio === undefined ? '' : `${figure(ratio)}x`,
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(0, ...cells.map((row) => row[column]?.length ?? 0)));
  const lines = cells.map(([name = '', value = '', unit = '', ratio = '']) =>
    `  ${name.padEnd(widths[0] ?? 0)}  ${value.padStart(widths[1] ?? 0)} ${unit.padEnd(widths[2] ?? 0)}  ${ratio.padStart(widths[3] ?? 0)}`.trimEnd(),
  );
  const plot = growth ? ['', plotGrowth(growth, figure)] : [];
  return [title, ...lines, ...notes.map((note) => `  ${note}`), ...plot, ''].join('\n');
}

/** Three significant digits: more would be noise. */
function figure(value: number): string {
  return value >= 100 ? Math.round(value).toString() : Number(value.toPrecision(3)).toString();
}

await ensureBuilt();
console.log(
  `Node ${process.versions.node}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB\n`,
);
let found = 0;
for (const file of readdirSync(folder)
  .filter((name) => name.endsWith('.bench.ts'))
  .sort()) {
  const bench = (await import(pathToFileURL(join(folder, file)).href)) as Bench;
  if (wanted.length > 0 && !wanted.includes(bench.name)) continue;
  found++;
  console.log(table(await bench.run()));
}
if (found === 0) {
  console.error(`There is no measurement called ${wanted.join(' or ') || 'anything'} in test/bench.`);
  process.exitCode = 1;
}
