/**
 * A folder laid out like Electron's for Linux, with a file in the place of the binary that has a fuse wire in it and nothing
 * else: enough for the packer to pack, where Electron cannot be had. What comes out does not run.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What @electron/fuses looks for, then the version of the wire, its length, and every fuse as Electron delivers it. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const delivered = '10110001';

export function layStandInRuntime(folder: string, electronVersion: string): void {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  mkdirSync(join(folder, 'locales'), { recursive: true });
  const wire = Buffer.concat([
    Buffer.from(sentinel),
    Buffer.from([1, delivered.length]),
    Buffer.from(delivered),
  ]);
  writeFileSync(join(folder, 'electron'), wire, { mode: 0o755 });
  writeFileSync(join(folder, 'version'), electronVersion);
  writeFileSync(join(folder, 'LICENSE'), 'A stand-in for Electron, to try the packing with.\n');
  for (const language of ['en-US', 'en-GB', 'de', 'fr'])
    writeFileSync(join(folder, 'locales', `${language}.pak`), '');
}
