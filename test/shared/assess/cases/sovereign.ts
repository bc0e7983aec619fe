/** Firing and silent cases of the rules in rules/sovereign.ts. */
import type { RuleCase } from '../rule-case.ts';

export const sovereignCases: readonly RuleCase[] = [];
