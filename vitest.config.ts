import { defineConfig } from 'vitest/config';

// `fast` is what `npm run check` runs; `browser` drives a real Chromium and real processes over what was built.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'fast',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**', 'tests/desktop/**', 'tests/launch/**', 'tests/bench/**'],
          globalSetup: ['tests/setup/filled-template.ts'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'browser',
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts', 'tests/desktop/**/*.test.ts', 'tests/launch/**/*.test.ts'],
          globalSetup: ['tests/setup/filled-template.ts', 'tests/setup/built-application.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
