import { defineConfig } from 'vitest/config';

// `fast` is what `npm run check` runs; `browser` drives a real Chromium over the built renderer.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'fast',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**', 'tests/desktop/**', 'tests/bench/**'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'browser',
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts', 'tests/desktop/**/*.test.ts'],
          globalSetup: ['tests/setup/built-application.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
