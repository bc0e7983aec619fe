/** How times, days, sizes and counts are written; days are ISO, times follow the machine's zone. */
import { localDay } from '../../shared/day.ts';

const two = (value: number) => String(value).padStart(2, '0');

/** "14:02" */
export function clockTime(at: number): string {
  const date = new Date(at);
  return `${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** "2026-11-21" in the machine's own zone. */
export const isoDay = localDay;

/** "14:02" when it was today, else the day. */
export function shortMoment(at: number, now: number): string {
  return isoDay(at) === isoDay(now) ? clockTime(at) : isoDay(at);
}

export function fullMoment(at: number): string {
  return `${isoDay(at)} ${clockTime(at)}`;
}

const sizeUnits = ['B', 'KB', 'MB', 'GB'] as const;

export function fileSize(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < sizeUnits.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${value >= 10 || unit === 0 ? Math.round(value) : value.toFixed(1)} ${sizeUnits[unit] ?? ''}`;
}

/** Chooses the wording for a count by the language's own plural rules. */
export function pluralIn(language: string): (count: number, forms: { one: string; other: string }) => string {
  const rules = new Intl.PluralRules(language);
  const number = new Intl.NumberFormat(language);
  return (count, forms) => {
    const form = rules.select(count) === 'one' ? forms.one : forms.other;
    return form.replaceAll('#', number.format(count));
  };
}
