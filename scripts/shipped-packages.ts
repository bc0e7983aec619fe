/** Which packages reach the customer, as the lock file knows them: those that stay outside the bundles, and those inside. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledFile } from './bundled-packages.ts';

type LockEntry = {
  version?: string;
  license?: string;
  integrity?: string;
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
};

export type Package = {
  /** "node_modules/a/node_modules/b": where it stands, which no two share. */
  place: string;
  name: string;
  version: string;
  license: string;
  integrity: string | undefined;
  /** Needed to build and test only, unless a bundle holds it. */
  development: boolean;
};

const rooms = ['main', 'preload', 'renderer'];

export function lockedPackages(root: string): Package[] {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, LockEntry>;
  };
  return Object.entries(lock.packages)
    .filter(([place]) => place !== '')
    .map(([place, entry]) => ({
      place,
      name: place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version: entry.version ?? '',
      license: entry.license ?? '',
      integrity: entry.integrity,
      development: entry.dev === true,
    }));
}

/** Those that stand beside the bundles and are installed here: of native ones, the target's own. */
export function outsidePackages(root: string): Package[] {
  return lockedPackages(root).filter(
    ({ place, development }) => !development && existsSync(join(root, place)),
  );
}

/** Those inside the bundles; undefined before the first build. */
export function insidePackages(root: string): Package[] | undefined {
  const files = rooms.map((room) => bundledFile(root, room));
  if (!files.every((file) => existsSync(file))) return undefined;
  const places = new Set(files.flatMap((file) => JSON.parse(readFileSync(file, 'utf8')) as string[]));
  const locked = new Map(lockedPackages(root).map((one) => [one.place, one]));
  return [...places].sort().map((place) => {
    const found = locked.get(place);
    if (!found) throw new Error(`${place} is in a bundle, but not in package-lock.json.`);
    return found;
  });
}

export function shippedPackages(root: string): Package[] {
  const inside = insidePackages(root);
  if (!inside) throw new Error('Build first: npm run build.');
  const all = new Map([...outsidePackages(root), ...inside].map((one) => [one.place, one]));
  return [...all.values()].sort(
    (a, b) => a.name.localeCompare(b.name, 'en') || a.place.localeCompare(b.place, 'en'),
  );
}

/** The texts of a package's licence as it brings them; licences ask for them to be kept. */
export function licenceTexts(root: string, { place }: Package): string[] {
  const folder = join(root, place);
  return readdirSync(folder)
    .filter((name) => /^(licen[cs]e|copying|notice)/i.test(name))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8').trim());
}
