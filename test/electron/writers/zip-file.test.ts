/** The zip around Word and Excel files, read back by another hand. */
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ZipFile } from '../../../electron/backend/writers/zip-file.ts';

const moment = new Date(2026, 10, 21, 13, 37, 42);

async function zipOf(parts: readonly (readonly [string, string | Uint8Array, boolean?])[], at = moment) {
  const file = new ZipFile(at);
  for (const [name, content, isPacked] of parts) file.add(name, content, isPacked);
  return file.bytes();
}

describe('a zip file', () => {
  it('gives back every part as it was put in, in its order, packed or not', async () => {
    const part = fc.tuple(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).map((text) => `part/${text}`),
      fc.uint8Array({ maxLength: 5000 }),
      fc.boolean(),
    );
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(part, { selector: ([name]) => name, maxLength: 8 }), async (parts) => {
        const read = unzipSync(await zipOf(parts));
        expect(Object.keys(read)).toEqual(parts.map(([name]) => name));
        for (const [name, content] of parts) expect(read[name]).toEqual(content);
      }),
    );
  });

  it('holds texts as UTF-8, and packs what is repetitive', async () => {
    const text = '<t>Größe 日本語 👩‍👩‍👧</t>'.repeat(1000);
    const bytes = await zipOf([['größe.xml', text]]);
    expect(strFromU8(unzipSync(bytes)['größe.xml'] ?? new Uint8Array())).toBe(text);
    expect(bytes.length).toBeLessThan(1000);
  });

  it('stores what is packed already as it is', async () => {
    const picture = Buffer.alloc(2000, 7);
    const bytes = await zipOf([['picture.png', picture, true]]);
    expect(Buffer.from(bytes).includes(picture)).toBe(true);
  });

  it('carries the check sum that readers hold each part against', async () => {
    // The check value that catalogues give for CRC-32.
    const bytes = Buffer.from(await zipOf([['digits', '123456789']]));
    expect(bytes.readUInt32LE(14)).toBe(0xcbf43926);
    expect(bytes.readUInt32LE(bytes.indexOf('PK\u0001\u0002') + 16)).toBe(0xcbf43926);
  });

  it('says of each part when it was made, and is the same bytes for the same parts', async () => {
    const parts = [
      ['a.xml', '<a/>'],
      ['b.xml', '<b/>'],
    ] as const;
    const bytes = Buffer.from(await zipOf(parts));
    expect(bytes.equals(await zipOf(parts))).toBe(true);
    expect(bytes.equals(await zipOf(parts, new Date(1980, 0, 1)))).toBe(false);
    const [time, day] = [bytes.readUInt16LE(10), bytes.readUInt16LE(12)];
    expect([time >> 11, (time >> 5) & 63, (time & 31) * 2]).toEqual([13, 37, 42]);
    expect([(day >> 9) + 1980, (day >> 5) & 15, day & 31]).toEqual([2026, 11, 21]);
  });
});
