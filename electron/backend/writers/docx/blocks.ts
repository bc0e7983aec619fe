/** Parts, sections and blocks of the plan as paragraphs and tables of Word. */
import type { Block, Part, Section } from '../../../../shared/document/blocks.ts';
import { columnsOfCode } from '../code-columns.ts';
import { svgToPng } from '../svg-to-png.ts';
import { addPicture, drawingXml, fitted, pixelsPerTwip } from './picture.ts';
import { capital } from './styles.ts';
import { pairsXml, spaceXml, tableXml } from './table.ts';
import { directionOf, fieldXml, originXml, paragraphXml, styled, textXml, type Writing } from './writing.ts';
import { runsXml } from './xml.ts';

export function partXml(part: Part, onNewPage: boolean, writing: Writing): string {
  return [
    headingXml(part, 1, writing, onNewPage ? 'page' : 'gap'),
    blocksXml(part.blocks, part.title, writing),
    ...part.sections.map((section) => sectionXml(section, 2, writing)),
  ].join('');
}

function sectionXml(section: Section, level: number, writing: Writing): string {
  return [
    headingXml(section, level, writing),
    blocksXml(section.blocks, section.title, writing),
    ...(section.sections ?? []).map((inner) => sectionXml(inner, level + 1, writing)),
  ].join('');
}

function headingXml(
  section: { id: string; title: string },
  level: number,
  writing: Writing,
  above?: 'page' | 'gap',
): string {
  const title = [{ text: section.title }];
  const content = writing.bookmarks.place(section.id, textXml(title, writing));
  // In the order of the schema.
  const more = [
    above === 'page' ? '<w:pageBreakBefore/>' : '',
    directionOf(title),
    above === 'gap' ? '<w:spacing w:before="440" w:after="140"/>' : '',
  ];
  return paragraphXml(`Heading${Math.min(level, 4)}`, content, writing, more.join(''));
}

/** Parted from what follows in the same section by a little room; below the last one stands a heading with its own. */
const parted: ReadonlySet<Block['kind']> = new Set(['table', 'pairs', 'code'] as const);

function blocksXml(blocks: readonly Block[], heading: string, writing: Writing): string {
  let xml = '';
  blocks.forEach((block, index) => {
    const before = blocks[index - 1]?.kind;
    // Boxes of one kind would run into each other.
    if (before && (parted.has(before) || (before === 'callout' && block.kind === 'callout')))
      xml += spaceXml(writing);
    xml += blockXml(block, heading, writing);
  });
  return xml;
}

function blockXml(block: Block, heading: string, writing: Writing): string {
  switch (block.kind) {
    case 'paragraph':
    case 'open': {
      const content = textXml(block.text, writing) + originXml(block.from, writing);
      const style = block.kind === 'open' ? 'Open' : 'Normal';
      return paragraphXml(style, content, writing, directionOf(block.text));
    }
    case 'list':
      return listXml(block, writing);
    case 'table': {
      writing.counts.tables += 1;
      return (
        captionXml(block, writing, { word: writing.words.table, number: writing.counts.tables }) +
        tableXml(block, writing)
      );
    }
    case 'callout':
      return calloutXml(block, writing);
    case 'pairs':
      return pairsXml(block, writing);
    case 'figure':
      return figureXml(block, writing);
    case 'code':
      return codeXml(block, heading, writing);
  }
}

function listXml(block: Extract<Block, { kind: 'list' }>, writing: Writing): string {
  const number = block.ordered ? writing.numbering.startList() : writing.numbering.bullets;
  const counted =
    !block.ordered && writing.bulletsInStyle
      ? ''
      : `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${number}"/></w:numPr>`;
  const origin = originXml(block.from, writing);
  const last = block.items.length - 1;
  const items = block.items.map((item, index) =>
    paragraphXml(
      block.ordered ? 'ListNumber' : 'ListBullet',
      textXml(item.text, writing) + originXml(item.from, writing),
      writing,
      // What the list rests on does not stand alone on the next page.
      (origin !== '' && index === last ? '<w:keepNext/>' : '') + counted + directionOf(item.text),
    ),
  );
  return items.join('') + (origin === '' ? '' : paragraphXml('Normal', origin, writing));
}

type Captioned = { caption: string; from?: Block['from'] };

/** A caption that Word counts, so that numbers stay right when tables are taken out or moved. */
function captionXml(
  { caption, from }: Captioned,
  writing: Writing,
  counted?: { word: string; number: number },
  more = '',
): string {
  const number = counted
    ? `${runsXml(`${counted.word} `)}${fieldXml(`SEQ ${counted.word.replace(/\W/g, '_')} \\* ARABIC`, String(counted.number))}${runsXml(caption === '' ? '' : ': ')}`
    : '';
  const origin = originXml(from, writing);
  if (number === '' && caption === '' && origin === '') return '';
  return paragraphXml('Caption', number + runsXml(caption) + origin, writing, more);
}

function calloutXml(block: Extract<Block, { kind: 'callout' }>, writing: Writing): string {
  const style = block.tone === 'note' ? 'Callout' : `Callout${capital(block.tone)}`;
  const title = paragraphXml(
    style,
    textXml(block.title, writing, 'Strong'),
    writing,
    `<w:keepNext/>${directionOf(block.title)}<w:spacing w:before="80" w:after="0"/>`,
  );
  const text = paragraphXml(
    style,
    textXml(block.text, writing) + originXml(block.from, writing),
    writing,
    `${directionOf(block.text)}<w:spacing w:before="0" w:after="80"/>`,
  );
  return (block.title.length > 0 ? title : '') + (block.text.length > 0 || block.from ? text : '');
}

function figureXml(block: Extract<Block, { kind: 'figure' }>, writing: Writing): string {
  writing.counts.figures += 1;
  writing.counts.drawings += 1;
  const name = `plan-figure-${writing.counts.figures}`;
  const size = fitted(block, {
    width: writing.text.width * pixelsPerTwip,
    height: writing.text.height * pixelsPerTwip * 0.85,
  });
  const painting = svgToPng(block.svg, (2 * size.width) / block.width).then(({ bytes }) => {
    addPicture(writing.package, name, 'png', bytes);
  });
  // Whoever waits for it later hears of a failure; until then, and when called off, nobody does.
  painting.catch(() => {});
  writing.painting.push(painting);
  const vector = addPicture(writing.package, name, 'svg', new TextEncoder().encode(block.svg));
  const drawing = drawingXml({
    id: writing.counts.drawings,
    ...size,
    alt: block.alt,
    picture: writing.package.relate('image', `media/${name}.png`),
    vector: writing.package.relate('image', vector),
  });
  const caption = captionXml(
    block,
    writing,
    { word: writing.words.figure, number: writing.counts.figures },
    // Captions stand above tables and stay with them; this one stands below.
    '<w:keepNext w:val="0"/>',
  );
  return paragraphXml('Figure', drawing, writing) + caption;
}

/** At eight points in the width that is left. */
const codeRoom = { mostInOneColumn: 50, lettersBeside: 50 };

function codeXml(block: Extract<Block, { kind: 'code' }>, heading: string, writing: Writing): string {
  const lines = block.code.replace(/\n$/, '').split(/\r\n|\r|\n/);
  const columns = columnsOfCode(lines, codeRoom) === 2 ? writing.sections : undefined;
  // A caption that only says the heading again would be read twice.
  const named = block.caption === heading ? { ...block, caption: '' } : block;
  const before = columns?.end(1) ?? '';
  const caption = captionXml(named, writing, undefined, before);
  const opening = caption === '' && before !== '' ? paragraphXml('TableSpace', '', writing, before) : caption;
  const after = columns?.end(2) ?? '';
  const written = lines.map((line, index) =>
    paragraphXml('Code', runsXml(line), writing, index === lines.length - 1 ? after : ''),
  );
  return opening + written.join('');
}

/** What this copy of the plan leaves out, said where a reader begins. */
export function leftOutXml(lines: readonly string[], writing: Writing): string {
  if (lines.length === 0) return '';
  const [first, ...rest] = [writing.words.leftOut, ...lines].map((line, index) =>
    paragraphXml(
      'Callout',
      runsXml(line, index === 0 ? styled('Strong', writing) : ''),
      writing,
      index === 0 ? '<w:keepNext/><w:spacing w:before="360" w:after="0"/>' : '',
    ),
  );
  return [first, ...rest].join('');
}
