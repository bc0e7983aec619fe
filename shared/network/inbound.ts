/** Walks what Microsoft opens: to a published system of the customer, and the way the server's reply takes. */

import type { FindingOrigin } from '../view.ts';
import { formatAddress } from './address.ts';
import { crossingOf } from './crossing.ts';
import type { Arrival, ReplyFinder } from './replies.ts';
import { chooseRoute, isEdgeDown, type RouteFinder } from './routes.ts';
import type { Endpoint, Need, NetworkEdge, NetworkLink, Topology } from './topology.ts';
import type { Hop, Trace } from './trace.ts';
import { type FlowVerdict, isWorse } from './verdicts.ts';

type ReplyWay =
  | { way: 'link'; link: NetworkLink; hops: Hop[]; lines: readonly string[] }
  | { way: 'internet'; edge: NetworkEdge | undefined }
  | { way: 'unknown'; missing: readonly FindingOrigin[] };

export class InboundWalk {
  readonly #topology: Topology;
  readonly #routes: RouteFinder;
  readonly #replies: ReplyFinder;

  constructor(topology: Topology, routes: RouteFinder, replies: ReplyFinder) {
    this.#topology = topology;
    this.#routes = routes;
    this.#replies = replies;
  }

  trace(endpoint: Endpoint, off: ReadonlySet<string>): Trace {
    const needs: readonly (Need | undefined)[] = endpoint.needs.length > 0 ? endpoint.needs : [undefined];
    let worst: Trace | undefined;
    const touched = new Set<string>();
    for (const need of needs) {
      const trace = this.#walk(endpoint, need, off);
      for (const part of trace.touched) touched.add(part);
      if (!worst || isWorse(trace.verdict, worst.verdict)) worst = trace;
    }
    return { ...(worst as Trace), touched };
  }

  #walk(endpoint: Endpoint, need: Need | undefined, off: ReadonlySet<string>): Trace {
    const { address, edge } = endpoint;
    const request: Hop[] = [];
    const touched = new Set<string>();
    const carriers: string[] = [];
    const end = (verdict: FlowVerdict, reply: Hop[], more: Partial<Trace> = {}): Trace => ({
      verdict,
      request,
      reply,
      causes: [],
      missing: [],
      touched,
      carriers,
      ...more,
    });
    const lacks = (missing: readonly FindingOrigin[], reply: Hop[] = []) => {
      if (reply.length === 0) request.push({ node: endpoint.id, reason: 'missing' });
      return end('unknown', reply, { missing });
    };
    if (!address) return lacks([endpoint.at('address')]);
    if (!edge) return lacks([endpoint.at('edge')]);
    if (endpoint.path === undefined) return lacks([endpoint.at('path')]);
    const text = formatAddress(address);
    const arrival = this.#replies.find(
      { address, need, askedOver: edge.links.find((link) => !off.has(link.id)), isLenient: true },
      off,
    );
    request.push(...callHops(arrival, text));
    const link = arrival.kind === 'express-route' ? arrival.link : undefined;
    if (arrival.kind === 'express-route') for (const part of arrival.touched) touched.add(part);
    if (link && !link.edge) return lacks([link.edgeOrigin]);
    const at = link?.edge ?? edge;
    for (const part of [...at.parts, ...edge.parts]) touched.add(part);
    if (link) carriers.push(link.id);
    else carriers.push(`edges/${at.id}`);
    if (isEdgeDown(at, off)) {
      request.push({ node: `edges/${at.id}`, reason: 'edge-down' });
      return end('unreachable', []);
    }
    if (at !== edge || (!link && edge.kind === 'express-route')) {
      request.push({
        node: link ? `edges/${at.id}` : 'internet',
        reason: 'not-published-here',
        values: { edge: edge.name },
      });
      return end('unreachable', [], {
        causes: [endpoint.at('edge'), endpoint.at('address'), ...arrival.origins],
      });
    }
    const isTranslated = endpoint.isTranslated === true;
    request.push(
      {
        node: `edges/${at.id}`,
        reason: isTranslated ? 'translated' : 'untranslated',
        ...(isTranslated ? { values: { pool: at.name } } : {}),
      },
      ...(at.site ? [{ node: `sites/${at.site.id}`, reason: 'routed' as const }] : []),
      { node: endpoint.id, reason: 'arrives' },
    );
    const asIntended: FlowVerdict =
      link !== undefined ? 'express-route' : endpoint.path === 'internet' ? 'internet-as-intended' : 'leak';
    const causes = asIntended === 'leak' ? [endpoint.at('path'), endpoint.at('address')] : [];
    const back: Hop[] = [
      { node: endpoint.id, reason: 'back' },
      ...(at.site ? [{ node: `sites/${at.site.id}`, reason: 'back' as const }] : []),
    ];
    const sameWay: Hop[] = [
      ...back,
      { node: `edges/${at.id}`, reason: 'state-known' },
      ...request
        .slice(
          0,
          request.findIndex((hop) => hop.node.startsWith('edges/')),
        )
        .reverse()
        .map((hop): Hop => ({ node: hop.node, reason: 'back' })),
    ];
    if (isTranslated) return end(asIntended, sameWay, { causes });

    const reply = this.#replyWay(endpoint, at, need, off);
    if (reply.way === 'unknown') return lacks(reply.missing, [{ node: endpoint.id, reason: 'missing' }]);
    const leaves = reply.way === 'link' ? reply.link.edge : reply.edge;
    if (reply.way === 'link') for (const part of [...reply.link.parts, ...reply.lines]) touched.add(part);
    for (const part of leaves?.parts ?? []) touched.add(part);
    if (leaves && isEdgeDown(leaves, off))
      return end('unreachable', [...back, { node: `edges/${leaves.id}`, reason: 'edge-down' }]);
    const isSame = link
      ? reply.way === 'link' && reply.link.circuit === link.circuit
      : reply.way === 'internet' && leaves === at;
    if (isSame) return end(asIntended, sameWay, { causes });
    // Whether the edge hides the caller would decide it, and nobody has said.
    if (endpoint.isTranslated === undefined)
      return lacks([endpoint.at('sourceNat')], [{ node: endpoint.id, reason: 'missing' }]);
    const out: Hop[] = [
      {
        node: endpoint.id,
        reason: reply.way === 'link' ? 'server-replies-route' : 'server-replies-default',
      },
      ...(reply.way === 'link' ? reply.hops : []),
    ];
    const why = [
      endpoint.at('sourceNat'),
      endpoint.at('seesRoutes'),
      this.#topology.cell('edges', at.id, 'learnsRoutes'),
    ];
    const crossing = crossingOf(at, leaves, endpoint.isDestinationTranslated, text);
    if (crossing.kind === 'unknown')
      return lacks([this.#topology.cell('edges', crossing.edge.id, 'firewall')], [...out, crossing.hop]);
    if (crossing.kind === 'dropped')
      return end('asymmetric-dropped', [...out, crossing.hop], { causes: why });
    const onwards: Hop[] =
      reply.way === 'link'
        ? [
            { node: reply.link.id, reason: 'over-circuit' },
            { node: 'microsoft', reason: 'arrives' },
          ]
        : [
            { node: 'internet', reason: 'over-internet' },
            { node: 'microsoft', reason: 'arrives' },
          ];
    return end(
      link && reply.way === 'internet' ? 'leak' : 'other-circuit',
      [...out, crossing.hop, ...onwards],
      {
        causes: why,
      },
    );
  }

  #replyWay(
    endpoint: Endpoint,
    edge: NetworkEdge,
    need: Need | undefined,
    off: ReadonlySet<string>,
  ): ReplyWay {
    const { propagation } = this.#topology.answers;
    const sees =
      endpoint.seesRoutes ??
      (propagation === 'everywhere' ? true : propagation === 'edge-only' ? false : undefined);
    if (sees === undefined) return { way: 'unknown', missing: [endpoint.at('seesRoutes')] };
    const { site } = edge;
    if (!site) return { way: 'unknown', missing: [this.#topology.cell('edges', edge.id, 'site')] };
    const internet = site.way.find((one) => one.internetEdge !== undefined)?.internetEdge;
    if (!sees) return { way: 'internet', edge: internet };
    if (!need) return { way: 'unknown', missing: [endpoint.at('region')] };
    const { routes, missing } = this.#routes.find(need, undefined);
    const { chosen } = chooseRoute(this.#topology, routes, site, off);
    if (!chosen && missing.length > 0) return { way: 'unknown', missing };
    if (!chosen) return { way: 'internet', edge: internet };
    const { route, walk } = chosen;
    const hops: Hop[] = [
      ...walk.hops,
      { node: `sites/${walk.at.id}`, reason: route.shownAs.reason, values: route.shownAs.values },
    ];
    return { way: 'link', link: route.link, hops, lines: walk.lines };
  }
}

function callHops(arrival: Arrival, address: string): Hop[] {
  if (arrival.kind === 'internet')
    return [
      { node: 'microsoft', reason: 'calls-internet', values: { address } },
      { node: 'internet', reason: 'over-internet' },
    ];
  const { link, prefix } = arrival;
  return [
    { node: 'microsoft', reason: 'calls-longest', values: { address, prefix, circuit: link.circuit.name } },
    ...(link.location === undefined
      ? []
      : [{ node: `locations/${link.location}`, reason: 'handed-over' as const }]),
    { node: link.id, reason: 'over-circuit' },
  ];
}
