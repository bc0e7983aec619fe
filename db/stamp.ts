/** A moment as part of a file name: ISO 8601 without the colons that Windows refuses, so that names sort by time. */

export function fileStamp(at: number): string {
  return new Date(at).toISOString().replaceAll(':', '-');
}

/** The moment a stamp names, or undefined when it is none. */
export function momentOf(stamp: string): number | undefined {
  const parts = /^(\d{4}-\d{2}-\d{2}T\d{2})-(\d{2})-(\d{2}\.\d{3}Z)$/.exec(stamp);
  if (!parts) return undefined;
  const at = Date.parse(`${parts[1]}:${parts[2]}:${parts[3]}`);
  return Number.isNaN(at) ? undefined : at;
}
