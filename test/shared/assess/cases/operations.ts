/** Firing and silent cases of the rules in rules/operations.ts. */
import type { RuleCase } from '../rule-case.ts';

export const operationsCases: readonly RuleCase[] = [];
