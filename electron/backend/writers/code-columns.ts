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

/** A piece of code whose lines stand together: in two columns of about one length, or in one that may break. */
export type Slab = { columns: readonly (readonly string[])[]; keep: boolean };

/** Pieces are parted where the code parts them, but not into many small ones. */
const mostInSlab = 60;
/** Two columns of so many lines fit every page. */
const mostTogether = 120;
/** A column may be so many lines longer where the other then begins with a command of its own. */
const mostUneven = 5;

/** Code for two columns in pieces, each read down its left column and then down its right one. */
export function slabsOf(lines: readonly string[], lettersBeside: number): Slab[] {
  const heightOf = (some: readonly string[]) =>
    some.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / lettersBeside)), 0);
  const slabs: string[][] = [];
  for (const piece of piecesOf(lines)) {
    const last = slabs.at(-1);
    if (last && heightOf(last) + heightOf(piece) <= mostInSlab) last.push(...piece);
    else slabs.push([...piece]);
  }
  return slabs.map((slab) =>
    heightOf(slab) > mostTogether
      ? { columns: [slab], keep: false }
      : { columns: halvesOf(slab, heightOf), keep: true },
  );
}

const isSeparator = (line: string) => /^(?:!|#|\/\/)?\s*$/.test(line);

/** Each ends with the empty lines that part it from the next. */
function piecesOf(lines: readonly string[]): string[][] {
  const pieces: string[][] = [];
  let isOver = true;
  for (const line of lines) {
    if (isOver && !isSeparator(line)) pieces.push([]);
    pieces.at(-1)?.push(line);
    isOver = isSeparator(line);
  }
  return pieces;
}

function halvesOf(lines: readonly string[], heightOf: (some: readonly string[]) => number): string[][] {
  const half = heightOf(lines) / 2;
  const cuts = lines.map((line, index) => ({
    index,
    away: Math.abs(heightOf(lines.slice(0, index)) - half),
    isCommand: /^\S/.test(line) && !isSeparator(line),
  }));
  const nearest = cuts.toSorted((one, other) => one.away - other.away);
  const cut = nearest.find(({ isCommand, away }) => isCommand && away <= mostUneven) ?? nearest[0];
  return [lines.slice(0, cut?.index ?? 0), lines.slice(cut?.index ?? 0)];
}
