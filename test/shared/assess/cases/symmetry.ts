/** Firing and silent cases of the rules in rules/symmetry.ts. */
import type { RuleCase } from '../rule-case.ts';

export const symmetryCases: readonly RuleCase[] = [];
