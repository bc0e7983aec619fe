/** Which rows of a long table are drawn: those in view, some around them, and the one somebody is in. */
import { type RefObject, useEffect, useMemo, useState } from 'react';

export const rowHeight = 31;

/** Tables up to this long are drawn whole. */
const shortTable = 60;
/** Rows drawn beyond either edge of the view; in steps of this many, so that scrolling does not draw at every pixel. */
const margin = 10;

/** A row to draw, or room for so many that are not. */
export type Drawn = { row: number } | { gap: number; at: number };

export function useVisibleRows(
  scroll: RefObject<HTMLElement | null>,
  count: number,
  active: number,
): Drawn[] {
  const [first, setFirst] = useState(0);
  const [inView, setInView] = useState(2 * margin);
  const long = count > shortTable;

  useEffect(() => {
    const element = scroll.current;
    if (!long || !element) return;
    const look = () => {
      const top = Math.floor(element.scrollTop / rowHeight);
      setFirst(Math.floor(top / margin) * margin);
      setInView(Math.ceil(element.clientHeight / rowHeight) + margin);
    };
    look();
    const resized = new ResizeObserver(look);
    resized.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      resized.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [scroll, long]);

  return useMemo(
    () => drawnRows(count, long ? first - margin : 0, long ? first + inView + margin : count, active),
    [count, long, first, inView, active],
  );
}

/** Rows from `from` up to but not including `to`, and `active` wherever it is, with the gaps between them. */
export function drawnRows(count: number, from: number, to: number, active: number): Drawn[] {
  const rows: number[] = [];
  for (let row = Math.max(0, from); row < Math.min(count, to); row += 1) rows.push(row);
  if (active >= 0 && active < count && !rows.includes(active)) {
    if (active < from) rows.unshift(active);
    else rows.push(active);
  }
  const drawn: Drawn[] = [];
  let next = 0;
  for (const row of rows) {
    if (row > next) drawn.push({ gap: row - next, at: next });
    drawn.push({ row });
    next = row + 1;
  }
  if (next < count) drawn.push({ gap: count - next, at: next });
  return drawn;
}
