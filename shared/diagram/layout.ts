/** Gives every part of the picture its place on the page and every line its way; the same project always looks the same. */
import type { Reader } from '../assess/reader.ts';
import { boxesOf, type Measured } from './measure.ts';
import { type Course, type Hop, routeGap, type Stop } from './route.ts';
import { type Anchor, type Item, type Pull, stackColumns } from './stack.ts';
import { cut, type TextStyle } from './text.ts';
import { type ColumnName, columns, type Link, type LinkKind, type PartKind, topologyOf } from './topology.ts';
import type { DiagramWords } from './words/words.ts';

export type Box = { x: number; y: number; width: number; height: number };
export type Point = readonly [x: number, y: number];

/** A line of text with its baseline; centred at x. */
export type TextLine = { text: string; style: TextStyle; x: number; y: number; isUpright?: true };

export type PlacedNode = {
  id: string;
  kind: PartKind | 'link';
  /** Inside which box it stands. */
  parent?: string;
  box: Box;
  name: string;
  lines: readonly TextLine[];
};

export type PlacedEdge = { id: string; from: string; to: string; kind: LinkKind; points: readonly Point[] };

export type Zone = { id: 'own' | 'between' | 'microsoft'; box: Box; title: TextLine };

export type Layout = {
  width: number;
  height: number;
  nodes: readonly PlacedNode[];
  edges: readonly PlacedEdge[];
  zones: readonly Zone[];
  /** The box in which a row is to be found: its own, or that of the group it is counted in. */
  shows: ReadonlyMap<string, string>;
};

const zones: readonly { id: Zone['id']; columns: readonly ColumnName[] }[] = [
  { id: 'own', columns: ['sites', 'hubs', 'edges'] },
  { id: 'between', columns: ['circuits'] },
  { id: 'microsoft', columns: ['locations', 'microsoft', 'services'] },
];

const margin = 12;
const zonePadding = 10;
const zoneTitle = 26;
const gap = { box: 14, lane: 9 };
const laneHeight = 4;
const trackSpacing = 6;
const narrowestGap = 22;
/** Room for the name along Microsoft's edge. */
const leastHeight = 200;
/** Ends of lines stay clear of a box's rounded corners. */
const cornerRoom = 9;

type Station = { column: number; item: Item; offset: number; reach: number };

export function layout(
  project: Reader,
  words: DiagramWords,
  options: { apart?: readonly string[] } = {},
): Layout {
  const topology = topologyOf(project, words, new Set(options.apart));
  const boxes = boxesOf(topology.parts);
  const used = columns.filter((name) => boxes.some((box) => box.part.column === name));
  const stacks = used.map((): Item[] => []);
  const stations = stationsOf(boxes, used, stacks);
  const ways = topology.links.map((link) => wayOf(link, stations, stacks));
  const bottom = stack(stacks, ways, stations);
  const gaps = used.map((_name, column) => routesIn(column, ways, stations, stacks[column] ?? []));
  const places = placesOf(used, boxes, gaps);
  const edges = topology.links.map((link, place): PlacedEdge => {
    const points = (ways[place] ?? []).flatMap((step) => pointsOf(step, gaps[step.gap], places, stations));
    const isBackwards = (ways[place] ?? [])[0]?.left !== link.from;
    return { ...link, points: withoutRepeats(isBackwards ? points.reverse() : points) };
  });
  const last = places.at(-1);
  return {
    width: Math.round((last?.x ?? 0) + (last?.width ?? 0) + zonePadding + margin),
    height: Math.round(bottom + zonePadding + margin),
    nodes: boxes.flatMap((box) => placeBox(box, places[used.indexOf(box.part.column)], stations)),
    edges,
    zones: zonesOf(used, places, bottom, words),
    shows: topology.shows,
  };
}

function stationsOf(
  boxes: readonly Measured[],
  used: readonly ColumnName[],
  stacks: readonly Item[][],
): Map<string, Station> {
  const stations = new Map<string, Station>();
  for (const { part, height, rows } of boxes) {
    const item: Item = { id: part.id, band: part.band, height, gap: gap.box, top: 0 };
    const column = used.indexOf(part.column);
    // Microsoft's edge reaches over the whole height and so has no place of its own.
    if (part.kind !== 'microsoft') stacks[column]?.push(item);
    const reach = Math.max(0, height / 2 - cornerRoom);
    stations.set(part.id, { column, item, offset: height / 2, reach });
    for (const row of rows)
      stations.set(row.id, { column, item, offset: row.top + row.height / 2, reach: 0 });
  }
  return stations;
}

/** Gives everything its height on the page; says where the lowest ends. */
function stack(
  stacks: readonly Item[][],
  ways: readonly Step[][],
  stations: ReadonlyMap<string, Station>,
): number {
  stackColumns(stacks, pullsOf(ways, stations));
  const items = stacks.flat();
  const highest = Math.min(...items.map((item) => item.top));
  const lowest = Math.max(...items.map((item) => item.top + item.height));
  const top = margin + zoneTitle;
  const spare = Math.max(0, leastHeight - (lowest - highest));
  for (const item of items) item.top += top - highest + Math.round(spare / 2);
  const height = lowest - highest + spare;
  const bar = stations.get('microsoft');
  if (bar) Object.assign(bar.item, { top, height });
  return top + height;
}

type Routes = { courses: ReadonlyMap<Step, Course>; tracks: number; falls: ReadonlySet<Step> };

function routesIn(
  column: number,
  ways: readonly Step[][],
  stations: ReadonlyMap<string, Station>,
  items: readonly Item[],
): Routes {
  const steps = ways.flatMap((way) => way.filter((step) => step.gap === column));
  const placeOf = (id: string) => items.findIndex((item) => item.id === stations.get(id)?.item.id);
  const falls = new Set(
    steps.filter((step) => step.turns && Math.abs(placeOf(step.left) - placeOf(step.right)) === 1),
  );
  const routed = steps.filter((step) => !falls.has(step));
  const hops = routed.map((step): Hop => {
    const left = stopOf(step.left, stations);
    const right = stopOf(step.right, stations);
    // The bar takes every line at the height it comes at.
    if (step.right === 'microsoft') Object.assign(right, { id: `microsoft ${step.left}`, y: left.y });
    if (step.left === 'microsoft') Object.assign(left, { id: `microsoft ${step.right}`, y: right.y });
    return { kind: step.kind, left, right, turns: step.turns };
  });
  const { courses, tracks } = routeGap(hops);
  return { courses: new Map(routed.flatMap((step, place) => entry(step, courses[place]))), tracks, falls };
}

function entry(step: Step, course: Course | undefined): [Step, Course][] {
  return course ? [[step, course]] : [];
}

type Place = { x: number; width: number };

function placesOf(used: readonly ColumnName[], boxes: readonly Measured[], gaps: readonly Routes[]): Place[] {
  const places: Place[] = [];
  let x = margin + zonePadding;
  for (const [column, name] of used.entries()) {
    const width = Math.max(...boxes.filter((box) => box.part.column === name).map((box) => box.width));
    places.push({ x, width });
    const endsZone = zones.some((zone) => zone.columns.findLast((one) => used.includes(one)) === name);
    const least = endsZone ? narrowestGap + zonePadding : narrowestGap;
    x += width + Math.max(least, ((gaps[column]?.tracks ?? 0) + 1) * trackSpacing + 10);
  }
  return places;
}

type Step = { gap: number; left: string; right: string; kind: LinkKind; turns: boolean };

/** The columns a line passes on its way; it crosses them in lanes, which lines to the same end share. */
function wayOf(link: Link, stations: Map<string, Station>, stacks: readonly Item[][]): Step[] {
  const ends = [link.from, link.to].sort(
    (one, other) => (stations.get(one)?.column ?? 0) - (stations.get(other)?.column ?? 0),
  );
  const [from = '', to = ''] = ends;
  const first = stations.get(from);
  const last = stations.get(to);
  if (!first || !last) return [];
  const { kind } = link;
  if (first.column === last.column) return [{ gap: first.column, left: from, right: to, kind, turns: true }];
  const steps: Step[] = [];
  let left = from;
  for (let column = first.column + 1; column < last.column; column += 1) {
    const id = `lane/${column}/${kind}/${to}`;
    if (!stations.has(id)) {
      const band = kind === 'internet' ? 0 : last.item.band;
      const item: Item = { id, band, height: laneHeight, gap: gap.lane, top: 0, isLane: true };
      stacks[column]?.push(item);
      stations.set(id, { column, item, offset: laneHeight / 2, reach: 0 });
    }
    steps.push({ gap: column - 1, left, right: id, kind, turns: false });
    left = id;
  }
  steps.push({ gap: last.column - 1, left, right: to, kind, turns: false });
  return steps;
}

function pullsOf(ways: readonly Step[][], stations: ReadonlyMap<string, Station>): Pull[] {
  const anchor = (id: string): Anchor | undefined => {
    const station = stations.get(id);
    return station && { item: station.item, offset: station.offset };
  };
  const pulls: Pull[] = [];
  const into: { anchor: Anchor; isInternet: boolean }[] = [];
  const outOf: { anchor: Anchor; isInternet: boolean }[] = [];
  for (const step of ways.flat()) {
    const left = anchor(step.left);
    const right = anchor(step.right);
    if (!left || !right || step.turns) continue;
    const isInternet = step.kind === 'internet';
    if (step.right === 'microsoft') into.push({ anchor: left, isInternet });
    else if (step.left === 'microsoft') outOf.push({ anchor: right, isInternet });
    else pulls.push({ left, right });
  }
  // Behind Microsoft's edge, services stand at the height of the path they are on.
  for (const left of into)
    for (const right of outOf)
      if (left.isInternet === right.isInternet) pulls.push({ left: left.anchor, right: right.anchor });
  return pulls;
}

function stopOf(id: string, stations: ReadonlyMap<string, Station>): Stop {
  const station = stations.get(id);
  return { id, y: (station?.item.top ?? 0) + (station?.offset ?? 0), reach: station?.reach ?? 0 };
}

function pointsOf(
  step: Step,
  routes: Routes | undefined,
  places: readonly Place[],
  stations: ReadonlyMap<string, Station>,
): Point[] {
  const here = places[step.gap] ?? { x: 0, width: 0 };
  if (routes?.falls.has(step)) return fallOf(step, here.x + here.width / 2, stations);
  const course = routes?.courses.get(step);
  if (!routes || !course) return [];
  const from = here.x + here.width;
  const next = places[step.gap + 1]?.x ?? from + narrowestGap;
  const to = step.turns ? from : next;
  const start: Point = [from, course.from];
  const end: Point = [to, course.to];
  if (course.track === undefined) return [start, end];
  const first = (from + next - (routes.tracks - 1) * trackSpacing) / 2;
  const x = Math.round(first + course.track * trackSpacing);
  return [start, [x, course.from], [x, course.to], end];
}

/** Between boxes that stand one on the other, straight down. */
function fallOf(step: Step, x: number, stations: ReadonlyMap<string, Station>): Point[] {
  const from = stations.get(step.left)?.item;
  const to = stations.get(step.right)?.item;
  if (!from || !to) return [];
  return from.top < to.top
    ? [
        [x, from.top + from.height],
        [x, to.top],
      ]
    : [
        [x, from.top],
        [x, to.top + to.height],
      ];
}

/** Neither the same point twice nor a stop on a straight line. */
function withoutRepeats(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const last = kept.at(-1);
    const before = kept.at(-2);
    if (last && last[0] === point[0] && last[1] === point[1]) continue;
    if (last && before && last[1] === before[1] && point[1] === last[1]) kept.pop();
    kept.push(point);
  }
  return kept;
}

function placeBox(
  { part, width, height, lines, rows }: Measured,
  column: Place | undefined,
  stations: ReadonlyMap<string, Station>,
): PlacedNode[] {
  const item = stations.get(part.id)?.item;
  const x = column?.x ?? 0;
  const y = item?.top ?? 0;
  const box: Box = { x, y, width, height: part.kind === 'microsoft' ? (item?.height ?? height) : height };
  const centre = x + width / 2;
  if (part.kind === 'microsoft') {
    const text = cut(part.name, box.height - 16, 'name');
    const line: TextLine = { text, style: 'name', x: centre, y: y + box.height / 2, isUpright: true };
    return [{ id: part.id, kind: part.kind, box, name: part.name, lines: [line] }];
  }
  const own: PlacedNode = {
    id: part.id,
    kind: part.kind,
    box,
    name: part.name,
    lines: lines.map((line) => ({ text: line.text, style: line.style, x: centre, y: y + line.y })),
  };
  const inner = rows.map(
    (row): PlacedNode => ({
      id: row.id,
      kind: 'link',
      parent: part.id,
      box: { x, y: y + row.top, width, height: row.height },
      name: `${part.name}, ${row.name}`,
      lines: [{ text: row.text, style: 'detail', x: centre, y: y + row.top + row.height / 2 + 4 }],
    }),
  );
  return [own, ...inner];
}

function zonesOf(
  used: readonly ColumnName[],
  places: readonly Place[],
  bottom: number,
  words: DiagramWords,
): Zone[] {
  return zones.flatMap((zone): Zone[] => {
    const own = used.flatMap((name, column) => (zone.columns.includes(name) ? [places[column]] : []));
    const first = own[0];
    const last = own.at(-1);
    if (!first || !last) return [];
    const box = {
      x: first.x - zonePadding,
      y: margin,
      width: last.x + last.width - first.x + 2 * zonePadding,
      height: bottom + zonePadding - margin,
    };
    const text = cut(words.zones[zone.id], box.width - zonePadding, 'zone');
    return [{ id: zone.id, box, title: { text, style: 'zone', x: box.x + box.width / 2, y: margin + 17 } }];
  });
}
