/** How the cells of a workbook look: few looks, each counted once and named by its number. */
import { sheetSpace } from './sheet-xml.ts';

/** Numbers of the looks, in the order in which they are written below; cells that name none have the usual one. */
export const looks = { usual: 0, head: 1, remark: 2, text: 3, day: 4, moment: 5 } as const;

/** The number of the built-in format for text; formats of our own begin at 164. */
const textFormat = 49;
const dayFormat = 164;
const momentFormat = 165;

export function stylesXml(accent: string): string {
  const fill = `FF${accent.slice(1).toUpperCase()}`;
  const ink = `FF${inkOn(accent).slice(1).toUpperCase()}`;
  const plain = '<sz val="11"/><name val="Calibri"/><family val="2"/>';
  const fonts = [
    plain,
    `<b/><sz val="11"/><color rgb="${ink}"/><name val="Calibri"/><family val="2"/>`,
    `<i/>${plain}`,
  ];
  const fills = [
    '<patternFill patternType="none"/>',
    '<patternFill patternType="gray125"/>',
    `<patternFill patternType="solid"><fgColor rgb="${fill}"/><bgColor indexed="64"/></patternFill>`,
  ];
  const wrapped = '<alignment vertical="top" wrapText="1"/>';
  const whole = '<alignment vertical="top"/>';
  const left = '<alignment horizontal="left" vertical="top"/>';
  const formats = [
    look({ alignment: wrapped }),
    look({ font: 1, fill: 2, alignment: wrapped }),
    look({ font: 2, alignment: whole }),
    look({ format: textFormat, alignment: wrapped }),
    look({ format: dayFormat, alignment: left }),
    look({ format: momentFormat, alignment: left }),
  ];
  return [
    `<styleSheet xmlns="${sheetSpace}"><numFmts count="2">`,
    `<numFmt numFmtId="${dayFormat}" formatCode="yyyy\\-mm\\-dd"/>`,
    `<numFmt numFmtId="${momentFormat}" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts>`,
    `<fonts count="${fonts.length}">${fonts.map((font) => `<font>${font}</font>`).join('')}</fonts>`,
    `<fills count="${fills.length}">${fills.map((one) => `<fill>${one}</fill>`).join('')}</fills>`,
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${formats.length}">${formats.join('')}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
  ].join('');
}

function look(given: { format?: number; font?: number; fill?: number; alignment: string }): string {
  const { format = 0, font = 0, fill = 0, alignment } = given;
  return `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1">${alignment}</xf>`;
}

/** Black or white, whichever is easier to read on a colour. */
function inkOn(colour: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  const light = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return light > 0.179 ? '#000000' : '#ffffff';
}
