/** Recognises, by their names, the copies that sync tools make beside a file when two people wrote it at once. */

/**
 * `plan-PC.onramp` (OneDrive), `plan (1).onramp` and `plan 2.onramp` (Google Drive, iCloud), `plan (Ann's conflicted
 * copy 2026-01-02).onramp` (Dropbox, Nextcloud), `plan.sync-conflict-….onramp` (Syncthing). A name alone proves
 * nothing: whoever reads such a file looks whether it is of the same project.
 */
const marks = /^(?:-.+| \(.+\)| \d+|\.sync-conflict-.+)$/;

const ending = '.onramp';

export function isConflictCopyOf(file: string, name: string): boolean {
  // The same letters may be written in two ways, and many file systems do not tell case.
  const [own, other] = [file, name].map((text) => text.normalize('NFC').toLowerCase());
  if (own === undefined || other === undefined || !own.endsWith(ending) || !other.endsWith(ending))
    return false;
  const stem = own.slice(0, -ending.length);
  return other.startsWith(stem) && marks.test(other.slice(stem.length, -ending.length));
}
