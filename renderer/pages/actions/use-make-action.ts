/** Makes the action that a finding asks for, with one click and one way back. */
import type { Finding } from '../../../shared/view.ts';
import { useNotices } from '../../data/use-notices.ts';
import { useProject, useSend } from '../../data/use-project.ts';
import { useWords } from '../../words/words.ts';
import { actionOfFinding } from './action-of-finding.ts';

export function useMakeAction(): (finding: Finding) => Promise<void> {
  const words = useWords();
  const notices = useNotices();
  const send = useSend();
  const project = useProject();
  return async (finding) => {
    const { id, action } = actionOfFinding(finding, words, Date.now());
    // Ids are cut to what a path holds: two long ones may begin alike.
    const taken = project.actions[id] !== undefined && project.actions[id].finding !== finding.id;
    const reply = await send('action.set', { id: taken ? crypto.randomUUID() : id, action });
    if (!reply.ok) notices.fail(reply.error);
    else notices.done(words.actions.madeFromFinding, reply.value);
  };
}
