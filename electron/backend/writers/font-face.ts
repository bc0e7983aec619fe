/** Reads from a TrueType font what laying out text needs to know beforehand: which characters it has, and how wide they are. */

export class FontFace {
  readonly #bytes: DataView;
  readonly #tables = new Map<string, number>();
  /** Ranges of characters in rising order: first, last, and how to find the glyph of one of them. */
  readonly #ranges: { first: number; last: number; glyph: (character: number) => number }[] = [];
  readonly #unitsPerEm: number;
  readonly #wideGlyphs: number;

  constructor(bytes: Uint8Array) {
    this.#bytes = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let index = 0; index < this.#bytes.getUint16(4); index += 1) {
      const record = 12 + index * 16;
      const tag = String.fromCharCode(...bytes.subarray(record, record + 4));
      this.#tables.set(tag, this.#bytes.getUint32(record + 8));
    }
    this.#unitsPerEm = this.#bytes.getUint16(this.#table('head') + 18);
    this.#wideGlyphs = this.#bytes.getUint16(this.#table('hhea') + 34);
    this.#readRanges();
  }

  covers(character: number): boolean {
    return this.#glyphOf(character) !== 0;
  }

  /** The width in em, or undefined when the font lacks the character. */
  widthOf(character: number): number | undefined {
    const glyph = this.#glyphOf(character);
    if (glyph === 0) return undefined;
    // The last width stands for all glyphs after it too.
    const index = Math.min(glyph, this.#wideGlyphs - 1);
    return this.#bytes.getUint16(this.#table('hmtx') + index * 4) / this.#unitsPerEm;
  }

  #table(tag: string): number {
    const offset = this.#tables.get(tag);
    if (offset === undefined) throw new Error(`The font has no table ${tag}.`);
    return offset;
  }

  #glyphOf(character: number): number {
    let low = 0;
    let high = this.#ranges.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const range = this.#ranges[middle];
      if (!range) return 0;
      if (character < range.first) high = middle - 1;
      else if (character > range.last) low = middle + 1;
      else return range.glyph(character);
    }
    return 0;
  }

  #readRanges(): void {
    const cmap = this.#table('cmap');
    const offsets = Array.from({ length: this.#bytes.getUint16(cmap + 2) }, (_, index) =>
      this.#bytes.getUint32(cmap + 4 + index * 8 + 4),
    ).map((offset) => cmap + offset);
    const whole = offsets.find((offset) => this.#bytes.getUint16(offset) === 12);
    const basic = offsets.find((offset) => this.#bytes.getUint16(offset) === 4);
    if (whole !== undefined) this.#readGroups(whole);
    else if (basic !== undefined) this.#readSegments(basic);
  }

  /** Format 12: groups of characters whose glyphs follow one another. */
  #readGroups(offset: number): void {
    for (let index = 0; index < this.#bytes.getUint32(offset + 12); index += 1) {
      const group = offset + 16 + index * 12;
      const first = this.#bytes.getUint32(group);
      const start = this.#bytes.getUint32(group + 8);
      this.#ranges.push({
        first,
        last: this.#bytes.getUint32(group + 4),
        glyph: (character) => start + character - first,
      });
    }
  }

  /** Format 4: segments whose glyphs are counted on from the character, or listed one by one. */
  #readSegments(offset: number): void {
    const count = this.#bytes.getUint16(offset + 6) / 2;
    for (let index = 0; index < count; index += 1) {
      const end = offset + 14 + index * 2;
      const start = end + 2 + count * 2;
      const first = this.#bytes.getUint16(start);
      const delta = this.#bytes.getUint16(start + count * 2);
      const listAt = start + count * 4;
      const listed = this.#bytes.getUint16(listAt);
      this.#ranges.push({
        first,
        last: this.#bytes.getUint16(end),
        glyph: (character) => {
          if (listed === 0) return (character + delta) & 0xffff;
          const glyph = this.#bytes.getUint16(listAt + listed + (character - first) * 2);
          return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
        },
      });
    }
  }
}
