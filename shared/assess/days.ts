/** Days between ISO dates, without a clock or a time zone: deadlines that rules can compute. */

/** Days since 1970-01-01; undefined for a text that is no date. */
export function dayNumber(date: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!match) return undefined;
  const month = Number(match[2]);
  // Counted from March, so that the leap day is the last of its year.
  const year = Number(match[1]) - (month <= 2 ? 1 : 0);
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + Number(match[3]) - 1;
  return (
    365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + dayOfYear - 719_468
  );
}

/** The ISO date that many days later; undefined for a text that is no date. */
export function addDays(date: string, days: number): string | undefined {
  const from = dayNumber(date);
  if (from === undefined) return undefined;
  const shifted = from + days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Negative when the second day lies before the first; undefined for a text that is no date. */
export function daysBetween(from: string, to: string): number | undefined {
  const [start, end] = [dayNumber(from), dayNumber(to)];
  return start === undefined || end === undefined ? undefined : end - start;
}

/** The same day some whole months later, or the last day of a shorter month; undefined for a text that is no date. */
export function addMonths(date: string, months: number): string | undefined {
  const day = dayNumber(date);
  if (day === undefined) return undefined;
  const monthOf = (index: number) =>
    `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + Math.floor(months);
  const same = `${monthOf(index)}-${date.slice(8)}`;
  const last = addDays(`${monthOf(index + 1)}-01`, -1);
  return last === undefined || same < last ? same : last;
}
