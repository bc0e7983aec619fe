/** Sorts what is still to be done to the questions it is for, keeping the same lists as long as nothing in them changed. */
import { replaceEqualDeep } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import { isClosed } from '../../../shared/project/action-change.ts';
import type { Action } from '../../../shared/project/paths.ts';
import { questionActionId } from '../../../shared/project/question-action.ts';

export type OpenAction = Action & { id: string };
type OpenActions = Readonly<Record<string, readonly OpenAction[]>>;

export function useOpenActions(actions: Readonly<Record<string, Action>>): OpenActions {
  const before = useRef<OpenActions>({});
  return useMemo(() => {
    const sorted: Record<string, OpenAction[]> = {};
    for (const [id, action] of Object.entries(actions)) {
      const { question } = action;
      // The action of "don't know yet" closes by itself, and one for a finding when the finding is gone.
      if (question === undefined || isClosed(action) || id === questionActionId(question)) continue;
      if (action.finding !== undefined) continue;
      const own = Object.hasOwn(sorted, question) ? sorted[question] : undefined;
      if (own) own.push({ ...action, id });
      else sorted[question] = [{ ...action, id }];
    }
    before.current = replaceEqualDeep(before.current, sorted);
    return before.current;
  }, [actions]);
}
