/** The rules' sentences by language: what is wrong, why it matters, what to do. */
import { z } from 'zod';
import { catalogueOf, type Language } from '../words/catalogue.ts';
import approval from './en/approval.json' with { type: 'json' };
import architecture from './en/architecture.json' with { type: 'json' };
import capacity from './en/capacity.json' with { type: 'json' };
import circuits from './en/circuits.json' with { type: 'json' };
import client from './en/client.json' with { type: 'json' };
import compliance from './en/compliance.json' with { type: 'json' };
import contested from './en/contested.json' with { type: 'json' };
import control from './en/control.json' with { type: 'json' };
import costs from './en/costs.json' with { type: 'json' };
import evidence from './en/evidence.json' with { type: 'json' };
import flows from './en/flows.json' with { type: 'json' };
import justification from './en/justification.json' with { type: 'json' };
import m365 from './en/m365.json' with { type: 'json' };
import nat from './en/nat.json' with { type: 'json' };
import operations from './en/operations.json' with { type: 'json' };
import outbound from './en/outbound.json' with { type: 'json' };
import parameters from './en/parameters.json' with { type: 'json' };
import prerequisites from './en/prerequisites.json' with { type: 'json' };
import scope from './en/scope.json' with { type: 'json' };
import security from './en/security.json' with { type: 'json' };
import sovereign from './en/sovereign.json' with { type: 'json' };
import steering from './en/steering.json' with { type: 'json' };
import symmetry from './en/symmetry.json' with { type: 'json' };
import validation from './en/validation.json' with { type: 'json' };
import virtualNetwork from './en/virtual-network.json' with { type: 'json' };

const Sentences = z.strictObject({
  title: z.string().min(1),
  why: z.string().min(1),
  remedy: z.string().min(1),
});

export const RuleWords = Sentences.extend({ variants: z.record(z.string(), Sentences.partial()).optional() });
export type RuleWords = z.infer<typeof RuleWords>;

const english: Readonly<Record<string, RuleWords>> = z.record(z.string(), RuleWords).parse({
  ...scope,
  ...justification,
  ...compliance,
  ...costs,
  ...prerequisites,
  ...approval,
  ...architecture,
  ...m365,
  ...circuits,
  ...parameters,
  ...sovereign,
  ...steering,
  ...nat,
  ...outbound,
  ...symmetry,
  ...flows,
  ...virtualNetwork,
  ...client,
  ...control,
  ...capacity,
  ...security,
  ...validation,
  ...operations,
  ...evidence,
  ...contested,
});

export const ruleCatalogue = catalogueOf(english);

export function ruleWordsOf(language: Language): Readonly<Record<string, RuleWords>> {
  return ruleCatalogue.of(language);
}
