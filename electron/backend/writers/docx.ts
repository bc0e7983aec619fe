/** The plan as a Word document: real styles, fields, links and pictures, in our own look or in a firm's template. */
import { linksOf } from '../../../shared/document/anchors.ts';
import type { PlanDocument } from '../../../shared/document/blocks.ts';
import { documentWordsOf } from '../../../shared/document/words/words.ts';
import type { Job } from '../dispatch.ts';
import { atStep } from '../job.ts';
import { leftOutXml, partXml } from './docx/blocks.ts';
import {
  addHeadAndFoot,
  contentsXml,
  documentXml,
  propertiesOf,
  settingsPart,
  titlePage,
} from './docx/frame.ts';
import { Numbering } from './docx/numbering.ts';
import { Package } from './docx/package.ts';
import { logoPicture, type Picture } from './docx/picture.ts';
import { Sections } from './docx/sections.ts';
import { stylesFor, stylesPart } from './docx/styles.ts';
import { spaceXml } from './docx/table.ts';
import { openTemplate, type Template } from './docx/template.ts';
import { AdoptedStyles } from './docx/template-styles.ts';
import { Bookmarks, type Writing } from './docx/writing.ts';
import type { Look } from './look.ts';

export async function writeDocx(plan: PlanDocument, look: Look, job: Job): Promise<Uint8Array> {
  const template = look.template && openTemplate(look.template);
  const text = template?.text ?? textOf(look.paper);
  const ours = stylesFor(look.accent, plan.short === true, text.width);
  const styles = template && new AdoptedStyles(template.styles, ours);
  const writing: Writing = {
    package: new Package(),
    styleOf: (id) => styles?.idOf(id) ?? id,
    bulletsInStyle: styles?.drawsBullets ?? true,
    addressOf: linksOf(plan),
    bookmarks: new Bookmarks(),
    numbering: new Numbering(
      template ? { template: template.numbering, listNumber: styles?.listNumber } : 'own',
    ),
    counts: { tables: 0, figures: 0, drawings: 0 },
    text,
    sections: undefined,
    words: documentWordsOf(plan.language).frame,
    painting: [],
  };
  // A template's head or foot brings the firm's logo with it.
  const hasHead = template !== undefined && template.section.references.length > 0;
  const logo = look.logo && !hasHead ? await logoPicture(look.logo) : undefined;
  const references = referencesOf(plan, look, { template, logo }, writing);
  // A template has the say over its pages, so that nothing is set in columns there.
  if (!template) writing.sections = new Sections(references, pageOf(plan, look));
  const cover = titlePage(plan, logo, writing);
  const contents = plan.short ? '' : contentsXml(plan, template === undefined, writing);
  const leftOut = leftOutXml(plan.leftOut, writing);
  const parts: string[] = [];
  for (const [index, part] of plan.parts.entries()) {
    await atStep(job, 'writing', index, plan.parts.length);
    parts.push(partXml(part, !plan.short && !part.follows, writing));
  }
  await atStep(job, 'writing', plan.parts.length, plan.parts.length);
  const body = plan.short ? [cover, ...parts, leftOut] : [cover, contents, leftOut, ...parts];
  // The text of a document ends in a paragraph, never in a table.
  body.push(spaceXml(writing));
  await Promise.all(writing.painting);
  const section = template ? templateSection(template, references) : (writing.sections?.last() ?? '');
  template?.addTo(writing.package);
  writing.package.addRelated(
    'styles',
    'styles.xml',
    styles?.part(writing.numbering.bullets, plan.language) ?? stylesPart(ours, plan.language),
  );
  writing.package.addRelated('numbering', 'numbering.xml', writing.numbering.part());
  writing.package.addRelated('settings', 'settings.xml', settingsPart(template?.setting ?? (() => '')));
  const document = documentXml(body.join(''), section);
  return writing.package.zip(document, propertiesOf(plan, look), dayOf(plan.date));
}

const papers = { a4: { width: 11_906, height: 16_838 }, letter: { width: 12_240, height: 15_840 } };
const margin = { side: 1134, top: 1418, bottom: 1191 };
const shortMargin = { top: 1247, bottom: 1077 };

function textOf(paper: Look['paper']): Writing['text'] {
  const { width, height } = papers[paper];
  return { width: width - 2 * margin.side, height: height - margin.top - margin.bottom };
}

/** To head and foot: the template's, or ours. */
function referencesOf(
  plan: PlanDocument,
  look: Look,
  { template, logo }: { template: Template | undefined; logo: Picture | undefined },
  writing: Writing,
): string {
  const references = template?.section.references ?? [];
  if (references.length === 0) return addHeadAndFoot(plan, look.firm, logo, writing);
  return references
    .map(({ kind, type, name }) => {
      const id = writing.package.relate(kind, `/${name}`);
      return `<w:${kind}Reference w:type="${type}" r:id="${id}"/>`;
    })
    .join('');
}

function templateSection({ section }: Template, references: string): string {
  const titlePage = section.references.length === 0 || section.titlePage;
  return `${references}${section.page}${titlePage ? '<w:titlePg/>' : ''}`;
}

function pageOf(plan: PlanDocument, look: Look): string {
  const { width, height } = papers[look.paper];
  const { side, top, bottom } = plan.short ? { ...margin, ...shortMargin } : margin;
  return `<w:pgSz w:w="${width}" w:h="${height}"/><w:pgMar w:top="${top}" w:right="${side}" w:bottom="${bottom}" w:left="${side}" w:header="680" w:footer="567" w:gutter="0"/>`;
}

/** Zip files know no day before 1980; the time of writing would make every copy differ. */
function dayOf(date: string): Date {
  const day = new Date(`${date}T12:00:00`);
  return day.getFullYear() >= 1980 && day.getFullYear() < 2100 ? day : new Date(2000, 0, 1);
}
