import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { HOSTILE_FILES, writeHostileFiles } from '#tests/fixtures/intake/hostile-files.ts';
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

test('no hostile file costs more than 300 MB or changes the database', async () => {
  const data = filledFolder();
  const paths = writeHostileFiles(freshFolder());
  const before = databaseBytes(data);
  const lines: Line[] = [];
  // A process a file: what one of them left behind must not be blamed on the next.
  for (const path of paths) {
    const { code, stdout, stderr } = await runProgram([AS_THE_ENGINE, CHILD, data, path]);
    expect({ path, code, stderr }).toEqual({ path, code: 0, stderr: '' });
    lines.push(JSON.parse(stdout) as Line);
  }
  expect(lines.filter(({ memoryMb }) => memoryMb > MEMORY_MB)).toEqual([]);
  for (const [index, { ends }] of HOSTILE_FILES.entries()) {
    const { outcome = '', code } = lines[index] ?? {};
    if (ends === 'refused or errors') expect(['refused', 'errors', 'questions']).toContain(outcome);
    else expect({ outcome, code }).toEqual({ outcome: 'refused', code: ends });
  }
  expect(databaseBytes(data).equals(before)).toBe(true);
});
