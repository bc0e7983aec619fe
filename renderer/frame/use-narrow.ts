/** Whether the window leaves a page so little room that what stands beside it elsewhere has to fold up. */
import { useSyncExternalStore } from 'react';

/** The same width in styles. */
export const narrowWindow = '@media (max-width: 1180px)';

const query = window.matchMedia('(max-width: 1180px)');

function subscribe(listener: () => void): () => void {
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

export function useIsNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => query.matches);
}
