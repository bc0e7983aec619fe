/** Rules on m365. */
import type { Rule } from '../rule.ts';

export const m365Rules: readonly Rule[] = [];
