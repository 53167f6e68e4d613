import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { filledFolder, freshFolder } from '#tests/setup/data-folder.ts';
import { runCommand } from '#tests/setup/run-program.ts';

it('writes a template, looks at a file, takes it in for a person, lists it and takes it back', async () => {
  const [data, folder] = [filledFolder(), freshFolder()];
  const units = (...words: string[]) => runCommand(['units', ...words, '--data', data]);
  const template = join(folder, 'mau.csv');
  expect(await units('template', '--out', template)).toMatchObject({ code: 0 });
  const row = '29/12/2025,12/NQ,Nhập,11446;11629,90001,Phường Hợp Nhất,,Phường,,,,\n';
  const file = join(folder, 'a.csv');
  writeFileSync(file, `${readFileSync(template, 'utf8')}${row}`);
  const look = await units('import', file, '--dry-run');
  expect(look.code).toBe(0);
  expect(look.stdout).toContain('12/NQ, áp dụng từ 29/12/2025: 1 đơn vị mới, 2 hết hiệu lực');
  expect(look.stdout).toContain('Tính lại 1 kỳ chưa chốt: tuần 29/12/2025.');
  expect((await units('acts')).stdout).toContain('Chưa nạp văn bản');
  const taken = await units('import', file, '--who', 'An', '--why', 'Sắp xếp', '--json');
  const { id, outcome } = JSON.parse(taken.stdout);
  expect(outcome).toBe('taken');
  expect((await units('show', '90001')).stdout).toContain('Phường Hợp Nhất, TP. Hải Phòng (90001)');
  expect((await units('former', 'phu lien')).stdout).toContain('từ 29/12/2025 thuộc Phường Hợp Nhất');
  expect((await units('list', '--province', '31', '--date', '2025-12-28')).stdout).toContain('11446');
  expect((await units('undo', id, '--who', 'An')).stderr).toContain('--why');
  expect((await units('undo', id, '--who', 'An', '--why', 'Nhầm')).stdout).toContain('Đã hoàn tác 12/NQ');
  expect((await units('acts')).stdout).toContain('đã hoàn tác (An)');
  writeFileSync(file, `${readFileSync(template, 'utf8')}${row.replace('11629', '99999')}`);
  expect(await units('import', file, '--who', 'An')).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('a.csv, dòng 2: Không có đơn vị mang mã 99999'),
  });
});
