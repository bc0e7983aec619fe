/** Firing and silent cases of the rules in rules/outbound.ts. */
import type { RuleCase } from '../rule-case.ts';

export const outboundCases: readonly RuleCase[] = [];
