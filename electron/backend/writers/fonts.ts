/** The fonts that pages are set in, found wherever Onramp runs from; the large ones are read only when a text needs them. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { FontFace } from './font-face.ts';

/** A family with its files; the first file says which characters the family has. */
type Family = { name: string; files: readonly [string, ...string[]] };

const textFamily: Family = {
  name: 'Noto Sans',
  files: [
    'noto-sans/400Regular/NotoSans_400Regular.ttf',
    'noto-sans/600SemiBold/NotoSans_600SemiBold.ttf',
    'noto-sans/400Regular_Italic/NotoSans_400Regular_Italic.ttf',
  ],
};
const codeFamily: Family = {
  name: 'Noto Sans Mono',
  files: ['noto-sans-mono/400Regular/NotoSansMono_400Regular.ttf'],
};

/** In the order in which a character is looked for. */
const families: readonly Family[] = [
  textFamily,
  codeFamily,
  {
    name: 'Noto Sans Arabic',
    files: [
      'noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
      'noto-sans-arabic/600SemiBold/NotoSansArabic_600SemiBold.ttf',
    ],
  },
  {
    name: 'Noto Sans Hebrew',
    files: [
      'noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf',
      'noto-sans-hebrew/600SemiBold/NotoSansHebrew_600SemiBold.ttf',
    ],
  },
  {
    name: 'Noto Sans Devanagari',
    files: [
      'noto-sans-devanagari/400Regular/NotoSansDevanagari_400Regular.ttf',
      'noto-sans-devanagari/600SemiBold/NotoSansDevanagari_600SemiBold.ttf',
    ],
  },
  {
    name: 'Noto Sans Thai',
    files: [
      'noto-sans-thai/400Regular/NotoSansThai_400Regular.ttf',
      'noto-sans-thai/600SemiBold/NotoSansThai_600SemiBold.ttf',
    ],
  },
  { name: 'Noto Emoji', files: ['noto-emoji/400Regular/NotoEmoji_400Regular.ttf'] },
  { name: 'Noto Sans SC', files: ['noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'] },
  // After the Chinese one, because it has some of the same signs.
  { name: 'Noto Sans KR', files: ['noto-sans-kr/400Regular/NotoSansKR_400Regular.ttf'] },
];

// Resolved like any package, so the sources, the build in out/ and a packaged app find them in the same way.
const { resolve } = createRequire(import.meta.url);

function pathOf(file: string): string {
  return resolve(`@expo-google-fonts/${file}`);
}

const bytesOf = remembered((file) => readFileSync(pathOf(file)));
const faceOf = remembered((file) => new FontFace(bytesOf(file)));

function remembered<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}

type FontFile = { path: string; bytes: Buffer };

export type FontChoice = {
  /** Family names in the order in which a character is looked for. */
  families: readonly string[];
  files: readonly FontFile[];
  /** Characters that none of our fonts has. */
  missing: ReadonlySet<string>;
};

/** Characters that print nothing of their own: no font needs to have them. */
const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cc}\u2028\u2029]/u;

/** The families needed for a text made of these characters; the fonts for plain text and code are always among them. */
export function chooseFonts(characters: Iterable<string>): FontChoice {
  let rest = [...new Set(characters)].filter((character) => !invisible.test(character));
  const chosen: Family[] = [];
  for (const family of families) {
    const always = family === textFamily || family === codeFamily;
    if (!always && rest.length === 0) continue;
    const face = faceOf(family.files[0]);
    const left = rest.filter((character) => !face.covers(character.codePointAt(0) ?? 0));
    if (always || left.length < rest.length) chosen.push(family);
    rest = left;
  }
  return {
    families: chosen.map(({ name }) => name),
    files: chosen.flatMap(({ files }) => files.map((file) => ({ path: pathOf(file), bytes: bytesOf(file) }))),
    missing: new Set(rest),
  };
}

/** Characters that none of our fonts has stand as their numbers, so that none is lost and none is an empty box. */
export function withNumbers(text: string, missing: ReadonlySet<string> = chooseFonts(text).missing): string {
  if (missing.size === 0) return text;
  return [...text].map((one) => (missing.has(one) ? numberOf(one) : one)).join('');
}

function numberOf(character: string): string {
  return `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
}

/** Whether the font for plain text alone has every character. */
export function isPlain(text: string): boolean {
  const face = faceOf(textFamily.files[0]);
  return ![...new Set(text)].some(
    (character) => !invisible.test(character) && !face.covers(character.codePointAt(0) ?? 0),
  );
}

/** The same choice for those who read font files themselves. */
export function fontFilesFor(text: string): string[] {
  return chooseFonts(text).files.map(({ path }) => path);
}

/** How wide each character is at one point: those of Latin scripts by their number, for most text is made of them. */
const latinEnd = 0x250;
const widths = {
  text: { latin: new Float64Array(latinEnd).fill(-1), others: new Map<number, number>() },
  code: { latin: new Float64Array(latinEnd).fill(-1), others: new Map<number, number>() },
};

/** How wide a text is at one point, without kerning; what the font lacks counts as more than a full square. */
export function widthOf(text: string, style: 'text' | 'code' = 'text'): number {
  const { latin, others } = widths[style];
  let width = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.codePointAt(index) ?? 0;
    if (code > 0xffff) index += 1;
    let one = code < latinEnd ? latin[code] : others.get(code);
    if (one === undefined || one < 0) {
      one = measured(code, style);
      if (code < latinEnd) latin[code] = one;
      else others.set(code, one);
    }
    width += one;
  }
  return width;
}

function measured(code: number, style: 'text' | 'code'): number {
  const face = faceOf((style === 'code' ? codeFamily : textFamily).files[0]);
  return face.widthOf(code) ?? (invisible.test(String.fromCodePoint(code)) ? 0 : 1.2);
}
