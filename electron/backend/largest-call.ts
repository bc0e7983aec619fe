/** How large a call may be: one limit for every host, looked at before anything walks through what came. */

/** The contract takes project files of 400 MB; escaped as JSON they grow, and Node's longest string is 512 MB. */
export const largestCall = 500_000_000;

/** No call of ours has a hundredth of it; text counts by its length, not by this. */
const mostValues = 1_000_000;

/**
 * A value that is reached twice counts twice: a small message that points at itself over and over would otherwise keep
 * every later walk through it busy for good.
 */
export function isLargerThan(limit: number, data: unknown): boolean {
  const open = [data];
  let size = 0;
  for (let values = 0; open.length > 0; values += 1) {
    const value = open.pop();
    if (typeof value === 'string') size += value.length;
    else if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) size += value.byteLength;
    else if (value !== null && typeof value === 'object') {
      const keys = Object.keys(value);
      if (values + open.length + keys.length > mostValues) return true;
      for (const key of keys) {
        size += key.length;
        open.push((value as Record<string, unknown>)[key]);
      }
    }
    if (size > limit) return true;
  }
  return false;
}
