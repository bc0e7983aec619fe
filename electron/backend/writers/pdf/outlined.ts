/** Pictures as pages take them: with letters in fonts of ours, or with their letters drawn as shapes, which needs no font. */
import { Resvg } from '@resvg/resvg-js';
import { isPlain, withNumbers } from '../fonts.ts';
import { fontOptions, withFamilies } from '../svg-to-png.ts';
import { compactSvg } from './page-svg.ts';

/** Drawing the letters takes longer than setting the page around them, and most pictures stay as they are. */
const drawn = new Map<string, string>();
const mostDrawn = 20;

/**
 * For pages that bring their fonts along: smaller, and people can search it. Where other scripts stand in the picture, the
 * page setter could pick a font that lacks a letter, so those are drawn.
 */
export function lettered(svg: string): string {
  return isPlain(svg) ? svg : outlined(svg);
}

/** The same on every machine and in every viewer, whatever fonts are there. */
export function outlined(svg: string): string {
  const known = drawn.get(svg);
  if (known !== undefined) return known;
  const shown = withNumbers(svg);
  const font = fontOptions(shown);
  const outline = compactSvg(new Resvg(withFamilies(shown, font), { font }).toString());
  const [oldest] = drawn.keys();
  if (drawn.size >= mostDrawn && oldest !== undefined) drawn.delete(oldest);
  drawn.set(svg, outline);
  return outline;
}
