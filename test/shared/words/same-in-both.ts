/** Which lines may read the same in English and German: names, signs, and words both languages have. */

/** Whole lines. */
const lines = new Set<string>([]);

/** Places whose line is a value, an example or a name. */
const places: readonly RegExp[] = [/\.looksLike$/];

export function sameInBoth(place: string, line: string): boolean {
  // Nothing in it that could be translated: signs, numbers, placeholders, stand-ins.
  const words = line
    .replace(/\{\w+\}/g, '')
    .replace(/[^\p{L}]/gu, '')
    .replace(/[ΩΨΦ]/gu, '');
  return words === '' || lines.has(line) || places.some((pattern) => pattern.test(place));
}
