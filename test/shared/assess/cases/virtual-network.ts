/** Firing and silent cases of the rules in rules/virtual-network.ts. */
import type { RuleCase } from '../rule-case.ts';

export const virtualNetworkCases: readonly RuleCase[] = [];
