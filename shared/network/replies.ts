/** Decides as Microsoft does where packets to one of the customer's addresses go: the longest prefix, and ExpressRoute before the internet. */
import type { FindingOrigin } from '../view.ts';
import { type Address, addToAddress, formatAddress } from './address.ts';
import { containsAddress, getFirstAddress, getLastAddress, type Prefix } from './prefix.ts';
import { isLinkDown } from './routes.ts';
import type { Announcement, Need, NetworkLink, Topology } from './topology.ts';

export type Arrival =
  | {
      kind: 'express-route';
      link: NetworkLink;
      prefix: string;
      by: 'reply-longest' | 'reply-prepended' | 'reply-tied';
      /** The circuits that announce it alike. */
      circuits: string;
      /** Losing any of these could change the answer. */
      touched: readonly string[];
      origins: readonly FindingOrigin[];
    }
  | {
      kind: 'internet';
      /** Undefined where nothing that is known covers the address. */
      prefix: string | undefined;
      origins: readonly FindingOrigin[];
    };

/** An address, and who asks for it. */
export type Question = {
  address: Address;
  need: Need | undefined;
  askedOver: NetworkLink | undefined;
  /** What is known of the connection is known at the edge it left by, not wherever its circuit ends. */
  isBoundToEdge?: boolean;
  /** Takes the way that was asked over when nothing tells the circuits apart. */
  isLenient?: true;
};

/** What announces one prefix, and what is told of it while all its links are up. */
type Announced = {
  announcements: readonly Announcement[];
  links: readonly NetworkLink[];
  told: Told;
};
type Told = Pick<Extract<Arrival, { kind: 'express-route' }>, 'circuits' | 'touched'>;

export class ReplyFinder {
  readonly #topology: Topology;
  readonly #known = new Map<Address, readonly Announced[]>();
  readonly #pieces = new Map<Prefix, readonly Address[]>();

  constructor(topology: Topology) {
    this.#topology = topology;
  }

  find(question: Question, off: ReadonlySet<string>): Arrival {
    for (const announced of this.#matches(question.address)) {
      const { announcements, links } = announced;
      const isCut = links.some((link) => isLinkDown(link, off));
      const live = isCut ? links.filter((link) => !isLinkDown(link, off)) : links;
      // Of the same prefix on both sides, Microsoft takes ExpressRoute however far it is.
      if (live.length > 0)
        return choose(announcements, live, isCut ? toldOf(live) : announced.told, question);
      const internet = announcements.find((one) => one.kind === 'internet');
      if (internet) return { kind: 'internet', prefix: internet.text, origins: [internet.origin] };
    }
    return { kind: 'internet', prefix: undefined, origins: [] };
  }

  /** One address of each piece of a block that Microsoft may answer differently; the same objects each time. */
  piecesOf(prefix: Prefix): readonly Address[] {
    let pieces = this.#pieces.get(prefix);
    if (!pieces) {
      pieces = cutPieces(this.#topology, prefix);
      this.#pieces.set(prefix, pieces);
    }
    return pieces;
  }

  /** Announcements around the address, the longest prefix first. */
  #matches(address: Address): readonly Announced[] {
    let known = this.#known.get(address);
    if (!known) {
      known = this.#topology.announced
        .lookupAll(address)
        .map(({ value: announcements }) => {
          const links = announcements.flatMap((one) => (one.kind === 'internet' ? [] : one.links));
          return { announcements, links, told: toldOf(links) };
        })
        .reverse();
      this.#known.set(address, known);
    }
    return known;
  }
}

function toldOf(links: readonly NetworkLink[]): Told {
  return {
    circuits: [...new Set(links.map((one) => one.circuit.name))].join(', '),
    touched: [...new Set(links.flatMap((one) => one.parts))],
  };
}

function choose(
  announcements: readonly Announcement[],
  live: readonly NetworkLink[],
  told: Told,
  { need, askedOver, isBoundToEdge, isLenient }: Question,
): Arrival {
  const best = live.some((link) => !link.circuit.prepends)
    ? live.filter((link) => !link.circuit.prepends)
    : live;
  // Between circuits that nothing tells apart, the unfavourable one: what may happen will. So with the two
  // links of one circuit where they end at different edges: Microsoft uses both.
  const isOther = (link: NetworkLink) =>
    link.circuit !== askedOver?.circuit || (isBoundToEdge === true && link.edge !== askedOver.edge);
  const others = best.filter(isOther);
  const near = others.filter((link) => need?.region !== undefined && link.circuit.reaches(need));
  const [other] = near.length > 0 ? near : others;
  const own = best.find((link) => link === askedOver) ?? best.find((link) => !isOther(link));
  const link = (isLenient ? (own ?? other) : (other ?? own)) ?? (live[0] as NetworkLink);
  const isTied = own !== undefined && other !== undefined;
  return {
    kind: 'express-route',
    link,
    prefix: announcements[0]?.text ?? '',
    by: isTied ? 'reply-tied' : best.length < live.length ? 'reply-prepended' : 'reply-longest',
    ...told,
    origins: announcements.filter((one) => one.kind === 'express-route').map((one) => one.origin),
  };
}

/** More than these are not asked about: a block cut into a hundred pieces is wrong long before. */
const mostPieces = 16;

function cutPieces(topology: Topology, prefix: Prefix): Address[] {
  const first = getFirstAddress(prefix);
  const pieces = new Map<string, Address>([[formatAddress(first), first]]);
  for (const inner of topology.inside.get(prefix) ?? []) {
    const behind = addToAddress(getLastAddress(inner), 1);
    for (const address of [getFirstAddress(inner), behind])
      if (address && pieces.size < mostPieces && containsAddress(prefix, address))
        pieces.set(formatAddress(address), address);
  }
  return [...pieces.values()];
}
