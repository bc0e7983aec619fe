/** The open project as the plan reads it, so that screens put values into the same words. */
import { useMemo } from 'react';
import { type Context, makeContext } from '../../shared/document/context.ts';
import { listRoots } from '../../shared/project/state.ts';
import { isoDay } from '../words/formats.ts';
import { referenceInUse } from './reference-in-use.ts';
import { useChecklists } from './use-checklist.ts';
import { useProject } from './use-project.ts';

/** The paths are those that will be spoken of: items of additional checklists are read only where some of them are theirs. */
export function useDocumentContext(paths: readonly string[] = []): Context {
  const view = useProject();
  const lists = useChecklists(view, [...new Set(paths.flatMap(listOfPath))]);
  return useMemo(
    () =>
      makeContext({
        view,
        today: isoDay(Date.now()),
        audience: 'engineer',
        reference: referenceInUse(),
        lists,
      }),
    [view, lists],
  );
}

function listOfPath(path: string): string[] {
  const [root = '', list = ''] = path.split('/');
  return listRoots.includes(root) ? [list] : [];
}
