/** Notes, as a build goes, which packages end up in its bundles: they are shipped, though nobody installs them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

export function bundledFile(root: string, room: string): string {
  return join(root, 'out', 'bundled', `${room}.json`);
}

export function bundledPackages(root: string, room: string): Plugin {
  const places = new Set<string>();
  return {
    name: 'onramp:bundled-packages',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle))
        if (chunk.type === 'chunk')
          for (const id of chunk.moduleIds) {
            const place = packagePlace(id);
            if (place !== undefined) places.add(place);
          }
      const file = bundledFile(root, room);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `${JSON.stringify([...places].sort(), null, 2)}\n`);
    },
  };
}

/** "node_modules/a/node_modules/@b/c" of a module somewhere in that package: the name that the lock file has for it. */
export function packagePlace(module: string): string | undefined {
  const path = module.replaceAll('\\', '/');
  const from = path.indexOf('/node_modules/');
  if (from < 0) return undefined;
  const last = path.lastIndexOf('/node_modules/') + '/node_modules/'.length;
  const [scope = '', name = ''] = path.slice(last).split('/');
  const found = scope.startsWith('@') ? `${scope}/${name}` : scope;
  return `${path.slice(from + 1, last)}${found}`;
}
