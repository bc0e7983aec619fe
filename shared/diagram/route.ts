/** Leads lines through the gap between two columns: out, along a track of their own, and in again; lines with an end in common share a track. */
import type { LinkKind } from './topology.ts';

/** The side of something that lines end at. */
export type Stop = {
  id: string;
  /** Where a line ends by itself, and how far from there it may end. */
  y: number;
  reach: number;
};

export type Hop = {
  kind: LinkKind;
  left: Stop;
  right: Stop;
  /** Both ends stand in the column at the left. */
  turns: boolean;
};

/** Where a hop leaves, where it arrives, and the track in between; none when it runs straight. */
export type Course = { from: number; to: number; track: number | undefined };

type Port = { stop: Stop; side: 'left' | 'right'; y: number };
type Net = { kind: LinkKind; ports: Port[]; top: number; bottom: number };

/** Lines and ends closer than this look like one. */
const clearance = 6;
const portSpacing = 10;

export function routeGap(hops: readonly Hop[]): { courses: Course[]; tracks: number } {
  const nets = new Map<string, Net>();
  const netOf = new Map<Hop, Net>();
  const degree = new Map<string, number>();
  for (const hop of hops)
    for (const end of [`L ${hop.kind} ${hop.left.id}`, `R ${hop.kind} ${hop.right.id}`])
      degree.set(end, (degree.get(end) ?? 0) + 1);
  for (const hop of hops) {
    const left = `L ${hop.kind} ${hop.left.id}`;
    const right = `R ${hop.kind} ${hop.right.id}`;
    // The busier end gathers its lines.
    const key = (degree.get(right) ?? 0) >= (degree.get(left) ?? 0) ? right : left;
    const net = nets.get(key) ?? { kind: hop.kind, ports: [], top: 0, bottom: 0 };
    nets.set(key, net);
    netOf.set(hop, net);
    addPort(net, hop.left, 'left');
    addPort(net, hop.right, hop.turns ? 'left' : 'right');
  }
  const all = [...nets.values()];
  placePorts(all);
  straighten(all);
  for (const net of all) {
    const ends = net.ports.map((port) => port.y);
    net.top = Math.min(...ends);
    net.bottom = Math.max(...ends);
  }
  const bent = all.filter((net) => net.top !== net.bottom || net.ports.every((port) => port.side === 'left'));
  const tracks = assignTracks(orderNets(bent));
  const courses = hops.map((hop): Course => {
    const net = netOf.get(hop);
    const yOf = (stop: Stop) => net?.ports.find((port) => port.stop.id === stop.id)?.y ?? stop.y;
    const from = yOf(hop.left);
    const to = yOf(hop.right);
    return { from, to, track: from === to && !hop.turns ? undefined : net && tracks.get(net) };
  });
  return { courses, tracks: 1 + Math.max(-1, ...tracks.values()) };
}

function addPort(net: Net, stop: Stop, side: Port['side']): void {
  if (!net.ports.some((port) => port.stop.id === stop.id && port.side === side))
    net.ports.push({ stop, side, y: stop.y });
}

/** Several nets at one side of a box end one below the other, in the order of where they come from. */
function placePorts(nets: readonly Net[]): void {
  const sides = new Map<string, { net: Net; port: Port }[]>();
  for (const net of nets) {
    for (const port of net.ports) {
      const key = `${port.side} ${port.stop.id}`;
      const list = sides.get(key) ?? [];
      list.push({ net, port });
      sides.set(key, list);
    }
  }
  for (const list of sides.values()) {
    const heads = new Map(list.map(({ net, port }) => [port, farEnd(net, port)]));
    list.sort((one, other) => (heads.get(one.port) ?? 0) - (heads.get(other.port) ?? 0));
    const step = Math.min(portSpacing, (2 * (list[0]?.port.stop.reach ?? 0)) / Math.max(1, list.length - 1));
    for (const [place, { port }] of list.entries())
      port.y = Math.round(port.stop.y + (place - (list.length - 1) / 2) * step);
  }
}

function farEnd(net: Net, port: Port): number {
  const others = net.ports.filter((one) => one !== port);
  return others.reduce((sum, one) => sum + one.stop.y, 0) / Math.max(1, others.length);
}

/** A line that would make a small step runs straight instead, where a box leaves it the choice. */
function straighten(nets: readonly Net[]): void {
  for (const net of nets) {
    for (const port of net.ports) {
      const near = net.ports
        .filter((one) => one.side !== port.side)
        .sort((one, other) => Math.abs(one.y - port.y) - Math.abs(other.y - port.y))[0];
      if (!near || near.y === port.y || Math.abs(near.y - port.stop.y) > port.stop.reach) continue;
      const isFree = nets.every((other) =>
        other.ports.every(
          (one) =>
            one === port ||
            one.side !== port.side ||
            one.stop.id !== port.stop.id ||
            // Ends keep their order, or lines would cross where they had not.
            (one.y < port.y === one.y < near.y && Math.abs(one.y - near.y) >= clearance),
        ),
      );
      if (isFree) port.y = near.y;
    }
  }
}

/** What it costs to the eye when `one` has its track at the left of `other`: crossings, and lines that lie on each other. */
function cost(one: Net, other: Net): number {
  let sum = 0;
  for (const port of one.ports) {
    if (port.side !== 'right') continue;
    if (port.y > other.top - 1 && port.y < other.bottom + 1) sum += 1;
    for (const end of other.ports) if (end.side === 'left' && Math.abs(end.y - port.y) < clearance) sum += 20;
  }
  for (const port of other.ports)
    if (port.side === 'left' && port.y > one.top - 1 && port.y < one.bottom + 1) sum += 1;
  return sum;
}

function orderNets(nets: readonly Net[]): Net[] {
  const order = [...nets].sort((one, other) => one.top - other.top);
  const costs = new Map(order.map((one) => [one, new Map(order.map((other) => [other, cost(one, other)]))]));
  const between = (one: Net, other: Net) => costs.get(one)?.get(other) ?? 0;
  for (let round = 0; round < order.length; round += 1) {
    let isBetter = false;
    for (let place = 1; place < order.length; place += 1) {
      const one = order[place - 1];
      const other = order[place];
      if (!one || !other || between(one, other) <= between(other, one)) continue;
      order[place - 1] = other;
      order[place] = one;
      isBetter = true;
    }
    if (!isBetter) break;
  }
  return order;
}

/** Nets that do not meet in height may use the same track. */
function assignTracks(order: readonly Net[]): Map<Net, number> {
  const tracks = new Map<Net, number>();
  for (const [place, net] of order.entries()) {
    let track = 0;
    for (const before of order.slice(0, place)) {
      const meets = before.top < net.bottom + clearance && before.bottom > net.top - clearance;
      if (meets) track = Math.max(track, (tracks.get(before) ?? 0) + 1);
    }
    tracks.set(net, track);
  }
  return tracks;
}
