/** Keeps the focus on the page: when what had it is gone (a deleted row, an undone answer), whatever stands nearest has it. */
import { useEffect } from 'react';

/** Dialogs, menus and pages that put the focus somewhere by themselves come first. */
const patience = 100;

const focusable =
  'a[href], button:not(:disabled), input:not(:disabled):not([type="file"]), select:not(:disabled), textarea:not(:disabled), [tabindex="0"]';

/** From the element outwards: what it stood in, and at which place. */
type Trail = { parent: Element; place: number }[];

function trailOf(element: Element): Trail {
  const trail: Trail = [];
  for (let at = element; at.parentElement && at !== document.body; at = at.parentElement)
    trail.push({ parent: at.parentElement, place: [...at.parentElement.children].indexOf(at) });
  return trail;
}

function within(element: Element | undefined, which: 'first' | 'last'): HTMLElement | undefined {
  if (!element) return undefined;
  const found = [...element.querySelectorAll<HTMLElement>(focusable)];
  if (element.matches(focusable)) found.unshift(element as HTMLElement);
  const shown = found.filter((one) => one.tabIndex >= 0 && one.checkVisibility({ visibilityProperty: true }));
  return which === 'first' ? shown[0] : shown.at(-1);
}

/** What took its place, else what stands before it, else the same one step further out. */
function nearest(trail: Trail): HTMLElement | undefined {
  for (const { parent, place } of trail) {
    if (!parent.isConnected) continue;
    const after = [...parent.children].slice(place);
    const before = [...parent.children].slice(0, place).reverse();
    for (const one of after) {
      const found = within(one, 'first');
      if (found) return found;
    }
    for (const one of before) {
      const found = within(one, 'last');
      if (found) return found;
    }
    if (parent.tagName === 'MAIN') return parent as HTMLElement;
  }
  return undefined;
}

/** @param pathname a new page puts the focus on its own title */
export function useKeptFocus(pathname: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: what had the focus on the page before is of no interest.
  useEffect(() => {
    let last: Element | undefined;
    let trail: Trail = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const isLost = () =>
      last !== undefined &&
      !(last.isConnected && last.matches(':not(:disabled)')) &&
      (document.activeElement === null || document.activeElement === document.body);
    const restore = () => {
      timer = undefined;
      if (!isLost()) return;
      last = undefined;
      nearest(trail)?.focus();
    };
    const observer = new MutationObserver(() => {
      if (timer === undefined && isLost()) timer = setTimeout(restore, patience);
    });
    const onFocus = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return;
      last = target;
      // Of menus and dialogs, the way back is to what opened them.
      if (target.closest('main, header, nav')) trail = trailOf(target);
    };
    document.addEventListener('focusin', onFocus);
    observer.observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['disabled'],
    });
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      document.removeEventListener('focusin', onFocus);
    };
  }, [pathname]);
}
