/** Writes sheets as an Excel workbook. Its XML is written directly: a library made every cell an object first. */
import type { Sheet } from '../../../shared/document/sheets/sheet.ts';
import type { Job } from '../dispatch.ts';
import { atStep } from '../job.ts';
import { packageSpace, relationsPart } from './docx/package.ts';
import { relationSpace, xmlHead } from './docx/xml.ts';
import type { Look } from './look.ts';
import { sheetXml, workbookXml } from './xlsx/sheet-xml.ts';
import { stylesXml } from './xlsx/styles-xml.ts';
import { ZipFile } from './zip-file.ts';

const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** Any day will do, as long as the same sheets give the same bytes. */
const noDay = new Date(1980, 0, 1);

export async function writeXlsx(sheets: readonly Sheet[], look: Look, job: Job): Promise<Uint8Array> {
  const file = new ZipFile(noDay);
  const add = (name: string, xml: string) => file.add(name, xml.startsWith(xmlHead) ? xml : xmlHead + xml);
  add('[Content_Types].xml', contentTypes(sheets.length));
  add('_rels/.rels', relationsTo(['officeDocument', 'xl/workbook.xml']));
  add('xl/workbook.xml', workbookXml(sheets, relationSpace));
  add(
    'xl/_rels/workbook.xml.rels',
    relationsTo(...sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const), [
      'styles',
      'styles.xml',
    ]),
  );
  add('xl/styles.xml', stylesXml(look.accent));
  for (const [index, sheet] of sheets.entries()) {
    await atStep(job, 'writing', index, sheets.length);
    add(`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet));
  }
  await atStep(job, 'writing', sheets.length, sheets.length);
  return file.bytes();
}

function relationsTo(...targets: readonly (readonly [kind: string, target: string])[]): string {
  return relationsPart(
    targets.map(([type, target], index) => ({
      id: `rId${index + 1}`,
      type: `${relationSpace}/${type}`,
      target,
      external: false,
    })),
  );
}

function contentTypes(sheets: number): string {
  const overrides = [
    ['workbook.xml', 'sheet.main'],
    ['styles.xml', 'styles'],
    ...Array.from({ length: sheets }, (_, index) => [`worksheets/sheet${index + 1}.xml`, 'worksheet']),
  ].map(([name, type]) => `<Override PartName="/xl/${name}" ContentType="${kind}.${type}+xml"/>`);
  return `<Types xmlns="${packageSpace}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`;
}
