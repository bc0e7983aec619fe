/** Rules on validation. */
import type { Rule } from '../rule.ts';

export const validationRules: readonly Rule[] = [];
