/** What a PDF and its preview cost: the sample and a full project, beside LibreOffice making a PDF from our own DOCX. */
import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler';
import { writeDocx } from '../../electron/backend/writers/docx.ts';
import { ownLook } from '../../electron/backend/writers/look.ts';
import { PageCompiler } from '../../electron/backend/writers/pdf/page-compiler.ts';
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
      'Bare: what the same compiler needs, in a process just started, to set the same words as plain paragraphs in the same fonts, without tables, links, colours or heads, as the same kind of PDF (median of 3).',
      'LibreOffice converts the DOCX of the same plan; timed as a program, start included (median of 2). Ratios are to "first" of the same plan.',
      'Limits for the sample: 300 ms first, 60 ms again, 100 ms for a changed page.',
    ],
  };
}

async function measure(project: Project, audience: Audience): Promise<Row[]> {
  const plan = planOf(projects[project](), audience);
  const label = `${project} for the ${audience}`;
  const inFreshProcess = (what: 'first' | 'bare') =>
    median(
      Array.from({ length: 3 }, () => {
        const child = [...process.execArgv, import.meta.filename, what, project, audience];
        return Number(execFileSync(process.execPath, child, { encoding: 'utf8' }));
      }),
    );
  const first = inFreshProcess('first');
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
    // Of a short plan starting up is most of it, which the rows above do beside building the plan.
    ...(audience === 'engineer' ? [row('bare', inFreshProcess('bare'))] : []),
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

/** Only the compiler's own work: its fonts are read before, as they are while a plan is built. */
function bare(plan: PlanDocument): Promise<number> {
  const files = new PageCompiler().filesOf(plan, ownLook, 'text');
  const strings = [...files.headings.keys()].flatMap((run) =>
    stringsIn(JSON.parse(files.run(run).bytes.toString())),
  );
  const compiler = NodeCompiler.create({
    workspace: tmpdir(),
    fontArgs: [{ fontBlobs: files.fonts.files.map(({ bytes }) => bytes) }],
  });
  const [main, data] = [join(tmpdir(), 'bare.typ'), join(tmpdir(), 'bare.json')];
  compiler.mapShadow(data, Buffer.from(JSON.stringify({ fonts: files.fonts.families, strings })));
  compiler.addSource(
    main,
    `#let d = json("bare.json")
#set document(title: "Bare")
#set text(font: d.fonts, size: 9.5pt)
#for one in d.strings { par(text(one)) }`,
  );
  return timedOnce(async () => {
    const document = compiler.compile({ mainFilePath: main }).result;
    if (!document) throw new Error('The bare words could not be set.');
    compiler.pdf(document, { pdfStandard: PdfStandard.UA_1 });
  });
}

/** What stands on the pages; pictures and what things are called in the data are no words. */
function stringsIn(data: unknown): string[] {
  if (typeof data === 'string') return data === '' ? [] : [data];
  if (Array.isArray(data)) return data.flatMap(stringsIn);
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) => (noWords.has(key) ? [] : stringsIn(value)));
}
const noWords = new Set(['kind', 'svg', 's', 'go', 'url', 'at', 'tone', 'align', 'alt']);

if (import.meta.main) {
  const [what, project, audience] = process.argv.slice(2);
  if (what === 'first' || what === 'bare') {
    const view = projects[project as Project]();
    const build = () => planOf(view, audience as Audience);
    if (what === 'bare') {
      console.log(await bare(build()));
      process.exit(0);
    }
    console.log(await (existsSync(builtThread) ? firstAsBuilt(build) : firstFromSources(build)));
    process.exit(0);
  } else console.log(await run());
}
