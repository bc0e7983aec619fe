/** Firing and silent cases of the rules in rules/circuits.ts. */
import type { RuleCase } from '../rule-case.ts';

export const circuitsCases: readonly RuleCase[] = [];
