/** Firing and silent cases of the rules in rules/capacity.ts. */
import type { RuleCase } from '../rule-case.ts';

export const capacityCases: readonly RuleCase[] = [];
