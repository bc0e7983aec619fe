/** Puts traces into words: names of nodes and parts, and a sentence for what each hop decided. */
import { fill } from '../content/words.ts';
import type { Flow } from './flow.ts';
import { destinationNode } from './simulate.ts';
import type { NetworkPart, Topology } from './topology.ts';
import type { Hop } from './trace.ts';
import type { NetworkWords } from './words/words.ts';

export type DescribedHop = {
  node: string;
  label: string;
  because: string;
  translation?: { before: string; after: string };
};

export type DescribedPart = NetworkPart & { label: string };

export class Describer {
  readonly words: NetworkWords;
  readonly #labels = new Map<string, string>();

  constructor(topology: Topology, words: NetworkWords) {
    this.words = words;
    const labels = this.#labels;
    labels.set('internet', words.nodes.internet);
    labels.set('microsoft', words.nodes.microsoft);
    for (const site of topology.sites.values()) labels.set(`sites/${site.id}`, site.name);
    for (const source of topology.sources) labels.set(source.id, source.name);
    for (const endpoint of topology.endpoints) labels.set(endpoint.id, endpoint.name);
    for (const part of topology.parts.values()) labels.set(part.id, partLabel(words, part));
  }

  label(node: string): string {
    return this.#labels.get(node) ?? node;
  }

  part(part: NetworkPart): DescribedPart {
    return { ...part, label: this.label(part.id) };
  }

  from(flow: Flow): string {
    return flow.opens === 'you' ? flow.source.name : this.words.nodes.microsoft;
  }

  to(flow: Flow): string {
    return flow.opens === 'you' ? flow.destination.name : flow.endpoint.name;
  }

  /** Where a flow ends in the picture. */
  node(flow: Flow): string {
    return flow.opens === 'you' ? flow.destination.node : flow.endpoint.id;
  }

  because({ reason, values }: Hop): string {
    return fill(this.words.reasons[reason], values ?? {});
  }

  hops(flow: Flow, hops: readonly Hop[]): DescribedHop[] {
    return hops.map((hop) => {
      const { node, translation } = hop;
      const isEnd = node === destinationNode;
      return {
        node: isEnd ? this.node(flow) : node,
        label: isEnd ? this.to(flow) : this.label(node),
        because: this.because(hop),
        ...(translation ? { translation } : {}),
      };
    });
  }
}

function partLabel(words: NetworkWords, { kind, name, id }: NetworkPart): string {
  if (kind === 'link')
    return fill(words.links[id.endsWith('/secondary') ? 'secondary' : 'primary'], { name });
  if (kind === 'firewall' || kind === 'wan' || kind === 'pool') return fill(words.partNames[kind], { name });
  return name;
}
