import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filledFolder, freshFolder, LEFT_BEHIND } from '#tests/setup/data-folder.ts';
import { runCommand } from '#tests/setup/run-program.ts';

const NAME = 'Văn phòng Ban Chỉ đạo';

test('`kh02 workspace` begins a real one, copies it to practise on and knows both', async () => {
  const folder = freshFolder();
  const env = { XDG_CONFIG_HOME: join(folder, 'config') };
  const [real, copy] = [join(folder, 'thật'), join(folder, 'bản')];
  const run = async (...words: string[]) => {
    const { code, stdout, stderr } = await runCommand(['workspace', ...words, '--json'], { env });
    return { code, answer: JSON.parse(code === 0 ? stdout : stderr) };
  };
  expect(await run('new', real, '--name', NAME)).toMatchObject({
    code: 0,
    answer: { folder: real, kind: 'real' },
  });
  expect(readdirSync(real).toSorted()).toEqual(LEFT_BEHIND);
  expect(await run('new', real)).toMatchObject({ code: 1, answer: { error: { code: 'WORKSPACE_EXISTS' } } });
  expect(await run('copy', copy, '--data', real)).toMatchObject({ code: 0, answer: { practice: true } });
  expect(await run('info', '--data', copy)).toMatchObject({
    answer: { kind: 'real', name: NAME, practice: true },
  });
  if (process.platform === 'linux') {
    const list = join(env.XDG_CONFIG_HOME, 'kh02-center/workspaces.json');
    expect(statSync(list).mode & 0o777).toBe(0o600);
    rmSync(copy, { recursive: true });
    const { answer } = await run('list');
    const seen = answer.workspaces.map((one: { folder: string; state: string }) => [one.folder, one.state]);
    expect(seen).toEqual([
      [copy, 'gone'],
      [real, 'there'],
    ]);
  }
});

test('what takes something in refuses a folder without a workspace, and what asks fills it', async () => {
  const data = join(freshFolder(), 'mới');
  const file = join(freshFolder(), 'a.csv');
  writeFileSync(file, 'cut,unit_code,indicator,value\nmonth-2025-12,11629,support_operations,4711\n');
  for (const words of [
    ['import', file],
    ['watch', '--once'],
    ['workspace', 'info'],
  ]) {
    const { code, stderr } = await runCommand([...words, '--data', data]);
    expect([words[0], code, stderr.split('\n').length]).toEqual([words[0], 1, 3]);
    expect(stderr).toContain('kh02 workspace new');
    expect(existsSync(data)).toBe(false);
  }
});

test('an import into the illustrative workspace works and says where it went', async () => {
  const data = filledFolder();
  const file = join(freshFolder(), 'a.csv');
  writeFileSync(file, 'cut,unit_code,indicator,value\nmonth-2025-12,11629,support_operations,4711\n');
  const { code, stderr } = await runCommand(['import', file, '--data', data]);
  expect(code).toBe(0);
  expect(stderr).toContain('không gian làm việc minh họa');
});
