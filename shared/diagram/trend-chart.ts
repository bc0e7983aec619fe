/** Draws how numbers went over days as one SVG: steps, for a value holds until it changes; told apart without colour too. */
import { addDays, addMonths, daysBetween } from '../assess/days.ts';
import type { Picture } from './paint.ts';
import { type DiagramTheme, type Palette, paletteOf } from './palette.ts';
import { element, escapeXml, fontFamily, textElement } from './svg.ts';
import { cut, oneLine, widthOf } from './text.ts';

/** Null where there is nothing to show. */
export type ChartSeries = { name: string; values: readonly { day: string; value: number | null }[] };

export type TrendChart = {
  title: string;
  /** What the picture says, for those who do not see it. */
  alt: string;
  from: string;
  to: string;
  /** The first is the one that matters most. */
  series: readonly ChartSeries[];
  /** Days that have a name. */
  marks: readonly { day: string; name: string }[];
  /** The top of the scale; as high as the highest value when not given. */
  most?: number;
  unit?: string;
};

export type ChartOptions = {
  theme: DiagramTheme;
  width?: number;
  height?: number;
  /** The bare lines, for where there is no room for words. */
  bare?: boolean;
};

export type DrawnChart = Picture & {
  /** Where the values of the first series stand. */
  places: readonly { x: number; y: number }[];
  plot: Box;
};

type Box = { x: number; y: number; width: number; height: number };

type Scale = { plot: Box; xOf: (day: string) => number; yOf: (value: number) => number; most: number };

/** Told apart by their pattern where colours are not seen. */
const dashes = ['6 4', '2 3', '10 4 2 4', '12 5', '1 5', '7 3 2 3 2 3'];
const rowHeight = 16;
const mostRows = 3;

export function drawTrend(chart: TrendChart, options: ChartOptions): DrawnChart {
  const { theme, width = 960, height = 320, bare = false } = options;
  const palette = paletteOf(theme);
  const marks = bare ? [] : placeMarks(chart, width);
  const rows = Math.max(0, ...marks.map(({ row }) => row + 1));
  const side = { left: 44, right: chart.series.length > 1 ? 168 : 24 };
  const plot: Box = bare
    ? { x: 4, y: 4, width: width - 8, height: height - 8 }
    : {
        x: side.left,
        y: 12 + rows * rowHeight,
        width: width - side.left - side.right,
        height: height - 44 - rows * rowHeight,
      };
  const scale = scaleOf(chart, plot);
  const lines = chart.series.map((series, place) => ({ series, look: lookOf(place, palette) })).reverse();
  const content = [
    element('title', {}, escapeXml(chart.title)),
    element('desc', {}, escapeXml(chart.alt)),
    element('rect', { width, height, fill: palette.page }),
    ...(bare ? [] : [...gridOf(chart, scale, palette), ...marks.map((mark) => markOf(mark, scale, palette))]),
    ...lines.map(({ series, look }) => lineOf(series, look, scale, chart.to)),
    ...(bare || chart.series.length < 2 ? [] : endNames(chart, scale, palette)),
    ...(bare ? [] : dotsOf(chart.series[0], scale, palette)),
  ];
  const svg = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'aria-label': chart.alt,
      'font-family': fontFamily,
    },
    content.join(''),
  );
  const places = (chart.series[0]?.values ?? []).map(({ day, value }) => ({
    x: scale.xOf(day),
    y: scale.yOf(value ?? 0),
  }));
  return { svg, width, height, alt: chart.alt, places, plot };
}

function scaleOf(chart: TrendChart, plot: Box): Scale {
  const highest = Math.max(1, ...chart.series.flatMap(({ values }) => values.map(({ value }) => value ?? 0)));
  const most = chart.most ?? Math.ceil(highest / 4) * 4;
  const days = Math.max(1, daysBetween(chart.from, chart.to) ?? 1);
  return {
    plot,
    most,
    xOf: (day) =>
      round(plot.x + (plot.width * Math.min(days, Math.max(0, daysBetween(chart.from, day) ?? 0))) / days),
    yOf: (value) => round(plot.y + plot.height * (1 - value / most)),
  };
}

const round = (value: number) => Math.round(value * 10) / 10;

function gridOf(chart: TrendChart, { plot, xOf, yOf, most }: Scale, palette: Palette): string[] {
  const drawn: string[] = [];
  for (const part of [0, 0.25, 0.5, 0.75, 1]) {
    const value = Math.round(most * part);
    const y = yOf(value);
    drawn.push(
      element('path', {
        d: `M${plot.x} ${y}h${plot.width}`,
        stroke: part === 0 ? palette.line : palette.zoneEdge,
        fill: 'none',
      }),
    );
    const text = `${value}${chart.unit ?? ''}`;
    drawn.push(
      textElement(text, 'legend', { x: plot.x - 8 - widthOf(text, 'legend'), y: y + 4, fill: palette.quiet }),
    );
  }
  let free = plot.x - 40;
  for (const day of tickDays(chart.from, chart.to)) {
    const half = widthOf(day, 'legend') / 2;
    const x = Math.min(Math.max(xOf(day), half + 4), plot.x + plot.width - half + 20);
    if (x - half < free) continue;
    free = x + half + 14;
    drawn.push(
      element('path', { d: `M${xOf(day)} ${plot.y + plot.height}v5`, stroke: palette.line, fill: 'none' }),
      textElement(day, 'legend', { x, y: plot.y + plot.height + 20, fill: palette.quiet, anchor: 'middle' }),
    );
  }
  return drawn;
}

/** Few enough to be read: days in a short range, else the first days of months. */
function tickDays(from: string, to: string): string[] {
  const days = daysBetween(from, to) ?? 0;
  if (days <= 60) {
    const step = Math.max(1, Math.ceil(days / 6));
    return Array.from(
      { length: Math.floor(days / step) + 1 },
      (_, place) => addDays(from, place * step) ?? from,
    );
  }
  const months = Math.ceil(days / 30.4);
  const step = Math.max(1, Math.ceil(months / 8));
  const ticks: string[] = [];
  for (
    let day = addMonths(`${from.slice(0, 7)}-01`, 1);
    day !== undefined && day <= to;
    day = addMonths(day, step)
  )
    ticks.push(day);
  return ticks;
}

type Look = { stroke: string; width: number; dash: string | undefined };

function lookOf(place: number, palette: Palette): Look {
  if (place === 0) return { stroke: palette.expressRoute, width: 2.5, dash: undefined };
  return {
    stroke: place % 2 === 1 ? palette.text : palette.reply,
    width: 1.5,
    dash: dashes[(place - 1) % dashes.length],
  };
}

function lineOf({ values }: ChartSeries, look: Look, { xOf, yOf }: Scale, to: string): string {
  let path = '';
  let isDown = false;
  for (const { day, value } of values) {
    const x = xOf(day);
    if (isDown) path += `H${x}`;
    if (value !== null) path += isDown ? `V${yOf(value)}` : `M${x} ${yOf(value)}`;
    isDown = value !== null;
  }
  if (path === '') return '';
  return element('path', {
    d: isDown ? `${path}H${xOf(to)}` : path,
    fill: 'none',
    stroke: look.stroke,
    'stroke-width': look.width,
    'stroke-dasharray': look.dash,
    'stroke-linejoin': 'round',
  });
}

function dotsOf(series: ChartSeries | undefined, { xOf, yOf }: Scale, palette: Palette): string[] {
  return (series?.values ?? []).map(({ day, value }) =>
    element('circle', {
      cx: xOf(day),
      cy: yOf(value ?? 0),
      r: 3,
      fill: palette.expressRoute,
      stroke: palette.page,
    }),
  );
}

function lastOf({ values }: ChartSeries): number {
  return values.findLast(({ value }) => value !== null)?.value ?? 0;
}

/** Each line's name at its end, with a piece of the line; moved apart where lines end together. */
function endNames(chart: TrendChart, { plot, yOf }: Scale, palette: Palette): string[] {
  const ends = chart.series
    .map((series, place) => ({ series, place, y: yOf(lastOf(series)) }))
    .sort((left, right) => left.y - right.y);
  const height = Math.min(rowHeight, plot.height / Math.max(1, ends.length - 1));
  let free = plot.y - 8;
  for (const end of ends) {
    end.y = Math.max(end.y, free);
    free = end.y + height;
  }
  let limit = plot.y + plot.height;
  for (const end of ends.reverse()) {
    end.y = Math.min(end.y, limit);
    limit = end.y - height;
  }
  const x = plot.x + plot.width + 8;
  return ends.map(({ series, place, y }) => {
    const look = lookOf(place, palette);
    const sample = element('path', {
      d: `M${x} ${y}h22`,
      fill: 'none',
      stroke: look.stroke,
      'stroke-width': look.width,
      'stroke-dasharray': look.dash,
    });
    const name = cut(oneLine(series.name), 126, 'legend');
    return (
      sample + textElement(name, place === 0 ? 'name' : 'legend', { x: x + 28, y: y + 4, fill: palette.text })
    );
  });
}

type PlacedMark = { day: string; text: string; x: number; row: number };

/** Names stand over the plot, in rows where they would meet; one that finds no row keeps its line. */
function placeMarks(chart: TrendChart, width: number): PlacedMark[] {
  const right = chart.series.length > 1 ? 168 : 24;
  const { xOf } = scaleOf(chart, { x: 44, y: 0, width: width - 44 - right, height: 1 });
  const free: number[] = [];
  return chart.marks
    .filter(({ day }) => day >= chart.from && day <= chart.to)
    .sort((left, other) => (left.day < other.day ? -1 : 1))
    .map(({ day, name }): PlacedMark => {
      const text = cut(oneLine(name), 150, 'legend');
      const length = widthOf(text, 'legend');
      const x = Math.min(xOf(day), width - length - 8);
      let row = 0;
      while (row < mostRows && x < (free[row] ?? 0)) row += 1;
      if (row === mostRows) return { day, text: '', x, row: 0 };
      free[row] = x + length + 10;
      return { day, text, x, row };
    });
}

function markOf({ day, text, x, row }: PlacedMark, { plot, xOf }: Scale, palette: Palette): string {
  const [at, top] = [xOf(day), 8 + row * rowHeight];
  const line = element('path', {
    d: `M${at} ${text === '' ? plot.y : top + 8}V${plot.y + plot.height}`,
    stroke: palette.quiet,
    'stroke-dasharray': '3 3',
    fill: 'none',
  });
  const sign = element('path', {
    d: `M${at} ${plot.y + plot.height - 5}l5 5l-5 5l-5 -5z`,
    fill: palette.quiet,
  });
  return (
    line + sign + (text === '' ? '' : textElement(text, 'legend', { x, y: top + 4, fill: palette.text }))
  );
}
