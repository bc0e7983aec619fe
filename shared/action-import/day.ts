/** Reads the days people type into spreadsheets, in English and German; a day that could be two is refused, not guessed. */
import { addDays } from '../assess/days.ts';
import { readDate } from '../content/field-readers.ts';

export type ReadDay = { day: string } | { problem: 'not-a-day' | 'ambiguous' };

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** German and longer beginnings that differ from the English ones. */
const others: Readonly<Record<string, number>> = { mär: 3, mrz: 3, mae: 3, mai: 5, okt: 10, dez: 12 };

export function readDay(typed: string): ReadDay {
  const text = typed.trim().toLowerCase();
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ].*)?$/.exec(text);
  if (iso) return dayOf(iso[1], iso[2], iso[3]);
  const dotted = /^(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4}|\d{2})$/.exec(text);
  if (dotted) return dayOf(dotted[3], dotted[2], dotted[1]);
  const slashed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})$/.exec(text);
  if (slashed) return fromSlashes(slashed[1] ?? '', slashed[2] ?? '', slashed[3]);
  const named = /^(?:\p{L}+\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th)?[.\s-]*(\p{L}+)\.?[,\s-]*(\d{4}|\d{2})$/u.exec(
    text,
  );
  if (named) return dayOf(named[3], monthOf(named[2]), named[1]);
  const american = /^(?:\p{L}+,\s+)?(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u.exec(text);
  if (american) return dayOf(american[3], monthOf(american[1]), american[2]);
  return { problem: 'not-a-day' };
}

/** A spreadsheet's count of days; undefined outside of what can be meant. */
export function dayOfSerial(serial: number): string | undefined {
  return serial >= 25_569 && serial < 80_000 ? addDays('1970-01-01', Math.floor(serial) - 25_569) : undefined;
}

/** Day first or month first depends on the country; only where one of them cannot be a month do we know. */
function fromSlashes(first: string, second: string, year: string | undefined): ReadDay {
  if (Number(first) > 12) return dayOf(year, second, first);
  if (Number(second) > 12 || first === second) return dayOf(year, first, second);
  return { problem: 'ambiguous' };
}

function monthOf(name = ''): string {
  const start = name.slice(0, 3);
  return String(others[start] ?? months.indexOf(start) + 1);
}

function dayOf(year = '', month = '', day = ''): ReadDay {
  const whole = year.length === 2 ? `20${year}` : year;
  const text = `${whole}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return 'value' in readDate(text) ? { day: text } : { problem: 'not-a-day' };
}
