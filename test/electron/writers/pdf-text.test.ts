/** Text and tables before they go on a page: nothing is lost in cutting long words, and columns fill the width there is. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { share, sizeTable } from '../../../electron/backend/writers/column-widths.ts';
import { chooseFonts, fontFilesFor, widthOf } from '../../../electron/backend/writers/fonts.ts';
import { breakable } from '../../../electron/backend/writers/pdf/breakable.ts';

const textSetting = { style: 'text', size: 10 } as const;

describe('a text in pieces', () => {
  it('is the text again when they are put together', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.integer({ min: 5, max: 400 }),
        (text, room) => {
          const pieces = breakable(text, room, textSetting);
          expect(typeof pieces === 'string' ? pieces : pieces.join('')).toBe(text);
        },
      ),
    );
  });

  it('has no word left that is wider than its room', () => {
    const room = 60;
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[A-Za-z0-9./:_-]{1,60}$/), { maxLength: 12 }), (words) => {
        const pieces = [breakable(words.join(' '), room, textSetting)].flat();
        for (const word of pieces.flatMap((piece) => piece.split(' ')))
          expect(widthOf(word) * textSetting.size).toBeLessThanOrEqual(room);
      }),
    );
  });

  it('ends its lines after the marks in names and addresses, where that is enough', () => {
    expect(breakable('see routing.nat.other-services now', 60, textSetting)).toEqual([
      'see ',
      'routing.',
      'nat.',
      'other-',
      'services ',
      'now',
    ]);
    expect(breakable('short words stay', 60, textSetting)).toBe('short words stay');
  });

  it('leaves scripts without spaces to the page', () => {
    expect([breakable('東京都の回線と設備の一覧', 60, textSetting)].flat()).toEqual([
      '東京都の回線と設備の一覧',
    ]);
  });
});

describe('the columns of a table', () => {
  const wish = fc
    .record({
      weight: fc.integer({ min: 1, max: 40 }),
      least: fc.integer({ min: 8, max: 120 }),
      more: fc.nat(600),
    })
    .map(({ weight, least, more }) => ({ weight, least, most: least + more }));

  it('fill the width exactly, each with room for its longest word when there is room for all', () => {
    fc.assert(
      fc.property(fc.array(wish, { minLength: 1, maxLength: 12 }), (wishes) => {
        const widths = share(wishes, 471);
        expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(471, 3);
        const fits = wishes.reduce((sum, { least }) => sum + least, 0) <= 471;
        if (fits)
          for (const [index, width] of widths.entries())
            expect(width).toBeGreaterThanOrEqual((wishes[index]?.least ?? 0) - 0.001);
      }),
    );
  });

  it('keep short lines whole before long ones get more', () => {
    const widths = share(
      [
        { weight: 1, least: 30, most: 50 },
        { weight: 30, least: 60, most: 900 },
      ],
      400,
    );
    expect(widths[0]).toBeCloseTo(50);
  });
});

describe('the columns of a table with text', () => {
  it('give most room to the column that is usually long, not to one that is long once', () => {
    const [short, long] = ['Yes', 'Words that take a few lines in any column. '.repeat(6)];
    const widthsOf = (cells: readonly (readonly [string, string])[]) =>
      sizeTable(
        {
          kind: 'table',
          caption: '',
          columns: [
            { title: 'Question', weight: 1 },
            { title: 'Answer', weight: 1 },
          ],
          rows: cells.map((row) => row.map((text) => ({ text: [{ text }] }))),
        },
        471,
      ).widths;
    const question = 'Which of your servers call Power Platform, and how do they reach it?';
    const [, always = 0] = widthsOf(Array.from({ length: 20 }, () => [question, long] as const));
    const [, once = 0] = widthsOf(
      Array.from({ length: 20 }, (_, row) => [question, row === 3 ? long : short] as const),
    );
    expect(always).toBeGreaterThan(471 / 2);
    expect(once).toBeLessThan(always - 40);
  });
});

describe('the fonts', () => {
  it('for plain text are the small ones only', () => {
    expect(chooseFonts('A plan – “quoted” → Zürich, Москва').families).toEqual([
      'Noto Sans',
      'Noto Sans Mono',
    ]);
  });

  it('cover the scripts that we say they cover, and name what they lack', () => {
    for (const text of [
      'مرحبا',
      'שלום',
      '中文日本語カナ',
      '한국어 데이터',
      'สวัสดี',
      'नमस्ते',
      '😀🚀',
      'Ελληνικά',
      'Việt',
    ])
      expect([...chooseFonts(text).missing], text).toEqual([]);
    expect([...chooseFonts('aកb').missing]).toEqual(['ក']);
  });

  it('are files that are there, each a font of its own', () => {
    const files = fontFilesFor('aم中ש😀');
    expect(new Set(files).size).toBe(files.length);
    for (const file of files) expect(existsSync(file), file).toBe(true);
  });

  it('are found from the folder of the build as well', () => {
    const built = createRequire(join(import.meta.dirname, '../../../out/main/chunks/pages.js'));
    const plain = '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf';
    expect(built.resolve(plain)).toBe(fontFilesFor('a')[0]);
  });
});
