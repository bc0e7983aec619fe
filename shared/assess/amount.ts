/** Numbers as sentences show them: grouped, and with no more decimals than money has. */
import type { Language } from '../content/words.ts';

const formats: Partial<Record<Language, Intl.NumberFormat>> = {};

export function amount(value: number, language: Language = 'en'): string {
  formats[language] ??= new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  return (formats[language] as Intl.NumberFormat).format(value);
}
