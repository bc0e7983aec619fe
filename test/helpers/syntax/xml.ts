/** Reads XML strictly: one root, tags that close, attributes once and quoted, and no reference or letter that XML forbids. */

export type XmlElement = {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: XmlElement[];
  /** The text right inside this element. */
  text: string;
};

const references: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u;

export function readXml(source: string): XmlElement {
  if (forbidden.test(source)) throw new Error('a letter that XML forbids');
  const top: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  const token = /<(\/?)([A-Za-z][\w:-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)|(<)/g;
  for (const [all, closes, name, attributes, isEmpty, text, stray] of source.matchAll(token)) {
    const parent = open.at(-1);
    if (!parent) throw new Error('nothing is open');
    if (stray !== undefined) throw new Error(`a stray < in ${parent.name}`);
    if (text !== undefined) {
      if (parent === top && text.trim() !== '') throw new Error(`text outside the root: ${text}`);
      parent.text += lettersOf(text);
    } else if (closes === '/') {
      if (parent.name !== name) throw new Error(`${all} closes ${parent.name}`);
      open.pop();
    } else {
      const element: XmlElement = {
        name: name ?? '',
        attributes: readAttributes(attributes ?? ''),
        children: [],
        text: '',
      };
      parent.children.push(element);
      if (isEmpty !== '/') open.push(element);
    }
  }
  const [root, ...others] = top.children;
  if (open.length !== 1 || !root || others.length > 0) throw new Error('not one closed root');
  return root;
}

function readAttributes(source: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = '', value = ''] of source.matchAll(/([\w:-]+)="([^"]*)"/g)) {
    if (Object.hasOwn(attributes, name)) throw new Error(`${name} stands twice`);
    attributes[name] = lettersOf(value);
  }
  return attributes;
}

function lettersOf(text: string): string {
  return text.replace(/&([^;]*);?/g, (all, name: string) => {
    const letter = Object.hasOwn(references, name) ? references[name] : undefined;
    if (letter === undefined || !all.endsWith(';')) throw new Error(`no reference: ${all}`);
    return letter;
  });
}

/** The element itself and all inside it. */
export function elementsIn(element: XmlElement): XmlElement[] {
  return [element, ...element.children.flatMap(elementsIn)];
}
