import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filledFolder, freshFolder } from '#tests/setup/data-folder.ts';
import { runCommand } from '#tests/setup/run-program.ts';

const data = filledFolder();
const files = freshFolder();

function file(name: string, text: string): string {
  const path = join(files, name);
  writeFileSync(path, text);
  return path;
}

async function kh02(...words: string[]) {
  const { code, stdout, stderr } = await runCommand([...words, '--data', data, '--json']);
  return {
    code,
    stderr,
    lines: stdout
      .trim()
      .split('\n')
      .map((line) => (line.startsWith('{') ? JSON.parse(line) : line)),
  };
}

test('imports what is clean, refuses what is not, and takes it back', { timeout: 300_000 }, async () => {
  const clean = file(
    'sach.csv',
    'cut;unit_code;indicator;value\nmonth-2025-12;11629;support_operations;4242\n',
  );
  const wrong = file('sai.csv', 'Mã xã,Thiết bị số\n11629,7\n');
  const both = await kh02('import', clean, wrong, '--cut', '2025-12-29');
  expect(both.code).toBe(1);
  expect(both.lines).toMatchObject([
    { file: clean, outcome: 'committed', rows: 1, accepted: 1 },
    {
      file: wrong,
      outcome: 'refused',
      run: null,
      problems: [{ severity: 'error', code: 'VALUE_NOT_CRITERION', row: 2, column: 'B' }],
    },
  ]);
  const [{ run }] = both.lines;
  expect((await kh02('undo', run)).lines).toMatchObject([{ runs: [run], cuts: ['month-2025-12'] }]);
  const again = await kh02('undo', run);
  expect([again.code, JSON.parse(again.stderr).error.code]).toEqual([1, 'RUN_UNKNOWN']);
});

test('a dry run is ready and writes nothing', { timeout: 120_000 }, async () => {
  const path = file('thu.csv', 'Mã xã,Lượt hỗ trợ\n11629,77\n');
  const first = await kh02('import', path, '--cut', 'month-2025-12', '--dry-run');
  const second = await kh02('import', path, '--cut', 'month-2025-12', '--dry-run');
  expect([first.code, first.lines[0].outcome, first.lines[0].run]).toEqual([0, 'ready', null]);
  expect(second.lines).toEqual(first.lines);
});

test('takes no answer to a question that the file does not ask', { timeout: 120_000 }, async () => {
  const path = file('dap.csv', 'cut,unit_code,indicator,value\nTuần 1/2026,11629,devices,1\n');
  const known = ['--answer', 'cut:Tuần 1/2026=week-2025-12-29'];
  const [asked] = (await kh02('import', path, '--dry-run')).lines;
  expect(asked).toMatchObject({ outcome: 'questions', questions: [{ key: 'cut:Tuần 1/2026' }] });
  const wrong = await kh02('import', path, '--dry-run', ...known, '--answer', 'cut:x=week-2025-12-29');
  expect(wrong.code).toBe(1);
  expect(wrong.lines).toMatchObject([
    { outcome: 'refused', problems: [{ severity: 'error', code: 'ANSWER_UNASKED' }] },
  ]);
  expect(wrong.lines[0].problems[0].message).toContain('cut:x');
  expect((await kh02('import', path, '--dry-run', ...known)).lines).toMatchObject([{ problems: [] }]);
});

test('reports a path that is no file, and the files beside it', { timeout: 120_000 }, async () => {
  const path = file('con.csv', 'Mã xã,Lượt hỗ trợ\n11629,78\n');
  const { code, lines } = await kh02(
    'import',
    join(files, 'mất.csv'),
    files,
    path,
    '--cut',
    'month-2025-12',
    '--dry-run',
  );
  expect(code).toBe(1);
  expect(lines).toMatchObject([
    { outcome: 'refused', problems: [{ code: 'FILE_UNREADABLE' }] },
    { outcome: 'refused', problems: [{ code: 'FILE_UNREADABLE' }] },
    { file: path, outcome: 'ready' },
  ]);
});

test('writes the template of a province', { timeout: 120_000 }, async () => {
  const out = join(files, 'mau.xlsx');
  expect((await kh02('template', '--province', '31', '--cut', '2025-12-29', '--out', out)).lines).toEqual([
    { files: [out] },
  ]);
  expect(existsSync(out)).toBe(true);
  const wrong = await kh02('template', '--province', '99', '--out', out);
  expect(JSON.parse(wrong.stderr).error.code).toBe('UNIT_UNKNOWN');
  const below = await kh02('template', '--all', '--cut', '2025-12-29', '--out', join(out, 'x'));
  expect({ code: below.code, error: JSON.parse(below.stderr).error.code }).toEqual({
    code: 1,
    error: 'FILE_UNWRITABLE',
  });
});
