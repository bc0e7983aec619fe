/** The calls that make documents: the plan, how it looks, and the portfolio. */
import { z } from 'zod';
import { audiences, type PlanDocument } from '../document/blocks.ts';
import { planFormats } from '../document/formats.ts';
import { call, Id, longCall, Nothing, WrittenFile } from './call.ts';

const PlanChoice = z.strictObject({
  project: Id,
  audience: z.enum(audiences),
  /** Ids of the parts wanted; all of them when not given. */
  parts: z.array(z.string().max(50)).max(50).optional(),
});

export const PlanPages = z.strictObject({
  /** From the first on; null where only the place of a page is known so far. */
  pages: z.array(z.string().nullable()),
  /** Otherwise more pages come to who asks again, with what this showing is called. */
  isWhole: z.boolean(),
  showing: Id,
  /** In points; all pages are of one size. */
  width: z.number(),
  height: z.number(),
  /** The page that each part begins on, from 0, by the part's id. */
  parts: z.record(z.string(), z.number()),
});
export type PlanPages = z.infer<typeof PlanPages>;

export const papers = ['a4', 'letter'] as const;

/** How documents look that leave the house. The logo comes back as a picture to show, the template by name only. */
export const DocumentLook = z.strictObject({
  paper: z.enum(papers),
  accent: z.string().regex(/^#[0-9a-f]{6}$/i),
  firm: z.string().max(100),
  logo: z.strictObject({ name: z.string(), picture: z.string() }).nullable(),
  template: z.strictObject({ name: z.string(), size: z.number() }).nullable(),
});
export type DocumentLook = z.infer<typeof DocumentLook>;

const GivenFile = z.strictObject({ name: z.string().min(1).max(300), content: z.base64().max(30_000_000) });

export const planCalls = {
  /** The plan as blocks, as it is shown on screen. */
  'plan.build': call(
    PlanChoice,
    z.custom<PlanDocument>((value) => typeof value === 'object' && value !== null),
  ),
  'plan.export': longCall(
    PlanChoice.extend({
      format: z.enum(planFormats),
      /** Leaves the firm's logo and template aside: the way out when one of them cannot be used. */
      plain: z.boolean().optional(),
    }),
    WrittenFile,
  ),
  /** Somebody may look at a plan's pages soon: what takes a while to start does so now. Changes nothing. */
  'plan.prepare': call(Nothing, Nothing),
  /**
   * The pages as they will print, each named by a hash of what is on it, so that only changed ones are asked for. Answers
   * with those it knows. Asked with a showing it goes on with that one, or begins again where another was shown since.
   */
  'plan.pages': call(PlanChoice.extend({ showing: Id.optional() }), PlanPages),
  'plan.page': call(
    z.strictObject({ project: Id, hash: z.string().max(100) }),
    z.strictObject({ svg: z.string() }),
  ),
  /** The projects in the order given, one line each, as a workbook. */
  'portfolio.export': longCall(z.strictObject({ projects: z.array(Id).min(1).max(20_000) }), WrittenFile),
  'look.get': call(Nothing, DocumentLook),
  'look.set': call(
    DocumentLook.pick({ paper: true, accent: true, firm: true })
      .extend({ logo: GivenFile.nullable(), template: GivenFile.nullable() })
      .partial(),
    DocumentLook,
  ),
} as const;
