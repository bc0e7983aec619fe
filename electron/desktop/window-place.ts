/** Where the window goes: where it was, as long as a screen is there to show it. */
import type { Display, Rectangle } from 'electron';
import type { WindowPlace } from './remembered.ts';

export const smallest = { width: 800, height: 600 };
const usual = { width: 1360, height: 880 };

/** So much of the window, title bar included, has to be on a screen for a hand to reach it. */
const reachable = { width: 120, height: 60 };

/** Without a place that can be reached, Electron centres the window on the main screen. */
export function placeWindow(
  remembered: WindowPlace | null,
  displays: readonly Pick<Display, 'workArea'>[],
): { width: number; height: number } | Rectangle {
  if (!remembered) return withinLargest(usual, displays);
  const size = {
    width: Math.max(remembered.width, smallest.width),
    height: Math.max(remembered.height, smallest.height),
  };
  const { x, y } = remembered;
  // The title bar is what one takes hold of, so its edge counts and not the middle of the window.
  const titleBar = { x, y, width: size.width, height: reachable.height };
  const shown = displays.some(({ workArea }) => {
    const both = overlap(titleBar, workArea);
    return both.width >= reachable.width && both.height >= reachable.height / 2;
  });
  return shown ? { x, y, ...size } : withinLargest(size, displays);
}

function overlap(one: Rectangle, other: Rectangle): { width: number; height: number } {
  const span = (start: number, length: number, otherStart: number, otherLength: number) =>
    Math.max(0, Math.min(start + length, otherStart + otherLength) - Math.max(start, otherStart));
  return {
    width: span(one.x, one.width, other.x, other.width),
    height: span(one.y, one.height, other.y, other.height),
  };
}

function withinLargest(
  size: { width: number; height: number },
  displays: readonly Pick<Display, 'workArea'>[],
): { width: number; height: number } {
  const most = displays.reduce(
    (largest, { workArea }) =>
      workArea.width * workArea.height > largest.width * largest.height ? workArea : largest,
    { width: 0, height: 0 },
  );
  if (most.width === 0) return size;
  return { width: Math.min(size.width, most.width), height: Math.min(size.height, most.height) };
}
