/** How headings, bullets and numbered lists are counted; every numbered list begins at 1 again. */
import { attributeIn, wordSpace, xmlHead } from './xml.ts';

/** The numbers that styles refer to; a template's headings are counted as the template says. */
export const ownNumbers = { headings: 1, bullets: 2 };

export class Numbering {
  readonly bullets: number;
  readonly #definitions: string;
  readonly #instances: string;
  readonly #listDefinition: number;
  readonly #firstList: number;
  readonly #before: string;
  readonly #after: string;
  #lists = 0;

  constructor(numbering: { template?: string | undefined; listNumber?: number | undefined } | 'own') {
    if (numbering === 'own') {
      this.bullets = ownNumbers.bullets;
      this.#definitions = headingsDefinition(1) + bulletsDefinition(2) + listDefinition(3);
      this.#instances = instance(ownNumbers.headings, 1) + instance(ownNumbers.bullets, 2);
      this.#listDefinition = 3;
      [this.#before, this.#after] = [emptyBefore, emptyAfter];
    } else {
      const theirs = numbering.template ?? emptyBefore + emptyAfter;
      const free = 1 + largest(theirs, /<w:abstractNum\b[^>]*>/g, 'w:abstractNumId');
      this.bullets = 1 + largest(theirs, /<w:num\b[^>]*>/g, 'w:numId');
      this.#definitions = bulletsDefinition(free) + listDefinition(free + 1);
      this.#instances = instance(this.bullets, free);
      this.#listDefinition = definitionOf(theirs, numbering.listNumber) ?? free + 1;
      [this.#before, this.#after] = cut(theirs);
    }
    this.#firstList = this.bullets + 1;
  }

  /** The number of a list that has just begun. */
  startList(): number {
    this.#lists += 1;
    return this.#firstList + this.#lists - 1;
  }

  /** The whole part; definitions stand before all instances of them. */
  part(): string {
    const lists = Array.from({ length: this.#lists }, (_, index) =>
      instance(
        this.#firstList + index,
        this.#listDefinition,
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>',
      ),
    );
    const [definitions, instances] = splitAtInstances(this.#before);
    return [definitions, this.#definitions, instances, this.#instances, ...lists, this.#after].join('');
  }
}

const emptyBefore = `${xmlHead}<w:numbering xmlns:w="${wordSpace}">`;
const emptyAfter = '</w:numbering>';

/** Ours goes in at the end, before what Word may keep behind the instances. */
function cut(xml: string): [string, string] {
  const at = xml.search(/<w:numIdMacAtCleanup\b|<\/w:numbering\s*>/);
  return at < 0 ? [emptyBefore, emptyAfter] : [xml.slice(0, at), xml.slice(at)];
}

function splitAtInstances(xml: string): [string, string] {
  const at = xml.search(/<w:num\b/);
  return at < 0 ? [xml, ''] : [xml.slice(0, at), xml.slice(at)];
}

function largest(xml: string, tags: RegExp, attribute: string): number {
  let most = 0;
  for (const [tag] of xml.matchAll(tags)) most = Math.max(most, Number(attributeIn(tag, attribute)) || 0);
  return most;
}

function definitionOf(xml: string, number: number | undefined): number | undefined {
  for (const [tag, content = ''] of xml.matchAll(/<w:num\b[^>]*>([\s\S]*?)<\/w:num\s*>/g)) {
    if (number === undefined || Number(attributeIn(tag, 'w:numId')) !== number) continue;
    const id = attributeIn(content, 'w:val');
    return id === undefined ? undefined : Number(id);
  }
  return undefined;
}

function headingsDefinition(id: number): string {
  const levels = [567, 709, 851].map((indent, index) => {
    const text = Array.from({ length: index + 1 }, (_, at) => `%${at + 1}`).join('.');
    return level('decimal', text, indent, index, `<w:pStyle w:val="Heading${index + 1}"/>`);
  });
  return definition(id, 'multilevel', levels.join(''));
}

function bulletsDefinition(id: number): string {
  return definition(id, 'singleLevel', level('bullet', '•', 340, 0));
}

function listDefinition(id: number): string {
  return definition(id, 'singleLevel', level('decimal', '%1.', 397, 0));
}

function instance(number: number, abstract: number, more = ''): string {
  return `<w:num w:numId="${number}"><w:abstractNumId w:val="${abstract}"/>${more}</w:num>`;
}

function definition(id: number, kind: string, levels: string): string {
  return `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="${kind}"/>${levels}</w:abstractNum>`;
}

function level(format: string, text: string, indent: number, index: number, style = ''): string {
  return `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${style}<w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${indent}" w:hanging="${indent}"/></w:pPr></w:lvl>`;
}
