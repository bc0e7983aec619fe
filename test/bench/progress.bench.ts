/** What looking back costs: a year of work on a full project, by daily hands and by very many. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Context, closeContext, openContext } from '../../electron/backend/context.ts';
import { dispatch } from '../../electron/backend/dispatch.ts';
import { content } from '../../shared/content/content.ts';
import { drawTrend } from '../../shared/diagram/trend-chart.ts';
import type { Json } from '../../shared/json.ts';
import { firstPoints, type TrendPoint } from '../../shared/progress/trend.ts';
import { type Change, type Current, currentAfter, makeChanges } from '../../shared/project/change.ts';
import { fileFormat, fileVersion, type ProjectFile, writeProjectFile } from '../../shared/project/file.ts';
import { fullProjectEdits } from '../helpers/full-project.ts';
import { uuids } from '../helpers/history.ts';
import { median } from '../helpers/median.ts';

export const name = 'progress';

const year = 365 * 86_400_000;
const now = Date.UTC(2026, 10, 21, 12);

export async function run() {
  const measured: Awaited<ReturnType<typeof measure>> = [];
  for (const count of [1000, 10_000, 100_000]) measured.push(...(await measure(count)));
  const names = [...new Set(measured.map(({ name: what }) => what))];
  return {
    title: 'Looking back over a year: 300 questions, 200 sites, 12 circuits',
    rows: measured.map(({ name: what, count, value, unit }) => ({
      name: `${what}, ${count.toLocaleString('en')} changes`,
      value,
      unit,
    })),
    growth: names.map((what) => {
      const points = measured.filter((one) => one.name === what);
      return {
        name: what,
        unit: points[0]?.unit ?? '',
        points: points.map(({ count, value }) => ({ amount: count, value })),
      };
    }),
    notes: [
      'Through the call, from the database, with nothing kept in memory but the open project; medians of 5.',
      'The trend is drawn with its milestones; the comparison is of a day half a year ago with today.',
    ],
  };
}

async function measure(count: number) {
  const folder = mkdtempSync(join(tmpdir(), 'onramp-bench-'));
  const context = await openContext({ folder, host: 'test', version: '0', now: () => now });
  try {
    const file = yearOfWork(count);
    context.workspace.importProject(file);
    const project = file.project.id;
    await value(context, 'project.open', { project });
    const trends: number[] = [];
    const wholes: number[] = [];
    const compares: number[] = [];
    const pages: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      // Another first day each time, so that no answer is one that was kept.
      const from = `2025-11-2${round + 1}`;
      let started = performance.now();
      const { points } = await value<{ points: TrendPoint[] }>(context, 'progress.trend', {
        project,
        from,
        points: firstPoints,
      });
      const values = points.map(({ day, percent }) => ({ day, value: percent }));
      const chart = { title: 'Readiness', alt: '', from, to: '2026-11-21', marks: [], most: 100 };
      drawTrend({ ...chart, series: [{ name: 'In all', values }] }, { theme: 'light' });
      trends.push(performance.now() - started);
      started = performance.now();
      await value(context, 'progress.trend', { project, from });
      wholes.push(performance.now() - started);
      started = performance.now();
      const day = { kind: 'day', day: `2026-05-2${round + 1}` };
      await value(context, 'progress.compare', { project, from: day, to: { kind: 'now' } });
      compares.push(performance.now() - started);
      started = performance.now();
      await value(context, 'project.history', { project, author: 'Nobody', limit: 200 });
      pages.push(performance.now() - started);
    }
    const bytes = Buffer.byteLength(writeProjectFile(file));
    return [
      { count, name: 'trend of a year, drawn', value: median(trends), unit: 'ms' },
      { count, name: 'its finer steps, worked out after that', value: median(wholes), unit: 'ms' },
      { count, name: 'comparison with a day', value: median(compares), unit: 'ms' },
      { count, name: 'history, a filter that fits nothing', value: median(pages), unit: 'ms' },
      { count, name: 'the project file', value: bytes / 1e6, unit: 'MB' },
    ];
  } finally {
    await closeContext(context);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function value<T>(context: Context, call: string, input: Json): Promise<T> {
  const reply = await dispatch(context, call, input);
  if (!reply.ok) throw new Error(`${call}: ${reply.error.message}`);
  return reply.value as T;
}

/** A full project, then a year in which its answers and rows are taken back, given again and confirmed. */
function yearOfWork(count: number): ProjectFile {
  const newId = uuids(7);
  const copy = newId();
  const begin = now - year;
  const changes: Change[] = [];
  const current = new Map<string, Current>();
  const write = (path: string, after: Json, at: number) => {
    const act = {
      copy,
      author: ['Ann', 'Ben', 'Eve'][changes.length % 3] ?? '',
      at,
      origin: { kind: 'edit' as const },
      batch: newId(),
    };
    for (const change of makeChanges(
      [{ path, after }],
      (one) => current.get(one),
      changes.at(-1)?.clock ?? 0,
      act,
      newId,
    )) {
      changes.push(change);
      current.set(change.path, currentAfter(change));
    }
  };
  const values = new Map(fullProjectEdits().map(({ path, after }) => [path, after]));
  for (const [path, after] of values) write(path, after, begin);
  const paths = [...values.keys()].filter((path) => path.startsWith('answer/') || path.startsWith('row/'));
  const questions = [...content.questions.keys()];
  for (let turn = 0; changes.length < count; turn += 1) {
    const at = begin + Math.floor(((turn + 1) / count) * year);
    const path = paths[(turn * 7919) % paths.length] ?? '';
    const taken = paths[((turn - 1) * 7919) % paths.length] ?? '';
    const question = questions[(turn * 31) % questions.length] ?? '';
    if (turn % 3 === 0) write(`review/${question}`, { by: 'Ann', at }, at);
    else if (turn % 3 === 1) write(path, null, at);
    else write(taken, values.get(taken) ?? null, at);
  }
  return {
    format: fileFormat,
    version: fileVersion,
    project: { id: newId(), created: begin },
    changes,
    blobs: {},
  };
}

if (import.meta.main) console.log(await run());
