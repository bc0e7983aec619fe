/** `npm run dev`: the web host with hot reload; pages by Vite, the backend fresh from the sources after each change. */
import './require-node.mjs';
import { join, sep } from 'node:path';
import react from '@vitejs/plugin-react';
import { createServer } from 'vite';
import { root } from './built.mjs';

const folder = join(root, 'out', 'development-data');
const backendRooms = ['db', 'electron', 'shared'].map((room) => join(root, room) + sep);

/** @type {import('vite').ViteDevServer | undefined} */
let vite;
/** @type {Promise<import('../electron/backend/running-backend.ts').RunningBackend> | undefined} */
let backend;

/** Loaded through Vite, so that an edited file is read again. */
async function loadBackend() {
  const { startBackend } = await loadModule('electron/backend/running-backend.ts');
  return startBackend({ folder, host: 'web', version: 'development', log: console.error });
}

/**
 * @param {string} path
 * @returns {Promise<any>}
 */
function loadModule(path) {
  if (!vite) throw new Error('Vite is not running');
  return vite.ssrLoadModule(join(root, path));
}

// The host itself keeps the port and the cookie, so it stays; what it calls is exchanged behind it.
const { startWebHost } = await import('../electron/web/server.ts');
const host = await startWebHost({
  source: 'development',
  port: Number(process.env.PORT ?? 0),
  log: console.error,
  backend: () => ({
    call: async (name, input, options) => {
      backend ??= loadBackend();
      return (await backend).call(name, input, options);
    },
    close: async () => {},
  }),
  pages: async (request, response) => {
    if (!vite) throw new Error('Vite is not running');
    vite.middlewares(request, response, () => response.writeHead(404).end());
  },
});

vite = await createServer({
  root: join(root, 'renderer'),
  configFile: false,
  plugins: [react()],
  appType: 'spa',
  clearScreen: false,
  // Vite's own list of hosts is for servers without a door; its socket goes through ours.
  server: { middlewareMode: true, hmr: { server: host.server }, fs: { allow: [root] } },
});
vite.watcher.add(backendRooms);
vite.watcher.on('all', (_event, file) => {
  if (!backend || !backendRooms.some((room) => file.startsWith(room))) return;
  const old = backend;
  backend = undefined;
  old.then((running) => running.close()).catch(console.error);
});

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, async () => {
    await (await backend)?.close();
    process.exit(0);
  });
}
console.log(`Onramp is at ${host.address()}`);
