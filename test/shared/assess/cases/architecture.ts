/** Firing and silent cases of the rules in rules/architecture.ts. */
import type { RuleCase } from '../rule-case.ts';

export const architectureCases: readonly RuleCase[] = [];
