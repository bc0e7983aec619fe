/** Reads a chapter of the handbook: the few marks of Markdown that its files use, as blocks that a page can show. */

export type Piece = { kind: 'text' | 'strong' | 'code'; text: string };
export type Block =
  | { kind: 'heading'; level: 1 | 2; text: string }
  | { kind: 'paragraph'; pieces: Piece[] }
  | { kind: 'list'; ordered: boolean; items: Piece[][] }
  | { kind: 'table'; head: Piece[][]; rows: Piece[][][] }
  | { kind: 'code'; text: string }
  | { kind: 'picture'; name: string; says: string };

export type Chapter = { id: string; title: string; blocks: Block[]; opening: string; text: string };

/** The name of a chapter's file orders it: "1-workshop.md" has the id "workshop". */
export function readChapter(file: string, source: string): Chapter {
  const blocks = source
    .replaceAll('\r\n', '\n')
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== '')
    .map(readBlock);
  const [first] = blocks;
  if (first?.kind !== 'heading') throw new Error(`${file} does not begin with its title.`);
  return {
    id: file.replace(/^.*\/(?:\d+-)?/, '').replace(/\.md$/, ''),
    title: first.text,
    blocks: blocks.slice(1),
    opening: blocks.flatMap((block) => (block.kind === 'paragraph' ? [textOf(block.pieces)] : []))[0] ?? '',
    text: source.replaceAll(/[*`#|]/g, ''),
  };
}

function textOf(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('');
}

function readBlock(part: string): Block {
  const lines = part.replace(/^\n+|\s+$/g, '').split('\n');
  const [line = ''] = lines;
  const heading = /^(##?) (.+)$/.exec(line);
  if (heading) return { kind: 'heading', level: heading[1] === '#' ? 1 : 2, text: heading[2] ?? '' };
  const picture = /^!\[([^\]]+)\]\((?:[^)]*\/)?([^/)]+)\)$/.exec(line);
  if (picture) return { kind: 'picture', says: picture[1] ?? '', name: picture[2] ?? '' };
  if (lines.every((one) => one.startsWith('    ')))
    return { kind: 'code', text: lines.map((one) => one.slice(4)).join('\n') };
  if (line.startsWith('|')) {
    const [head = [], , ...rows] = lines.map(readRow);
    return { kind: 'table', head, rows };
  }
  const bullet = /^(?:- |\d+\. )/;
  if (lines.every((one) => bullet.test(one)))
    return {
      kind: 'list',
      ordered: !line.startsWith('-'),
      items: lines.map((one) => readPieces(one.replace(bullet, ''))),
    };
  return { kind: 'paragraph', pieces: readPieces(lines.join(' ')) };
}

function readRow(line: string): Piece[][] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => readPieces(cell.trim()));
}

/** **Strong** and `code`; all else is text. */
export function readPieces(text: string): Piece[] {
  return text
    .split(/(\*\*[^*]+\*\*|`[^`]+`)/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      if (/^\*\*[^*]+\*\*$/.test(piece)) return { kind: 'strong', text: piece.slice(2, -2) };
      if (/^`[^`]+`$/.test(piece)) return { kind: 'code', text: piece.slice(1, -1) };
      return { kind: 'text', text: piece };
    });
}
