/** Text as WordprocessingML holds it: nothing of it is markup, and every visible character comes out as it was typed. */
import { visibleText } from '../../../../shared/document/visible-text.ts';

export const wordSpace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
export const relationSpace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Text between tags and in attributes. */
export function xmlOf(text: string): string {
  return escaped(visibleText(text));
}

/** For attributes, which would lose line ends and tabs to spaces anyway. */
export function attributeOf(text: string): string {
  return xmlOf(text).replace(/[\n\t]/g, ' ');
}

function escaped(text: string): string {
  return /[&<>"]/.test(text)
    ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
    : text;
}

/** The runs of one text; Hebrew and Arabic stand in runs of their own, which Word would else set in the wrong order. */
export function runsXml(text: string, properties = ''): string {
  const visible = visibleText(text);
  if (!rightToLeft.test(visible)) return runXml(visible, properties);
  return visible
    .split(rightToLeftStretch)
    .map((part) => {
      if (part === '') return '';
      return runXml(part, rightToLeft.test(part) ? `${properties}<w:rtl/>` : properties);
    })
    .join('');
}

function runXml(text: string, properties: string): string {
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}${textXml(text)}</w:r>`;
}

function textXml(text: string): string {
  if (!/[\n\t]/.test(text)) return `<w:t xml:space="preserve">${escaped(text)}</w:t>`;
  return text
    .split(/([\n\t])/)
    .map((part) => {
      if (part === '\n') return '<w:br/>';
      if (part === '\t') return '<w:tab/>';
      return part === '' ? '' : `<w:t xml:space="preserve">${escaped(part)}</w:t>`;
    })
    .join('');
}

const letters = '\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc';
const rightToLeft = new RegExp(`[${letters}]`);
/** From the first such letter to the last, with the spaces and marks between them. */
const rightToLeftStretch = new RegExp(`([${letters}](?:[^\\p{L}\\p{N}]*[${letters}])*)`, 'u');

/** A paragraph runs from the right when its first letter does. */
export function beginsRightToLeft(text: string): boolean {
  const first = text.match(/\p{L}/u);
  return first !== null && rightToLeft.test(first[0]);
}

/** The value of an attribute in the text of a tag. */
export function attributeIn(tag: string, name: string): string | undefined {
  const found = tag.match(new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`));
  return found?.[1] ?? found?.[2];
}
