/** Loads the German sentences of rules and verdict: only where projects are judged. */
import { overlay } from '../words/catalogue.ts';
import approval from './de/approval.json' with { type: 'json' };
import architecture from './de/architecture.json' with { type: 'json' };
import capacity from './de/capacity.json' with { type: 'json' };
import circuits from './de/circuits.json' with { type: 'json' };
import client from './de/client.json' with { type: 'json' };
import compliance from './de/compliance.json' with { type: 'json' };
import contested from './de/contested.json' with { type: 'json' };
import control from './de/control.json' with { type: 'json' };
import costs from './de/costs.json' with { type: 'json' };
import evidence from './de/evidence.json' with { type: 'json' };
import flows from './de/flows.json' with { type: 'json' };
import justification from './de/justification.json' with { type: 'json' };
import m365 from './de/m365.json' with { type: 'json' };
import nat from './de/nat.json' with { type: 'json' };
import operations from './de/operations.json' with { type: 'json' };
import outbound from './de/outbound.json' with { type: 'json' };
import parameters from './de/parameters.json' with { type: 'json' };
import prerequisites from './de/prerequisites.json' with { type: 'json' };
import scope from './de/scope.json' with { type: 'json' };
import security from './de/security.json' with { type: 'json' };
import sovereign from './de/sovereign.json' with { type: 'json' };
import steering from './de/steering.json' with { type: 'json' };
import symmetry from './de/symmetry.json' with { type: 'json' };
import validation from './de/validation.json' with { type: 'json' };
import verdict from './de/verdict.json' with { type: 'json' };
import virtualNetwork from './de/virtual-network.json' with { type: 'json' };
import { ruleCatalogue, ruleWordsOf } from './rule-words.ts';
import { verdictCatalogue, verdictWordsOf } from './verdict-words.ts';

ruleCatalogue.add(
  'de',
  overlay(ruleWordsOf('en'), {
    ...approval,
    ...architecture,
    ...capacity,
    ...circuits,
    ...client,
    ...compliance,
    ...control,
    ...costs,
    ...evidence,
    ...flows,
    ...justification,
    ...m365,
    ...nat,
    ...operations,
    ...contested,
    ...outbound,
    ...parameters,
    ...prerequisites,
    ...scope,
    ...security,
    ...sovereign,
    ...steering,
    ...symmetry,
    ...validation,
    ...virtualNetwork,
  }),
);
verdictCatalogue.add('de', overlay(verdictWordsOf('en'), verdict));
