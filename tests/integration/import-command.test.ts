import { existsSync, readFileSync, writeFileSync } from 'node:fs';
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

test('names the keys and values that a question takes', { timeout: 120_000 }, async () => {
  const path = file('tra-loi.csv', 'Mã xã,Thiết bị số\n11629,Được\n');
  const words = ['import', path, '--cut', '2025-12-29', '--dry-run'];
  const [asked] = (await kh02(...words)).lines;
  expect(asked.questions).toMatchObject([
    { key: 'word:duoc', candidates: [{ code: 'met' }, { code: 'notMet' }, { code: 'notApplicable' }, {}] },
  ]);
  const [value] = (await kh02(...words, '--answer', 'word:duoc=tốt')).lines;
  expect(value.problems[0]).toMatchObject({ severity: 'error', code: 'ANSWER_UNKNOWN' });
  expect(value.problems[0].message).toContain('met; notMet; notApplicable; notReported');
  const [key] = (await kh02(...words, '--answer', 'word:dc=met')).lines;
  expect(key.problems[0].message).toContain('word:duoc; column:ma xa; column:thiet bi so');
  const [column] = (await kh02(...words, '--answer', 'column:thiet bi so=value:gì')).lines;
  expect(column.problems[0].message).toContain('numerator:');
  const right = await kh02(...words, '--answer', 'word:duoc=met');
  expect([right.code, right.lines[0].outcome]).toEqual([0, 'ready']);
});

test('reads by the recipe that is named, and keeps recipes as files', { timeout: 240_000 }, async () => {
  const recipe = file(
    'cong-thuc.json',
    JSON.stringify({
      ...{ format: 'kh02-recipe', formatVersion: 1, name: 'Bảng lạ', sender: null, kind: 'figures' },
      content: {
        header: [['Mã số hóa', 'Hạ tầng']],
        gap: null,
        columns: { A: 'unitCode', B: 'value:devices' },
        answers: { 'word:duoc': 'met' },
        rows: [{ label: 'gộp lại', kind: 'total' }],
        footer: 'hết',
      },
    }),
  );
  const plain = async (...words: string[]) => (await runCommand([...words, '--data', data])).stdout.trim();
  expect(await plain('recipe', 'import', recipe)).toBe('Đã nhận công thức “Bảng lạ”, bản 1.');
  const [first, ...lines] = (await plain('recipe', 'show', 'Bảng lạ')).split('\n');
  expect(first).toMatch(/^“Bảng lạ”, bản 1: bảng số liệu của mọi nơi gửi; .+ lưu lúc /);
  expect(lines).toEqual([
    '  Dùng khi tiêu đề đúng như sau: mã số hóa | hạ tầng',
    '  Cột A: Mã đơn vị',
    '  Cột B: Giá trị: Thiết bị số',
    '  Chữ “duoc”: Đạt',
    '  Dòng bắt đầu bằng “gộp lại” là dòng tổng cộng',
    '  Bảng hết ở trên dòng “hết”',
  ]);
  const path = file('la.csv', 'Mã số hóa;Hạ tầng\n11629;Được\nGộp lại;1\nHết;\n');
  const words = ['import', path, '--cut', '2025-12-29', '--dry-run'];
  const [report] = (await kh02(...words)).lines;
  const recipes = [{ sheet: 'la.csv', name: 'Bảng lạ', version: 1 }];
  expect(report).toMatchObject({
    outcome: 'ready',
    recipes,
    proof: { checks: [{ outcome: 'agrees' }, {}, {}, {}] },
  });
  const missing = await kh02(...words, '--recipe', 'Khác');
  expect([missing.code, missing.lines[0].problems[0].code]).toEqual([1, 'RECIPE_UNKNOWN']);
  expect(missing.lines[0].problems[0].message).toContain('Bảng lạ');
  const out = join(files, 'ra.json');
  expect((await kh02('recipe', 'export', 'Bảng lạ', '--out', out)).lines).toEqual([{ file: out }]);
  expect((await kh02('recipe', 'remove', 'Bảng lạ')).lines).toEqual([{ removed: 'Bảng lạ' }]);
  expect(await plain('recipe', 'list')).toBe('Chưa có công thức đọc nào.');
  expect(readFileSync(out, 'utf8')).toContain('"kh02-recipe"');
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
