/** Pictures with their letters drawn as shapes: the same on every machine and in every viewer, whatever fonts are there. */
import { Resvg } from '@resvg/resvg-js';
import { fontOptions, withFamilies } from '../svg-to-png.ts';
import { compactSvg } from './page-svg.ts';

/** Drawing the letters takes longer than setting the page around them, and most pictures stay as they are. */
const drawn = new Map<string, string>();
const mostDrawn = 20;

export function outlined(svg: string): string {
  const known = drawn.get(svg);
  if (known !== undefined) return known;
  const font = fontOptions(svg);
  const outline = compactSvg(new Resvg(withFamilies(svg, font), { font }).toString());
  const [oldest] = drawn.keys();
  if (drawn.size >= mostDrawn && oldest !== undefined) drawn.delete(oldest);
  drawn.set(svg, outline);
  return outline;
}
