/** The calls about readiness over time: trend, comparison and milestones. */
import { z } from 'zod';
import { Comparison } from '../progress/compare.ts';
import { IsoDay, Moment } from '../progress/moment.ts';
import { TrendPoint } from '../progress/trend.ts';
import { longestText } from '../project/answer.ts';
import { Milestone } from '../project/paths.ts';
import { ProjectView } from '../view.ts';
import { call, Id, ItemId } from './call.ts';

export const progressCalls = {
  'milestone.create': call(
    z.strictObject({ project: Id, name: Milestone.shape.name, note: z.string().max(longestText).optional() }),
    ProjectView,
  ),
  'milestone.describe': call(
    z.strictObject({
      project: Id,
      id: ItemId,
      name: Milestone.shape.name,
      note: z.string().max(longestText).optional(),
    }),
    ProjectView,
  ),
  'milestone.remove': call(z.strictObject({ project: Id, id: ItemId }), ProjectView),
  /** Readiness over time; of all there is when no days are given. */
  'progress.trend': call(
    z.strictObject({
      project: Id,
      from: IsoDay.optional(),
      to: IsoDay.optional(),
      /** About how many at most: fewer are there sooner. */
      points: z.number().int().min(2).max(200).optional(),
    }),
    z.strictObject({
      from: z.string(),
      to: z.string(),
      /** The project's first day. */
      first: z.string(),
      /** Whether every day on which something changed has a point of its own. */
      isWhole: z.boolean(),
      points: z.array(TrendPoint),
    }),
  ),
  'progress.compare': call(z.strictObject({ project: Id, from: Moment, to: Moment }), Comparison),
} as const;
