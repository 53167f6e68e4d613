import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filledFolder, freshFolder } from '#tests/setup/data-folder.ts';
import { runCommand } from '#tests/setup/run-program.ts';

const data = filledFolder();
const CUT = ['--cut', '2025-07-31', '--data', data];

describe('kh02 export', () => {
  it('writes the same deck twice, byte for byte, from two processes', async () => {
    const folder = freshFolder();
    const first = await runCommand(['export', 'deck', '--out', join(folder, 'a.pptx'), ...CUT]);
    const second = await runCommand(['export', 'deck', '--out', join(folder, 'b.pptx'), ...CUT]);
    expect([first.code, second.code]).toEqual([0, 0]);
    expect(first.stdout.trim()).toBe(join(folder, 'a.pptx'));
    expect(readFileSync(join(folder, 'a.pptx')).equals(readFileSync(join(folder, 'b.pptx')))).toBe(true);
  }, 120_000);

  it('names the file itself in a folder and tells its size', async () => {
    const folder = freshFolder();
    const { code, stdout } = await runCommand([
      'export',
      'csv',
      '--briefing',
      'province',
      '--unit',
      '31',
      '--json',
      '--out',
      folder,
      ...CUT,
    ]);
    expect(code).toBe(0);
    const [name = ''] = readdirSync(folder);
    expect(name).toMatch(/^kh02_province_hai-phong_2025-07-31_[0-9a-f]{8}\.csv$/);
    expect(JSON.parse(stdout)).toMatchObject({ kind: 'done', file: join(folder, name), pages: 4 });
  });

  it.each([
    [['deck'], 2, '--out'],
    [['poster', '--out', 'x'], 2, 'poster'],
    [['deck', '--briefing', 'world', '--out', 'x'], 2, 'world'],
    [['pdf', '--briefing', 'province', '--unit', '99', '--out', 'x'], 1, '99'],
  ])('says what is wrong with %j', async (words, code, part) => {
    const answer = await runCommand(['export', ...words, ...CUT]);
    expect(answer.code).toBe(code);
    expect(answer.stderr).toContain(part);
    expect(answer.stdout).toBe('');
  });

  it('says that the folder is missing and makes nothing', async () => {
    const folder = join(freshFolder(), 'no');
    const { code, stderr } = await runCommand(['export', 'csv', '--out', join(folder, 'x.csv'), ...CUT]);
    expect(code).toBe(1);
    expect(stderr).toContain('Không có thư mục');
    expect(existsSync(folder)).toBe(false);
  });
});
