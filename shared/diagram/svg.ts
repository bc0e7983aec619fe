/** Writes SVG: elements with plain attributes, and text that stays text whatever it says. */
import { visibleText } from '../document/visible-text.ts';
import { type TextStyle, textStyles } from './text.ts';

export type Attributes = Readonly<Record<string, string | number | undefined>>;

export function escapeXml(text: string): string {
  return visibleText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** `content` is markup already. */
export function element(name: string, attributes: Attributes, content = ''): string {
  let written = '';
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined) written += ` ${key}="${typeof value === 'number' ? value : escapeXml(value)}"`;
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** The fonts after the first are for screens without it; none of them is wider. */
export const fontFamily = 'Noto Sans, Segoe UI, Helvetica Neue, Arial, sans-serif';

export function textElement(
  text: string,
  style: TextStyle,
  place: { x: number; y: number; fill: string; anchor?: 'middle'; turn?: string },
): string {
  const { size, weight } = textStyles[style];
  return element(
    'text',
    {
      x: place.x,
      y: place.y,
      'font-size': size,
      'font-weight': weight === 400 ? undefined : weight,
      fill: place.fill,
      'text-anchor': place.anchor,
      transform: place.turn,
    },
    escapeXml(text),
  );
}
