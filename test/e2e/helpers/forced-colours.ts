/** What is lost where a system forces its own few colours onto a page: looks run in the page. */
import type { Page } from 'playwright-core';

/**
 * Boxes without a word, such as bars, dots and tracks, that a theme tells from what they lie on by their colour alone.
 * Backgrounds are the first thing that forced colours take away: each has to have a border, or a colour of the system's.
 */
export async function lostBoxes(page: Page, force: (on: boolean) => Promise<void>): Promise<string[]> {
  await force(false);
  await page.evaluate(() => {
    const onWhat = (one: Element | null): string => {
      for (let at = one; at; at = at.parentElement) {
        const { backgroundColor } = getComputedStyle(at);
        if (!/^rgba\(.*, 0\)$|^transparent$/.test(backgroundColor)) return backgroundColor;
      }
      return '';
    };
    for (const one of document.querySelectorAll<HTMLElement>('#root *')) {
      const { width, height } = one.getBoundingClientRect();
      if (one instanceof SVGElement || width < 3 || height < 3 || !one.checkVisibility()) continue;
      if ((one.textContent ?? '').trim() !== '' || one.querySelector('svg, img, input')) continue;
      if (one.matches('input, textarea, select, td, th, img, canvas, iframe, [role="gridcell"]')) continue;
      if (onWhat(one) !== onWhat(one.parentElement)) one.setAttribute('data-told-by-colour', '');
    }
  });
  await force(true);
  return page.evaluate(() => {
    const lost = [...document.querySelectorAll<HTMLElement>('[data-told-by-colour]')].filter((one) => {
      const { backgroundColor, borderTopStyle, borderBottomStyle, outlineStyle } = getComputedStyle(one);
      const below = one.parentElement ? getComputedStyle(one.parentElement).backgroundColor : '';
      return (
        [borderTopStyle, borderBottomStyle, outlineStyle].every((style) => style === 'none') &&
        (backgroundColor === below || /^rgba\(.*, 0\)$/.test(backgroundColor))
      );
    });
    const found = lost.map((one) => one.outerHTML.slice(0, 160));
    // What is around a page stays when the next one comes.
    for (const one of document.querySelectorAll('[data-told-by-colour]'))
      one.removeAttribute('data-told-by-colour');
    return found;
  });
}

/** Chosen tabs, pages, toggles and answers that look exactly like the one beside them. */
export function lostChoices(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const parts = [undefined, '::before', '::after'] as const;
    /** How it and all within are drawn, without what they say. */
    const lookOf = (one: Element): string =>
      [one, ...one.querySelectorAll('*')]
        .map((at) => {
          const marks = parts.map((part) => {
            const style = getComputedStyle(at, part);
            if (part !== undefined && style.content === 'none') return '';
            const { backgroundColor, fontWeight, textDecorationLine, opacity } = style;
            const lines = ['Top', 'Right', 'Bottom', 'Left'].map((side) =>
              style.getPropertyValue(`border-${side.toLowerCase()}`),
            );
            return [backgroundColor, fontWeight, textDecorationLine, opacity, ...lines].join(' ');
          });
          const isTicked = at instanceof HTMLInputElement && at.checked;
          return `${at.tagName} ${isTicked} ${marks.join('|')}`;
        })
        .join('\n');
    const kinds: [chosen: string, other: string][] = [
      ['[role="tab"][aria-selected="true"]', '[role="tab"][aria-selected="false"]'],
      ['nav a[aria-current]', 'nav a:not([aria-current])'],
      ['button[aria-pressed="true"]', 'button[aria-pressed="false"]'],
      ['[role="option"][aria-selected="true"]', '[role="option"][aria-selected="false"]'],
      ['label:has(input:checked)', 'label:has(input:not(:checked))'],
    ];
    const lost: string[] = [];
    for (const [chosen, other] of kinds)
      for (const one of document.querySelectorAll(`#root :is(${chosen})`)) {
        const group = one.closest(
          '[role="tablist"], nav, fieldset, [role="group"], [role="radiogroup"], [role="listbox"]',
        );
        const beside = [...(group?.querySelectorAll(other) ?? [])].find((at) => at.tagName === one.tagName);
        if (beside && one.checkVisibility() && lookOf(one) === lookOf(beside))
          lost.push(
            `${one.tagName} “${(one.textContent ?? '').trim().slice(0, 40)}” like “${(beside.textContent ?? '').trim().slice(0, 40)}”`,
          );
      }
    return lost;
  });
}

/** Whether what has the focus is drawn in a way that is left where shadows and backgrounds are gone; its name, if it is not. */
export function lostFocus(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const at = document.activeElement as HTMLElement | null;
    if (!at || at === document.body) return undefined;
    // Within a field for a day, the browser itself marks the button of its calendar.
    if (at.matches('input[type="date"]:not(:focus)')) return undefined;
    const around = [at, ...(at.parentElement?.children ?? []), at.closest('label'), at.parentElement];
    const isDrawn = around.some((one) =>
      [undefined, '::after', '::before'].some((part) => {
        if (!one) return false;
        const { outlineStyle, outlineWidth, borderBottomWidth, textDecorationStyle } = getComputedStyle(
          one,
          part,
        );
        return (
          (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) ||
          textDecorationStyle === 'double' ||
          (part !== undefined && Number.parseFloat(borderBottomWidth) >= 2)
        );
      }),
    );
    return isDrawn
      ? undefined
      : `${at.tagName} ${at.getAttribute('aria-label') ?? at.textContent}`.slice(0, 80);
  });
}
