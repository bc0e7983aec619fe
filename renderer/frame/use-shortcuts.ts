/** The keys that work everywhere. */
import { useEffect } from 'react';
import { useUndo } from './use-undo.ts';

/** Where typing means text, single keys and the field's own undo belong to the field. */
export function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  )
    return true;
  return target instanceof HTMLInputElement && target.type !== 'radio' && target.type !== 'checkbox';
}

export function useShortcuts(
  project: string | undefined,
  onOpen: (what: 'palette' | 'shortcuts') => void,
  onPresent: () => void,
): void {
  const undo = useUndo(project);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const withControl = event.ctrlKey || event.metaKey;
      const key = event.key.toLowerCase();
      if (withControl && !event.altKey && key === 'k') {
        event.preventDefault();
        onOpen('palette');
        return;
      }
      if (event.defaultPrevented || takesText(event.target)) return;
      if (document.querySelector('[role="dialog"], [role="menu"]')) return;
      if (event.key === '?') onOpen('shortcuts');
      // By the key's place: with Alt some keyboards write another letter.
      else if (event.altKey && !withControl && event.code === 'KeyP') onPresent();
      else if (withControl && key === 'z') undo(event.shiftKey ? 'redo' : 'undo');
      else if (withControl && key === 'y') undo('redo');
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [undo, onOpen, onPresent]);
}
