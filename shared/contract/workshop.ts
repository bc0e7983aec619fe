/** The calls of workshop mode: an agenda is prepared, a workshop begins and ends, and what came of it is written down. */
import { z } from 'zod';
import type { PlanDocument } from '../document/blocks.ts';
import { workshopFormats } from '../document/formats.ts';
import { Sitting, WorkshopPlan } from '../project/workshop.ts';
import { ProjectView } from '../view.ts';
import { call, Id, ItemId, longCall, WrittenFile } from './call.ts';

const OfWorkshop = z.strictObject({ project: Id, id: ItemId });

export const workshopCalls = {
  /** Who comes and what is gone through; null takes the workshop away, what was said in it stays. */
  'workshop.set': call(OfWorkshop.extend({ plan: WorkshopPlan.nullable() }), ProjectView),
  /** Marks where in the log it begins; one that goes on already simply goes on. */
  'workshop.start': call(OfWorkshop.extend({ plan: WorkshopPlan.optional() }), ProjectView),
  'workshop.end': call(OfWorkshop, ProjectView),
  /** What the clock of one screen has counted so far; nobody's to undo. */
  'sitting.set': call(z.strictObject({ project: Id, id: ItemId, sitting: Sitting }), ProjectView),
  /** What came of it, as blocks; of one that goes on, so far. */
  'workshop.build': call(
    OfWorkshop,
    z.custom<PlanDocument>((value) => typeof value === 'object' && value !== null),
  ),
  'workshop.export': longCall(
    OfWorkshop.extend({ format: z.enum(workshopFormats), plain: z.boolean().optional() }),
    WrittenFile,
  ),
} as const;
