/** The calls that bring two copies of one project together: merging, settling, and linked files. */
import { z } from 'zod';
import { Arrivals, allSides } from '../project/merge.ts';
import { ProjectView } from '../view.ts';
import { call, FileText, Id, longCall, OfProject } from './call.ts';

export const MergePreview = z.strictObject({
  project: Id,
  /** The project's name here, or as the file has it when it is not here yet. */
  name: z.string(),
  isHere: z.boolean(),
  arrivals: Arrivals,
});
export type MergePreview = z.infer<typeof MergePreview>;

/** What can be wrong with a linked file, as a closed list; work goes on, and it is tried again by itself. */
export const linkProblems = [
  'unreachable',
  'half-synced',
  'newer-file',
  'other-project',
  'not-writable',
  'disk-full',
  'failed',
] as const;

/** What came in at once: how many changes, where to, whose, and out of which file. */
const LinkArrival = Arrivals.pick({ changes: true, places: true }).extend({
  at: z.number(),
  /** How many changes the project had after it: rises with every arrival, whatever the clock says. */
  total: z.number(),
  authors: z.array(z.string()),
  file: z.string(),
});
export type LinkArrival = z.infer<typeof LinkArrival>;

export const LinkStatus = z.strictObject({
  /** Null when the project is not linked. */
  link: z
    .strictObject({
      file: z.string(),
      problem: z.enum(linkProblems).nullable(),
      /** When the file and the project last said the same; null before they ever did. */
      alikeAt: z.number().nullable(),
      /** Changes made here that are not in the file yet. */
      waiting: z.boolean(),
      /** What came in since the app was started, the last of it at the end. */
      came: z.array(LinkArrival),
    })
    .nullable(),
  /** How many changes the project has: more than the view says means that some came in. */
  changes: z.number(),
});
export type LinkStatus = z.infer<typeof LinkStatus>;

export const copiesCalls = {
  /** What importing the file would bring; changes nothing. */
  'merge.preview': longCall(z.strictObject({ text: FileText, project: Id.optional() }), MergePreview),
  /** Each choice is the change whose value shall stand; all of them are one step. */
  'conflict.settle': call(
    z.strictObject({
      project: Id,
      choices: z
        .array(z.strictObject({ path: z.string().max(300), change: z.union([Id, z.literal(allSides)]) }))
        .min(1)
        .max(100_000),
    }),
    ProjectView,
  ),
  /** From then on the project is kept alike with the file; changes go both ways by themselves. */
  'link.set': call(z.strictObject({ project: Id, file: z.string().trim().min(1).max(4000) }), LinkStatus),
  'link.remove': call(OfProject, LinkStatus),
  'link.status': call(OfProject, LinkStatus),
} as const;
