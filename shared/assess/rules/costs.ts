/** Rules on costs. */
import type { Rule } from '../rule.ts';

export const costsRules: readonly Rule[] = [];
