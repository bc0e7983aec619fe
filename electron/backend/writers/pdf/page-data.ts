/** The plan as the data that the page template reads: text made visible and breakable, links resolved, columns measured. */
import { anchorOf, linksTo, originName, placesOf } from '../../../../shared/document/anchors.ts';
import type { Block, Cell, PlanDocument, Section, Target, Text } from '../../../../shared/document/blocks.ts';
import { lead, needsWholeWidth } from '../../../../shared/document/pairs.ts';
import { visibleText } from '../../../../shared/document/visible-text.ts';
import { type DocumentWords, documentWordsOf } from '../../../../shared/document/words/words.ts';
import { readableAccent, tinted } from '../accent.ts';
import { columnsOfCode, type Slab, slabsOf } from '../code-columns.ts';
import { semiBold, sizeTable } from '../column-widths.ts';
import { chooseFonts, type FontChoice, withNumbers } from '../fonts.ts';
import type { Look } from '../look.ts';
import { breakable } from './breakable.ts';
import { addressOfPlace } from './link-ends.ts';
import { lettered, outlined } from './outlined.ts';
import { capHeight, linesOfRow } from './row-lines.ts';

/** Text in pieces between which a line may end; most is one string. */
type Pieces = string | string[];
type Piece = { t: Pieces; s?: string; go?: string; url?: string; at?: string };
/** Most text is one plain run. */
type Inline = string | Piece[];
type Data = { [key: string]: unknown };

export type SectionData = Data & { level: number; title: Pieces; sections: SectionData[] };
export type Run = { head: string; parts: SectionData[] };
/** Letters of pictures stay letters, with their font, or are drawn as shapes where a viewer may not have that font. */
export type Letters = 'text' | 'shapes';

/** Points; margins, and what is left between them. */
const side = 56;
const paperWidths = { a4: 595.28, letter: 612 } as const;
const bodySize = 10;
const codeSize = 6.5;
const codeInset = 8;
const codeGutter = 14;
const codeRoom = { mostInOneColumn: 60, lettersBeside: 58 };
const pairsSize = 9;
const smallPairs = 7.5;
const columnGutter = 20;
/** Between the lines of a cell, in sizes of the text. */
const leading = 0.5;
/** So few rows are read at one glance, so they stay together. */
const fewRows = 6;
/** The tallest picture that leaves room for its heading and caption. */
const tallestFigure = 560;
/** And the one that in a short plan leaves room for what is said around it. */
const tallestInShort = 440;

export class PageData {
  readonly fonts: FontChoice;
  /** Parts that follow one another from the top of a page on. */
  readonly runs: readonly (readonly Section[])[];
  /** All that the data of a run is made with, besides its parts: equal parts and this make equal data. */
  readonly madeWith: string;
  readonly #plan: PlanDocument;
  readonly #look: Look;
  readonly #letters: Letters;
  readonly #words: DocumentWords;
  readonly #width: number;
  /** Of two columns beside each other. */
  readonly #column: number;
  readonly #addressOf: (target: Target) => string | undefined;
  /** Places that links lead to; the first of a name is the one meant. */
  #marked = new Set<string>();

  constructor(plan: PlanDocument, look: Look, letters: Letters) {
    this.#plan = plan;
    this.#look = look;
    this.#letters = letters;
    this.#words = documentWordsOf(plan.language);
    this.#width = paperWidths[look.paper] - 2 * side;
    this.#column = (this.#width - columnGutter) / 2;
    const places = placesOf(plan);
    this.#addressOf = linksTo(places);
    this.fonts = chooseFonts(charactersOf(plan, look, this.#words));
    const { language, short } = plan;
    this.madeWith = JSON.stringify([language, short, look.paper, letters, [...places]]);
    this.runs = together(plan.parts);
  }

  /** Marks what is not among those `places` yet, and adds it to them. */
  run(parts: readonly Section[], places: Set<string>): Run {
    this.#marked = places;
    return {
      head: this.#visible(shortened(parts.map(({ title }) => title).join(' · '))),
      parts: parts.map((part) => this.#section(part, 1)),
    };
  }

  /** Those of its parts and of the sections right below them. */
  headings(parts: readonly Section[]): Pick<SectionData, 'level' | 'title'>[] {
    return parts.flatMap((part) => [
      this.#heading(part, 1),
      ...(part.sections ?? []).map((section) => this.#heading(section, 2)),
    ]);
  }

  frame(): Data {
    const { title, subtitle, customer, status, date, authors, contentVersion, language } = this.#plan;
    const words = this.#words.frame;
    const accent = readableAccent(this.#look.accent);
    const facts = [
      { name: words.status, value: status },
      { name: words.asOf, value: date },
      { name: words.writtenBy, value: authors.join(', ') },
    ].filter(({ value }) => value !== '');
    const shown = (text: string, size = bodySize) => this.#pieces(text, this.#width, size);
    const [pageBefore = '', pageMiddle = '', pageAfter = ''] = words.page.split(/\{pages?\}/);
    const day = /^(\d{4})-(\d{2})-(\d{2})/.exec(date);
    return {
      lang: language,
      paper: this.#look.paper === 'letter' ? 'us-letter' : 'a4',
      side,
      fonts: this.fonts.families,
      accent,
      tint: tinted(accent, 0.92),
      documentTitle: this.#visible(customer === '' ? title : `${title} – ${customer}`),
      authors: authors.map((author) => this.#visible(author)),
      keywords: [customer, subtitle, contentVersion]
        .filter((word) => word !== '')
        .map((word) => this.#visible(word)),
      day: day ? day.slice(1, 4).map(Number) : null,
      title: shown(title, 30),
      subtitle: shown(subtitle, 15),
      customer: shown(customer, 13),
      facts: facts.map(({ name, value }) => ({
        name,
        value: this.#pieces(value, this.#width - 120, bodySize),
      })),
      firm: this.#visible(this.#look.firm),
      logo: this.#look.logo
        ? {
            path: `logo.${this.#look.logo.type}`,
            alt: this.#look.firm === '' ? words.logo : this.#visible(this.#look.firm),
          }
        : null,
      short: this.#plan.short === true,
      running: this.#visible(shortened(subtitle)),
      head: this.#visible(shortened([customer, title].filter((one) => one !== '').join(' · '))),
      page: [pageBefore, pageMiddle, pageAfter],
      contents: words.contents,
      from: words.from,
    };
  }

  rest(): Data {
    const words = this.#words.frame;
    const lines = [...this.#plan.leftOut, ...(this.fonts.missing.size > 0 ? [words.missingLetters] : [])];
    const leftOut = {
      title: words.leftOut,
      lines: lines.map((line) => this.#pieces(line, this.#width, 9)),
    };
    return { runs: this.runs.length, leftOut: lines.length === 0 ? null : leftOut };
  }

  #section(section: Section, level: number): SectionData {
    return {
      ...this.#heading(section, level),
      ...this.#mark(section.id),
      blocks: section.blocks.map((block) => this.#block(block, section.title)),
      sections: (section.sections ?? []).map((inner) => this.#section(inner, level + 1)),
    };
  }

  #heading({ title }: Section, level: number): Pick<SectionData, 'level' | 'title'> {
    return {
      level: Math.min(level, 6),
      title: this.#pieces(title, this.#width, level === 1 ? 20 : 14),
    };
  }

  #block(block: Block, heading: string): Data {
    const from = block.from && block.from.length > 0 ? { from: this.#from(block.from) } : {};
    switch (block.kind) {
      case 'paragraph': {
        const note = block.note ? { note: true } : {};
        return { kind: 'paragraph', text: this.#inline(block.text, this.#width), ...note, ...from };
      }
      case 'open':
        return { kind: 'open', text: this.#inline(block.text, this.#width), ...from };
      case 'list': {
        const items = block.items.map((item) => ({
          text: this.#inline(item.text, block.dense ? this.#column - 22 : this.#width - 24),
          ...(item.from && item.from.length > 0 ? { from: this.#from(item.from) } : {}),
        }));
        return {
          kind: 'list',
          ordered: block.ordered,
          dense: block.dense === true,
          column: this.#column,
          gutter: columnGutter,
          items,
          ...from,
        };
      }
      case 'table':
        return { ...this.#table(block, heading), ...from };
      case 'callout': {
        const { tones } = this.#words.frame;
        const named = { ...this.#words.severities, good: tones.good, note: tones.note };
        const label = this.#visible(block.label ?? named[block.tone]);
        const room = this.#width - 30;
        const [title, text] = [this.#inline(block.title, room), this.#inline(block.text, room)];
        const keep = lengthOf(block.title) + lengthOf(block.text) < 1200;
        return { kind: 'callout', tone: block.tone, label, title, text, keep, ...from };
      }
      case 'pairs':
        return { ...this.#pairs(block), ...from };
      case 'figure': {
        const tallest = this.#plan.short ? tallestInShort : tallestFigure;
        const scale = Math.min(0.75, this.#width / block.width, tallest / block.height);
        return {
          kind: 'figure',
          svg: this.#letters === 'shapes' ? outlined(block.svg) : lettered(block.svg),
          width: block.width * scale,
          height: block.height * scale,
          alt: this.#visible(block.alt),
          caption: this.#caption(block.caption, heading),
          ...from,
        };
      }
      case 'code': {
        const written = this.#visible(block.code).replace(/\n$/, '').split('\n');
        const beside = columnsOfCode(written, codeRoom);
        const room = (this.#width - (beside - 1) * codeGutter) / beside - 2 * codeInset - 2 * codeSize;
        const slabs: Slab[] =
          beside === 1 ? [{ columns: [written], keep: false }] : slabsOf(written, codeRoom.lettersBeside);
        const shown = (line: string) => breakable(line, room, { style: 'code', size: codeSize });
        return {
          kind: 'code',
          size: codeSize,
          inset: codeInset,
          column: (this.#width - 2 * codeInset - codeGutter) / 2,
          gutter: codeGutter,
          slabs: slabs.map(({ columns, keep }) => ({
            columns: columns.map((lines) => lines.map(shown)),
            keep,
          })),
          caption: this.#caption(block.caption, heading),
          ...from,
        };
      }
    }
  }

  /** A caption that only says the heading again would be read twice. */
  #caption(caption: string, heading: string): Pieces {
    return caption === heading ? '' : this.#pieces(caption, this.#width, 9);
  }

  /** In rows of two, and of one where a pair needs the whole width. */
  #pairs({ pairs, dense }: Extract<Block, { kind: 'pairs' }>): Data {
    const size = dense ? smallPairs : pairsSize;
    const rows: Data[][] = [];
    let half: Data[] | undefined;
    for (const pair of pairs) {
      const { name, value, note } = pair;
      const wide = needsWholeWidth(pair);
      const room = wide ? this.#width : this.#column;
      const data = {
        name: this.#inline(lead(name), room, size),
        value: this.#inline(value, room, size),
        ...(note ? { note: this.#inline(note, room, size) } : {}),
        wide,
      };
      if (half && !wide) {
        half.push(data);
        half = undefined;
      } else {
        const row = [data];
        rows.push(row);
        half = wide ? undefined : row;
      }
    }
    return { kind: 'pairs', rows, size, column: this.#column, gutter: columnGutter, space: dense ? 4.5 : 6 };
  }

  #table(block: Extract<Block, { kind: 'table' }>, heading: string): Data {
    const { size, inset, widths } = sizeTable(block, this.#width);
    const space = block.dense ? 1.9 : 2.6;
    const roomOf = (column: number) => (widths[column] ?? 0) - 2 * inset;
    const heightOf = (lines: number | undefined) =>
      lines ? { height: size * (lines * capHeight + (lines - 1) * leading) + 2 * space } : {};
    return {
      kind: 'table',
      caption: this.#caption(block.caption, heading),
      size,
      inset,
      space,
      whole: block.whole === true || block.rows.length <= fewRows,
      widths: widths.map((width) => Math.round(width * 100) / 100),
      align: block.columns.map((column) => column.align ?? 'start'),
      head: block.columns.map((column, index) => this.#pieces(column.title, roomOf(index) / semiBold, size)),
      leading,
      rows: block.rows.map((row) => {
        const cells = row.map((cell, index) => this.#cell(cell, roomOf(index), size));
        return {
          keep: row.every((cell, index) => lengthOf(cell.text) * size < roomOf(index) * 24),
          rich: cells.some((cell) => typeof cell !== 'string'),
          ...heightOf(linesOfRow(row, (column) => roomOf(column) / size)),
          cells,
        };
      }),
    };
  }

  #cell(cell: Cell, room: number, size: number): Data | Inline {
    const strong = cell.tone === 'blocker' || cell.tone === 'gate';
    const text = this.#inline(cell.text, strong ? room / semiBold : room, size);
    return cell.tone ? { text, tone: cell.tone } : text;
  }

  #inline(text: Text, room: number, size = bodySize): Inline {
    const [only] = text;
    if (text.length === 1 && only && !only.style && !only.target && !only.anchor) {
      const pieces = this.#pieces(only.text, room, size);
      return typeof pieces === 'string' ? pieces : [{ t: pieces }];
    }
    return text.map((run) => ({
      t: this.#pieces(
        run.text,
        run.style === 'strong' ? room / semiBold : room,
        size,
        run.style === 'code' ? 'code' : 'text',
      ),
      ...(run.style ? { s: run.style } : {}),
      ...(run.target ? this.#link(run.target) : {}),
      ...(run.anchor ? this.#mark(anchorOf(run.anchor)) : {}),
    }));
  }

  #from(targets: readonly Target[]): Piece[] {
    return targets.map((target) => ({
      t: this.#pieces(originName(target), 120, 6.5),
      ...this.#link(target),
    }));
  }

  #link(target: Target): { go?: string; url?: string } {
    const address = this.#addressOf(target);
    if (address === undefined) return {};
    if (target.kind !== 'source') return { go: addressOfPlace(address.slice(1)) };
    return /^(?:https?|mailto):/i.test(address) ? { url: address } : {};
  }

  #mark(place: string): { at?: string } {
    if (this.#marked.has(place)) return {};
    this.#marked.add(place);
    return { at: place };
  }

  #pieces(text: string, room: number, size: number, style: 'text' | 'code' = 'text'): Pieces {
    return breakable(this.#visible(text), room, { style, size });
  }

  /** Tabs as the spaces they stand for; characters without a picture in our fonts as their number, so that none is lost. */
  #visible(text: string): string {
    if (plain.test(text)) return text;
    const shown = visibleText(text).replaceAll('\t', '    ');
    return withNumbers(shown, this.fonts.missing);
  }
}

/** Most parts begin on a page of their own. */
function together(parts: PlanDocument['parts']): Section[][] {
  const runs: Section[][] = [];
  for (const part of parts) {
    const last = runs.at(-1);
    if (part.follows && last) last.push(part);
    else runs.push([part]);
  }
  return runs;
}

function lengthOf(text: Text): number {
  return text.reduce((sum, run) => sum + run.text.length, 0);
}

/** Running heads have one line. */
function shortened(text: string): string {
  const one = text.replace(/\s+/g, ' ');
  return one.length > 70 ? `${one.slice(0, 69).trimEnd()}…` : one;
}

/** Everything that can stand on the pages, names of keys and all: too many characters do no harm. */
function charactersOf(plan: PlanDocument, look: Look, words: DocumentWords): Set<string> {
  const characters = new Set<string>();
  const see = (value: unknown): void => {
    if (typeof value === 'string') {
      if (plain.test(value)) return;
      for (const one of visibleText(value)) characters.add(one);
    } else if (Array.isArray(value)) for (const one of value) see(one);
    else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) see(one);
  };
  see(plan);
  see(look.firm);
  see(words.frame);
  see(words.severities);
  characters.add('…').add('·');
  return characters;
}

/** Most text is of letters that every font has and that need no care. */
const plain = /^[\x20-\x7e]*$/;
