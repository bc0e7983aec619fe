/** Rules on parameters. */
import type { Rule } from '../rule.ts';

export const parametersRules: readonly Rule[] = [];
