/** Rules on sovereign. */
import type { Rule } from '../rule.ts';

export const sovereignRules: readonly Rule[] = [];
