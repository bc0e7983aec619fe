/** Long code in two columns: no line is lost, both columns are about as long, and what belongs together stays together. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slabsOf } from '../../../electron/backend/writers/code-columns.ts';

const letters = 58;
const heightOf = (lines: readonly string[]) =>
  lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / letters)), 0);

const line = fc.oneof(
  fc.constantFrom('', '!', '#', 'interface Gi0/1', ' ip address 10.0.0.1', 'end'),
  fc.string({ maxLength: 200 }),
);

describe('code in two columns', () => {
  it('has every line once and in order, but empty ones before the first', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 400 }), (lines) => {
        const said = slabsOf(lines, letters).flatMap(({ columns }) => columns.flat());
        const missing = lines.slice(0, lines.length - said.length);
        expect(said).toEqual(lines.slice(missing.length));
        expect(missing.filter((one) => !/^(?:!|#|\/\/)?\s*$/.test(one))).toEqual([]);
      }),
    );
  });

  it('fits a page piece by piece, the left column about as long as the right one', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 400 }), (lines) => {
        for (const { columns, keep } of slabsOf(lines, letters)) {
          if (!keep) continue;
          const [left = [], right = []] = columns;
          expect(heightOf(left) + heightOf(right)).toBeLessThanOrEqual(120);
          expect(Math.abs(heightOf(left) - heightOf(right))).toBeLessThanOrEqual(10);
        }
      }),
    );
  });

  it('begins each router in a box of its own, and parts it before a command', () => {
    const router = (name: string) => [
      `! ${name}`,
      ...Array.from({ length: 6 }, (_, index) => [
        `interface ${index}`,
        ...Array(8).fill(' no shutdown'),
      ]).flat(),
      '!',
    ];
    const slabs = slabsOf([...router('Paris'), ...router('Lyon')], letters);
    expect(slabs.map(({ columns }) => columns.map(([first]) => first))).toEqual([
      ['! Paris', 'interface 3'],
      ['! Lyon', 'interface 3'],
    ]);
  });

  it('leaves a line that fills pages in one column that breaks', () => {
    expect(slabsOf(['x'.repeat(50_000)], letters)).toEqual([
      { columns: [['x'.repeat(50_000)]], keep: false },
    ]);
  });
});
