/** Firing and silent cases of the rules in rules/control.ts. */
import type { RuleCase } from '../rule-case.ts';

export const controlCases: readonly RuleCase[] = [];
