/** Our content in the styles of a firm's template: theirs where they have one of that name, ours added where they do not. */
import { ownNumbers } from './numbering.ts';
import { languageTag, type Style, styleXml } from './styles.ts';
import { attributeIn } from './xml.ts';

type TheirStyle = { id: string; name: string; type: string; isDefault: boolean; xml: string };

export class AdoptedStyles {
  readonly #template: string;
  readonly #theirs: readonly TheirStyle[];
  readonly #found = new Map<string, TheirStyle>();
  readonly #added = new Map<Style, string>();

  constructor(template: string, ours: readonly Style[]) {
    this.#template = template;
    this.#theirs = stylesIn(template);
    const taken = new Set(this.#theirs.map(({ id }) => id.toLowerCase()));
    for (const style of ours) {
      const theirs = this.#matchOf(style);
      if (theirs) this.#found.set(style.id, theirs);
      else {
        let id = style.id;
        while (taken.has(id.toLowerCase())) id = `Plan${id}`;
        taken.add(id.toLowerCase());
        this.#added.set(style, id);
      }
    }
  }

  /** The id under which the document knows one of our styles. */
  idOf(id: string): string {
    const found = this.#found.get(id);
    if (found) return found.id;
    for (const [style, added] of this.#added) if (style.id === id) return added;
    return id;
  }

  /** Whether the bullets come with the style, be it theirs or ours. */
  get drawsBullets(): boolean {
    const theirs = this.#found.get('ListBullet');
    return theirs === undefined || numberIn(theirs) !== undefined;
  }

  /** The number that their style of numbered lists refers to. */
  get listNumber(): number | undefined {
    return numberIn(this.#found.get('ListNumber'));
  }

  /** Their part with ours in it; bullets of ours refer to this number, headings are counted as theirs are. */
  part(bullets: number, language: 'en' | 'de'): string {
    const hasDefault = (type: Style['type']) =>
      this.#theirs.some((one) => one.type === type && one.isDefault);
    const added = [...this.#added].map(([{ isDefault, basedOn, next, paragraph, ...style }, id]) =>
      styleXml({
        ...style,
        id,
        ...(isDefault && !hasDefault(style.type) ? { isDefault } : {}),
        ...(basedOn === undefined ? {} : { basedOn: this.idOf(basedOn) }),
        ...(next === undefined ? {} : { next: this.idOf(next) }),
        ...(paragraph === undefined ? {} : { paragraph: renumbered(paragraph, bullets) }),
      }),
    );
    const spoken = inLanguage(this.#template, language);
    const end = spoken.search(/<\/w:styles\s*>/);
    return spoken.slice(0, end) + added.join('') + spoken.slice(end);
  }

  /** By name, which Word keeps in English whatever its language; then by what else tells a style of that kind. */
  #matchOf(style: Style): TheirStyle | undefined {
    const same = this.#theirs.filter(({ type }) => type === style.type);
    const byName = same.find(({ name }) => name.toLowerCase() === style.name.toLowerCase());
    if (byName) return byName;
    if (style.isDefault) return same.find(({ isDefault }) => isDefault);
    const level = style.id.match(/^Heading(\d)$/)?.[1];
    if (level !== undefined) {
      return (
        same.find(({ id }) => id.toLowerCase() === `heading${level}`) ??
        same.find(
          ({ xml }) =>
            attributeIn(xml.match(/<w:outlineLvl\b[^>]*>/)?.[0] ?? '', 'w:val') === String(Number(level) - 1),
        )
      );
    }
    // A firm that made a table style of its own wants its tables in it.
    if (style.id === 'PlanTable')
      return same.find(({ xml }) => /^<w:style\b[^>]*w:customStyle\s*=\s*["'](?:1|true)/.test(xml));
    return undefined;
  }
}

function stylesIn(template: string): TheirStyle[] {
  return [...template.matchAll(/<w:style\b[^>]*[^/]>[\s\S]*?<\/w:style\s*>/g)].map(([xml]) => {
    const tag = xml.slice(0, xml.indexOf('>') + 1);
    const name = xml.match(/<w:name\b[^>]*>/)?.[0] ?? '';
    return {
      id: attributeIn(tag, 'w:styleId') ?? '',
      name: attributeIn(name, 'w:val') ?? '',
      type: attributeIn(tag, 'w:type') ?? '',
      isDefault: /^(1|true|on)$/.test(attributeIn(tag, 'w:default') ?? ''),
      xml,
    };
  });
}

function numberIn(style: TheirStyle | undefined): number | undefined {
  const id = attributeIn(style?.xml.match(/<w:numId\b[^>]*>/)?.[0] ?? '', 'w:val');
  return id === undefined || id === '0' ? undefined : Number(id);
}

function renumbered(paragraph: string, bullets: number): string {
  return paragraph.replace(/<w:numPr>.*?<\/w:numPr>/, (numbers) =>
    numbers.includes(`w:numId w:val="${ownNumbers.bullets}"`) ? numbers.replace(/"\d+"/, `"${bullets}"`) : '',
  );
}

/** The plan is checked for spelling in its own language, whatever the template was written in. */
function inLanguage(template: string, language: 'en' | 'de'): string {
  return template.replace(/<w:docDefaults>[\s\S]*?<\/w:docDefaults\s*>/, (defaults) =>
    defaults.replace(/(<w:lang\b[^>]*\bw:val\s*=\s*["'])[^"']*/, `$1${languageTag(language)}`),
  );
}
