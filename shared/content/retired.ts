/** Questions that no checklist asks any more: their words stay, so that the answers they once got can still be read. */
import { z } from 'zod';
import retiredJson from './retired.json' with { type: 'json' };

const RetiredQuestion = z.strictObject({
  prompt: z.string().min(1),
  /** What its options were called. */
  options: z.record(z.string(), z.string().min(1)).optional(),
});
type RetiredQuestion = z.infer<typeof RetiredQuestion>;

export const retired: Readonly<Record<string, RetiredQuestion>> = z
  .record(z.string(), RetiredQuestion)
  .parse(retiredJson);
