/** Paints a picture that has its places as one SVG: no scripts, no styles, nothing that is fetched. */
import { alternativeText, type Described } from './describe.ts';
import type { Layout, PlacedEdge, PlacedNode, Point } from './layout.ts';
import { legendOf } from './legend.ts';
import { drawnOnce, type LineLook, lineLooks, pathOf } from './lines.ts';
import { type DiagramTheme, type Palette, paletteOf } from './palette.ts';
import { beside, edgeAt, type Highlight, partAt, passed, type Stroke, strokesOf } from './strokes.ts';
import { element, escapeXml, fontFamily, textElement } from './svg.ts';
import { linkKinds } from './topology.ts';
import type { DiagramWords } from './words/words.ts';

export type PaintOptions = {
  theme: DiagramTheme;
  /** A firm's colour, as #rrggbb, for what is on ExpressRoute. */
  accent?: string;
  words: DiagramWords;
  highlight?: Highlight;
};

export type Picture = { svg: string; width: number; height: number; alt: string };

/** How far the two strokes of a flow stand from the line they follow. */
const strokeDistance = 3;

export function paint(layout: Layout, { theme, accent, words, highlight }: PaintOptions): Picture {
  const palette = paletteOf(theme, accent);
  const shown = highlight && findHighlight(layout, highlight);
  const looks = lineLooks(palette);
  const legend = legendOf(layout, looks, palette, words, shown);
  const width = layout.width;
  const height = layout.height + legend.height;
  const alt = alternativeText(layout, words, shown);
  const content = [
    element('title', {}, escapeXml(words.title)),
    element('desc', {}, escapeXml(alt)),
    element('rect', { width, height, fill: palette.page }),
    ...layout.zones.map((zone) => zoneOf(zone, palette)),
    ...linkKinds.flatMap((kind) =>
      drawnOnce(layout.edges.filter((edge) => edge.kind === kind).map((edge) => edge.points)).map((way) =>
        lineOf(way, looks[kind], shown ? palette.boxEdge : undefined),
      ),
    ),
    ...strokes(shown?.forward ?? [], looks.forward, -strokeDistance),
    ...strokes(shown?.reply ?? [], looks.reply, strokeDistance),
    ...layout.nodes.filter((node) => node.parent === undefined).map((node) => boxOf(node, palette, shown)),
    ...layout.nodes.filter((node) => node.parent !== undefined).map((node) => boxOf(node, palette, shown)),
    ...(shown ? crosses(layout, shown, palette) : []),
    legend.svg,
  ];
  const svg = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'aria-label': alt,
      'font-family': fontFamily,
    },
    content.join('\n'),
  );
  return { svg, width, height, alt };
}

/** A flow as it is found in this picture. */
export type Shown = Described & {
  forward: readonly Stroke[];
  reply: readonly Stroke[];
  onPath: ReadonlyMap<string, 'forward' | 'reply'>;
  brokenParts: ReadonlySet<string>;
  brokenEdges: readonly PlacedEdge[];
};

function findHighlight(layout: Layout, highlight: Highlight): Shown {
  const there = passed(layout, highlight.forward ?? []);
  const back = passed(layout, highlight.reply ?? []);
  const brokenParts = new Set<string>();
  const brokenEdges: PlacedEdge[] = [];
  for (const id of highlight.broken ?? []) {
    const part = partAt(layout, id);
    const edge = edgeAt(layout, id);
    if (part !== undefined) brokenParts.add(part);
    else if (edge) brokenEdges.push(edge);
  }
  return {
    there,
    back,
    broken: [...brokenParts, ...brokenEdges.flatMap((edge) => [edge.from, edge.to])],
    forward: strokesOf(layout, there),
    reply: strokesOf(layout, back),
    onPath: new Map([
      ...back.map((id) => [id, 'reply'] as const),
      ...there.map((id) => [id, 'forward'] as const),
    ]),
    brokenParts,
    brokenEdges,
  };
}

function zoneOf({ box, title }: Layout['zones'][number], palette: Palette): string {
  const { x, y, width, height } = box;
  const frame = { x, y, width, height, rx: 8, fill: palette.zone, stroke: palette.zoneEdge };
  const head = textElement(title.text, title.style, {
    x: title.x,
    y: title.y,
    fill: palette.quiet,
    anchor: 'middle',
  });
  return element('g', {}, element('rect', frame) + head);
}

function lineOf(way: readonly Point[], look: LineLook, colour = look.stroke): string {
  if (way.length === 0) return '';
  return element('path', {
    d: pathOf(way),
    fill: 'none',
    stroke: colour,
    'stroke-width': look.width,
    'stroke-dasharray': look.dash,
  });
}

function strokes(list: readonly Stroke[], look: LineLook, distance: number): string[] {
  return list.map(({ edge, points }) => {
    // Both strokes keep their side of the line whichever way they go, or they would lie on each other.
    const isAlong = points === edge.points;
    const way = beside(points, isAlong ? distance : -distance);
    return lineOf(way, look) + arrowHead(way, look.stroke);
  });
}

function arrowHead(points: readonly Point[], colour: string): string {
  const tip = points.at(-1);
  const before = points.at(-2);
  if (!tip || !before) return '';
  const [x, y] = tip;
  const across = Math.sign(x - before[0]);
  const down = Math.sign(y - before[1]);
  const shape = across === 0 ? `l-4 ${-8 * down}h8z` : `l${-8 * across} -4v8z`;
  return element('path', { d: `M${x} ${y}${shape}`, fill: colour });
}

function boxOf(node: PlacedNode, palette: Palette, shown: Shown | undefined): string {
  const { x, y, width, height } = node.box;
  const isBar = node.kind === 'microsoft';
  const isMissing = node.kind === 'missing';
  const role = shown?.brokenParts.has(node.id) ? 'broken' : shown?.onPath.get(node.id);
  const edgeColour =
    role === undefined
      ? isBar
        ? palette.bar
        : isMissing
          ? palette.line
          : palette.boxEdge
      : role === 'forward'
        ? palette.expressRoute
        : palette[role];
  const isPlainRow = node.parent !== undefined && role === undefined;
  const shape = isPlainRow
    ? element('path', { d: `M${x} ${y}h${width}`, fill: 'none', stroke: palette.boxEdge })
    : element('rect', {
        x,
        y,
        width,
        height,
        rx: radiusOf(node),
        fill: isBar ? palette.bar : isMissing ? palette.zone : palette.box,
        stroke: edgeColour,
        'stroke-width': role === undefined ? undefined : 2,
        'stroke-dasharray': isMissing ? '5 4' : undefined,
      });
  const lines = node.lines.map((line) =>
    textElement(line.text, line.style, {
      x: line.x,
      y: line.y,
      anchor: 'middle',
      fill: isBar ? palette.onBar : line.style === 'name' && !isMissing ? palette.text : palette.quiet,
      ...(line.isUpright ? { turn: `rotate(-90 ${line.x} ${line.y}) translate(0 4.5)` } : {}),
    }),
  );
  return element('g', {}, shape + lines.join(''));
}

/** Shapes tell kinds apart without colour: people are round, the internet rounder, links are strips of their circuit. */
function radiusOf(node: PlacedNode): number {
  if (node.kind === 'internet') return node.box.height / 2;
  if (node.kind === 'people') return 14;
  if (node.kind === 'link') return 0;
  return node.kind === 'location' ? 2 : 6;
}

function crosses(layout: Layout, shown: Shown, palette: Palette): string[] {
  const places: Point[] = [];
  for (const node of layout.nodes)
    if (shown.brokenParts.has(node.id)) places.push([node.box.x + node.box.width, node.box.y]);
  for (const edge of shown.brokenEdges) places.push(middleOf(edge.points));
  return places.map(([x, y]) =>
    element(
      'g',
      {},
      element('circle', { cx: x, cy: y, r: 8, fill: palette.broken, stroke: palette.page }) +
        element('path', {
          d: `M${x - 3} ${y - 3}l6 6m0 -6l-6 6`,
          fill: 'none',
          stroke: palette.onBroken,
          'stroke-width': 2,
        }),
    ),
  );
}

/** The middle of the longest straight piece of a line. */
function middleOf(points: readonly Point[]): Point {
  let longest = -1;
  let middle: Point = points[0] ?? [0, 0];
  for (const [place, end] of points.entries()) {
    const start = points[place - 1];
    if (!start) continue;
    const length = Math.abs(end[0] - start[0]) + Math.abs(end[1] - start[1]);
    if (length <= longest) continue;
    longest = length;
    middle = [(start[0] + end[0]) / 2, (start[1] + end[1]) / 2];
  }
  return middle;
}
