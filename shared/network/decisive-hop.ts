/** What of a trace decides how it ends, and where it crosses the customer's border: the short story of a flow. */
import type { Hop, Reason, Trace } from './trace.ts';

type Told = Pick<Trace, 'verdict' | 'request' | 'reply'>;

/** Where traffic that should have gone to a circuit turned to the internet. */
const strays: readonly Reason[] = [
  'proxy-cloud',
  'proxy-internet',
  'not-steered',
  'no-route',
  'internet-preferred',
  'static-route',
  'default-route',
];
const serverReplies: readonly Reason[] = ['server-replies-default', 'server-replies-route'];

export function decisiveHop({ verdict, request, reply }: Told): Hop | undefined {
  if (verdict === 'unreachable' || verdict === 'asymmetric-dropped' || verdict === 'unknown')
    return reply.at(-1) ?? request.at(-1);
  // Inside the network the reply goes back as the request came: that decides nothing.
  const answered = reply.find(({ reason }) => reason.startsWith('reply-') || serverReplies.includes(reason));
  const called = request.find(({ reason }) => reason.startsWith('calls-'));
  const isOverCircuit = request.some(({ reason }) => reason === 'over-circuit');
  if (verdict !== 'leak' || isOverCircuit) return answered ?? called;
  return request.find(({ reason }) => strays.includes(reason)) ?? called ?? answered;
}

/** The edge where a way crosses the border; for a way that ends before any, where it ends. None for who works outside. */
export function borderNode(verdict: Trace['verdict'], hops: readonly Hop[]): string | undefined {
  const edge = hops.find(({ node }) => node.startsWith('edges/'));
  if (edge) return edge.node;
  return verdict === 'unreachable' || verdict === 'unknown' || verdict === 'asymmetric-dropped'
    ? hops.at(-1)?.node
    : undefined;
}
