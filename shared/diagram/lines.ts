/** How each kind of line looks, by colour, thickness and dash together, and its way as a path with rounded corners. */
import type { Point } from './layout.ts';
import type { Palette } from './palette.ts';
import type { LinkKind } from './topology.ts';

export type LineLook = { stroke: string; width: number; dash: string | undefined };
export type LineName = LinkKind | 'forward' | 'reply';

export function lineLooks(palette: Palette): Readonly<Record<LineName, LineLook>> {
  return {
    'express-route': { stroke: palette.expressRoute, width: 2, dash: undefined },
    secondary: { stroke: palette.expressRoute, width: 1.5, dash: '7 3' },
    internet: { stroke: palette.internet, width: 1.5, dash: '2 3' },
    inside: { stroke: palette.line, width: 1.25, dash: undefined },
    missing: { stroke: palette.line, width: 1.25, dash: '5 4' },
    forward: { stroke: palette.expressRoute, width: 2.75, dash: undefined },
    reply: { stroke: palette.reply, width: 2.75, dash: '7 4' },
  };
}

const cornerRadius = 6;

export function pathOf(points: readonly Point[]): string {
  let path = '';
  for (const [place, point] of points.entries()) {
    const before = points[place - 1];
    const after = points[place + 1];
    if (!before) path += `M${point[0]} ${point[1]}`;
    else if (!after) path += `L${point[0]} ${point[1]}`;
    else {
      const radius = Math.min(cornerRadius, lengthOf(before, point) / 2, lengthOf(point, after) / 2);
      const start = towards(point, before, radius);
      const end = towards(point, after, radius);
      path += `L${start[0]} ${start[1]}Q${point[0]} ${point[1]} ${end[0]} ${end[1]}`;
    }
  }
  return path;
}

function lengthOf(one: Point, other: Point): number {
  return Math.abs(one[0] - other[0]) + Math.abs(one[1] - other[1]);
}

function towards(from: Point, to: Point, distance: number): Point {
  return [from[0] + Math.sign(to[0] - from[0]) * distance, from[1] + Math.sign(to[1] - from[1]) * distance];
}

type Piece = readonly [from: Point, to: Point];

/** What is left to draw of each line where several run together: dashes drawn twice would fill each other's gaps. */
export function drawnOnce(ways: readonly (readonly Point[])[]): (readonly Point[])[] {
  const drawn: Piece[] = [];
  return ways.map((way) => {
    const rest = withoutCoveredEnd([...withoutCoveredEnd(way, drawn)].reverse(), drawn).reverse();
    for (const [place, to] of rest.entries()) {
      const from = rest[place - 1];
      if (from) drawn.push([from, to]);
    }
    return rest;
  });
}

function withoutCoveredEnd(way: readonly Point[], drawn: readonly Piece[]): Point[] {
  const rest = [...way];
  for (;;) {
    const from = rest.at(-2);
    const to = rest.at(-1);
    if (!from || !to) return [];
    const reached = drawn
      .map((piece) => coveredUpTo(piece, from, to))
      .reduce((best, one) => (lengthOf(from, one) < lengthOf(from, best) ? one : best), to);
    if (reached === to) return rest;
    rest.pop();
    if (lengthOf(from, reached) > 0) rest.push(reached);
  }
}

/** How far towards `from` a drawn piece covers the way that ends in `to`; `to` itself where it does not. */
function coveredUpTo([one, other]: Piece, from: Point, to: Point): Point {
  const axis = from[0] === to[0] ? 1 : 0;
  const across = 1 - axis;
  if ([one, other, from].some((point) => point[across] !== to[across])) return to;
  const low = Math.min(one[axis], other[axis]);
  const high = Math.max(one[axis], other[axis]);
  if (to[axis] < low || to[axis] > high) return to;
  const end = from[axis] < to[axis] ? Math.max(from[axis], low) : Math.min(from[axis], high);
  if (end === to[axis]) return to;
  return axis === 0 ? [end, to[1]] : [to[0], end];
}
