/** What saving an answer costs from the door to the disk: dispatch beside a bare insert-and-commit, taking turns on one disk. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type Context, closeContext, openContext } from '../../electron/backend/context.ts';
import { dispatch } from '../../electron/backend/dispatch.ts';
import { content } from '../../shared/content/content.ts';
import { fullProjectEdits, fullSize } from '../helpers/full-project.ts';
import { addManyProjects, refreshSummaries } from '../helpers/many-projects.ts';
import { median, quantile } from '../helpers/median.ts';

export const name = 'autosave';

type Row = { name: string; value: number; unit: string; ratio?: number };

export async function run() {
  const folder = mkdtempSync(join(tmpdir(), 'onramp-bench-'));
  const context = await openContext({ folder, host: 'test', version: '0.0.0' });
  try {
    const small = {
      ...fullSize,
      sites: 9,
      circuits: 3,
      clientGroups: 6,
      natPools: 5,
      edges: 6,
      peerings: 3,
      endpoints: 4,
      servers: 4,
      advertised: 6,
    };
    const rows = [
      ...(await measureSaving(context, folder, 'a small project', fullProjectEdits(small))),
      ...(await measureSaving(context, folder, '12 circuits, 200 sites', fullProjectEdits())),
      ...(await measureOpening(context)),
      ...(await measureList(context)),
    ];
    return {
      title: 'Saving and opening, through dispatch',
      rows,
      notes: [
        'Ratios are to the bare insert and commit of the same payload in the same rounds, both with WAL and synchronous=FULL.',
        'Until on disk: from dispatch in until the commit has returned. The reply to answer.set comes after that and carries the whole view, judged and summed up.',
      ],
    };
  } finally {
    await closeContext(context);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function must(context: Context, call: string, input: unknown): Promise<unknown> {
  const reply = await dispatch(context, call, input);
  if (!reply.ok) throw new Error(`${call}: ${reply.error.message}`);
  return reply.value;
}

async function measureSaving(
  context: Context,
  folder: string,
  title: string,
  edits: ReturnType<typeof fullProjectEdits>,
): Promise<Row[]> {
  const project = randomUUID();
  const act = { author: '', at: Date.now(), origin: { kind: 'edit' as const }, batch: randomUUID() };
  context.workspace.createProject({ id: project, createdAt: Date.now() }, edits, act);
  const bare = new Database(join(folder, `bare-${project}.db`));
  bare.pragma('journal_mode = WAL');
  bare.pragma('synchronous = FULL');
  bare.exec('CREATE TABLE bare (id INTEGER PRIMARY KEY, text TEXT NOT NULL)');
  const insert = bare.prepare('INSERT INTO bare (text) VALUES (?)');
  const questions = [...content.questions.values()]
    .filter((question) => question.kind === 'text')
    .map((question) => question.id);
  const inserts: number[] = [];
  const saves: number[] = [];
  const onDisk: number[] = [];
  // The moment the change is on disk, within the call: the rest of it makes the judged view for the reply.
  const append = context.workspace.append.bind(context.workspace);
  let committed = 0;
  context.workspace.append = (...input) => {
    const changes = append(...input);
    committed = performance.now();
    return changes;
  };
  for (let round = 0; round < 1000; round += 1) {
    const answer = { state: 'answered', value: `answer ${round} ${'x'.repeat(80)}` };
    const payload = JSON.stringify(answer);
    const start = performance.now();
    insert.run(payload);
    const middle = performance.now();
    await must(context, 'answer.set', { project, question: questions[round % questions.length], answer });
    if (round >= 100) {
      inserts.push(middle - start);
      saves.push(performance.now() - middle);
      onDisk.push(committed - middle);
    }
  }
  bare.close();
  context.workspace.append = append;
  const [bareMedian, bareTail] = [median(inserts), quantile(inserts, 0.99)];
  return [
    { name: `${title}: bare insert and commit, median`, value: bareMedian, unit: 'ms', ratio: 1 },
    {
      name: `${title}: answer.set until on disk, median`,
      value: median(onDisk),
      unit: 'ms',
      ratio: median(onDisk) / bareMedian,
    },
    {
      name: `${title}: answer.set until on disk, p99`,
      value: quantile(onDisk, 0.99),
      unit: 'ms',
      ratio: quantile(onDisk, 0.99) / bareTail,
    },
    {
      name: `${title}: answer.set, median`,
      value: median(saves),
      unit: 'ms',
      ratio: median(saves) / bareMedian,
    },
    { name: `${title}: bare insert and commit, p99`, value: bareTail, unit: 'ms', ratio: 1 },
    {
      name: `${title}: answer.set, p99`,
      value: quantile(saves, 0.99),
      unit: 'ms',
      ratio: quantile(saves, 0.99) / bareTail,
    },
  ];
}

async function measureOpening(context: Context): Promise<Row[]> {
  const project = randomUUID();
  const start = { author: '', at: 1, origin: { kind: 'edit' as const } };
  context.workspace.createProject({ id: project, createdAt: 1 }, [], { ...start, batch: randomUUID() });
  for (let batch = 0; batch < 200; batch += 1) {
    const edits = Array.from({ length: 50 }, (_, index) => ({
      path: `note/n${index}`,
      after: `note ${batch} ${index}`,
    }));
    context.workspace.append(project, edits, { ...start, batch: randomUUID() });
  }
  const times: number[] = [];
  for (let round = 0; round < 20; round += 1) {
    context.views.forgetAll();
    const before = performance.now();
    await must(context, 'project.open', { project });
    times.push(performance.now() - before);
  }
  return [
    {
      name: `project.open, a log of ${context.workspace.getProject(project)?.changeCount} changes, median`,
      value: median(times),
      unit: 'ms',
    },
  ];
}

async function measureList(context: Context): Promise<Row[]> {
  addManyProjects(context, 300);
  const before = performance.now();
  await must(context, 'project.list', {});
  const firstList = performance.now() - before;
  const asked = 1 + (await refreshSummaries(context));
  const times: number[] = [];
  for (let round = 0; round < 20; round += 1) {
    const before = performance.now();
    await must(context, 'project.list', {});
    times.push(performance.now() - before);
  }
  return [
    { name: 'project.list, 1,000 projects of 300 answers, median', value: median(times), unit: 'ms' },
    { name: 'the same when no summary is fresh (first answer)', value: firstList, unit: 'ms' },
    { name: 'askings until all summaries are fresh', value: asked, unit: '' },
  ];
}

if (import.meta.main) console.log(await run());
