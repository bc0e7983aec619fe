/** Long words cut into pieces between which a line may end, so that no text runs out of its column. */
import { widthOf } from '../fonts.ts';

type Setting = { style: 'text' | 'code'; size: number };

/** The text as it is, or in pieces where a word of it is wider than the room there is. */
export function breakable(text: string, room: number, { style, size }: Setting): string | string[] {
  const most = room / size;
  // No character is wider than this, and most texts have no word that comes near.
  const suspicious = Math.max(1, Math.floor(most / 1.2));
  if (longestWord(text) <= suspicious) return text;
  const pieces: string[] = [];
  for (const word of text.split(/(?<=\s)(?=\S)/)) {
    if (widthOf(word.trimEnd(), style) <= most) append(pieces, word);
    else pieces.push(...cut(word, most, style), '');
  }
  return pieces.filter((piece) => piece !== '');
}

/** Whole words stay together in one piece, which may end in a word that was cut. */
function append(pieces: string[], word: string): void {
  const last = pieces.length - 1;
  if (last < 0 || pieces[last] === '') pieces[Math.max(0, last)] = word;
  else pieces[last] += word;
}

/** First after the marks that names and addresses are made of, then, where that is not enough, anywhere. */
function cut(word: string, most: number, style: Setting['style']): string[] {
  return word
    .split(/(?<=[./:_\-@,;=&?|#+\\)])(?![./:_\-@,;=&?|#+\\)])/)
    .flatMap((part) =>
      widthOf(part, style) <= most || breaksAnywhere.test(part) ? [part] : graphemes(part),
    );
}

/** Scripts written without spaces, whose lines end by rules that the page setter knows. */
const breaksAnywhere = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{P}]+$/u;

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Few at a time are enough for the eye; more in what nobody reads, of which the page would be made for seconds. */
function graphemes(part: string): string[] {
  const most = part.length > 1000 ? 10 : 2;
  const pieces: string[] = [];
  let waiting: string[] = [];
  for (const { segment } of segmenter.segment(part)) {
    waiting.push(segment);
    if (waiting.length < most) continue;
    pieces.push(waiting.join(''));
    waiting = [];
  }
  if (waiting.length > 0) pieces.push(waiting.join(''));
  return pieces;
}

function longestWord(text: string): number {
  let longest = 0;
  let start = 0;
  for (let index = 0; index <= text.length; index += 1) {
    const code = index === text.length ? 32 : text.charCodeAt(index);
    if (code !== 32 && code !== 10 && code !== 9) continue;
    longest = Math.max(longest, index - start);
    start = index + 1;
  }
  return longest;
}
