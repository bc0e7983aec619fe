/** The keys of a room: what each does on the screen that presents, so that nobody touches a mouse. */
import { useLayoutEffect, useRef } from 'react';
import { takesText } from '../../frame/use-shortcuts.ts';

export type RoomKeys = {
  /** A form or a choice of reasons is open: only its own keys count. */
  isCapturing: boolean;
  /** Whether single letters and digits act. */
  single: boolean;
  onDigit: (key: string) => void;
  /** By lower-case letter, or "?". */
  letters: Readonly<Record<string, () => void>>;
  onLeft: () => void;
  onRight: () => void;
  /** Along the choices; says whether there are any. */
  onStep: (by: -1 | 1) => boolean;
  onEnter: () => void;
  onEscape: () => void;
  /** Back from a field or a table to the question. */
  onBack: () => void;
};

export function useRoomKeys(keys: RoomKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  // As soon as the question is on the screen, its keys work.
  useLayoutEffect(() => {
    // Before anybody else: the frame has a list of keys of its own under "?".
    const listen = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
      if (document.querySelector('[role="dialog"], [role="menu"]')) return;
      if (!act(latest.current, event)) return;
      event.preventDefault();
      // The table would go on from where it was left.
      event.stopPropagation();
    };
    window.addEventListener('keydown', listen, true);
    return () => window.removeEventListener('keydown', listen, true);
  }, []);
}

/** By its place where it writes something else: on a French keyboard digits take the shift key. */
function digitOf({ key, code, shiftKey }: KeyboardEvent): string | undefined {
  if (/^\d$/.test(key)) return key;
  return shiftKey ? undefined : /^Digit(\d)$/.exec(code)?.[1];
}

/** Whether the key was one of ours. */
function act(keys: RoomKeys, event: KeyboardEvent): boolean {
  const { key, target } = event;
  const digit = keys.single && !takesText(target) ? digitOf(event) : undefined;
  const at = target instanceof HTMLElement ? target : undefined;
  const inGrid = at?.closest('[role="grid"]') != null;
  if (keys.isCapturing) {
    if (key === 'Escape') keys.onEscape();
    else if (digit !== undefined) keys.onDigit(digit);
    else return false;
    return true;
  }
  if (takesText(target) || inGrid) {
    // While a cell is edited, Escape is the cell's.
    if (key !== 'Escape' || (inGrid && takesText(target))) return false;
    keys.onBack();
    return true;
  }
  // Whatever else scrolls, such as what follows from an answer, keeps its arrows.
  const isElsewhere = at?.closest('[role="group"], [role="combobox"]') != null;
  if (key === 'ArrowDown' || key === 'ArrowUp')
    return !isElsewhere && keys.onStep(key === 'ArrowDown' ? 1 : -1);
  const named: Record<string, () => void> = {
    Escape: keys.onEscape,
    ArrowLeft: keys.onLeft,
    ArrowRight: keys.onRight,
  };
  // A button that has the focus is pressed by Enter, as everywhere.
  if (at?.closest('button, a, [role="combobox"]') == null) named.Enter = keys.onEnter;
  const found = named[key] ?? (keys.single ? keys.letters[key.toLowerCase()] : undefined);
  // Held down, a key turns pages; whatever else it does, it does once.
  if (event.repeat && key !== 'ArrowLeft' && key !== 'ArrowRight') return found !== undefined;
  if (found) found();
  else if (digit !== undefined) keys.onDigit(digit);
  else return false;
  return true;
}
