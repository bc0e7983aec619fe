/** Holds every file to the table of who may import whom, and keeps `shared` pure. */
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const nodeModules = new Set(builtinModules);

/** For each room: the rooms, single files and packages it may import; `node` stands for Node's own modules. */
const table: Record<string, { rooms: string[]; packages: string[] }> = {
  shared: { rooms: ['shared'], packages: ['zod'] },
  db: { rooms: ['db', 'shared'], packages: ['better-sqlite3', 'node'] },
  renderer: {
    rooms: ['renderer', 'shared'],
    packages: [
      '@fluentui/*',
      '@hookform/resolvers',
      '@tanstack/react-query',
      'react',
      'react-dom',
      'react-hook-form',
      'react-router',
      'zod',
    ],
  },
  'electron/backend': {
    rooms: ['electron/backend', 'shared', 'db'],
    packages: [
      'node',
      'zod',
      'docx',
      'fflate',
      'read-excel-file',
      '@myriaddreamin/typst-ts-node-compiler',
      '@resvg/resvg-js',
      'quickjs-emscripten-core',
      '@jitl/quickjs-wasmfile-release-sync',
      'acorn',
    ],
  },
  'electron/web': {
    rooms: ['electron/web', 'electron/backend', 'shared', 'package.json', 'scripts/require-node.mjs'],
    packages: ['node'],
  },
  'electron/cli': {
    rooms: ['electron/cli', 'electron/backend', 'shared', 'package.json', 'scripts/require-node.mjs'],
    packages: ['node'],
  },
  'electron/desktop': {
    rooms: ['electron/desktop', 'electron/backend', 'shared', 'package.json'],
    packages: ['node', 'electron', 'zod'],
  },
};

type Source = { path: string; room: string; text: string };

function sourcesIn(room: string): Source[] {
  let names: string[];
  try {
    names = readdirSync(join(root, room), { recursive: true, encoding: 'utf8' });
  } catch {
    return [];
  }
  return names
    .filter((name) => /\.(ts|tsx)$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => {
      const path = join(room, name).split(sep).join('/');
      return { path, room, text: readFileSync(join(root, path), 'utf8') };
    });
}

const sources = Object.keys(table).flatMap(sourcesIn);

/** Static and dynamic imports, re-exports and `require`, whatever way they are broken over lines. */
function importsOf(text: string): string[] {
  const code = withoutComments(text);
  const pattern = /(?:(?<!['"])\bfrom\s*|\bimport\s*\(\s*|\bimport\s+|\brequire\s*\(\s*)(['"])([^'"\n]+)\1/g;
  return [...code.matchAll(pattern)].map((match) => match[2] ?? '');
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:])\/\/.*$/gm, '$1');
}

function problemWith(source: Source, specifier: string): string | undefined {
  const allowed = table[source.room];
  if (!allowed) return 'it is in no room';
  if (specifier.startsWith('.')) {
    const target = relative(root, resolve(root, dirname(source.path), specifier))
      .split(sep)
      .join('/');
    if (/\.(ts|tsx|json|css|svg|txt|typ|ttf|js|mjs)(\?\w+)?$/.test(target) === false)
      return `${specifier} has no extension`;
    return allowed.rooms.some((room) => target === room || target.startsWith(`${room}/`))
      ? undefined
      : target;
  }
  const name = specifier.startsWith('node:') || nodeModules.has(specifier) ? 'node' : packageOf(specifier);
  const found = allowed.packages.some((other) =>
    other.endsWith('/*') ? name.startsWith(other.slice(0, -1)) : other === name,
  );
  return found ? undefined : name;
}

function packageOf(specifier: string): string {
  const [scope = '', name = ''] = specifier.split('/');
  return scope.startsWith('@') ? `${scope}/${name}` : scope;
}

describe('the walls', () => {
  test('are held against real rooms', () => {
    for (const room of ['shared', 'db', 'electron/backend', 'electron/web', 'electron/desktop']) {
      expect(sources.filter((source) => source.room === room).length, room).toBeGreaterThan(0);
    }
  });

  test('let nothing through that the table does not name', () => {
    const breaches = sources.flatMap((source) =>
      importsOf(source.text).flatMap((specifier) => {
        const problem = problemWith(source, specifier);
        return problem ? [`${source.path} imports ${problem}`] : [];
      }),
    );
    expect(breaches).toEqual([]);
  });

  test('would notice', () => {
    const notice = (room: string, path: string, code: string) =>
      importsOf(code).map((specifier) => problemWith({ room, path, text: code }, specifier));
    expect(notice('shared', 'shared/a.ts', "import { x } from\n  '../db/open.ts';")).toEqual(['db/open.ts']);
    expect(notice('shared', 'shared/a.ts', "import 'node:fs';")).toEqual(['node']);
    expect(notice('db', 'db/a.ts', "export * from 'electron';")).toEqual(['electron']);
    expect(notice('electron/web', 'electron/web/a.ts', "await import('../desktop/menu.ts')")).toEqual([
      'electron/desktop/menu.ts',
    ]);
    expect(notice('electron/cli', 'electron/cli/a.ts', "import type { A } from '../web/door.ts';")).toEqual([
      'electron/web/door.ts',
    ]);
    expect(notice('electron/web', 'electron/web/a.ts', "import { x } from '../../db/workspace.ts';")).toEqual(
      ['db/workspace.ts'],
    );
  });
});

/** What would make the same answers give another result tomorrow, or tie `shared` to where it runs. */
const impure = [
  /\bDate\.now\b/,
  /\bnew Date\(\s*\)/,
  /(?<!new )\bDate\(\s*\)/,
  /\bMath\.random\b/,
  /\bcrypto\./,
  /\bperformance\.(?:now|mark|timeOrigin)/,
  /\b(setTimeout|setInterval|setImmediate|queueMicrotask|fetch)\b/,
  /(?<![.\w'"])(window|document|navigator|localStorage|globalThis|process|Buffer|console)\b\s*[.[(]/,
];

describe('shared', () => {
  test('knows no clock, no chance, no network and no runtime', () => {
    const found = sources
      .filter(({ room }) => room === 'shared')
      .flatMap(({ path, text }) => {
        const code = withoutComments(text);
        return impure
          .filter((pattern) => pattern.test(code))
          .map((pattern) => `${path} uses ${pattern.source}`);
      });
    expect(found).toEqual([]);
  });
});
