/** Which part of the plan a finding belongs to: the one that shows the answer it came from. */
import { groupRows } from '../assess/planned.ts';
import { content } from '../content/content.ts';
import { placeOfQuestion } from '../review-checklist/item.ts';
import type { Finding } from '../view.ts';
import type { Context } from './context.ts';

/** Each section of the checklists has one home in the plan. */
export const homeOfSection: Readonly<Record<string, string>> = {
  'scope.services': 'scope',
  'scope.environments': 'scope',
  'scope.sites': 'scope',
  'scope.today': 'scope',
  'justification.reason': 'decision',
  'justification.compliance': 'decision',
  'justification.performance': 'decision',
  'justification.alternatives': 'decision',
  'justification.costs': 'decision',
  'justification.prerequisites': 'decision',
  'justification.m365': 'm365',
  'justification.decision': 'decision',
  'peering.design': 'architecture',
  'peering.circuits': 'peering',
  'peering.parameters': 'peering',
  'peering.filter': 'peering',
  'peering.m365': 'm365',
  'peering.gateway': 'outbound',
  'peering.sovereign': 'peering',
  'peering.security': 'security',
  'routing.steering': 'routing',
  'routing.nat': 'routing',
  'routing.outbound': 'outbound',
  'routing.virtual-network': 'outbound',
  'routing.symmetry': 'routing',
  'client.steering': 'client',
  'client.internet': 'client',
  'client.remote': 'client',
  'client.control': 'client',
  'client.capacity': 'capacity',
  'golive.checks': 'golive',
  'golive.tests': 'golive',
  'golive.cutover': 'golive',
  'golive.operations': 'golive',
};

export function homeOf(finding: Finding): string | undefined {
  const first = finding.from[0];
  if (first && placeOfQuestion(first.question)) return 'lists';
  const section = first && content.questions.get(first.question)?.section;
  return section === undefined ? undefined : homeOfSection[section];
}

export function findingsIn(context: Context, part: string): Finding[] {
  return context.standing.filter((finding) => homeOf(finding) === part);
}

/** Findings that weigh the same for the same reason and are mended the same way; each group where its first one stands. */
export function alikeFindings(findings: readonly Finding[]): Finding[][] {
  return [...groupRows(findings, ({ severity, why, remedy }) => [severity, why, remedy].join('\n')).values()];
}
