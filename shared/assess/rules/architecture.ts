/** Rules on architecture. */
import type { Rule } from '../rule.ts';

export const architectureRules: readonly Rule[] = [];
