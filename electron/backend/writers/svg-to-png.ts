/** Paints an SVG as PNG, for formats that cannot be trusted to show SVG; fonts are ours, so every machine paints the same. */
import { Resvg, type ResvgRenderOptions, renderAsync } from '@resvg/resvg-js';
import { fontFilesFor, withNumbers } from './fonts.ts';

type FontOptions = NonNullable<ResvgRenderOptions['font']>;

export type Png = { bytes: Uint8Array; width: number; height: number };

/** Beside other work, because it takes a while. @param scale pixels of the picture for one pixel of the drawing. */
export async function svgToPng(svg: string, scale: number): Promise<Png> {
  const shown = withNumbers(svg);
  const font = fontOptions(shown);
  const image = await renderAsync(withFamilies(shown, font), { fitTo: { mode: 'zoom', value: scale }, font });
  return { bytes: image.asPng(), width: image.width, height: image.height };
}

/** The fonts that a picture is painted in: ours alone. */
export function fontOptions(svg: string): FontOptions {
  return { fontFiles: fontFilesFor(svg), loadSystemFonts: false, defaultFontFamily: 'Noto Sans' };
}

/**
 * The painter looks for one other font per text only, so stretches of each script name their own. Where it then gives up on the
 * whole text, because two fonts join letters in different ways, the text stays as it was: with boxes rather than missing.
 */
export function withFamilies(svg: string, font: FontOptions): string {
  if (!foreign.test(svg)) return svg;
  const shows = (text: string) =>
    new Resvg(`<svg xmlns="http://www.w3.org/2000/svg"><text y="9">${text}</text></svg>`, {
      font,
    }).getBBox() !== undefined;
  return svg.replace(/>([^<]+)</g, (whole, text: string) => {
    if (!foreign.test(text)) return whole;
    const stretches = scripts.reduce(
      (written, { letters, family }) =>
        written.replace(
          new RegExp(`(?:${letters})+(?: +(?:${letters})+)*`, 'gu'),
          (stretch) => `<tspan font-family="${family}">${stretch}</tspan>`,
        ),
      text,
    );
    return shows(stretches) ? `>${stretches}<` : whole;
  });
}

const scripts = [
  { family: 'Noto Sans Arabic', letters: '[\\p{Script=Arabic}]' },
  { family: 'Noto Sans Hebrew', letters: '[\\p{Script=Hebrew}]' },
  {
    family: 'Noto Sans SC',
    letters: '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303f\\uff00-\\uffef]',
  },
  { family: 'Noto Sans KR', letters: '[\\p{Script=Hangul}]' },
  { family: 'Noto Sans Devanagari', letters: '[\\p{Script=Devanagari}]' },
  { family: 'Noto Sans Thai', letters: '[\\p{Script=Thai}]' },
  { family: 'Noto Emoji', letters: '[\\p{Emoji_Presentation}\\ufe0f\\u200d]' },
];
const foreign = new RegExp(scripts.map(({ letters }) => letters).join('|'), 'u');
