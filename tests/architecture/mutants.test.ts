import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PROJECT_FOLDER } from '#main/hosts/launch/project.ts';
import { MUTANTS } from '#tests/mutants/list.ts';

it.each(MUTANTS)('the change "$what" still fits $file', ({ file, from, to, tests }) => {
  const text = readFileSync(join(PROJECT_FOLDER, file), 'utf8');
  expect(text.split(from)).toHaveLength(2);
  expect(to).not.toBe(from);
  expect(tests.filter((test) => !existsSync(join(PROJECT_FOLDER, test)))).toEqual([]);
});

it('the list of changes is long enough, and says each once', () => {
  expect(MUTANTS.length).toBeGreaterThanOrEqual(80);
  expect(new Set(MUTANTS.map(({ file, from, to }) => `${file} ${from} ${to}`)).size).toBe(MUTANTS.length);
});
