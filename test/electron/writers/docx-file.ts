/** Reads a .docx as strictly as Word does before it offers a repair, and makes templates to write into. */
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { isWellFormed } from '../../../electron/backend/writers/docx/well-formed.ts';
import type { Look } from '../../../electron/backend/writers/look.ts';
import type { Block, PlanDocument } from '../../../shared/document/blocks.ts';

export const job = { signal: new AbortController().signal, progress: () => {} };
export const look: Look = { paper: 'a4', accent: '#0f548c', firm: 'Northwind Advisers' };

export function planWith(blocks: readonly Block[], more: Partial<PlanDocument> = {}): PlanDocument {
  return {
    language: 'en',
    title: 'ExpressRoute plan',
    subtitle: 'Two regions',
    customer: 'Contoso',
    authors: ['H. Meyer'],
    date: '2026-11-21',
    contentVersion: '1',
    status: 'Proceed',
    parts: [{ id: 'summary', title: 'Executive summary', audiences: ['engineer'], blocks, sections: [] }],
    leftOut: [],
    ...more,
  };
}

export function partsOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([path, content]) => [
      path,
      /\.(xml|rels)$/.test(path) ? strFromU8(content) : '',
    ]),
  );
}

/** The text of every paragraph, with tabs and line breaks as such. */
export function paragraphsOf(xml: string): string[] {
  return [...xml.matchAll(/<w:p>[\s\S]*?<\/w:p>/g)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t xml:space="preserve">([^<]*)<\/w:t>|<w:(br|tab)\/>/g)]
      .map(([, text, mark]) => {
        if (mark) return mark === 'br' ? '\n' : '\t';
        return unescaped(text ?? '');
      })
      .join(''),
  );
}

export function unescaped(xml: string): string {
  return xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

function all(xml: string, pattern: RegExp): string[] {
  return [...xml.matchAll(pattern)].map(([, value = '']) => value);
}

function twice(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

/** Everything that would make Word call the file damaged, or leave a link without an end. */
export function problemsOf(bytes: Uint8Array): string[] {
  const parts = partsOf(bytes);
  const problems: string[] = [];
  const types = parts['[Content_Types].xml'] ?? '';
  const endings = new Set(all(types, /Extension="([^"]+)"/g));
  const named = new Set(all(types, /PartName="\/([^"]+)"/g));
  for (const [path, xml] of Object.entries(parts)) {
    if (/\.(xml|rels)$/.test(path) && !isWellFormed(xml)) problems.push(`${path} is not well-formed`);
    if (!endings.has(path.split('.').at(-1) ?? '')) problems.push(`${path} has no content type`);
    if (path.startsWith('word/') && path.endsWith('.xml') && !named.has(path))
      problems.push(`${path} is plain XML only`);
    if (path.endsWith('.rels')) {
      const base = path.replace('_rels/', '').replace(/\.rels$/, '');
      if (base !== '' && !parts[base]) problems.push(`${path} belongs to nothing`);
      for (const tag of all(xml, /(<Relationship [^>]*>)/g)) {
        if (tag.includes('TargetMode="External"')) continue;
        const target = new URL(tag.match(/Target="([^"]*)"/)?.[1] ?? '', `http://x/${base}`).pathname.slice(
          1,
        );
        if (parts[target] === undefined) problems.push(`${path} leads to ${target}, which is not there`);
      }
      problems.push(...twice(all(xml, / Id="([^"]+)"/g)).map((id) => `${path} has ${id} twice`));
      const ids = new Set(all(xml, / Id="([^"]+)"/g));
      for (const used of all(parts[base] ?? '', / r:(?:id|embed)="([^"]+)"/g))
        if (!ids.has(used)) problems.push(`${base} uses ${used}, which leads nowhere`);
    }
  }
  for (const path of named) if (parts[path] === undefined) problems.push(`${path} is typed but missing`);
  const document = parts['word/document.xml'] ?? '';
  const places = all(document, /<w:bookmarkStart [^>]*w:name="([^"]+)"/g);
  problems.push(
    ...twice(places.map((place) => place.toLowerCase())).map((place) => `place ${place} twice`),
    ...places
      .filter((place) => !/^[A-Za-z_]\w{0,39}$/.test(place))
      .map((place) => `place ${place} has no right name`),
    ...twice(all(document, /<w:bookmarkStart w:id="(\d+)"/g)).map((id) => `bookmark ${id} twice`),
    ...twice(all(document, /<wp:docPr id="(\d+)"/g)).map((id) => `drawing ${id} twice`),
    ...all(document, /w:anchor="([^"]+)"/g)
      .filter((place) => !places.includes(place))
      .map((place) => `a link leads to ${place}, which is no place`),
  );
  const styles = new Set(all(parts['word/styles.xml'] ?? '', /w:styleId="([^"]+)"/g));
  const used = all(
    Object.entries(parts)
      .filter(([path]) => path.startsWith('word/'))
      .map(([, xml]) => xml)
      .join(''),
    /<w:(?:pStyle|rStyle|tblStyle|basedOn|next) w:val="([^"]+)"/g,
  );
  problems.push(...[...new Set(used)].filter((id) => !styles.has(id)).map((id) => `style ${id} is missing`));
  problems.push(
    ...twice(all(parts['word/styles.xml'] ?? '', /w:styleId="([^"]+)"/g)).map((id) => `style ${id} twice`),
  );
  const numbering = parts['word/numbering.xml'] ?? '';
  const numbers = all(numbering, /<w:num w:numId="(\d+)"/g);
  const definitions = all(numbering, /<w:abstractNum w:abstractNumId="(\d+)"/g);
  problems.push(
    ...twice(numbers).map((id) => `number ${id} twice`),
    ...twice(definitions).map((id) => `definition ${id} twice`),
    ...all(numbering, /<w:abstractNumId w:val="(\d+)"/g)
      .filter((id) => !definitions.includes(id))
      .map((id) => `definition ${id} is missing`),
    ...all(document + (parts['word/styles.xml'] ?? ''), /<w:numId w:val="(\d+)"/g)
      .filter((id) => !numbers.includes(id))
      .map((id) => `number ${id} is missing`),
  );
  return [...new Set(problems)];
}

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const relation = (id: string, kind: string, target: string, mode = '') =>
  `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"${mode}/>`;
const relations = (...rows: string[]) =>
  `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows.join('')}</Relationships>`;
const style = (type: string, id: string, name: string, content = '', more = '') =>
  `<w:style w:type="${type}"${more} w:styleId="${id}"><w:name w:val="${name}"/>${content}</w:style>`;

/** What a German Word writes for a firm: localised ids, its own head with a picture, wide margins, macros beside it. */
export function templateParts(): Record<string, string> {
  return {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'word/document.xml')),
    'word/document.xml': `${head}<w:document xmlns:w="${word}" xmlns:r="${office}"><w:body><w:p/><w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:footerReference w:type="first" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2000" w:right="1700" w:bottom="1700" w:left="2200" w:header="708" w:footer="708" w:gutter="0"/><w:titlePg/></w:sectPr></w:body></w:document>`,
    'word/_rels/document.xml.rels': relations(
      relation('rId1', 'styles', 'styles.xml'),
      relation('rId2', 'numbering', 'numbering.xml'),
      relation('rId3', 'header', 'header1.xml'),
      relation('rId4', 'footer', 'footer1.xml'),
      relation('rId5', 'theme', 'theme/theme1.xml'),
      relation('rId6', 'vbaProject', 'vbaProject.bin'),
      relation('rId7', 'settings', 'settings.xml'),
    ),
    'word/styles.xml': `${head}<w:styles xmlns:w="${word}"><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="de-DE"/></w:rPr></w:rPrDefault></w:docDefaults>${[
      style('paragraph', 'Standard', 'Normal', '<w:rPr><w:sz w:val="20"/></w:rPr>', ' w:default="1"'),
      style(
        'paragraph',
        'berschrift1',
        'heading 1',
        '<w:pPr><w:numPr><w:numId w:val="5"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr>',
      ),
      style('paragraph', 'Beschriftung', 'caption'),
      style('paragraph', 'Code', 'Quelltext der Firma'),
      style(
        'paragraph',
        'Listennummer',
        'List Number',
        '<w:pPr><w:numPr><w:numId w:val="6"/></w:numPr></w:pPr>',
      ),
      style('table', 'NormaleTabelle', 'Normal Table', '', ' w:default="1"'),
      style('table', 'FirmTable', 'Firm Table', '', ' w:customStyle="1"'),
    ].join('')}</w:styles>`,
    'word/numbering.xml': `${head}<w:numbering xmlns:w="${word}"><w:abstractNum w:abstractNumId="3"/><w:abstractNum w:abstractNumId="4"/><w:num w:numId="5"><w:abstractNumId w:val="3"/></w:num><w:num w:numId="6"><w:abstractNumId w:val="4"/></w:num></w:numbering>`,
    'word/settings.xml': `${head}<w:settings xmlns:w="${word}" xmlns:r="${office}"><w:attachedTemplate r:id="rId1"/><w:evenAndOddHeaders/></w:settings>`,
    'word/header1.xml': `${head}<w:hdr xmlns:w="${word}" xmlns:r="${office}"><w:p><w:r><w:t>Northwind letterhead</w:t></w:r></w:p><w:p><w:r><w:pict r:id="rId9"/></w:r></w:p></w:hdr>`,
    'word/_rels/header1.xml.rels': relations(relation('rId9', 'image', 'media/image1.png')),
    'word/footer1.xml': `${head}<w:ftr xmlns:w="${word}"><w:p/></w:ftr>`,
    'word/theme/theme1.xml': `${head}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Firm"/>`,
    'word/media/image1.png': 'picture',
    'word/vbaProject.bin': 'macro',
  };
}

export function zipped(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const files: Zippable = {};
  for (const [path, content] of Object.entries(parts))
    files[path] = typeof content === 'string' ? strToU8(content) : content;
  return zipSync(files);
}
