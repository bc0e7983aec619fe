/** What every piece of the document needs while it is written: styles by name, links, places, counters. */
import { anchorOf, originName } from '../../../../shared/document/anchors.ts';
import type { Run, Target, Text } from '../../../../shared/document/blocks.ts';
import type { DocumentWords } from '../../../../shared/document/words/words.ts';
import type { Numbering } from './numbering.ts';
import type { Package } from './package.ts';
import type { Sections } from './sections.ts';
import { capital } from './styles.ts';
import { beginsRightToLeft, runsXml, xmlOf } from './xml.ts';

export type Writing = {
  package: Package;
  /** The id under which this document knows one of our styles. */
  styleOf: (id: string) => string;
  /** The style's own numbering draws the bullets. */
  bulletsInStyle: boolean;
  addressOf: (target: Target) => string | undefined;
  bookmarks: Bookmarks;
  numbering: Numbering;
  counts: { tables: number; figures: number; drawings: number };
  /** The space that text has on a page, in twentieths of a point. */
  text: { width: number; height: number };
  /** Undefined where a template has the say over pages. */
  sections: Sections | undefined;
  words: DocumentWords['frame'];
  /** Pictures that are still being painted while the rest is written. */
  painting: Promise<void>[];
};

/** Word takes forty letters, digits and underscores for a place, and does not tell capitals from small letters. */
export class Bookmarks {
  readonly #names = new Map<string, string>();
  readonly #taken = new Set<string>();
  readonly #placed = new Set<string>();

  nameOf(anchor: string): string {
    const known = this.#names.get(anchor);
    if (known !== undefined) return known;
    const base = `p_${anchor.replace(/\W/g, '_')}`.slice(0, 34);
    let name = base;
    for (let turn = 2; this.#taken.has(name.toLowerCase()); turn += 1) name = `${base}_${turn}`;
    this.#names.set(anchor, name);
    this.#taken.add(name.toLowerCase());
    return name;
  }

  /** Marks the content as the place; what is marked twice is found where it stands first. */
  place(anchor: string, content: string): string {
    if (this.#placed.has(anchor)) return content;
    this.#placed.add(anchor);
    const id = this.#placed.size;
    return `<w:bookmarkStart w:id="${id}" w:name="${this.nameOf(anchor)}"/>${content}<w:bookmarkEnd w:id="${id}"/>`;
  }
}

/** @param base is the character style of the runs that have none of their own. */
export function textXml(text: Text, writing: Writing, base = ''): string {
  let xml = '';
  for (const run of text) xml += runXml(run, writing, base);
  return xml;
}

const runStyles = { strong: 'Strong', code: 'CodeInText', muted: 'Muted' } as const;

function runXml(run: Run, writing: Writing, base: string): string {
  const style = run.style ? runStyles[run.style] : base;
  if (run.target) {
    const linked = styled('Hyperlink', writing) + (run.style === 'strong' ? '<w:b/><w:bCs/>' : '');
    const link = linkXml(runsXml(run.text, linked), run.target, writing);
    if (link !== undefined) return run.anchor ? writing.bookmarks.place(anchorOf(run.anchor), link) : link;
  }
  const xml = runsXml(run.text, style === '' ? '' : styled(style, writing));
  return run.anchor ? writing.bookmarks.place(anchorOf(run.anchor), xml) : xml;
}

export function styled(style: string, writing: Writing): string {
  return `<w:rStyle w:val="${writing.styleOf(style)}"/>`;
}

function linkXml(content: string, target: Target, writing: Writing): string | undefined {
  const address = writing.addressOf(target);
  if (address === undefined) return undefined;
  if (target.kind !== 'source')
    return `<w:hyperlink w:anchor="${writing.bookmarks.nameOf(anchorOf(target))}" w:history="1">${content}</w:hyperlink>`;
  const outside = webAddress(address);
  if (outside === undefined) return undefined;
  const id = writing.package.relate('hyperlink', outside, true);
  return `<w:hyperlink r:id="${id}" w:history="1">${content}</w:hyperlink>`;
}

/** Word refuses a file with an address that is none; other schemes than the web's are never a source. */
function webAddress(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, href } = new URL(address);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}

/** The questions and findings a statement rests on, as small links behind it. */
export function originXml(from: readonly Target[] | undefined, writing: Writing): string {
  if (!from || from.length === 0) return '';
  const style = styled('Origin', writing);
  let xml = '';
  for (const target of from) {
    const content = runsXml(originName(target), style);
    xml += runsXml('  ', style) + (linkXml(content, target, writing) ?? content);
  }
  return xml;
}

/** @param more stands in the properties behind the style, in the order of the schema. */
export function paragraphXml(style: string, content: string, writing: Writing, more = ''): string {
  const named = style === 'Normal' ? '' : `<w:pStyle w:val="${writing.styleOf(style)}"/>`;
  const properties = named + more;
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;
}

export function directionOf(text: Text): string {
  const first = text.find((run) => /\p{L}/u.test(run.text));
  return first && beginsRightToLeft(first.text) ? '<w:bidi/>' : '';
}

export function fieldXml(instruction: string, shown: string, properties = ''): string {
  const run = (content: string) =>
    `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}${content}</w:r>`;
  return [
    run('<w:fldChar w:fldCharType="begin"/>'),
    run(`<w:instrText xml:space="preserve"> ${xmlOf(instruction)} </w:instrText>`),
    run('<w:fldChar w:fldCharType="separate"/>'),
    shown === '' ? '' : runsXml(shown, properties),
    run('<w:fldChar w:fldCharType="end"/>'),
  ].join('');
}

export function toneStyle(tone: string | undefined): string {
  if (tone === undefined) return '';
  return tone === 'muted' ? 'Muted' : `Tone${capital(tone)}`;
}
