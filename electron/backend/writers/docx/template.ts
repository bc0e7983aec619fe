/** A firm's own Word file as template: what may be taken over from it, and clear words when nothing can be. */
import { unzipSync } from 'fflate';
import type { Refusal } from '../../../../shared/words/refusals.ts';
import { CallFailure } from '../../call-failure.ts';
import { isMedia, type Package, type PartKind, partTypes, relationsPart } from './package.ts';
import { isWellFormed } from './well-formed.ts';
import { attributeIn, relationSpace, wordSpace } from './xml.ts';

const mostBytes = 50 * 2 ** 20;
const mostParts = 2000;

export type Template = {
  styles: string;
  numbering: string | undefined;
  /** The references to head and foot, and what follows them in the section's properties. */
  section: { references: readonly Reference[]; page: string; titlePage: boolean };
  text: { width: number; height: number };
  /** An element of the settings that changes how pages look, or nothing. */
  setting: (name: string) => string;
  /** Puts the parts taken over into the package. */
  addTo: (into: Package) => void;
};
export type Reference = { kind: 'header' | 'footer'; type: string; name: string };

type Relation = { id: string; kind: string; target: string; external: boolean };

/** Throws a refusal that says what is wrong with the file, or does nothing. */
export function checkTemplate(bytes: Uint8Array): void {
  openTemplate(bytes);
}

export function openTemplate(bytes: Uint8Array): Template {
  const files = unpack(bytes);
  const main =
    relationsOf(files, '').find(({ kind }) => kind === 'officeDocument')?.target ?? 'word/document.xml';
  if (!files[main]) throw refusal('template-empty');
  const document = xmlIn(files, main);
  if (!document.includes(wordSpace) || !/<w:document\b/.test(document)) {
    throw refusal('template-strict');
  }
  const relations = relationsOf(files, main);
  const partOf = (kind: string) => relations.find((one) => one.kind === kind && files[one.target])?.target;
  const stylesPath = partOf('styles');
  const styles = stylesPath === undefined ? undefined : xmlIn(files, stylesPath);
  if (styles === undefined || !/<w:styles\b[^>]*>[\s\S]*<\/w:styles\s*>/.test(styles)) {
    throw refusal('template-no-styles');
  }
  const numberingPath = partOf('numbering');
  const numbering = numberingPath === undefined ? undefined : xmlIn(files, numberingPath);
  const settingsPath = partOf('settings');
  const settings = settingsPath === undefined ? '' : xmlIn(files, settingsPath);
  const { section, text } = sectionOf(document, relations, files);
  const own = (['theme', 'fontTable'] as const).map((kind) => ({ kind, path: partOf(kind) }));
  const carried = [
    ...own.flatMap(({ kind, path }) => carry(files, kind, path)),
    ...section.references.flatMap(({ kind, name }) => carry(files, kind, name)),
    // The numbering itself is written anew with our lists in it; only the pictures of its bullets come along.
    ...carry(files, 'numbering', numberingPath)
      .slice(1)
      .map((part) =>
        part.path.endsWith('.rels') ? { ...part, path: 'word/_rels/numbering.xml.rels' } : part,
      ),
  ];
  return {
    styles,
    numbering,
    section,
    text,
    setting: (name) => settings.match(new RegExp(`<w:${name}\\b[^>]*/>`))?.[0] ?? '',
    addTo: (into) => {
      for (const part of carried) into.add(part.path, part.bytes, part.type);
      for (const { kind, path } of own) if (path !== undefined) into.relate(kind, `/${path}`);
    },
  };
}

function refusal(says: Extract<Refusal, `template-${string}`>, part = ''): CallFailure {
  return new CallFailure('bad-input', { says, values: { part }, field: 'template' });
}

function unpack(bytes: Uint8Array): Record<string, Uint8Array> {
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    const isLocked = Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'));
    throw refusal(isLocked ? 'template-locked' : 'template-old');
  }
  if (!startsWith(bytes, [0x50, 0x4b])) throw refusal('template-type');
  let total = 0;
  let parts = 0;
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        total += originalSize;
        parts += 1;
        if (total > mostBytes || parts > mostParts) throw refusal('template-large');
        // Macros and the like are not even read.
        return /\.(xml|rels)$/i.test(name) || isMedia(name);
      },
    });
  } catch (thrown) {
    if (thrown instanceof CallFailure) throw thrown;
    throw refusal('template-damaged');
  }
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

function xmlIn(files: Record<string, Uint8Array>, path: string): string {
  const bytes = files[path];
  let text = '';
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refusal('template-part', path);
  }
  if (!isWellFormed(text)) throw refusal('template-part', path);
  return text;
}

function relationsOf(files: Record<string, Uint8Array>, path: string): Relation[] {
  const relations = relationsPathOf(path);
  if (!files[relations]) return [];
  return [...xmlIn(files, relations).matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)].map(([tag]) => {
    const external = attributeIn(tag, 'TargetMode') === 'External';
    const target = unescaped(attributeIn(tag, 'Target') ?? '');
    return {
      id: attributeIn(tag, 'Id') ?? '',
      kind: attributeIn(tag, 'Type')?.split('/').at(-1) ?? '',
      target: external ? target : pathFrom(path, target),
      external,
    };
  });
}

function relationsPathOf(path: string): string {
  const cut = path.lastIndexOf('/') + 1;
  return `${path.slice(0, cut)}_rels/${path.slice(cut)}.rels`;
}

function pathFrom(base: string, target: string): string {
  return decodeURI(new URL(target, `http://package/${base}`).pathname).slice(1);
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

type Carried = { path: string; bytes: Uint8Array; type?: string };

/** A part with the pictures it shows; anything else that it would need to live is a reason to refuse the template. */
function carry(files: Record<string, Uint8Array>, kind: PartKind, path: string | undefined): Carried[] {
  if (path === undefined) return [];
  const xml = xmlIn(files, path);
  const relations = relationsOf(files, path);
  const kept = relations.filter((one) => isCarried(one, files));
  const keptIds = new Set(kept.map(({ id }) => id));
  const prefix = xml.match(new RegExp(`xmlns:(\\w+)\\s*=\\s*["']${relationSpace}["']`))?.[1];
  const used =
    prefix === undefined
      ? []
      : [...xml.matchAll(new RegExp(`\\s${prefix}:\\w+\\s*=\\s*["']([^"']*)["']`, 'g'))];
  if (used.some(([, id = '']) => !keptIds.has(id))) {
    throw refusal('template-object', path);
  }
  const into: Carried[] = [{ path, bytes: files[path] ?? new Uint8Array(), type: partTypes[kind] }];
  if (kept.length === 0) return into;
  const rows = kept.map(({ id, kind: type, target, external }) => ({
    id,
    type: `${relationSpace}/${type}`,
    target: external ? target : `/${target}`,
    external,
  }));
  into.push({ path: relationsPathOf(path), bytes: Buffer.from(relationsPart(rows)) });
  for (const { target, external } of kept)
    if (!external) into.push({ path: target, bytes: files[target] ?? new Uint8Array() });
  return into;
}

/** Pictures and fonts that are in the file, and links to the web: nothing else is fetched or run when the plan is opened. */
function isCarried({ kind, target, external }: Relation, files: Record<string, Uint8Array>): boolean {
  if (external) return kind === 'hyperlink' && /^(https?|mailto):/i.test(target);
  return (kind === 'image' || kind === 'font') && files[target] !== undefined && isMedia(target);
}

/** Page, head and foot of the last upright section; what it does not say itself it has from those before it, as in Word. */
function sectionOf(document: string, relations: readonly Relation[], files: Record<string, Uint8Array>) {
  const sections = [...document.matchAll(/<w:sectPr\b[^>]*>[\s\S]*?<\/w:sectPr\s*>/g)].map(([xml]) => xml);
  const references = new Map<string, Reference>();
  for (const section of sections) {
    for (const [tag, kind] of section.matchAll(/<w:(header|footer)Reference\b[^>]*>/g)) {
      const type = attributeIn(tag, 'w:type') ?? 'default';
      const id = attributeIn(tag, '(?:\\w+:)id');
      const name = relations.find((one) => one.id === id)?.target;
      if (name !== undefined && files[name] && (kind === 'header' || kind === 'footer'))
        references.set(`${kind} ${type}`, { kind, type, name });
    }
  }
  const upright = sections.filter((section) => !/<w:pgSz\b[^>]*\bw:orient\s*=\s*["']landscape/.test(section));
  const last = upright.at(-1) ?? sections.at(-1) ?? '';
  const element = (name: string) =>
    last.match(new RegExp(`<w:${name}\\b[^>]*?(?:/>|>[\\s\\S]*?</w:${name}\\s*>)`))?.[0];
  const size = element('pgSz') ?? '<w:pgSz w:w="11906" w:h="16838"/>';
  const margins =
    element('pgMar') ??
    '<w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" w:header="709" w:footer="709" w:gutter="0"/>';
  const twips = (tag: string, name: string) => Math.abs(Number(attributeIn(tag, `w:${name}`) ?? 0)) || 0;
  const width =
    twips(size, 'w') - twips(margins, 'left') - twips(margins, 'right') - twips(margins, 'gutter');
  const height = twips(size, 'h') - twips(margins, 'top') - twips(margins, 'bottom');
  if (width < 2880 || height < 2880) throw refusal('template-margins');
  return {
    section: {
      references: [...references.values()],
      page: size + margins + (element('pgBorders') ?? ''),
      titlePage: /<w:titlePg\b(?![^>]*w:val\s*=\s*["'](?:0|false|off))/.test(sections[0] ?? ''),
    },
    text: { width, height },
  };
}
