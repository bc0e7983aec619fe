/** Calendar arithmetic on ISO dates such as 2026-11-21: rules compare days, and have no clock. */

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function partsOf(date: string): [year: number, month: number, day: number] {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return [year, month, day];
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function lengthOf(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (monthLengths[month - 1] ?? 30);
}

/** Days since a fixed day, the same for all dates. */
function dayNumber(date: string): number {
  const [year, month, day] = partsOf(date);
  const before = year - 1;
  let days = before * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  for (let earlier = 1; earlier < month; earlier += 1) days += lengthOf(year, earlier);
  return days + day;
}

/** Negative when the second day lies before the first. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** The same day some months later, or the last day of a shorter month. */
export function addMonths(date: string, months: number): string {
  const [year, month, day] = partsOf(date);
  const counted = year * 12 + month - 1 + Math.floor(months);
  const [newYear, newMonth] = [Math.floor(counted / 12), (counted % 12) + 1];
  const pad = (number: number, width: number) => String(number).padStart(width, '0');
  return `${pad(newYear, 4)}-${pad(newMonth, 2)}-${pad(Math.min(day, lengthOf(newYear, newMonth)), 2)}`;
}
