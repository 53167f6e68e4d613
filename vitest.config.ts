import { defineConfig } from 'vitest/config';

/** How long `expect.poll` waits for a fact; as long as Playwright waits for a control. It is for a hang, not for speed. */
const UNTIL_A_FACT_MS = 30_000;

// `fast` is what `npm run check` runs: rules, texts, layers, migrations. `parts` puts the application together on
// real databases and files. `browser` drives a real Chromium and real processes over what was built.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'fast',
          environment: 'node',
          include: ['tests/{unit,properties,architecture,migrations}/**/*.test.ts'],
          globalSetup: ['tests/setup/filled-template.ts'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'parts',
          environment: 'node',
          include: ['tests/{contract,integration,security,geo}/**/*.test.ts'],
          globalSetup: ['tests/setup/filled-template.ts'],
          // Several of them kill or start processes; the limit is for a hang, not for speed.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'browser',
          environment: 'node',
          include: ['tests/{e2e,desktop,launch}/**/*.test.ts'],
          globalSetup: ['tests/setup/filled-template.ts', 'tests/setup/built-application.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          expect: { poll: { timeout: UNTIL_A_FACT_MS } },
        },
      },
    ],
  },
});
