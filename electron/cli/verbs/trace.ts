/** The verb that walks every flow there and back: `onramp trace FILE`, with the loss of each part or of each two. */
import type { Reader } from '../../../shared/assess/reader.ts';
import { fill } from '../../../shared/content/words.ts';
import { readerOf } from '../../../shared/document/context.ts';
import { pairsOf } from '../../../shared/network/failures.ts';
import { nameAnswer } from '../../../shared/network/name-answer.ts';
import { RouteReport } from '../../../shared/network/route-report.ts';
import type { RouteFailure, RouteFlow, RouteTrace } from '../../../shared/network/route-trace.ts';
import { networkWordsOf } from '../../../shared/network/words/words.ts';
import { Refusal, Unreadable } from '../outcome.ts';
import { readFile, readFrom, viewOfFile } from '../project-files.ts';
import type { Verb } from '../verb.ts';

export const traceVerb: Verb = {
  usage: 'onramp trace FILE [--failures 1|2] [--json]',
  summary: 'Walks every flow there and back, and says what the loss of parts does to them.',
  details: [
    '--failures  1: without each part; 2: also without each two parts',
    '--json      prints { flows: [{ id, from, to, verdict, request, reply }], failures: [{ parts, verdicts }] }',
  ],
  options: { failures: { type: 'string' } },
  words: [1, 1],
  run: ({ words: [path = ''], options }) => {
    const depth = options.failures ?? '0';
    if (!['0', '1', '2'].includes(String(depth))) throw new Unreadable('--failures is 1 or 2.');
    const open = readFile(path);
    const view = viewOfFile(open);
    const project = readerOf(readFrom(open, view));
    const report = new RouteReport(project, {
      language: view.language,
      findings: view.assessment.findings,
      flows: 'all',
    });
    refuseEndless(report, Number(depth));
    const trace = report.describe();
    if (depth !== '0') trace.failures = report.parts.map((part) => report.single(part));
    if (depth === '2')
      for (const [first, second] of pairsOf(report.parts)) trace.failures.push(report.pair(first, second));
    const remarks = [...trace.problems.map(({ text }) => text), ...remarkOnMissing(project, trace)];
    return { text: tableOf(trace, remarks), data: dataOf(trace), asides: remarks };
  },
};

/** What fits into one text of JSON, which may hold 512 MB: a verdict takes about 85 bytes there. */
const mostVerdicts = 5_000_000;

/** Every two of ten thousand parts would be fifty million failures: better a clear no than a run without end. */
function refuseEndless({ parts, flows }: RouteReport, depth: number): void {
  const count = parts.length;
  const failures = depth === 0 ? 0 : depth === 1 ? count : (count * (count + 1)) / 2;
  if (failures * Math.max(1, flows.length) <= mostVerdicts) return;
  const advice = depth === 2 ? 'Ask for --failures 1, or trace' : 'Trace';
  throw new Refusal(
    `${flows.length} flows in ${failures} failures of ${count} parts are too many to print. ${advice} a project with fewer sites.`,
  );
}

/** Without these tables there is nothing to walk, and an empty list alone would look like a clean bill. */
function remarkOnMissing(project: Reader, { missing }: RouteTrace): string[] {
  if (missing.length === 0) return [];
  const answers = missing.map((origin) => nameAnswer(project, 'en', origin)).join('; ');
  return [fill(networkWordsOf('en').untraced, { answers })];
}

/** Scripts get the verdict of every flow in every failure, so that they need not know what was left out. */
function dataOf({ flows, failures }: RouteTrace) {
  const normal = Object.fromEntries(flows.map(({ id, verdict }) => [id, verdict]));
  return {
    flows: flows.map(({ id, from, to, verdict, request, reply }) => ({
      id,
      from,
      to,
      verdict,
      request,
      reply,
    })),
    failures: failures.map(({ parts, verdicts }) => ({ parts, verdicts: { ...normal, ...verdicts } })),
  };
}

function tableOf({ flows, failures, parts }: RouteTrace, remarks: readonly string[]): string {
  const words = networkWordsOf('en');
  const labels = new Map(parts.map(({ id, label }) => [id, label]));
  const { table } = words;
  const rows = [
    [table.from, table.to, table.verdict],
    ...flows.map(({ from, to, verdict }) => [from, to, words.verdicts[verdict]]),
  ];
  const lines = flows.length === 0 ? [...remarks] : [...remarks, ...columns(rows)];
  if (failures.length === 0) return lines.join('\n');
  const byId = new Map(flows.map((flow) => [flow.id, flow]));
  const lost = failures
    .filter(({ parts: gone, worse }) => gone.length === 1 || worse.length > 0)
    .map((failure) => [
      failure.parts.map((part) => labels.get(part) ?? part).join(' + '),
      worseText(failure, byId),
    ]);
  return [...lines, '', ...columns([[table.off, table.worse], ...lost])].join('\n');
}

function worseText({ worse }: RouteFailure, flows: ReadonlyMap<string, RouteFlow>): string {
  const { table } = networkWordsOf('en');
  if (worse.length === 0) return table.same;
  const [first] = worse;
  const flow = flows.get(first ?? '');
  const example = flow ? `${flow.from} → ${flow.to}` : '';
  return worse.length === 1 ? example : `${worse.length}: ${example}, …`;
}

function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
