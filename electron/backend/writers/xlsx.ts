/** Writes sheets as an Excel workbook. Its XML is written directly: a library made every cell an object first. */
import { strToU8, type Zippable, zipSync } from 'fflate';
import type { Sheet } from '../../../shared/document/sheets/sheet.ts';
import type { Job } from '../dispatch.ts';
import { atStep } from '../job.ts';
import { packageSpace, relationsPart } from './docx/package.ts';
import { relationSpace, xmlHead } from './docx/xml.ts';
import type { Look } from './look.ts';
import { sheetXml, workbookXml } from './xlsx/sheet-xml.ts';
import { stylesXml } from './xlsx/styles-xml.ts';

const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** Any day will do, as long as the same sheets give the same bytes. */
const mtime = new Date(1980, 0, 1);
/** Sheets are repetitive: more effort would take twice as long and save a tenth. */
const level = 3;

export async function writeXlsx(sheets: readonly Sheet[], look: Look, job: Job): Promise<Uint8Array> {
  const files: Zippable = {
    '[Content_Types].xml': part(contentTypes(sheets.length)),
    '_rels/.rels': part(relationsTo(['officeDocument', 'xl/workbook.xml'])),
    'xl/workbook.xml': part(workbookXml(sheets, relationSpace)),
    'xl/_rels/workbook.xml.rels': part(
      relationsTo(...sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const), [
        'styles',
        'styles.xml',
      ]),
    ),
    'xl/styles.xml': part(stylesXml(look.accent)),
  };
  for (const [index, sheet] of sheets.entries()) {
    await atStep(job, 'writing', index, sheets.length);
    files[`xl/worksheets/sheet${index + 1}.xml`] = part(sheetXml(sheet));
  }
  await atStep(job, 'writing', sheets.length, sheets.length);
  return zipSync(files, { mtime, level });
}

function part(xml: string): Uint8Array {
  return strToU8(xml.startsWith(xmlHead) ? xml : xmlHead + xml);
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
