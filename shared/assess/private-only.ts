/** Whether the project demands that traffic never takes the internet: what is only a risk elsewhere then blocks. */
import type { QuestionId } from '../content/content.ts';
import type { FindingOrigin } from '../view.ts';
import type { Reader } from './reader.ts';

export const privateOnlyReads = [
  'client.control.express-route-only',
  'justification.compliance.no-internet',
] as const satisfies QuestionId[];

/** The answers that demand it; empty when none does. */
export function privateOnly(project: Reader): FindingOrigin[] {
  return project.once(findPrivateOnly);
}

function findPrivateOnly(project: Reader): FindingOrigin[] {
  return privateOnlyReads.filter((id) => project.said(id, 'yes')).map((id) => project.at(id));
}
