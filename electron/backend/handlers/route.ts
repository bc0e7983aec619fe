/** Route lab: walks every flow of a project, with any parts switched off, and says what each failure does. */
import type { InputOf } from '../../../shared/contract.ts';
import { readerOf } from '../../../shared/document/context.ts';
import { pairsOf } from '../../../shared/network/failures.ts';
import { RouteReport } from '../../../shared/network/route-report.ts';
import type { RouteTrace } from '../../../shared/network/route-trace.ts';
import type { Context } from '../context.ts';
import type { Handlers, Job } from '../dispatch.ts';
import { viewOf } from '../edit.ts';
import { atStep } from '../job.ts';
import { readFrom } from '../read-from.ts';

/** How many failures are worked out between two reports. */
const stride = 50;

async function trace(
  context: Context,
  { project, off, failures = 0, flows }: InputOf<'route.trace'>,
  job: Job,
): Promise<RouteTrace> {
  const view = viewOf(context, project);
  await atStep(job, 'tracing');
  const reader = readerOf(readFrom(context, view));
  const report = new RouteReport(reader, {
    language: view.language,
    findings: view.assessment.findings,
    ...(off ? { off } : {}),
    ...(flows ? { flows } : {}),
  });
  const described = report.describe();
  if (failures === 0) return described;
  const { parts } = report;
  // Ten thousand parts make fifty million pairs: they are counted and gone through, never listed.
  const total = parts.length + (failures === 2 ? (parts.length * (parts.length - 1)) / 2 : 0);
  for (const [place, part] of parts.entries()) {
    if (place % stride === 0) await atStep(job, 'failures', place, total);
    described.failures.push(report.single(part));
  }
  described.drills = report.drills();
  if (failures === 1) return described;
  let done = parts.length;
  for (const [first, second] of pairsOf(parts)) {
    if (done % stride === 0) await atStep(job, 'failures', done, total);
    done += 1;
    const failure = report.pair(first, second);
    // A pair that changes nothing is nothing to show.
    if (Object.keys(failure.verdicts).length > 0) described.failures.push(failure);
  }
  return described;
}

export const routeHandlers: Pick<Handlers, 'route.trace'> = { 'route.trace': trace };
