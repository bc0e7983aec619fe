/** Rules on nat. */
import type { Rule } from '../rule.ts';

export const natRules: readonly Rule[] = [];
