/** Whether the attachments in a project file are what their names say: each is named by the SHA-256 of its content. */
import { createHash } from 'node:crypto';
import type { ProjectFile } from '../../shared/project/file.ts';

/** The place of the first attachment whose content is not what its name says. */
export function damagedBlob({ blobs }: Pick<ProjectFile, 'blobs'>): string | undefined {
  for (const [hash, base64] of Object.entries(blobs)) {
    const found = createHash('sha256').update(Buffer.from(base64, 'base64')).digest('hex');
    if (found !== hash) return `blobs.${hash.slice(0, 12)}…`;
  }
  return undefined;
}
