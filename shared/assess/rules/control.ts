/** Rules on control. */
import type { Rule } from '../rule.ts';

export const controlRules: readonly Rule[] = [];
