/** Text is as wide as the font says, and never wider than its box. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cut, oneLine, widthOf, wrap } from '../../../shared/diagram/text.ts';
import { letterWidth } from '../../../shared/diagram/widths.ts';

const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans/package.json'));

/** Advance widths by code point, read from the font itself: its `cmap` in format 4 and its `hmtx`. */
function fontWidths(file: string): (codePoint: number) => number {
  const bytes = readFileSync(join(fonts, file));
  const tables = new Map<string, number>();
  for (let table = 0; table < bytes.readUInt16BE(4); table += 1) {
    const at = 12 + 16 * table;
    tables.set(bytes.toString('latin1', at, at + 4), bytes.readUInt32BE(at + 8));
  }
  const at = (name: string) => tables.get(name) ?? 0;
  const measured = bytes.readUInt16BE(at('hhea') + 34);
  let map = 0;
  for (let index = 0; index < bytes.readUInt16BE(at('cmap') + 2); index += 1) {
    const start = at('cmap') + bytes.readUInt32BE(at('cmap') + 8 + 8 * index);
    if (bytes.readUInt16BE(start) === 4) map = start;
  }
  const twice = bytes.readUInt16BE(map + 6);
  return (codePoint) => {
    for (let segment = 0; segment < twice; segment += 2) {
      if (bytes.readUInt16BE(map + 14 + segment) < codePoint) continue;
      const first = bytes.readUInt16BE(map + 16 + twice + segment);
      const delta = bytes.readInt16BE(map + 16 + 2 * twice + segment);
      const place = map + 16 + 3 * twice + segment;
      const offset = bytes.readUInt16BE(place);
      const glyph =
        offset === 0
          ? codePoint + delta
          : bytes.readUInt16BE(place + offset + 2 * (codePoint - first)) + delta;
      return bytes.readUInt16BE(at('hmtx') + 4 * Math.min(glyph & 0xffff, measured - 1));
    }
    return 0;
  };
}

describe('text in the picture', () => {
  it.each([
    [400, '400Regular/NotoSans_400Regular.ttf'],
    [600, '600SemiBold/NotoSans_600SemiBold.ttf'],
  ] as const)('is measured by the font that is shipped, in weight %s', (weight, file) => {
    const widthIn = fontWidths(file);
    for (let codePoint = 0x20; codePoint <= 0x17f; codePoint += 1)
      if (codePoint < 0x7f || codePoint > 0x9f)
        expect(letterWidth(codePoint, weight), codePoint.toString(16)).toBe(widthIn(codePoint));
    for (let codePoint = 0x391; codePoint <= 0x45f; codePoint += 1)
      expect(letterWidth(codePoint, weight)).toBeGreaterThanOrEqual(widthIn(codePoint));
  });

  it('is never wider than its box, in any number of lines', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.integer({ min: 1, max: 4 }),
        (raw, most) => {
          const lines = wrap(oneLine(raw), 100, 'name', most);
          expect(lines.length).toBeLessThanOrEqual(most);
          for (const line of lines) expect(widthOf(line, 'name')).toBeLessThanOrEqual(100);
        },
      ),
    );
  });

  it('is whole when it fits, and says so when it is not', () => {
    expect(cut('Lyon office', 200, 'name')).toBe('Lyon office');
    expect(cut('Lyon office', 60, 'name')).toMatch(/^Lyon.*…$/);
    expect(wrap('Internet edge Frankfurt', 110, 'name', 2)).toEqual(['Internet edge', 'Frankfurt']);
    expect(wrap('one two three four five six', 40, 'name', 2).at(-1)).toMatch(/…$/);
    expect(wrap('Peering-Standort Frankfurt', 70, 'detail', 3)).toEqual([
      'Peering-',
      'Standort',
      'Frankfurt',
    ]);
    const all = 'Every word of this comes out again in its order';
    expect(wrap(all, 80, 'detail', 20).join(' ')).toBe(all);
  });

  it('is one line without control characters, and never half a letter', () => {
    expect(oneLine(' a\r\n\tb\u0000 ')).toBe('a b␀');
    expect(cut('👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', 70, 'name')).toMatch(/^(👩‍👩‍👧)*…$/u);
  });
});
