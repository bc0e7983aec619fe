/** What screens, documents and the command line get of a project's routes: flows with their traces, failures, drills, loads. */
import { z } from 'zod';
import { FindingOrigin } from '../view.ts';
import { partKinds } from './topology.ts';
import { flowVerdicts } from './verdicts.ts';

const Verdict = z.enum(flowVerdicts);

export const RouteHop = z.strictObject({
  /** A node of the network picture. */
  node: z.string(),
  label: z.string(),
  /** What decided that it goes on from here, or does not. */
  because: z.string(),
  translation: z.strictObject({ before: z.string(), after: z.string() }).optional(),
});
export type RouteHop = z.infer<typeof RouteHop>;

export const RouteFlow = z.strictObject({
  id: z.string(),
  from: z.string(),
  to: z.string(),
  /** Nodes of the picture. */
  fromNode: z.string(),
  toNode: z.string(),
  opens: z.enum(['you', 'microsoft']),
  protocol: z.string(),
  /** The option of the services table, or the use of a published target. */
  service: z.string(),
  population: z.enum(['inside', 'vpn', 'outside', 'server', 'microsoft']),
  users: z.number().optional(),
  verdict: Verdict,
  meaning: z.string(),
  /** At which edges it crosses the customer's border, there and back; where it ends if that is before; else empty. */
  leaves: z.string(),
  returns: z.string(),
  /** The sentence of the hop that decides how it ends. */
  because: z.string(),
  /** What kept traces show of this flow, each in a sentence. */
  traces: z.array(z.strictObject({ agrees: z.boolean(), text: z.string() })),
  request: z.array(RouteHop),
  reply: z.array(RouteHop),
  /** Answers that are missing where the trace ends. */
  missing: z.array(FindingOrigin),
  /** Answers that bring a bad end about. */
  causes: z.array(FindingOrigin),
  /** Findings that rest on those answers. */
  findings: z.array(z.string()),
});
export type RouteFlow = z.infer<typeof RouteFlow>;

export const RoutePart = z.strictObject({
  id: z.string(),
  kind: z.enum(partKinds),
  name: z.string(),
  label: z.string(),
  node: z.string(),
});
export type RoutePart = z.infer<typeof RoutePart>;

export const RouteLoad = z.strictObject({
  part: z.string(),
  label: z.string(),
  load: z.number(),
  capacity: z.number().optional(),
  isOver: z.boolean(),
});
export type RouteLoad = z.infer<typeof RouteLoad>;

export const RouteFailure = z.strictObject({
  parts: z.array(z.string()),
  /** Only flows that end otherwise than without the failure. */
  verdicts: z.record(z.string(), Verdict),
  worse: z.array(z.string()),
  /** Lines that then carry more than they can; for single failures. */
  overloaded: z.array(RouteLoad),
});
export type RouteFailure = z.infer<typeof RouteFailure>;

export const RouteDrill = z.strictObject({
  part: z.string(),
  label: z.string(),
  worse: z.number(),
  expected: z.array(
    z.strictObject({ before: Verdict, after: Verdict, flows: z.array(z.string()), text: z.string() }),
  ),
  /** The same in one sentence. */
  text: z.string(),
});
export type RouteDrill = z.infer<typeof RouteDrill>;

export const RouteTrace = z.strictObject({
  flows: z.array(RouteFlow),
  parts: z.array(RoutePart),
  failures: z.array(RouteFailure),
  drills: z.array(RouteDrill),
  loads: z.array(RouteLoad),
  problems: z.array(z.strictObject({ problem: z.string(), text: z.string(), from: z.array(FindingOrigin) })),
  /** Questions whose tables are empty, so that there is nothing to trace yet. */
  missing: z.array(FindingOrigin),
});
export type RouteTrace = z.infer<typeof RouteTrace>;
