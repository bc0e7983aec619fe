/** Firing and silent cases of the rules in rules/costs.ts. */
import type { RuleCase } from '../rule-case.ts';

export const costsCases: readonly RuleCase[] = [];
