/** All built-in rules, by topic. */
import type { Rule } from './rule.ts';
import { approvalRules } from './rules/approval.ts';
import { architectureRules } from './rules/architecture.ts';
import { capacityRules } from './rules/capacity.ts';
import { circuitsRules } from './rules/circuits.ts';
import { clientRules } from './rules/client.ts';
import { complianceRules } from './rules/compliance.ts';
import { contestedRules } from './rules/contested.ts';
import { controlRules } from './rules/control.ts';
import { costsRules } from './rules/costs.ts';
import { evidenceCircuitRules } from './rules/evidence-circuit.ts';
import { evidenceClientRules } from './rules/evidence-clients.ts';
import { evidenceFilterRules } from './rules/evidence-filter.ts';
import { evidenceTraceRules } from './rules/evidence-traces.ts';
import { flowRules } from './rules/flows.ts';
import { justificationRules } from './rules/justification.ts';
import { m365Rules } from './rules/m365.ts';
import { natRules } from './rules/nat.ts';
import { operationsRules } from './rules/operations.ts';
import { outboundRules } from './rules/outbound.ts';
import { parametersRules } from './rules/parameters.ts';
import { prerequisitesRules } from './rules/prerequisites.ts';
import { scopeRules } from './rules/scope.ts';
import { securityRules } from './rules/security.ts';
import { sovereignRules } from './rules/sovereign.ts';
import { steeringRules } from './rules/steering.ts';
import { symmetryRules } from './rules/symmetry.ts';
import { validationRules } from './rules/validation.ts';
import { virtualNetworkRules } from './rules/virtual-network.ts';

export const rules: readonly Rule[] = [
  ...scopeRules,
  ...justificationRules,
  ...complianceRules,
  ...costsRules,
  ...prerequisitesRules,
  ...approvalRules,
  ...architectureRules,
  ...m365Rules,
  ...circuitsRules,
  ...parametersRules,
  ...sovereignRules,
  ...steeringRules,
  ...natRules,
  ...outboundRules,
  ...symmetryRules,
  ...flowRules,
  ...virtualNetworkRules,
  ...clientRules,
  ...controlRules,
  ...capacityRules,
  ...securityRules,
  ...validationRules,
  ...operationsRules,
  ...evidenceCircuitRules,
  ...evidenceFilterRules,
  ...evidenceClientRules,
  ...evidenceTraceRules,
  ...contestedRules,
];
