/** Firing and silent cases of the rules in rules/nat.ts. */
import type { RuleCase } from '../rule-case.ts';

export const natCases: readonly RuleCase[] = [];
