/** The tests that drive the built app: in a browser, on the desktop where Electron is, and as it is packed. */
import { defineConfig } from 'vitest/config';

// Waiting ends as soon as what is waited for is there; a busy machine may take its time.
// On a build machine a test is given a second chance: what fails there once and not again is said, and stops nothing.
const retry = process.env.CI ? 1 : 0;
const patient = { retry, testTimeout: 300_000, hookTimeout: 300_000, expect: { poll: { timeout: 60_000 } } };
const web = { ...patient, isolate: false };
const measured = 'test/e2e/page-speed.e2e.ts';

export default defineConfig({
  test: {
    projects: [
      // Two at a time: each file has a host, a folder and a port of its own, in its worker’s one browser.
      {
        test: {
          ...web,
          name: 'web',
          include: ['test/e2e/**/*.e2e.ts'],
          exclude: [measured],
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      // By itself: what moves half a second after a key counts, and beside others much would be that late.
      {
        test: { ...web, name: 'web-alone', include: [measured], maxWorkers: 1, sequence: { groupOrder: 1 } },
      },
      {
        test: { ...patient, name: 'desktop', include: ['test/e2e/**/*.desktop.ts'], fileParallelism: false },
      },
      {
        test: { ...patient, name: 'packed', include: ['test/packed/**/*.packed.ts'], fileParallelism: false },
      },
    ],
  },
});
