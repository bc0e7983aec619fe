import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/e2e/**', 'test/bench/**', 'test/faults/**'],
    testTimeout: 20_000,
    // Tests keep no state in modules; sharing them saves reading the content anew for every file.
    isolate: false,
  },
});
