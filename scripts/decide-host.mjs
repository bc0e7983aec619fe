/** Decides whether the app opens on the desktop or in the browser, and has the sentence that says why. */
import { fetchElectron, findElectron } from './electron-binary.mjs';

/**
 * @typedef {{ host: 'desktop', binary: string } | { host: 'web', sentence: string | undefined }} Decision
 */

/**
 * @param {{
 *   electronFolder: string,
 *   platform: NodeJS.Platform,
 *   env: Readonly<Record<string, string | undefined>>,
 *   say: (line: string) => void,
 *   limits?: import('./electron-binary.mjs').FetchLimits,
 * }} surroundings
 * @returns {Promise<Decision>}
 */
export async function decideHost({ electronFolder, platform, env, say, limits }) {
  if (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) {
    return {
      host: 'web',
      sentence: 'There is no display here, so Onramp runs in the browser, with the same backend.',
    };
  }
  const present = findElectron(electronFolder, env);
  if (present) return { host: 'desktop', binary: present };
  await fetchElectron(electronFolder, env, {
    ...(limits ? { limits } : {}),
    onFirstBytes: () => say('Fetching Electron, which is needed once…'),
  });
  const fetched = findElectron(electronFolder, env);
  if (fetched) return { host: 'desktop', binary: fetched };
  return {
    host: 'web',
    sentence:
      'Electron could not be fetched, so Onramp opens in the browser, with the same backend ' +
      '("npm run start:web" does so without trying).',
  };
}
