/** Rules on circuits. */
import type { Rule } from '../rule.ts';

export const circuitsRules: readonly Rule[] = [];
