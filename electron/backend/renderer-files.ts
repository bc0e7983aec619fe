/**
 * The built pages as a closed list: what is not on it cannot be asked for, however its name is spelled. They are read once
 * and kept, so that a host goes on serving the pages it started with when the app is built anew under it.
 */
import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

export type RendererFile = { body: Uint8Array<ArrayBuffer>; type: string; immutable: boolean };

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

export type RendererFiles = {
  /** Takes the path of an address as it came, percent-encoding and all. */
  find: (pathname: string) => RendererFile | undefined;
};

export function readRendererFiles(folder: string): RendererFiles {
  const files = new Map<string, RendererFile>();
  collect(folder, '', files);
  const index = files.get('/index.html');
  if (index) files.set('/', index);
  return { find: (pathname) => files.get(decoded(pathname)) };
}

/** Links are left out, so nothing outside the folder gets in; a folder that is not there is empty. */
function collect(folder: string, prefix: string, files: Map<string, RendererFile>): void {
  for (const entry of entriesOf(folder)) {
    const path = `${prefix}/${entry.name}`;
    const file = join(folder, entry.name);
    if (entry.isDirectory()) collect(file, path, files);
    else if (entry.isFile()) {
      const type = types[extname(entry.name).toLowerCase()] ?? 'application/octet-stream';
      files.set(path, { body: new Uint8Array(readFileSync(file)), type, immutable: prefix === '/assets' });
    }
  }
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return '';
  }
}
