/** Reads what a database file says of itself in its first bytes, without SQLite and so without touching it. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { hasContent } from './connection.ts';

export type Header =
  | { kind: 'absent' | 'empty' | 'not-sqlite' }
  | { kind: 'sqlite'; applicationId: number; userVersion: number; missingBytes: number };

const headerLength = 100;

export function readHeader(file: string): Header {
  let descriptor: number;
  try {
    descriptor = openSync(file, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { kind: 'absent' };
    throw error;
  }
  try {
    const { size } = fstatSync(descriptor);
    if (size === 0) return { kind: 'empty' };
    const bytes = Buffer.alloc(headerLength);
    readSync(descriptor, bytes, 0, headerLength, 0);
    if (bytes.toString('latin1', 0, 16) !== 'SQLite format 3\0') return { kind: 'not-sqlite' };
    return {
      kind: 'sqlite',
      applicationId: bytes.readUInt32BE(68),
      userVersion: bytes.readUInt32BE(60),
      missingBytes: hasContent(`${file}-wal`) ? 0 : Math.max(0, expectedSize(bytes) - size),
    };
  } finally {
    closeSync(descriptor);
  }
}

/** As many bytes as the header counts pages, where its count is current; while there is a WAL, that one decides. */
function expectedSize(bytes: Buffer): number {
  const pageSize = bytes.readUInt16BE(16) === 1 ? 65_536 : bytes.readUInt16BE(16);
  const countIsCurrent = bytes.readUInt32BE(24) === bytes.readUInt32BE(92);
  return countIsCurrent ? pageSize * bytes.readUInt32BE(28) : 0;
}
