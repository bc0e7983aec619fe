/** Puts the focus somewhere after a page change, also when a dialog that is just closing still holds on to it. */

const tries = 8;
const pause = 25;

export function takeFocus(element: HTMLElement): void {
  // One that opens afterwards is somebody's next step.
  const closing = document.querySelector('[role="dialog"]');
  const attempt = (left: number) => {
    const at = document.activeElement;
    // Somebody has moved on meanwhile: the focus is theirs.
    const free = at === null || at === document.body || closing?.contains(at) || at === element;
    if (!element.isConnected || (!free && left < tries)) return;
    if (at !== element) element.focus({ preventScroll: true });
    if (left > 0) setTimeout(() => attempt(left - 1), pause);
  };
  attempt(tries);
}
