/** Numbers as people of different languages type them: "1,5" and "1.5", "10,000" and "10.000", and back. */
import type { Language } from '../words/catalogue.ts';

const decimalSign: Record<Language, '.' | ','> = { en: '.', de: ',' };

const grouped = /^\d{1,3}(?:[.,]\d{3})+$/;

/**
 * The digits of a typed number with a point for decimals; undefined when it is none, null when it may be two numbers.
 * One sign with three digits behind it is the only form that can mean either: the language decides, but for a point
 * where decimals take a comma, since tools print "10.123 ms" in any language.
 */
export function plainDigits(text: string, language: Language, whole: boolean): string | undefined | null {
  if (/^\d+$/.test(text)) return text;
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  if (last < 0) return undefined;
  const sign = text[last] as '.' | ',';
  const [before, after] = [text.slice(0, last), text.slice(last + 1)];
  if (!/^\d+$/.test(after)) return undefined;
  const isOnly = /^\d+$/.test(before);
  const asDecimal = `${before.replace(/[.,]/g, '')}.${after}`;
  if (isOnly) {
    const mayBeGroups = /^[1-9]\d{0,2}$/.test(before) && after.length === 3;
    if (mayBeGroups && whole) return before + after;
    if (!mayBeGroups || decimalSign[language] === sign) return asDecimal;
    return sign === ',' ? before + after : null;
  }
  // Several signs: groups throughout, or groups of the one sign and decimals after the other.
  if (!grouped.test(before)) return undefined;
  const signs = new Set(before.replace(/\d/g, ''));
  if (signs.size !== 1) return undefined;
  if (!signs.has(sign)) return asDecimal;
  return grouped.test(text) ? text.replace(/[.,]/g, '') : undefined;
}

/** A number as it is typed in this language; without groups, so that it can be typed on. */
export function typedNumber(value: number, language: Language): string {
  return JSON.stringify(value).replace('.', decimalSign[language]);
}
