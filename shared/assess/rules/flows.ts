/** Rules on flows as they are walked: connections that break, leak or wander, where no rule on the answers themselves says why. */
import { isTableId } from '../../content/tables.ts';
import { fill } from '../../content/words.ts';
import { type Fault, findFaults } from '../../network/faults.ts';
import { networkReads } from '../../network/read-topology.ts';
import { seenKinds } from '../../network/seen.ts';
import type { FlowVerdict } from '../../network/verdicts.ts';
import { networkOf } from '../../network/walk.ts';
import { networkWordsOf } from '../../network/words/words.ts';
import type { FindingOrigin } from '../../view.ts';
import { listed } from '../planned.ts';
import { privateOnly, privateOnlyReads } from '../private-only.ts';
import type { Reader } from '../reader.ts';
import { type Hit, type Rule, rule } from '../rule.ts';
import { clientRules } from './client.ts';
import { communitiesRules } from './communities.ts';
import { natRules } from './nat.ts';
import { outboundRules } from './outbound.ts';
import { skuRules } from './sku.ts';
import { steeringRules } from './steering.ts';
import { symmetryRules } from './symmetry.ts';

/** Rules that name the answer behind a broken flow: where one speaks of the same cell, the flow is not said a second time. */
const nearer: readonly Rule[] = [
  ...natRules,
  ...symmetryRules,
  ...outboundRules,
  ...clientRules,
  ...steeringRules,
  ...communitiesRules,
  ...skuRules,
];

const reads = [...new Set([...networkReads, ...nearer.flatMap((one) => one.reads)])];

const findAll = (project: Reader) => findFaults(networkOf(project));
const faultsOf = (project: Reader) => project.keep(findAll, networkReads, seenKinds);

const keyOf = ({ question, row, column }: FindingOrigin) => `${question} ${row ?? ''} ${column ?? ''}`;

/** The cells that other rules already call a blocker or a risk; only rules that read what lies behind a fault are asked. */
function saidCells(project: Reader): Set<string> {
  const cells = new Set<string>();
  const causes = new Set(faultsOf(project).flatMap(({ trace }) => trace.causes.map((cell) => cell.question)));
  const questionOf = (id: Rule['reads'][number]) => (isTableId(id) ? project.cell(id, '').question : id);
  for (const one of nearer) {
    if (!one.reads.some((id) => causes.has(questionOf(id)))) continue;
    const found = project.once(one.check);
    if (!found) continue;
    for (const hit of Array.isArray(found) ? (found as readonly Hit[]) : [found as Hit])
      if ((hit.severity ?? one.severity) !== 'advice') for (const cell of hit.from) cells.add(keyOf(cell));
  }
  return cells;
}

function unsaid(project: Reader, verdict: FlowVerdict): Fault[] {
  const faults = faultsOf(project).filter(({ trace }) => trace.verdict === verdict);
  if (faults.length === 0) return [];
  const said = project.once(saidCells);
  // What was planned is never the cause by itself: a finding on it may be about anything.
  const isSaid = (cell: FindingOrigin) => cell.column !== 'path' && said.has(keyOf(cell));
  return faults.filter(({ trace }) => !trace.causes.some(isSaid));
}

function toHit(project: Reader, { trace, flow, destinations }: Fault): Hit {
  const words = networkWordsOf(project.language);
  const decisive = trace.reply.at(-1) ?? trace.request.at(-1);
  const [, edge] = /^edges\/(.+)$/.exec(decisive?.node ?? '') ?? [];
  const isInbound = flow.opens === 'microsoft';
  const origins = trace.causes.length > 0 ? trace.causes : originsOf(flow);
  return {
    about: flow.id,
    ...(isInbound ? { variant: 'inbound' } : {}),
    values: {
      from: isInbound ? words.nodes.microsoft : flow.source.name,
      to: isInbound
        ? flow.endpoint.name
        : listed(
            destinations.map((one) => one.name),
            3,
          ),
      edge: edge === undefined ? words.nodes.internet : project.nameOf('edges', edge),
      reason: decisive ? fill(words.reasons[decisive.reason], decisive.values ?? {}) : '',
    },
    from: origins.slice(0, 6),
  };
}

function originsOf(flow: Fault['flow']): FindingOrigin[] {
  return flow.opens === 'microsoft'
    ? [flow.endpoint.at('path')]
    : [flow.source.at('path'), flow.destination.origin];
}

const dropped = rule({
  id: 'flows.dropped',
  severity: 'blocker',
  reads,
  readsEvidence: seenKinds,
  facts: ['Y-01', 'Y-12'],
  check: (project) => unsaid(project, 'asymmetric-dropped').map((fault) => toHit(project, fault)),
});

const unreachable = rule({
  id: 'flows.unreachable',
  severity: 'blocker',
  reads,
  readsEvidence: seenKinds,
  facts: ['R-01', 'CL-02'],
  check: (project) => unsaid(project, 'unreachable').map((fault) => toHit(project, fault)),
});

const leak = rule({
  id: 'flows.leak',
  severity: 'risk',
  reads: [...new Set([...reads, ...privateOnlyReads])],
  readsEvidence: seenKinds,
  facts: ['R-24', 'CL-15'],
  check: (project) => {
    const demanded = privateOnly(project);
    return unsaid(project, 'leak').map((fault): Hit => {
      const hit = toHit(project, fault);
      return demanded.length === 0 ? hit : { ...hit, severity: 'blocker', from: [...hit.from, ...demanded] };
    });
  },
});

const wandering = rule({
  id: 'flows.other-way',
  severity: 'risk',
  reads,
  readsEvidence: seenKinds,
  facts: ['Y-03', 'Y-10'],
  check: (project) => unsaid(project, 'other-circuit').map((fault) => toHit(project, fault)),
});

const loop = rule({
  id: 'flows.loop',
  severity: 'blocker',
  reads: networkReads,
  readsEvidence: seenKinds,
  facts: ['R-01', 'W-09'],
  check: (project) =>
    networkOf(project).problems.map(({ problem, values, from }) => ({
      about: from.map((cell) => cell.row).join('.'),
      ...(problem === 'hub-chain' ? { variant: 'chain' } : {}),
      values,
      from,
    })),
});

export const flowRules: readonly Rule[] = [dropped, unreachable, leak, wandering, loop];
