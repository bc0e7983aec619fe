/** Text that is hard to read on what it lies on: runs in the page, and takes a hundredth of the time that axe takes for it. */
import type { Page } from 'playwright-core';

/**
 * WCAG 1.4.3, by the colours of everything around a text, and of everything it is laid over where it is in sight. What axe has
 * found in order in one theme is asked again by this in another, where nothing but the colours is different.
 */
export function lostContrast(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    type Colour = [red: number, green: number, blue: number, alpha: number];
    const found = new Set<string>();
    const colourOf = (text: string): Colour => {
      const [red = 0, green = 0, blue = 0, alpha = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
      if (/^rgba?\(/.test(text)) return [red, green, blue, alpha];
      if (text.startsWith('color(srgb ')) return [red * 255, green * 255, blue * 255, alpha];
      found.add(`a colour that is not understood: ${text}`);
      return [0, 0, 0, 0];
    };
    const over = ([r, g, b, a]: Colour, [red, green, blue]: Colour): Colour => [
      r * a + red * (1 - a),
      g * a + green * (1 - a),
      b * a + blue * (1 - a),
      1,
    ];
    const brightness = ([r, g, b]: Colour): number => {
      const light = (part: number) =>
        part <= 10.31475 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4;
      return 0.2126 * light(r) + 0.7152 * light(g) + 0.0722 * light(b);
    };
    type Look = { background: Colour; opacity: number; isPicture: boolean };
    const looks = new Map<Element, Look>();
    const lookOf = (one: Element): Look => {
      const known = looks.get(one);
      if (known) return known;
      const { backgroundColor, backgroundImage, opacity } = getComputedStyle(one);
      const through = one.parentElement ? lookOf(one.parentElement).opacity : 1;
      const look = {
        background: colourOf(backgroundColor),
        opacity: through * Number(opacity),
        isPicture: backgroundImage !== 'none' || one.matches('img, svg, canvas, video'),
      };
      looks.set(one, look);
      return look;
    };
    const around = (one: Element): Element[] => {
      const all: Element[] = [];
      for (let at: Element | null = one; at; at = at.parentElement) all.push(at);
      return all;
    };
    /** What a text lies on, the nearest first. */
    const below = (one: Element, { left, top, width, height }: DOMRect): Element[] => {
      const there = document.elementsFromPoint(left + width / 2, top + height / 2);
      return there.includes(one) ? there.slice(there.indexOf(one)) : around(one);
    };
    const isOff = (one: Element) =>
      one.closest(':disabled, [aria-disabled="true"], label:has(:disabled)') !== null;

    const textOf = (one: Element): string => {
      if (one.matches('[type="checkbox"], [type="radio"], [type="file"]')) return '';
      if (one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement) return one.value;
      return [...one.childNodes]
        .filter((node) => node.nodeType === Node.TEXT_NODE)
        .map((node) => node.textContent ?? '')
        .join('');
    };
    for (const one of document.querySelectorAll<HTMLElement>('body *')) {
      const text = textOf(one).trim();
      if (text === '' || one instanceof SVGElement || isOff(one)) continue;
      if (!one.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      const box = one.getBoundingClientRect();
      if (box.width <= 1 || box.height <= 1) continue;
      const layers: Colour[] = [];
      let isPicture = false;
      for (const at of below(one, box)) {
        const { background, opacity, isPicture: picture } = lookOf(at);
        // What is drawn under it has no one colour; neither does axe judge that.
        isPicture ||= picture;
        layers.push([background[0], background[1], background[2], background[3] * opacity]);
        if (background[3] * opacity === 1) break;
      }
      if (isPicture) continue;
      const paper = layers.reduceRight<Colour>((lower, layer) => over(layer, lower), [255, 255, 255, 1]);
      const { color, fontSize, fontWeight } = getComputedStyle(one);
      const [r, g, b, a] = colourOf(color);
      const ink = over([r, g, b, a * lookOf(one).opacity], paper);
      const [dark = 0, light = 0] = [brightness(ink), brightness(paper)].toSorted((x, y) => x - y);
      const size = Number.parseFloat(fontSize);
      const isLarge = size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700);
      const contrast = (light + 0.05) / (dark + 0.05);
      if (contrast < (isLarge ? 3 : 4.5))
        found.add(
          `${contrast.toFixed(2)} to 1: ${color} on ${paper.map(Math.round).slice(0, 3).join(' ')}: ${one.tagName.toLowerCase()} “${text.slice(0, 40)}”`,
        );
    }
    return [...found];
  });
}
