import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PROJECT_FOLDER } from '#main/hosts/launch/project.ts';

/** Ways of leaving a test out that do not say why. */
const SILENT = /\b(?:it|test|describe)\.(?:skipIf|runIf|skip|todo|only)\(/;
const HOME = join('tests', 'setup', 'needs.ts');
const OWN = join('tests', 'architecture', 'needs.test.ts');

it('a test that this machine cannot run is left out by a name that says what it needs', () => {
  const files = globSync('tests/**/*.ts', { cwd: PROJECT_FOLDER });
  expect(files).toContain(HOME);
  const silent = files.filter((path) => SILENT.test(readFileSync(join(PROJECT_FOLDER, path), 'utf8')));
  expect(silent.filter((path) => path !== OWN)).toEqual([HOME]);
});
