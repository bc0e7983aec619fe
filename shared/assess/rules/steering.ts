/** Rules on steering. */
import type { Rule } from '../rule.ts';

export const steeringRules: readonly Rule[] = [];
