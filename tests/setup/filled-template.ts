import { constants, copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { type BuildOutput, ensureBuilt } from '#main/hosts/launch/build-output.ts';
import { PROJECT_FOLDER } from '#main/hosts/launch/project.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A data folder with the built-in data to be copied from, or why there is none; see `filledFolder`. */
    readonly filledTemplate: { readonly folder: string } | { readonly failure: string };
  }
}

// Written out, not imported: a mistake anywhere in the application must not end the whole run.
const DATABASE_NAME = 'kh02-center.db';

// Filled once for as long as what fills it stays the same.
const TEMPLATE: BuildOutput = {
  folder: 'node_modules/.cache/kh02-center/filled',
  proof: DATABASE_NAME,
  sources: [
    'assets/catalogue',
    'assets/published',
    'main/core',
    'main/db',
    'main/illustrative',
    'shared/contract',
    'shared/domain',
    'package-lock.json',
  ],
  command: (target) => ['tests/setup/fill-template.ts', target],
};

/**
 * Vitest global set-up: one database with the built-in data for every test of the run. When it cannot be made, only
 * the tests that need it fail.
 */
export default async function provideTemplate(project: TestProject): Promise<void> {
  try {
    await ensureBuilt(PROJECT_FOLDER, TEMPLATE);
    project.provide('filledTemplate', { folder: join(PROJECT_FOLDER, TEMPLATE.folder) });
  } catch (error) {
    project.provide('filledTemplate', { failure: String(error) });
  }
}

/** Copies the template's database into a folder, which is created. */
export function copyTemplate(template: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  copyFileSync(join(template, DATABASE_NAME), join(folder, DATABASE_NAME), constants.COPYFILE_FICLONE);
}
