/** Projects to draw, and the laws that every drawing keeps. */
import { expect } from 'vitest';
import { openState } from '../../../shared/content/open-state.ts';
import { builtInReference } from '../../../shared/content/reference.ts';
import type { TableId } from '../../../shared/content/tables.ts';
import { type Box, type Layout, layout, type Point } from '../../../shared/diagram/layout.ts';
import { textStyles, widthOf } from '../../../shared/diagram/text.ts';
import { diagramWordsOf } from '../../../shared/diagram/words/words.ts';
import { readerOf } from '../../../shared/document/context.ts';
import type { Json } from '../../../shared/json.ts';
import type { ProjectState } from '../../../shared/project/state.ts';
import type { ProjectView } from '../../../shared/view.ts';
import { today, viewOf } from '../document/projects.ts';

export const words = diagramWordsOf('en');

export function drawn(view: ProjectView, apart?: readonly string[]): Layout {
  return layout(readerOf({ view, today, reference: builtInReference }), words, apart ? { apart } : {});
}

type Rows = Partial<Record<TableId, readonly ({ id: string } & Record<string, Json>)[]>>;

export function projectOf(tables: Rows): ProjectState {
  const current: [string, { value: Json }][] = [
    [
      'answer/scope.services.used',
      { value: { state: 'answered', value: ['power-apps', 'dynamics-365', 'power-automate', 'exchange'] } },
    ],
  ];
  for (const [table, rows] of Object.entries(tables))
    for (const [order, { id, ...cells }] of (rows ?? []).entries())
      current.push([`row/${table}/${id}`, { value: { order, cells } }]);
  return openState(current);
}

export const drawnOf = (tables: Rows, apart?: readonly string[]) => drawn(viewOf(projectOf(tables)), apart);

/** Many sites behind three hubs, some on ExpressRoute and some on the internet. */
export function manySites(count: number): Rows {
  const hubs = ['h0', 'h1', 'h2'].map((id, place) => ({
    id,
    name: `Hub ${place}`,
    kind: 'hub',
    path: 'express-route',
    expressRouteEdge: `er${place}`,
    internetEdge: `in${place}`,
  }));
  const sites = Array.from({ length: count }, (_, place) => ({
    id: `s${place}`,
    name: `Branch office number ${place}`,
    kind: place % 3 === 0 ? 'office' : 'branch',
    users: 10 + place,
    hub: `h${place % 3}`,
    path: place % 2 === 0 ? 'express-route' : 'internet',
  }));
  const edges = hubs.flatMap(({ id }, place) => [
    { id: `er${place}`, name: `ER edge ${place}`, kind: 'express-route', site: id, firewall: 'stateful' },
    { id: `in${place}`, name: `Internet edge ${place}`, kind: 'internet', site: id },
  ]);
  const circuits = Array.from({ length: 12 }, (_, place) => ({
    id: `c${place}`,
    name: `Circuit ${place}`,
    location: ['paris', 'frankfurt', 'london', 'amsterdam'][place % 4] ?? '',
    bandwidth: 1000,
    sku: 'standard',
    edge: `er${place % 3}`,
  }));
  const environments = Array.from({ length: 60 }, (_, place) => ({
    id: `e${place}`,
    name: `Environment ${place}`,
    region: ['europe', 'unitedstates', 'japan'][place % 3] ?? '',
  }));
  return { sites: [...hubs, ...sites], edges, circuits, environments };
}

/** No box over another, every text in its box and over no other text, no line through a box, all of it on the page. */
export function expectLawful(picture: Layout): void {
  const boxes = picture.nodes.filter((node) => node.parent === undefined);
  for (const [place, one] of boxes.entries())
    for (const other of boxes.slice(place + 1))
      if (overlap(one.box, other.box)) expect.fail(`${one.id} lies over ${other.id}`);
  const page: Box = { x: 0, y: 0, width: picture.width, height: picture.height };
  const byId = new Map(picture.nodes.map((node) => [node.id, node]));
  for (const node of picture.nodes) {
    if (!contains(page, node.box)) expect.fail(`${node.id} is off the page`);
    const parent = node.parent === undefined ? undefined : byId.get(node.parent);
    if (node.parent !== undefined && !(parent && contains(parent.box, node.box)))
      expect.fail(`${node.id} is not inside ${node.parent}`);
    for (const line of node.lines) {
      const { size } = textStyles[line.style];
      const width = widthOf(line.text, line.style);
      const text: Box = line.isUpright
        ? { x: line.x - size / 2, y: line.y - width / 2, width: size, height: width }
        : { x: line.x - width / 2, y: line.y - size * 0.8, width, height: size };
      if (!contains(node.box, text)) expect.fail(`"${line.text}" does not fit ${node.id}`);
    }
  }
  const texts = boxes.flatMap((node) => [
    node.lines,
    ...picture.nodes.filter((inner) => inner.parent === node.id).map((inner) => inner.lines),
  ]);
  for (const lines of texts)
    for (const [place, line] of lines.entries()) {
      const above = lines[place - 1];
      if (above && line.y - above.y < textStyles[line.style].size)
        expect.fail(`"${line.text}" lies over "${above.text}"`);
    }
  for (const edge of picture.edges) {
    if (edge.points.length < 2) expect.fail(`${edge.id} has no way`);
    for (const [place, to] of edge.points.entries()) {
      const from = edge.points[place - 1];
      if (!from) continue;
      if (from[0] !== to[0] && from[1] !== to[1]) expect.fail(`${edge.id} runs askew`);
      const node = boxes.find((one) => crosses(one.box, from, to));
      if (node) expect.fail(`${edge.id} runs through ${node.id}`);
    }
    for (const [x, y] of edge.points)
      if (x < 0 || y < 0 || x > picture.width || y > picture.height)
        expect.fail(`${edge.id} leaves the page`);
    const ends = [edge.points[0], edge.points.at(-1)];
    for (const [place, id] of [edge.from, edge.to].entries()) {
      const box = byId.get(id)?.box;
      const end = ends[place];
      if (!box || !end || !touches(box, end)) expect.fail(`${edge.id} does not reach ${id}`);
    }
  }
}

const overlap = (one: Box, other: Box) =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

const contains = (outer: Box, inner: Box) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

const touches = (box: Box, [x, y]: Point) =>
  x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;

function crosses(box: Box, from: Point, to: Point): boolean {
  const piece = {
    x: Math.min(from[0], to[0]),
    y: Math.min(from[1], to[1]),
    width: Math.abs(from[0] - to[0]),
    height: Math.abs(from[1] - to[1]),
  };
  // A line may touch the border that it ends at.
  const inner = { x: box.x + 1, y: box.y + 1, width: box.width - 2, height: box.height - 2 };
  return overlap(inner, { ...piece, width: Math.max(piece.width, 0.1), height: Math.max(piece.height, 0.1) });
}
