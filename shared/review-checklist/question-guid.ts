/** The guid of a question in a review checklist: the same for ever, because the question's id is. */
import { sumOf } from '../fingerprint.ts';

/**
 * A UUID of version 8 (RFC 9562: own making) from four FNV-1a sums of the id. It need not keep a secret, only never
 * change; a test holds all of ours apart.
 */
export function questionGuid(id: string): string {
  const hex = [0x811c9dc5, 0x01000193, 0x9e3779b9, 0x85ebca6b]
    .map((seed) => sumOf(id, seed).toString(16).padStart(8, '0'))
    .join('');
  const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}
