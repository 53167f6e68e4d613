import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { weekCut } from '#shared/domain/cuts.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import { filledFolder, freshFolder } from '#tests/setup/data-folder.ts';
import { runCommand } from '#tests/setup/run-program.ts';

test('`kh02 watch DIR --once` takes in what is complete and ends with 0', async () => {
  const data = filledFolder();
  const folder = freshFolder();
  writeFileSync(
    join(folder, 'sach.csv'),
    'cut,unit_code,indicator,value\nmonth-2025-12,11629,support_operations,4711\n',
  );
  const words = ['watch', folder, '--policy', 'clean', '--once', '--data', data, '--json'];
  const { code, stdout, stderr } = await runCommand(words);
  expect([code, stderr]).toEqual([0, '']);
  expect(JSON.parse(stdout).files).toMatchObject([{ name: 'sach.csv', outcome: 'committed' }]);
  expect(readdirSync(join(folder, 'da-nhan'))).toContain('sach.csv');
});

test('`kh02 watch --once` without a folder ends with 1 and says what to do', async () => {
  const { code, stderr } = await runCommand(['watch', '--once', '--data', filledFolder(), '--json']);
  expect([code, JSON.parse(stderr).error.code]).toEqual([1, 'WATCH_OFF']);
});

test('`kh02 watch DIR --once` leaves the policy that the folder has', async () => {
  const data = filledFolder();
  const folder = freshFolder();
  const run = async (...words: string[]) =>
    JSON.parse((await runCommand(['watch', folder, ...words, '--data', data, '--json'])).stdout);
  expect((await run()).settings.policy).toBe('inbox');
  expect((await run('--policy', 'clean')).settings.policy).toBe('clean');
  expect((await run('--once')).settings.policy).toBe('clean');
});

test('`kh02 watch DIR --once` opens the cuts that have begun, as a host does: a clean file for this week goes in', async () => {
  const data = join(freshFolder(), 'thật');
  const folder = freshFolder();
  const run = async (...words: string[]) => JSON.parse((await runCommand([...words, '--json'])).stdout);
  await run('workspace', 'new', data);
  // The first cut of the calendar it begins with: the seven days that end on the next Monday.
  const week = weekCut(vietnamDay(new Date().toISOString())).code;
  writeFileSync(join(folder, 'a.csv'), `cut,unit_code,indicator,value\n${week},11629,devices,1\n`);
  const { files } = await run('watch', folder, '--policy', 'clean', '--once', '--data', data);
  expect(files).toMatchObject([{ name: 'a.csv', outcome: 'committed' }]);
});
