/** What does not fit into a narrow window: runs in the page. */
import type { Page } from 'playwright-core';

/** What is wider than the window outside of a scroller of its own, cut off, or covered by something else. */
export function misfits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = new Set<string>();
    const nameOf = (one: Element) =>
      `${one.tagName.toLowerCase()} “${(one.getAttribute('aria-label') ?? one.textContent ?? '').trim().slice(0, 60)}”`;
    const main = document.querySelector('main') ?? document.body;
    for (const scroller of [document.documentElement, main])
      if (scroller.scrollWidth > scroller.clientWidth + 1)
        found.add(`${nameOf(scroller)} is ${scroller.scrollWidth - scroller.clientWidth} px too wide`);
    // Pages scroll in their frame: a window that scrolls as well moves bar and rail out of sight.
    const { scrollHeight, clientHeight } = document.documentElement;
    if (scrollHeight > clientHeight) found.add(`the window is ${scrollHeight - clientHeight} px too high`);

    const isUnseen = (one: Element) => getComputedStyle(one).clipPath !== 'none';
    /** In a scroller of its own, a picture, or nowhere to be seen: free to be as wide as it likes. */
    const isFree = (one: Element) => {
      for (let at: Element | null = one; at && at !== main && at !== document.body; at = at.parentElement) {
        if (isUnseen(at) || at instanceof SVGElement) return true;
        const { overflowX } = getComputedStyle(at);
        if (at !== one && (overflowX === 'auto' || overflowX === 'scroll')) return true;
      }
      return false;
    };
    for (const one of document.querySelectorAll<HTMLElement>('#root *')) {
      const { left, right, width, height } = one.getBoundingClientRect();
      if (width === 0 || height === 0 || !one.checkVisibility() || isFree(one)) continue;
      if (left < -1 || right > window.innerWidth + 1) found.add(`beyond the edge: ${nameOf(one)}`);
      if ((one.textContent ?? '').trim() === '') continue;
      const { overflowX, overflowY, textOverflow } = getComputedStyle(one);
      // Names of things end in dots on purpose; words of the interface do not.
      const cutsAcross = overflowX === 'hidden' || overflowX === 'clip';
      if (cutsAcross && textOverflow !== 'ellipsis' && one.scrollWidth > one.clientWidth + 1)
        found.add(`cut off at the side: ${nameOf(one)}`);
      if ((overflowY === 'hidden' || overflowY === 'clip') && one.scrollHeight > one.clientHeight + 2)
        found.add(`cut off below: ${nameOf(one)}`);
    }

    const controls = document.querySelectorAll<HTMLElement>(
      '#root :is(a[href], button, input, textarea, select, [role="tab"], [role="combobox"])',
    );
    for (const one of controls) {
      const isBar = one.closest('[data-tabster-dummy]') !== null;
      if (isBar || one.tabIndex < 0 || !one.checkVisibility({ visibilityProperty: true })) continue;
      one.scrollIntoView({ block: 'center', inline: 'center' });
      const { left, top, width, height } = one.getBoundingClientRect();
      // Waits above the window until it has the focus.
      if (width < 2 || height < 2 || top + height < 0) continue;
      const hit = document.elementFromPoint(left + width / 2, top + Math.min(height, 200) / 2);
      const label =
        one.closest('label') ??
        (one.id ? document.querySelector(`label[for="${CSS.escape(one.id)}"]`) : null);
      const isOwn =
        hit &&
        (one.contains(hit) ||
          hit.contains(one) ||
          label?.contains(hit) ||
          one.parentElement === hit.parentElement);
      if (!isOwn)
        found.add(`covered: ${nameOf(one)} by ${hit ? nameOf(hit) : 'nothing that can be scrolled to'}`);
    }
    main.scrollTo(0, 0);
    return [...found];
  });
}

/** The distances of WCAG 1.4.12, as somebody's own style sheet would set them. */
export async function spaceText(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
    );
    document.adoptedStyleSheets = [sheet];
  });
}
