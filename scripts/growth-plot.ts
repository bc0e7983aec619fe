/** Draws how a measured value grows with the amount of data, as text: what grows in step with it rises by equal bars. */

export type Growth = { name: string; unit: string; points: { amount: number; value: number }[] };

/** As long as a bar gets by growing ten times. */
const tenfold = 12;

export function plotGrowth(growths: readonly Growth[], figure: (value: number) => string): string {
  const widest = Math.max(0, ...growths.map(({ name }) => name.length));
  const lines = growths.flatMap(({ name, unit, points }) => {
    const least = Math.min(...points.map(({ value }) => value));
    return points.map(({ amount, value }, index) => {
      const before = points[index - 1];
      const title = (index === 0 ? name : '').padEnd(widest);
      const measured = `${figure(value)} ${unit}`.padStart(9);
      const grown = before ? `  ${figure(value / before.value)}x` : '';
      const length = 1 + Math.round(tenfold * Math.log10(value / least));
      return `  ${title}  ${amount.toLocaleString('en').padStart(8)}  ${measured}  ${'█'.repeat(length)}${grown}`;
    });
  });
  return [
    `  Growth with the number of changes; ten times as much is ${tenfold} characters more`,
    ...lines,
  ].join('\n');
}
