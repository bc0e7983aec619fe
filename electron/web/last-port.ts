/**
 * Remembers the port a data folder was served at. A browser keeps what could not be saved apart for each port, so a host
 * that comes back elsewhere would not find it again.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const fileIn = (folder: string) => join(folder, 'web-port');

export function readLastPort(folder: string): number | undefined {
  try {
    const text = readFileSync(fileIn(folder), 'utf8').trim();
    const port = /^\d{4,5}$/.test(text) ? Number(text) : 0;
    return port >= 1024 && port <= 65_535 ? port : undefined;
  } catch {
    return undefined;
  }
}

export function keepLastPort(folder: string, port: number): void {
  if (readLastPort(folder) === port) return;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(fileIn(folder), `${port}\n`);
  } catch {
    // Where nothing can be written, the next start takes a free port: no reason not to start now.
  }
}
