/** What the walk of one flow finds: each hop there and back, what decided it, and how it ends. */
import type { FindingOrigin } from '../view.ts';
import type { FlowVerdict } from './verdicts.ts';

/** Why traffic goes on from a hop, or does not; the sentences are in words/. */
export const reasons = [
  'routed',
  'pac-direct',
  'pac-proxy',
  'pac-seen-direct',
  'pac-seen-proxy',
  'explicit-proxy',
  'bypassed-proxy',
  'vpn-tunnel',
  'own-line',
  'to-hub',
  'to-core',
  'proxy-express-route',
  'proxy-internet',
  'proxy-cloud',
  'route-community',
  'route-prefix',
  'default-route',
  'internet-preferred',
  'not-steered',
  'static-route',
  'fail-closed',
  'internet-forbidden',
  'no-route',
  'line-down',
  'proxy-down',
  'edge-down',
  'pool-down',
  'private-source',
  'translated',
  'untranslated',
  'over-circuit',
  'handed-over',
  'over-internet',
  'arrives',
  'missing',
  'reply-longest',
  'reply-prepended',
  'reply-tied',
  'reply-internet',
  'reply-default',
  'reply-outside',
  'calls-longest',
  'calls-internet',
  'not-published-here',
  'state-known',
  'state-shared',
  'no-state',
  'no-translation',
  'state-unknown',
  'back',
  'server-replies-route',
  'server-replies-default',
] as const;
export type Reason = (typeof reasons)[number];

export type Hop = {
  /** Where the picture shows it: the id of a row or part. */
  node: string;
  reason: Reason;
  values?: Readonly<Record<string, string | number>>;
  /** What the source address becomes here. */
  translation?: { before: string; after: string };
};

export type Trace = {
  verdict: FlowVerdict;
  request: readonly Hop[];
  reply: readonly Hop[];
  /** Cells that decide a bad end: what a finding about it points to. */
  causes: readonly FindingOrigin[];
  /** Answers that are not there, where the walk ends for want of them. */
  missing: readonly FindingOrigin[];
  /** Every part whose loss could change this: nothing else has to be walked again. */
  touched: ReadonlySet<string>;
  /** Which links carry it there, and which internet edge. */
  carriers: readonly string[];
};
