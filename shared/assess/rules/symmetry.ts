/** Rules on symmetry. */
import type { Rule } from '../rule.ts';

export const symmetryRules: readonly Rule[] = [];
