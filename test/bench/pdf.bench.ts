/** What a PDF and its preview cost: the sample and a full project, beside LibreOffice making a PDF from our own DOCX. */
import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { writeDocx } from '../../electron/backend/writers/docx.ts';
import { ownLook } from '../../electron/backend/writers/look.ts';
import { wakePageThread } from '../../electron/backend/writers/pdf/page-thread.ts';
import { openPreview, type Preview, type PreviewPage } from '../../electron/backend/writers/pdf/preview.ts';
import { writePdf } from '../../electron/backend/writers/pdf/write-pdf.ts';
import { type Audience, audiences, type PlanDocument } from '../../shared/document/blocks.ts';
import { fullProject } from '../helpers/full-project.ts';
import { median } from '../helpers/median.ts';
import { planOf, sampleView, viewOf } from '../shared/document/projects.ts';

export const name = 'pdf';

type Row = { name: string; value: number; unit: string; ratio?: number };

const job = { signal: new AbortController().signal, progress: () => {} };

const projects = { sample: () => sampleView, 'full project': () => viewOf(fullProject()) };
type Project = keyof typeof projects;

export async function run() {
  const rows: Row[] = [];
  for (const project of Object.keys(projects) as Project[])
    for (const audience of audiences) rows.push(...(await measure(project, audience)));
  return {
    title: 'PDF (PDF/UA-1): the sample, and a full project with 12 circuits and 200 sites',
    rows,
    notes: [
      'First: in a process just started, from the built plan to the PDF; the thread starts while the plan is built, as in an export (median of 3; the thread of the build where out/ has one). Again: the same plan once more; changed: after one more sentence in one part (medians of 5).',
      'A page shown: from the changed plan to the pictures of the pages of the changed part.',
      'LibreOffice converts the DOCX of the same plan; timed as a program, start included (median of 2). Ratios are to "first" of the same plan.',
      'Limits for the sample: 300 ms first, 60 ms again, 100 ms for a changed page.',
    ],
  };
}

async function measure(project: Project, audience: Audience): Promise<Row[]> {
  const plan = planOf(projects[project](), audience);
  const label = `${project} for the ${audience}`;
  const first = median(
    Array.from({ length: 3 }, () => {
      const child = [...process.execArgv, import.meta.filename, 'first', project, audience];
      return Number(execFileSync(process.execPath, child, { encoding: 'utf8' }));
    }),
  );
  const again = await timed(() => () => writePdf(plan, ownLook, job));
  const changed = await timed((round) => () => writePdf(oneMore(plan, round), ownLook, job));
  const preview = openPreview();
  const before = await pagesOf(preview, plan);
  const shown = await timed((round) => async () => {
    const pages = await pagesOf(preview, oneMore(plan, round));
    for (const { hash } of pages)
      if (hash && !before.some((page) => page.hash === hash)) await preview.page(hash);
  });
  await preview.close();
  const peer = libreOffice(await writeDocx(plan, ownLook, job));
  const row = (what: string, value: number): Row => ({
    name: `${label}, ${before.length} pages: ${what}`,
    value,
    unit: 'ms',
    ratio: value / first,
  });
  return [
    row('first', first),
    row('again', again),
    row('changed', changed),
    row('a page shown', shown),
    ...(peer === undefined ? [] : [row('LibreOffice', peer)]),
  ];
}

/** All of them, asked for until no more come. */
async function pagesOf(preview: Preview, plan: PlanDocument): Promise<PreviewPage[]> {
  let shown = await preview.show(plan, ownLook);
  while (!shown.isWhole) shown = (await preview.more(shown.showing)) ?? shown;
  return shown.pages;
}

/** The same plan with a sentence in its last part that no other round has. */
function oneMore(plan: PlanDocument, round: number): PlanDocument {
  const text = [{ text: `Noted in round ${round} of ${performance.now()}.` }];
  return {
    ...plan,
    parts: plan.parts.map((part, index) =>
      index === plan.parts.length - 1
        ? { ...part, blocks: [...part.blocks, { kind: 'paragraph' as const, text }] }
        : part,
    ),
  };
}

async function timed(prepare: (round: number) => () => Promise<unknown>): Promise<number> {
  const rounds: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    rounds.push(await timedOnce(prepare(round)));
  }
  return median(rounds);
}

async function timedOnce(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function libreOffice(docx: Uint8Array): number | undefined {
  if (spawnSync('soffice', ['--version']).status !== 0) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'plan-bench-'));
  try {
    const source = join(folder, 'plan.docx');
    writeFileSync(source, docx);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const convert = () =>
      execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, source], {
        stdio: 'ignore',
      });
    // The first start makes the profile.
    convert();
    return median(
      Array.from({ length: 2 }, () => {
        const start = performance.now();
        convert();
        return performance.now() - start;
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The thread as people get it: from the sources, Node would first take the types out of each of them. */
const builtThread = new URL('../../out/main/page-worker.js', import.meta.url);

/** Wakes the thread, builds the plan, and says how long the PDF then takes. */
function firstAsBuilt(build: () => PlanDocument): Promise<number> {
  const worker = new Worker(builtThread);
  worker.postMessage({ id: 0, work: { kind: 'wake' } });
  const plan = build();
  return timedOnce(async () => {
    worker.postMessage({ id: 1, work: { kind: 'pdf', plan, look: ownLook } });
    let answer: { id: number } = { id: 0 };
    while (answer.id !== 1) [answer] = (await once(worker, 'message')) as [{ id: number }];
  });
}

function firstFromSources(build: () => PlanDocument): Promise<number> {
  wakePageThread();
  const plan = build();
  return timedOnce(() => writePdf(plan, ownLook, job));
}

if (import.meta.main) {
  const [what, project, audience] = process.argv.slice(2);
  if (what === 'first') {
    const view = projects[project as Project]();
    const build = () => planOf(view, audience as Audience);
    console.log(await (existsSync(builtThread) ? firstAsBuilt(build) : firstFromSources(build)));
    process.exit(0);
  } else console.log(await run());
}
