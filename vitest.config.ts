import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { HANG_MS } from './tests/setup/hang.ts';
import { messageFiles } from './vite.config.ts';

// `fast` is what `npm run check` runs: rules, texts, layers, migrations. `parts` puts the application together on
// real databases and files. `browser` drives a real Chromium and real processes over what was built.
export default defineConfig({
  test: {
    // Vitest keeps one core for itself, which on two cores leaves the tests to one.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        plugins: [messageFiles()],
        test: {
          name: 'fast',
          environment: 'node',
          include: ['tests/{unit,properties,architecture,migrations}/**/*.test.ts'],
          globalSetup: ['tests/setup/filled-template.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'parts',
          environment: 'node',
          include: ['tests/{contract,integration,security,geo}/**/*.test.ts'],
          globalSetup: ['tests/setup/filled-template.ts'],
          testTimeout: HANG_MS,
          hookTimeout: HANG_MS,
        },
      },
      {
        test: {
          name: 'browser',
          environment: 'node',
          include: ['tests/{e2e,desktop,launch}/**/*.test.ts'],
          globalSetup: ['tests/setup/filled-template.ts', 'tests/setup/built-application.ts'],
          // A test waits for many facts, each with its own limit.
          testTimeout: 5 * HANG_MS,
          hookTimeout: HANG_MS,
          expect: { poll: { timeout: HANG_MS } },
        },
      },
    ],
  },
});
