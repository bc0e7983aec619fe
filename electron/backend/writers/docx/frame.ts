/** What stands around the plan in Word: title page, contents, head and foot of the pages, properties. */
import type { Part, PlanDocument, Section } from '../../../../shared/document/blocks.ts';
import type { Look } from '../look.ts';
import { relationsPart } from './package.ts';
import { addPicture, drawingXml, fitted, type Picture } from './picture.ts';
import { languageTag } from './styles.ts';
import { directionOf, fieldXml, paragraphXml, type Writing } from './writing.ts';
import { relationSpace, runsXml, wordSpace, xmlHead, xmlOf } from './xml.ts';

const coverLogo = { width: 250, height: 90 };
const headLogo = { width: 110, height: 28 };
const rootSpaces = `xmlns:w="${wordSpace}" xmlns:r="${relationSpace}"`;

export function titlePage(plan: PlanDocument, logo: Picture | undefined, writing: Writing): string {
  const line = (style: string, text: string) =>
    text === '' ? '' : paragraphXml(style, runsXml(text), writing, directionOf([{ text }]));
  const fact = (name: string, value: string) => line('CoverFacts', value === '' ? '' : `${name}: ${value}`);
  const mark = logo ? logoDrawing(logo, writing) : '';
  // A short plan goes on below its names, so they stand at the top.
  const space = plan.short ? (mark === '' ? '' : paragraphXml('Normal', mark, writing)) : undefined;
  return [
    space ?? paragraphXml('CoverSpace', mark, writing),
    line('Title', plan.title),
    line('Subtitle', plan.subtitle),
    line('Subtitle', plan.customer),
    line('CoverStatus', plan.status),
    fact(writing.words.asOf, plan.date),
    fact(writing.words.writtenBy, plan.authors.join(', ')),
  ].join('');
}

function logoDrawing(picture: Picture, writing: Writing): string {
  const target = addPicture(writing.package, 'plan-logo', picture.extension, picture.bytes);
  writing.counts.drawings += 1;
  return drawingXml({
    id: writing.counts.drawings,
    ...fitted(picture, coverLogo),
    alt: writing.words.logo,
    picture: writing.package.relate('image', target),
  });
}

type Entry = { level: 1 | 2; id: string; title: string; number: string };

/**
 * The contents as a field with its entries in it: complete and linked before Word has ever counted a page. Page numbers are
 * filled in when Word prints, saves as PDF or is told to update; no question is put to whoever opens the file.
 */
export function contentsXml(plan: PlanDocument, numbered: boolean, writing: Writing): string {
  const entries = plan.parts.flatMap((part, index) => entriesOf(part, index + 1));
  const begin =
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>';
  const lines = entries.map((entry, index) => {
    const name = writing.bookmarks.nameOf(entry.id);
    const number = numbered ? `${runsXml(entry.number)}<w:r><w:tab/></w:r>` : '';
    const page = `<w:r><w:tab/></w:r>${fieldXml(`PAGEREF ${name} \\h`, '')}`;
    const link = `<w:hyperlink w:anchor="${name}" w:history="1">${number}${runsXml(entry.title)}${page}</w:hyperlink>`;
    return paragraphXml(`TOC${entry.level}`, (index === 0 ? begin : '') + link, writing);
  });
  if (lines.length === 0) lines.push(paragraphXml('Normal', begin, writing));
  const end = paragraphXml('Normal', '<w:r><w:fldChar w:fldCharType="end"/></w:r>', writing);
  return [
    paragraphXml('TOCHeading', runsXml(writing.words.contents), writing, '<w:pageBreakBefore/>'),
    '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>',
    ...lines,
    end,
    '</w:sdtContent></w:sdt>',
  ].join('');
}

function entriesOf(part: Part, number: number): Entry[] {
  const entry = (section: Section, index: number): Entry => ({
    level: 2,
    id: section.id,
    title: section.title,
    number: `${number}.${index + 1}`,
  });
  return [{ level: 1, id: part.id, title: part.title, number: String(number) }, ...part.sections.map(entry)];
}

/** Puts our head and foot into the package and gives the references that the section needs. */
export function addHeadAndFoot(
  plan: PlanDocument,
  firm: string,
  picture: Picture | undefined,
  writing: Writing,
): string {
  const right = `<w:tabs><w:tab w:val="right" w:pos="${writing.text.width}"/></w:tabs>`;
  const name = plan.customer === '' ? plan.subtitle : plan.customer;
  const title = [plan.title, name].filter((text) => text !== '').join(' – ');
  let mark = '';
  if (picture) {
    const target = addPicture(writing.package, 'plan-logo', picture.extension, picture.bytes);
    const relation = { id: 'rId1', type: `${relationSpace}/image`, target, external: false };
    writing.package.add('word/_rels/plan-header.xml.rels', relationsPart([relation]));
    mark = `<w:r><w:tab/></w:r>${drawingXml({ id: 1, ...fitted(picture, headLogo), alt: writing.words.logo, picture: 'rId1' })}`;
  }
  const head = paragraphXml('Header', runsXml(title) + mark, writing, right);
  const foot = paragraphXml(
    'Footer',
    `${runsXml(firm)}<w:r><w:tab/></w:r>${pageXml(writing.words.page)}`,
    writing,
    right,
  );
  const header = writing.package.addRelated(
    'header',
    'plan-header.xml',
    `${xmlHead}<w:hdr ${rootSpaces}>${head}</w:hdr>`,
  );
  const footer = writing.package.addRelated(
    'footer',
    'plan-footer.xml',
    `${xmlHead}<w:ftr ${rootSpaces}>${foot}</w:ftr>`,
  );
  return `<w:headerReference w:type="default" r:id="${header}"/><w:footerReference w:type="default" r:id="${footer}"/>`;
}

/** 'Page {page} of {pages}' with both counted by Word. */
function pageXml(words: string): string {
  return words
    .split(/(\{pages?\})/)
    .map((piece) => {
      if (piece === '{page}') return fieldXml('PAGE', '1');
      if (piece === '{pages}') return fieldXml('NUMPAGES', '1');
      return piece === '' ? '' : runsXml(piece);
    })
    .join('');
}

export function documentXml(body: string, section: string): string {
  return `${xmlHead}<w:document ${rootSpaces}><w:body>${body}<w:sectPr>${section}</w:sectPr></w:body></w:document>`;
}

export function propertiesOf(plan: PlanDocument, look: Look): { core: string; app: string } {
  const author = plan.authors.join('; ') || look.firm;
  const at = `${plan.date}T00:00:00Z`;
  const types = 'http://schemas.openxmlformats.org';
  const core = [
    `${xmlHead}<cp:coreProperties xmlns:cp="${types}/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`,
    `<dc:title>${xmlOf([plan.title, plan.customer].filter((text) => text !== '').join(' – '))}</dc:title>`,
    `<dc:subject>${xmlOf(plan.subtitle)}</dc:subject>`,
    `<dc:creator>${xmlOf(author)}</dc:creator>`,
    `<cp:keywords>ExpressRoute, Power Platform, Microsoft 365, Azure</cp:keywords>`,
    `<dc:description>${xmlOf(plan.status)}</dc:description>`,
    `<cp:lastModifiedBy>${xmlOf(author)}</cp:lastModifiedBy>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified>`,
    `<dc:language>${languageTag(plan.language)}</dc:language>`,
    '</cp:coreProperties>',
  ].join('');
  const app = `${xmlHead}<Properties xmlns="${types}/officeDocument/2006/extended-properties"><Application>Onramp</Application>${look.firm === '' ? '' : `<Company>${xmlOf(look.firm)}</Company>`}</Properties>`;
  return { core, app };
}

/** @param kept elements of a template's settings, by name, put in where the schema wants them. */
export function settingsPart(kept: (name: string) => string): string {
  return [
    `${xmlHead}<w:settings ${rootSpaces}>`,
    ...['mirrorMargins', 'gutterAtTop', 'defaultTabStop', 'autoHyphenation', 'evenAndOddHeaders'].map(kept),
    '<w:characterSpacingControl w:val="doNotCompress"/>',
    '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>',
    ...['themeFontLang', 'clrSchemeMapping'].map(kept),
    '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>',
    '</w:settings>',
  ].join('');
}
