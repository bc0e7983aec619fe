/** Firing and silent cases of the rules in rules/parameters.ts. */
import type { RuleCase } from '../rule-case.ts';

export const parametersCases: readonly RuleCase[] = [];
