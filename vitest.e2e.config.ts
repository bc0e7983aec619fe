/** The tests that drive the built app: in a browser, on the desktop where Electron is, and as it is packed. */
import { defineConfig } from 'vitest/config';

// Waiting ends as soon as what is waited for is there; a busy machine may take its time.
// On a build machine a test is given a second chance: what only fails there once is said, and does not stop what is sound.
const retry = process.env.CI ? 1 : 0;
const patient = { retry, testTimeout: 120_000, hookTimeout: 120_000, expect: { poll: { timeout: 20_000 } } };

export default defineConfig({
  test: {
    // One at a time: each drives a browser and a server of its own.
    fileParallelism: false,
    projects: [
      { test: { ...patient, name: 'web', include: ['test/e2e/**/*.e2e.ts'] } },
      { test: { ...patient, name: 'desktop', include: ['test/e2e/**/*.desktop.ts'] } },
      { test: { ...patient, name: 'packed', include: ['test/packed/**/*.packed.ts'] } },
    ],
  },
});
