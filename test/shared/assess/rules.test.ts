/** Every rule is run: it must fire in one case and keep silent in another, and read nothing that it does not declare. */
import { describe, expect, it } from 'vitest';
import { ruleWordsOf } from '../../../shared/assess/rule-words.ts';
import { rules } from '../../../shared/assess/rules.ts';
import { approvalCases } from './cases/approval.ts';
import { architectureCases } from './cases/architecture.ts';
import { capacityCases } from './cases/capacity.ts';
import { circuitsCases } from './cases/circuits.ts';
import { clientCases } from './cases/client.ts';
import { complianceCases } from './cases/compliance.ts';
import { contestedCases } from './cases/contested.ts';
import { controlCases } from './cases/control.ts';
import { costsCases } from './cases/costs.ts';
import { evidenceCircuitCases } from './cases/evidence-circuit.ts';
import { evidenceClientCases } from './cases/evidence-clients.ts';
import { evidenceFilterCases } from './cases/evidence-filter.ts';
import { evidenceTraceCases } from './cases/evidence-traces.ts';
import { flowsCases } from './cases/flows.ts';
import { justificationCases } from './cases/justification.ts';
import { m365Cases } from './cases/m365.ts';
import { natCases } from './cases/nat.ts';
import { operationsCases } from './cases/operations.ts';
import { outboundCases } from './cases/outbound.ts';
import { parametersCases } from './cases/parameters.ts';
import { prerequisitesCases } from './cases/prerequisites.ts';
import { scopeCases } from './cases/scope.ts';
import { securityCases } from './cases/security.ts';
import { sovereignCases } from './cases/sovereign.ts';
import { steeringCases } from './cases/steering.ts';
import { symmetryCases } from './cases/symmetry.ts';
import { validationCases } from './cases/validation.ts';
import { virtualNetworkCases } from './cases/virtual-network.ts';
import { type RuleCase, runRule } from './rule-case.ts';

const cases: RuleCase[] = [
  ...scopeCases,
  ...justificationCases,
  ...complianceCases,
  ...costsCases,
  ...prerequisitesCases,
  ...approvalCases,
  ...architectureCases,
  ...m365Cases,
  ...circuitsCases,
  ...parametersCases,
  ...sovereignCases,
  ...steeringCases,
  ...natCases,
  ...outboundCases,
  ...symmetryCases,
  ...flowsCases,
  ...virtualNetworkCases,
  ...clientCases,
  ...controlCases,
  ...capacityCases,
  ...securityCases,
  ...validationCases,
  ...operationsCases,
  ...evidenceCircuitCases,
  ...evidenceFilterCases,
  ...evidenceClientCases,
  ...evidenceTraceCases,
  ...contestedCases,
];

describe('rules', () => {
  it('have ids of their own', () => {
    expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length);
  });

  it.each(rules.map((rule) => [rule.id, rule] as const))(
    '%s has words, a firing case and a silent case',
    (id, rule) => {
      expect(ruleWordsOf('en')[id], 'words').toBeDefined();
      expect(rule.facts.length, 'facts').toBeGreaterThan(0);
      const own = cases.filter((one) => one.rule === id);
      expect(
        own.some((one) => one.fires),
        'a firing case',
      ).toBe(true);
      expect(
        own.some((one) => !one.fires),
        'a silent case',
      ).toBe(true);
    },
  );

  it.each(cases.map((one) => [`${one.rule}: ${one.name}`, one] as const))('%s', (_name, one) => {
    const findings = runRule(one);
    if (one.fires) expect(findings.length).toBeGreaterThan(0);
    else expect(findings).toEqual([]);
    for (const finding of findings) {
      expect(finding.title + finding.why + finding.remedy).not.toMatch(
        /\{[a-zA-Z]+\}|undefined|NaN|\[object/,
      );
      if (one.severity) expect(finding.severity).toBe(one.severity);
    }
    if (one.count !== undefined) expect(findings).toHaveLength(one.count);
    // A name that is not there must not leave the rest of its sentence behind.
    for (const { title, why, remedy } of findings)
      for (const text of [title, why, remedy]) expect(text).not.toMatch(/^[\s:;,.]|: :|\s[,.;]/);
    if (one.says !== undefined)
      expect(findings.map((finding) => finding.title).join('\n')).toContain(one.says);
  });
});
