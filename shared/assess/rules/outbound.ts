/** Rules on outbound. */
import type { Rule } from '../rule.ts';

export const outboundRules: readonly Rule[] = [];
