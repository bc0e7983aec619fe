/** Finds the lines of a flow in the picture: from one part it passes to the next, in the direction it goes. */
import type { Layout, PlacedEdge, Point } from './layout.ts';

/** A flow to be shown: ids of rows, parts or lines in the order they are passed, there and back, and what is broken. */
export type Highlight = {
  forward?: readonly string[];
  reply?: readonly string[];
  broken?: readonly string[];
};

export type Stroke = { edge: PlacedEdge; points: readonly Point[] };

/** The part of the picture that an id stands for; undefined for what is not in it. */
export function partAt(layout: Layout, id: string): string | undefined {
  return layout.shows.get(id);
}

/** The line between two parts, whichever way round; a circuit stands for either of its links. */
export function edgeBetween(layout: Layout, from: string, to: string): PlacedEdge | undefined {
  const parents = new Map(layout.nodes.map((node) => [node.id, node.parent]));
  const isAt = (end: string, part: string) => end === part || parents.get(end) === part;
  return layout.edges.find(
    (edge) => (isAt(edge.from, from) && isAt(edge.to, to)) || (isAt(edge.from, to) && isAt(edge.to, from)),
  );
}

/** A line by its id, also when its ends are counted in groups. */
export function edgeAt(layout: Layout, id: string): PlacedEdge | undefined {
  const [from = '', to] = id.split('>');
  if (to === undefined) return undefined;
  const start = partAt(layout, from);
  const end = partAt(layout, to);
  return start === undefined || end === undefined ? undefined : edgeBetween(layout, start, end);
}

/** The parts that are passed, in order; a line among the ids stands for its two ends. */
export function passed(layout: Layout, ids: readonly string[]): string[] {
  const parts: string[] = [];
  for (const id of ids) {
    const edge = edgeAt(layout, id);
    const part = partAt(layout, id);
    const next = edge ? (parts.at(-1) === edge.to ? [edge.to, edge.from] : [edge.from, edge.to]) : [part];
    for (const one of next) if (one !== undefined && one !== parts.at(-1)) parts.push(one);
  }
  return parts;
}

export function strokesOf(layout: Layout, parts: readonly string[]): Stroke[] {
  const strokes: Stroke[] = [];
  for (const [place, to] of parts.entries()) {
    const from = parts[place - 1];
    const edge = from === undefined ? undefined : edgeBetween(layout, from, to);
    if (!edge || from === undefined) continue;
    const parent = layout.nodes.find((node) => node.id === edge.from)?.parent;
    const isAlong = edge.from === from || parent === from;
    strokes.push({ edge, points: isAlong ? edge.points : [...edge.points].reverse() });
  }
  return strokes;
}

/** The same way a little to one side: lines here are level or upright, so each corner moves with both of its sides. */
export function beside(points: readonly Point[], distance: number): Point[] {
  return points.map(([x, y], place): Point => {
    const before = points[place - 1];
    const after = points[place + 1];
    const sides = [before && ([before, points[place]] as const), after && ([points[place], after] as const)];
    let [dx, dy] = [0, 0];
    for (const side of sides) {
      const [start, end] = side ?? [];
      if (!start || !end) continue;
      if (start[1] === end[1]) dy = Math.sign(end[0] - start[0]) * distance;
      else dx = -Math.sign(end[1] - start[1]) * distance;
    }
    return [x + dx, y + dy];
  });
}
