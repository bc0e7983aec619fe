/** Firing and silent cases of the rules in rules/client.ts. */
import type { RuleCase } from '../rule-case.ts';

export const clientCases: readonly RuleCase[] = [];
