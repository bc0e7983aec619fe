/** Firing and silent cases of the rules in rules/m365.ts. */
import type { RuleCase } from '../rule-case.ts';

export const m365Cases: readonly RuleCase[] = [];
