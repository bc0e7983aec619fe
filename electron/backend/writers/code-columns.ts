/** Long code of short lines is set in two columns, where that spares pages. */

export type CodeRoom = {
  /** So many lines are read in one column without turning pages. */
  mostInOneColumn: number;
  /** So many letters a line has in one of two columns. */
  lettersBeside: number;
};

/** Two columns where so few lines break in them that at least a fifth of the length is won. */
export function columnsOfCode(lines: readonly string[], { mostInOneColumn, lettersBeside }: CodeRoom): 1 | 2 {
  if (lines.length <= mostInOneColumn) return 1;
  const broken = lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / lettersBeside)), 0);
  return broken / 2 < lines.length * 0.8 ? 2 : 1;
}
