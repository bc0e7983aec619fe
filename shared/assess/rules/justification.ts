/** Rules on justification. */
import type { Rule } from '../rule.ts';

export const justificationRules: readonly Rule[] = [];
