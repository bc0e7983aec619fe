/** What Chromium's own trace says of a stretch of a page's life: how long, how busy, its longest task, and what moved. */
import type { Browser, Page } from 'playwright-core';

type TraceEvent = {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Microseconds: when, how long on the clock, and how long on a processor. */
  ts: number;
  dur?: number;
  tdur?: number;
  args?: {
    data?: {
      score?: number;
      had_recent_input?: boolean;
      impacted_nodes?: { debug_name?: string; old_rect?: number[]; new_rect?: number[] }[];
    };
  };
};

export type Stretch = {
  /** Milliseconds from mark to mark on the clock, which a busy machine stretches. */
  wall: number;
  /** Milliseconds for which the page's main thread had a processor. */
  main: number;
  /** The longest task of the main thread, on the clock and on a processor. */
  longestWall: number;
  longestMain: number;
  /** Layout shift, without what the person caused by a key or a click within half a second. */
  shift: number;
  /** What moved, with where it was and where it is. */
  moved: string[];
};

const categories = [
  '-*',
  'blink.user_timing',
  'loading',
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
];

/** Runs something while Chromium records, and hands out what happened between two marks that the page set. */
export async function traced(
  browser: Browser,
  page: Page,
  act: () => Promise<void>,
): Promise<(from: string, to: string) => Stretch> {
  await browser.startTracing(page, { categories });
  let text: Buffer;
  try {
    await act();
  } finally {
    text = await browser.stopTracing();
  }
  const { traceEvents } = JSON.parse(text.toString('utf8')) as { traceEvents: TraceEvent[] };
  return (from, to) => stretchOf(traceEvents, from, to);
}

function stretchOf(events: readonly TraceEvent[], from: string, to: string): Stretch {
  const markOf = (name: string): TraceEvent => {
    const mark = events.find((event) => event.name === name);
    if (!mark) throw new Error(`The trace has no mark "${name}".`);
    return mark;
  };
  const [start, end] = [markOf(from), markOf(to)];
  const inside = events.filter(
    ({ pid, tid, ts, dur = 0 }) =>
      pid === start.pid && tid === start.tid && ts + dur > start.ts && ts < end.ts,
  );
  // The task a mark was set in has begun before it, or ends after it: it counts as far as it is within.
  const tasks = inside
    .filter(({ name, ph }) => name === 'RunTask' && ph === 'X')
    .map(({ ts, dur = 0, tdur = 0 }) => {
      const within = Math.min(ts + dur, end.ts) - Math.max(ts, start.ts);
      return { wall: within / 1000, main: dur === 0 ? 0 : (tdur * (within / dur)) / 1000 };
    });
  const shifts = inside.filter(({ name, args }) => name === 'LayoutShift' && !args?.data?.had_recent_input);
  return {
    wall: (end.ts - start.ts) / 1000,
    main: tasks.reduce((sum, { main }) => sum + main, 0),
    longestWall: Math.max(0, ...tasks.map(({ wall }) => wall)),
    longestMain: Math.max(0, ...tasks.map(({ main }) => main)),
    shift: shifts.reduce((sum, { args }) => sum + (args?.data?.score ?? 0), 0),
    moved: shifts.flatMap(({ args }) =>
      (args?.data?.impacted_nodes ?? []).map(
        ({ debug_name: name, old_rect: was, new_rect: is }) =>
          `${name}: ${was?.join(' ')} → ${is?.join(' ')}`,
      ),
    ),
  };
}
