/** Attachment contents: each kept once, named by its SHA-256, and linked to the projects that hold it. */
import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import { StoreError } from './store-error.ts';

export const blobQueries = {
  get: 'SELECT content FROM blobs WHERE hash = ?',
  hashes: 'SELECT hash FROM blob_links WHERE project = ? ORDER BY hash',
  unlink: 'DELETE FROM blob_links WHERE project = ?',
  collect:
    'DELETE FROM blobs WHERE hash = ? AND NOT EXISTS (SELECT 1 FROM blob_links WHERE hash = blobs.hash)',
};

export class BlobTable {
  readonly #put: Database.Statement<[string, number, Uint8Array]>;
  readonly #link: Database.Statement<[number, string]>;
  readonly #get: Database.Statement<[string], Buffer>;
  readonly #hashes: Database.Statement<[number], string>;
  readonly #unlink: Database.Statement<[number]>;
  readonly #collect: Database.Statement<[string]>;

  constructor(database: Database.Database) {
    this.#put = database.prepare(
      'INSERT INTO blobs (hash, size, content) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
    );
    this.#link = database.prepare(
      'INSERT INTO blob_links (project, hash) VALUES (?, ?) ON CONFLICT DO NOTHING',
    );
    this.#get = database.prepare<[string], Buffer>(blobQueries.get).pluck();
    this.#hashes = database.prepare<[number], string>(blobQueries.hashes).pluck();
    this.#unlink = database.prepare(blobQueries.unlink);
    this.#collect = database.prepare(blobQueries.collect);
  }

  /** The content is checked against its name: projects share contents, so one project could else slip another a false one. */
  put(project: number, hash: string, content: Uint8Array): void {
    if (createHash('sha256').update(content).digest('hex') !== hash) {
      throw new StoreError(
        'damaged-file',
        `The attachment ${hash.slice(0, 12)} does not match its checksum.`,
      );
    }
    this.#put.run(hash, content.byteLength, content);
    this.#link.run(project, hash);
  }

  get(hash: string): Uint8Array | undefined {
    return this.#get.get(hash);
  }

  hashesOf(project: number): string[] {
    return this.#hashes.all(project);
  }

  /** Lets go of a project's contents, and removes those that no other project holds. */
  removeAll(project: number): void {
    const hashes = this.hashesOf(project);
    this.#unlink.run(project);
    for (const hash of hashes) this.#collect.run(hash);
  }
}
