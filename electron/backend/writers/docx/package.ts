/** The package that a .docx is: its parts with their types, what the document refers to, and the zip around them. */
import { ZipFile } from '../zip-file.ts';
import { attributeOf, relationSpace, xmlHead } from './xml.ts';

export const packageSpace = 'http://schemas.openxmlformats.org/package/2006';
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** The content types of the parts that we write or take over, by the kind of relation that leads to them. */
export const partTypes = {
  styles: `${wordType}.styles+xml`,
  numbering: `${wordType}.numbering+xml`,
  settings: `${wordType}.settings+xml`,
  fontTable: `${wordType}.fontTable+xml`,
  header: `${wordType}.header+xml`,
  footer: `${wordType}.footer+xml`,
  theme: 'application/vnd.openxmlformats-officedocument.theme+xml',
} as const;
export type PartKind = keyof typeof partTypes;

const mediaTypes: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  bmp: 'image/bmp',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  svg: 'image/svg+xml',
  emf: 'image/x-emf',
  wmf: 'image/x-wmf',
  odttf: 'application/vnd.openxmlformats-officedocument.obfuscatedFont',
};

function extensionOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1).toLowerCase();
}

export function isMedia(path: string): boolean {
  return Object.hasOwn(mediaTypes, extensionOf(path));
}

type Relation = { id: string; type: string; target: string; external: boolean };

export class Package {
  readonly #parts = new Map<string, string | Uint8Array>();
  readonly #types = new Map<string, string>();
  readonly #relations = new Map<string, Relation>();

  /** @param type is needed for XML parts; pictures and fonts go by their ending. */
  add(path: string, content: string | Uint8Array, type?: string): void {
    this.#parts.set(path, content);
    if (type !== undefined) this.#types.set(path, type);
  }

  /** A part that the document itself refers to. */
  addRelated(kind: PartKind, name: string, content: string | Uint8Array): string {
    this.add(`word/${name}`, content, partTypes[kind]);
    return this.relate(kind, name);
  }

  /** The id by which the document refers to a part, a picture or an address. */
  relate(kind: string, target: string, external = false): string {
    const key = `${kind} ${target}`;
    const known = this.#relations.get(key);
    if (known) return known.id;
    const id = `rId${this.#relations.size + 1}`;
    this.#relations.set(key, { id, type: `${relationSpace}/${kind}`, target, external });
    return id;
  }

  /** The whole file; the same parts and the same day give the same bytes. */
  async zip(document: string, properties: { core: string; app: string }, day: Date): Promise<Uint8Array> {
    this.add('word/document.xml', document, `${wordType}.document.main+xml`);
    this.add('word/_rels/document.xml.rels', relationsPart([...this.#relations.values()]));
    this.add(
      'docProps/core.xml',
      properties.core,
      'application/vnd.openxmlformats-package.core-properties+xml',
    );
    this.add(
      'docProps/app.xml',
      properties.app,
      'application/vnd.openxmlformats-officedocument.extended-properties+xml',
    );
    const root = [
      ['rId1', `${relationSpace}/officeDocument`, 'word/document.xml'],
      ['rId2', `${packageSpace}/relationships/metadata/core-properties`, 'docProps/core.xml'],
      ['rId3', `${relationSpace}/extended-properties`, 'docProps/app.xml'],
    ] as const;
    this.add(
      '_rels/.rels',
      relationsPart(root.map(([id, type, target]) => ({ id, type, target, external: false }))),
    );
    const file = new ZipFile(day);
    file.add('[Content_Types].xml', this.#contentTypes());
    // Pictures come in when they are painted, which differs from one time to the next.
    const inOrder = [...this.#parts].sort(([left], [right]) => (left < right ? -1 : 1));
    for (const [path, content] of inOrder) file.add(path, content, isPacked(path));
    return file.bytes();
  }

  #contentTypes(): string {
    const endings = new Set([...this.#parts.keys()].map(extensionOf));
    const defaults = [
      ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
      ['xml', 'application/xml'],
      ...Object.entries(mediaTypes).filter(([ending]) => endings.has(ending)),
    ].map(([ending, type]) => `<Default Extension="${ending}" ContentType="${type}"/>`);
    const overrides = [...this.#types].map(
      ([path, type]) => `<Override PartName="/${attributeOf(path)}" ContentType="${type}"/>`,
    );
    return `${xmlHead}<Types xmlns="${packageSpace}/content-types">${defaults.join('')}${overrides.join('')}</Types>`;
  }
}

function isPacked(path: string): boolean {
  return /\.(png|jpe?g|gif)$/.test(path);
}

export function relationsPart(relations: readonly Relation[]): string {
  const rows = relations.map(
    ({ id, type, target, external }) =>
      `<Relationship Id="${id}" Type="${type}" Target="${attributeOf(target)}"${external ? ' TargetMode="External"' : ''}/>`,
  );
  return `${xmlHead}<Relationships xmlns="${packageSpace}/relationships">${rows.join('')}</Relationships>`;
}
