/** The picture in words, for those who hear it instead of seeing it. */
import { fill } from '../content/words.ts';
import type { Layout, PlacedNode } from './layout.ts';
import type { DiagramWords } from './words/words.ts';

/** A flow as the ids of the parts it passes. */
export type Described = { there: readonly string[]; back: readonly string[]; broken: readonly string[] };

const mostNamed = 8;

export function alternativeText(layout: Layout, words: DiagramWords, flow: Described | undefined): string {
  const { alt } = words;
  const named = (nodes: readonly PlacedNode[]) => {
    const names = nodes.slice(0, mostNamed).map((node) => node.name);
    const rest = nodes.length - names.length;
    return [...names, ...(rest > 0 ? [fill(alt.more, { count: rest })] : [])].join(', ');
  };
  const sentence = (template: string, kinds: readonly PlacedNode['kind'][]) => {
    const nodes = layout.nodes.filter((node) => kinds.includes(node.kind));
    return nodes.length === 0 ? '' : fill(template, { list: named(nodes) });
  };
  const byId = new Map(layout.nodes.map((node) => [node.id, node]));
  const path = (template: string, ids: readonly string[]) => {
    const names = ids.map((id) => byId.get(id)?.name).filter((name) => name !== undefined);
    return names.length === 0 ? '' : fill(template, { list: names.join(', ') });
  };
  return [
    alt.lead,
    sentence(alt.sites, ['site', 'people', 'servers']),
    sentence(alt.edges, ['edge', 'proxy', 'endpoint']),
    sentence(alt.circuits, ['circuit']),
    sentence(alt.locations, ['location']),
    sentence(alt.services, ['region', 'services']),
    sentence(alt.missing, ['missing']),
    ...(flow
      ? [path(alt.forward, flow.there), path(alt.reply, flow.back), path(alt.broken, flow.broken)]
      : []),
  ]
    .filter((text) => text !== '')
    .join(' ');
}
