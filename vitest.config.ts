import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/e2e/**', 'test/bench/**', 'test/faults/**'],
    setupFiles: ['test/fast-check-seed.ts', 'shared/words/every-language.ts'],
    // No measure of speed: only a test that hangs takes so long, also on a machine with other things to do.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Tests keep no state in modules; sharing them saves reading the content anew for every file.
    isolate: false,
    // Two cores are what the least of our machines has; left to itself, the runner would use one of them.
    maxWorkers: 2,
  },
});
