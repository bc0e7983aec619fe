/** The action that a finding asks for: one each, with an id that two copies of a project agree on. */
import type { Action } from '../../../shared/project/paths.ts';
import { longestActionTitle } from '../../../shared/project/paths.ts';
import type { Finding } from '../../../shared/view.ts';
import type { Words } from '../../words/en.ts';

const longestId = 151;

export function actionOfFinding(finding: Finding, words: Words, now: number): { id: string; action: Action } {
  const plain = (text: string) => text.replaceAll('`', '');
  const [origin] = finding.from;
  return {
    id: `finding:${finding.id}`.slice(0, longestId),
    action: {
      title: plain(words.actions.solve(finding.title)).slice(0, longestActionTitle),
      status: 'open',
      ...(origin ? { question: origin.question } : {}),
      finding: finding.id,
      ...(finding.remedy ? { note: plain(finding.remedy) } : {}),
      created: now,
    },
  };
}

/** The actions by the finding they came from. */
export function actionsByFinding(actions: Readonly<Record<string, Action>>): ReadonlyMap<string, Action> {
  return new Map(
    Object.values(actions).flatMap((action) =>
      action.finding === undefined ? [] : [[action.finding, action]],
    ),
  );
}
