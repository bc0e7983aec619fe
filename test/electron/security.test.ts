/** SECURITY.md is true: the tests it names are there, and what it says of the policy and of Electron's parts holds. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pageHeaders } from '../../electron/backend/page-headers.ts';

const root = resolve(import.meta.dirname, '..', '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Each file that a row names, with the titles that stand behind it. */
function proofs(): { row: string; file: string; title: string }[] {
  return read('SECURITY.md')
    .split('\n')
    .filter((line) => line.startsWith('|') && line.includes('`test/'))
    .flatMap((row) =>
      [...row.matchAll(/`(test\/[^`]+)`((?: "[^"]+",?)+)/g)].flatMap(([, file = '', titles = '']) =>
        [...titles.matchAll(/"([^"]+)"/g)].map(([, title = '']) => ({ row, file, title })),
      ),
    );
}

describe('SECURITY.md', () => {
  test('answers every item of the checklist, each with a proof', () => {
    const numbered = read('SECURITY.md')
      .split('\n')
      .flatMap((line) => /^\| (\d+) \|.*`test\//.exec(line)?.[1] ?? []);
    expect(numbered).toEqual(Array.from({ length: 20 }, (_, index) => String(index + 1)));
  });

  test('names only tests that are there', () => {
    const found = proofs();
    expect(found.length).toBeGreaterThan(30);
    const missing = found.filter(
      ({ file, title }) => !existsSync(join(root, file)) || !read(file).includes(title),
    );
    expect(missing).toEqual([]);
  });
});

describe('the policy of the pages', () => {
  const policy = pageHeaders()['Content-Security-Policy'] ?? '';

  test('lets no text become code, markup or style', () => {
    const directives = Object.fromEntries(
      policy.split('; ').map((directive) => {
        const [name = '', ...values] = directive.split(' ');
        return [name, values.join(' ')];
      }),
    );
    expect(directives).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      // The SHA-256 of nothing: the empty element that Fluent fills rule by rule.
      'style-src': "'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
      'img-src': "'self' data: blob:",
      'font-src': "'self'",
      'connect-src': "'self'",
      'frame-ancestors': "'none'",
      'base-uri': "'none'",
      'form-action': "'none'",
      'require-trusted-types-for': "'script'",
      'trusted-types': "'none'",
    });
  });
});

describe('the desktop app', () => {
  const folder = join(root, 'electron', 'desktop');
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));

  test('takes from Electron only what it needs', () => {
    const taken = sources.flatMap((text) =>
      [...text.matchAll(/import \{([^}]+)\} from 'electron';/g)].flatMap(([, names = '']) =>
        names.split(',').map((name) => name.trim()),
      ),
    );
    expect([...new Set(taken)].filter(Boolean).sort()).toEqual([
      'BrowserWindow',
      'Menu',
      'app',
      'contextBridge',
      'dialog',
      'ipcMain',
      'ipcRenderer',
      'nativeTheme',
      'protocol',
      'screen',
      'session',
    ]);
  });

  test('pins the version of Electron', () => {
    const { devDependencies } = JSON.parse(read('package.json'));
    expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/);
    const installed = JSON.parse(read('node_modules/electron/package.json'));
    expect(installed.version).toBe(devDependencies.electron);
  });
});
