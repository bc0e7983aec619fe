/** Saves a moment after the last keystroke, at once when asked to hurry, and always before the field goes away. */
import { useEffect, useMemo, useRef } from 'react';
import { registerPending } from './pending-edits.ts';

/** Long enough that a word is one change, short enough that nobody waits for a finding. */
const delay = 400;

export type Autosave = { later: () => void; now: () => void; waiting: () => boolean };

export function useAutosave(save: () => void): Autosave {
  const latest = useRef(save);
  latest.current = save;
  const autosave = useMemo(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const now = () => {
      if (timer === undefined) return;
      clearTimeout(timer);
      timer = undefined;
      latest.current();
    };
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(now, delay);
    };
    return { later, now, waiting: () => timer !== undefined };
  }, []);
  useEffect(() => {
    const unregister = registerPending(autosave.now);
    return () => {
      unregister();
      autosave.now();
    };
  }, [autosave]);
  return autosave;
}
