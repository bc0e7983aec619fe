/** What is in the packed app: all that runs, nothing else, the fuses set, and no part grown over its budget. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { describe, expect, test } from 'vitest';
import { sizeBudget } from './size-budget.ts';

const app = process.env.ONRAMP_PACKED_APP ?? '';
const payload = process.env.ONRAMP_PACKED ?? '';
/** How a fuse wire writes its states: the characters 0 and 1. */
const [off, on] = [48, 49];
const resources = join(app, 'resources');
const files = listPackage(join(resources, 'app.asar'), { isPack: false }).map((path) =>
  path.replaceAll('\\', '/'),
);

describe('the packed app', () => {
  test('has its entry, its preload script, its pages and its threads', () => {
    const { main } = JSON.parse(readFileSync(join(payload, 'package.json'), 'utf8'));
    const needed = [`/${main}`, '/out/preload/preload.cjs', '/out/renderer/index.html'];
    const threads = readdirSync(join(payload, 'out', 'main')).filter((name) => name.endsWith('-worker.js'));
    expect(files).toEqual(expect.arrayContaining(needed));
    expect(threads).toEqual(expect.arrayContaining(['evidence-worker.js', 'page-worker.js']));
  });

  test('has no sources, tests, maps or documents', () => {
    const strange = files.filter(
      (path) =>
        /\.(ts|tsx|mts|cts|map|md|c|cc|cpp|h|gyp|gypi)$/.test(path) ||
        /^\/(db|electron|renderer|shared|test|scripts|docs|dist)\b/.test(path) ||
        /\/(test|tests|__tests__|example|examples)\//.test(path),
    );
    expect(strange).toEqual([]);
  });

  test('has native files of its own platform only, outside the archive', () => {
    const native = files.filter((path) => path.endsWith('.node'));
    expect(native.length).toBeGreaterThanOrEqual(3);
    for (const path of native) {
      expect(path).toContain('linux-x64');
      expect(statSync(join(resources, 'app.asar.unpacked', path)).size).toBeGreaterThan(100_000);
    }
  });

  test('has every fuse set as SECURITY.md says', async () => {
    const wire = await getCurrentFuseWire(join(app, 'onramp'));
    const unset = [
      FuseV1Options.RunAsNode,
      FuseV1Options.EnableNodeOptionsEnvironmentVariable,
      FuseV1Options.EnableNodeCliInspectArguments,
      FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
      FuseV1Options.GrantFileProtocolExtraPrivileges,
    ];
    const set = [
      FuseV1Options.EnableCookieEncryption,
      FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
      FuseV1Options.OnlyLoadAppFromAsar,
    ];
    for (const fuse of unset) expect(wire[fuse], FuseV1Options[fuse]).toBe(off);
    for (const fuse of set) expect(wire[fuse], FuseV1Options[fuse]).toBe(on);
  });

  test('names everybody whose work is in it', () => {
    const bill = JSON.parse(readFileSync(join(resources, 'onramp.cdx.json'), 'utf8'));
    const names = new Set(bill.components.map(({ name }: { name: string }) => name));
    for (const name of ['react', 'zod', 'better-sqlite3', '@fluentui/react-button', '@resvg/resvg-js'])
      expect(names).toContain(name);
    const notices = readFileSync(join(resources, 'NOTICES.txt'), 'utf8');
    for (const name of names) expect(notices).toContain(`${name} `);
    // What is in the archive without being listed would be somebody's work without a notice.
    const installed = new Set(
      files.flatMap((path) => /^\/node_modules\/((?:@[^/]+\/)?[^/]+)\/package\.json$/.exec(path)?.[1] ?? []),
    );
    expect([...installed].filter((name) => !names.has(name))).toEqual([]);
  });

  test('keeps every part within its budget', () => {
    const parts = sizesByPart();
    for (const [part, { megabytes }] of Object.entries(sizeBudget)) {
      const size = (parts[part] ?? 0) / 1e6;
      console.log(`${part}: ${size.toFixed(1)} MB of ${megabytes} MB`);
      expect(size, part).toBeGreaterThan(0);
      expect(size, part).toBeLessThanOrEqual(megabytes);
    }
  });
});

function sizesByPart(): Record<string, number> {
  const sizes: Record<string, number> = {};
  for (const path of readdirSync(payload, { recursive: true, encoding: 'utf8' })) {
    const stats = statSync(join(payload, path));
    if (!stats.isFile()) continue;
    const name = path.replaceAll('\\', '/');
    const part = Object.entries(sizeBudget).find(([, { where }]) => where.test(name))?.[0];
    expect(part, `${name} belongs to no part of the budget`).toBeDefined();
    if (part) sizes[part] = (sizes[part] ?? 0) + stats.size;
  }
  return sizes;
}
