/** Rules on virtual network. */
import type { Rule } from '../rule.ts';

export const virtualNetworkRules: readonly Rule[] = [];
