/** A workshop as it is kept: who is there, what is gone through in which time, and where in the log it began and ended. */
import { z } from 'zod';

const Moment = z.number().int().min(0).max(8_640_000_000_000_000);
const Name = z.string().max(300);

export const Attendee = z.strictObject({ name: Name.min(1), role: Name.optional() });
export type Attendee = z.infer<typeof Attendee>;

export const longestItem = 86_400;
export const AgendaItem = z.strictObject({
  question: Name.min(1),
  /** The time that is meant for it. */
  seconds: z.number().int().min(0).max(longestItem),
  /** Left for another day. */
  skipped: z.literal(true).optional(),
});
export type AgendaItem = z.infer<typeof AgendaItem>;

/** A place in the log: the last clock seen of each copy names the exact set of changes, also after a merge. */
export const LogMark = z.strictObject({ at: Moment, through: z.record(z.uuid(), z.number().int()) });
export type LogMark = z.infer<typeof LogMark>;

/** What the people who prepare it say; the rest is written down while it goes on. */
export const WorkshopPlan = z.strictObject({
  name: z.string().min(1).max(200),
  day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  attendees: z.array(Attendee).max(200),
  /** In the order in which it is gone through. */
  agenda: z.array(AgendaItem).max(5000),
});
export type WorkshopPlan = z.infer<typeof WorkshopPlan>;

export const Workshop = WorkshopPlan.extend({
  created: Moment,
  started: LogMark.optional(),
  ended: LogMark.optional(),
});
export type Workshop = z.infer<typeof Workshop>;

/**
 * One screen's share of a workshop: how long it showed which question. Each screen writes its own, so that two that present
 * the same workshop never disagree; the time used is the sum of all.
 */
export const Sitting = z.strictObject({
  workshop: Name.min(1),
  began: Moment,
  /** When this was written last. */
  at: Moment,
  /** What was on the screen then. */
  question: Name.optional(),
  /** Milliseconds by question. */
  spent: z.record(Name, z.number().int().min(0)),
});
export type Sitting = z.infer<typeof Sitting>;
