import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { HOSTILE_FILES, writeHostileFile } from '#tests/fixtures/intake/hostile-files.ts';
import { AS_THE_ENGINE } from '#tests/setup/as-the-engine.ts';
import { filledFolder, freshFolder } from '#tests/setup/data-folder.ts';
import { runProgram } from '#tests/setup/run-program.ts';
import { databaseBytes } from '#tests/setup/spoiled-database.ts';

const CHILD = fileURLToPath(new URL('../fixtures/intake/inspect-child.ts', import.meta.url));
/** The promise of issue and design: no file makes the application larger than this. */
const MEMORY_MB = 300;

interface Line {
  readonly file: string;
  readonly outcome: string;
  readonly code: string | null;
  readonly ms: number;
  readonly memoryMb: number;
}

const data = filledFolder();
const before = databaseBytes(data);
const folder = freshFolder();

// A process a file: what one of them left behind must not be blamed on the next.
test.each(HOSTILE_FILES)('$name costs no more than 300 MB', async (file) => {
  const path = writeHostileFile(folder, file);
  const { code, stdout, stderr } = await runProgram([AS_THE_ENGINE, CHILD, data, path]);
  rmSync(path);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const line = JSON.parse(stdout) as Line;
  expect(line.memoryMb).toBeLessThanOrEqual(MEMORY_MB);
  if (file.ends === 'refused or errors') expect(['refused', 'errors', 'questions']).toContain(line.outcome);
  else expect({ outcome: line.outcome, code: line.code }).toEqual({ outcome: 'refused', code: file.ends });
});

test('none of them changes the database', () => {
  expect(databaseBytes(data).equals(before)).toBe(true);
});
