/** How many actions were open, and how many done with, on each day on which that changed: read from the log. */
import { z } from 'zod';
import { localDay } from '../day.ts';
import { isClosed } from './action-change.ts';
import type { Action } from './paths.ts';

export const BurnDownPoint = z.strictObject({ day: z.string(), open: z.number(), closed: z.number() });
export type BurnDownPoint = z.infer<typeof BurnDownPoint>;

type Line = {
  path: string;
  /** JSON. */
  after: string;
  at: number;
};

/** Lines in the order of the log; the last point is the present. */
export function burnDown(lines: Iterable<Line>, now: number): BurnDownPoint[] {
  const states = new Map<string, 'open' | 'closed'>();
  const counts = { open: 0, closed: 0 };
  const points: BurnDownPoint[] = [];
  let moment = 0;
  for (const { path, after, at } of lines) {
    if (!path.startsWith('action/')) continue;
    const action = JSON.parse(after) as Action | null;
    const before = states.get(path);
    const state = action === null ? undefined : isClosed(action) ? 'closed' : 'open';
    if (state === before) continue;
    if (before) counts[before] -= 1;
    if (state) {
      counts[state] += 1;
      states.set(path, state);
    } else states.delete(path);
    // A clock that ran backwards or ahead moves nothing to before what it followed, or past today.
    moment = Math.min(Math.max(moment, at), now);
    put(points, { day: localDay(moment), ...counts });
  }
  if (points.length > 0) put(points, { day: localDay(now), ...counts });
  return points;
}

function put(points: BurnDownPoint[], point: BurnDownPoint): void {
  if (points.at(-1)?.day === point.day) points.pop();
  points.push(point);
}
