/** What a Word document costs: the sample and a full project, beside pandoc making one from our own Markdown. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeDocx } from '../../electron/backend/writers/docx.ts';
import { ownLook } from '../../electron/backend/writers/look.ts';
import type { PlanDocument } from '../../shared/document/blocks.ts';
import { writeMarkdown } from '../../shared/document/markdown.ts';
import { fullProject } from '../helpers/full-project.ts';
import { median } from '../helpers/median.ts';
import { planOf, sampleView, viewOf } from '../shared/document/projects.ts';

export const name = 'docx';

const job = { signal: new AbortController().signal, progress: () => {} };

export async function run() {
  const rows: { name: string; value: number; unit: string; ratio: number }[] = [];
  for (const [project, view] of [
    ['sample', sampleView],
    ['full project', viewOf(fullProject())],
  ] as const) {
    const plan = planOf(view, 'engineer');
    const cold = await timed(() => writeDocx(plan, ownLook, job));
    const warm: number[] = [];
    for (let round = 0; round < 10; round += 1) warm.push(await timed(() => writeDocx(plan, ownLook, job)));
    const ours = median(warm);
    rows.push(
      { name: `Onramp, ${project}, first time`, value: cold, unit: 'ms', ratio: cold / ours },
      { name: `Onramp, ${project}, again`, value: ours, unit: 'ms', ratio: 1 },
    );
    const peer = pandoc(plan);
    if (peer !== undefined)
      rows.push({
        name: `pandoc, ${project}, from our Markdown`,
        value: peer,
        unit: 'ms',
        ratio: peer / ours,
      });
  }
  return {
    title: 'DOCX: the whole plan for an engineer, 12 circuits and 200 sites in the full project',
    rows,
    notes: [
      'Ratios are to "again" of the same project. The first line of all also loads fonts. Limit: 500 ms.',
      'pandoc is timed as a program, start included (median of 3); its document has no figure, page head or counted captions.',
    ],
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function pandoc(plan: PlanDocument): number | undefined {
  if (spawnSync('pandoc', ['--version']).status !== 0) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'plan-bench-'));
  try {
    const source = join(folder, 'plan.md');
    writeFileSync(source, writeMarkdown(plan));
    return median(
      Array.from({ length: 3 }, () => {
        const start = performance.now();
        execFileSync('pandoc', [source, '--toc', '-o', join(folder, 'plan.docx')]);
        return performance.now() - start;
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) console.log(await run());
