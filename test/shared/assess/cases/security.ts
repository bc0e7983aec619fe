/** Firing and silent cases of the rules in rules/security.ts. */
import type { RuleCase } from '../rule-case.ts';

export const securityCases: readonly RuleCase[] = [];
