/** Firing and silent cases of the rules in rules/validation.ts. */
import type { RuleCase } from '../rule-case.ts';

export const validationCases: readonly RuleCase[] = [];
