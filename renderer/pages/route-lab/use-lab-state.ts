/** What the Route lab shows, kept in its address: the view, the flow, the parts that are off. None of it is an answer. */
import { useLocation, useSearchParams } from 'react-router';

export const labViews = ['paths', 'failures', 'drills'] as const;
export type LabView = (typeof labViews)[number];

export type LabState = {
  view: LabView;
  flow: string | null;
  off: readonly string[];
  /** Whether somebody has just come from another view to look at this flow: what was pressed is gone. */
  isArriving: boolean;
};

const arriving = 'arriving';

export type Change = Partial<Omit<LabState, 'isArriving'>>;

export function useLabState(): [LabState, (change: Change) => void] {
  const [search, setSearch] = useSearchParams();
  const location = useLocation();
  const state: LabState = {
    view: labViews.find((one) => one === search.get('view')) ?? 'paths',
    flow: search.get('flow'),
    off: search.getAll('off'),
    isArriving: location.state === arriving,
  };
  const change = (wanted: Change) => {
    const { view, flow, off } = { ...state, ...wanted };
    const next = new URLSearchParams();
    if (view !== 'paths') next.set('view', view);
    if (flow !== null) next.set('flow', flow);
    for (const part of off) next.append('off', part);
    // Another view is a place to come back to; another flow is not.
    const isArriving = view !== state.view && wanted.off !== undefined;
    setSearch(next, {
      replace: view === state.view,
      state: isArriving ? arriving : undefined,
      // At once: the next arrow key counts from here.
      flushSync: true,
    });
  };
  return [state, change];
}

export function toggled(off: readonly string[], parts: readonly string[]): string[] {
  return parts.every((part) => off.includes(part))
    ? off.filter((part) => !parts.includes(part))
    : [...new Set([...off, ...parts])];
}
