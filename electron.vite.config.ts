/** How the app is built: one bundle per host, one for the preload script, one for the pages. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { bundledPackages } from './scripts/bundled-packages.ts';
import { soundContent } from './scripts/sound-content.ts';

const root = import.meta.dirname;
const hosts = Object.fromEntries(
  ['desktop', 'web', 'cli']
    .map((host) => [host, join(root, 'electron', host, 'main.ts')] as const)
    .filter(([, entry]) => existsSync(entry)),
);

/** electron-vite builds pages with relative addresses; ours have an origin of their own in every host. */
const pagesAtTheRoot: Plugin = { name: 'onramp:pages-at-the-root', config: () => ({ base: '/' }) };

export default defineConfig({
  main: {
    plugins: [soundContent(root), bundledPackages(root, 'main')],
    build: {
      outDir: join(root, 'out', 'main'),
      // The oldest Node the web host is to run on, not only the one inside Electron.
      target: 'node22.12',
      // Small and pure libraries go into the bundle, which starts faster. What is native, large, or loads its parts in ways of
      // its own stays outside: the "dependencies" of package.json. All others are development dependencies.
      rolldownOptions: {
        // Threads are loaded by their own names.
        input: {
          ...hosts,
          'page-worker': join(root, 'electron', 'backend', 'writers', 'pdf', 'page-worker.ts'),
          'evidence-worker': join(root, 'electron', 'backend', 'evidence-worker.ts'),
          'pac-worker': join(root, 'electron', 'backend', 'pac', 'pac-worker.ts'),
        },
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    plugins: [bundledPackages(root, 'preload')],
    build: {
      outDir: join(root, 'out', 'preload'),
      // A sandboxed preload script can load neither modules nor other files.
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: join(root, 'electron', 'desktop', 'preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: join(root, 'renderer'),
    plugins: [react(), pagesAtTheRoot, bundledPackages(root, 'renderer')],
    build: {
      outDir: join(root, 'out', 'renderer'),
      emptyOutDir: true,
      minify: true,
      // The web host serves them to whatever browser is there, not only to Electron's.
      target: 'es2022',
      // They come from this machine, not over a network.
      chunkSizeWarningLimit: 3000,
      rolldownOptions: { input: join(root, 'renderer', 'index.html') },
    },
  },
});
