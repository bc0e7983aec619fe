/** Firing and silent cases of the rules in rules/justification.ts. */
import type { RuleCase } from '../rule-case.ts';

export const justificationCases: readonly RuleCase[] = [];
