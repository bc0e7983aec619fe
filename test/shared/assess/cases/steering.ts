/** Firing and silent cases of the rules in rules/steering.ts. */
import type { RuleCase } from '../rule-case.ts';

export const steeringCases: readonly RuleCase[] = [];
