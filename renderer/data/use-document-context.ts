/** The open project as the plan reads it, so that screens put values into the same words. */
import { useMemo } from 'react';
import { type Context, makeContext } from '../../shared/document/context.ts';
import { isoDay } from '../words/formats.ts';
import { referenceInUse } from './reference-in-use.ts';
import { useProject } from './use-project.ts';

export function useDocumentContext(): Context {
  const view = useProject();
  return useMemo(
    () => makeContext({ view, today: isoDay(Date.now()), audience: 'engineer', reference: referenceInUse() }),
    [view],
  );
}
