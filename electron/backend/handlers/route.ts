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
  const pairs = failures === 2 ? [...pairsOf(parts)] : [];
  const total = parts.length + pairs.length;
  for (const [place, part] of parts.entries()) {
    if (place % stride === 0) await atStep(job, 'failures', place, total);
    described.failures.push(report.single(part));
  }
  described.drills = report.drills();
  for (const [place, [first, second]] of pairs.entries()) {
    if (place % stride === 0) await atStep(job, 'failures', parts.length + place, total);
    const failure = report.pair(first, second);
    // A pair that changes nothing is nothing to show.
    if (Object.keys(failure.verdicts).length > 0) described.failures.push(failure);
  }
  return described;
}

export const routeHandlers: Pick<Handlers, 'route.trace'> = { 'route.trace': trace };
