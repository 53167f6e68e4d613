import { afterEach, expect, it } from 'vitest';
import { type Application, createApp } from '#main/core/app.ts';
import { staff as staffCommand } from '#main/hosts/cli/commands/staff.ts';
import { who as whoCommand } from '#main/hosts/cli/commands/who.ts';
import { STAFF_AT_MOST } from '#shared/contract/staff.ts';
import { filledFolder } from '#tests/setup/data-folder.ts';

const WHO = 'Lê Thị Hồng';
const started: Application[] = [];

async function start(dataFolder = filledFolder()) {
  const application = await createApp({ dataFolder });
  started.push(application);
  return { ...application, dataFolder };
}
afterEach(async () => {
  for (const application of started.splice(0)) await application.close();
});

it('keeps who works here by name, one of each, and puts on record who changed the list', async () => {
  const { client } = await start();
  expect(await client.staff.list()).toEqual({ staff: [] });
  await client.staff.put({ name: 'Đỗ An', duty: 'Trực ban', who: WHO });
  await client.staff.put({ name: 'Bùi Ánh', duty: '', who: WHO });
  const { staff } = await client.staff.put({ name: 'đỗ an', duty: 'Đầu mối Hải Phòng', who: WHO });
  expect(staff).toEqual([
    { name: 'Bùi Ánh', duty: '' },
    { name: 'đỗ an', duty: 'Đầu mối Hải Phòng' },
  ]);
  expect((await client.staff.remove({ name: 'BÙI ÁNH', who: WHO })).staff).toHaveLength(1);
  await expect(client.staff.remove({ name: 'Bùi Ánh', who: WHO })).rejects.toMatchObject({
    code: 'STAFF_UNKNOWN',
  });
  const { acts } = await client.journal.list({ kinds: ['staffPut', 'staffRemoved'] });
  expect(acts.map(({ kind, who, subject, reason }) => [kind, who, subject, reason])).toEqual([
    ['staffRemoved', WHO, 'Bùi Ánh', null],
    ['staffPut', WHO, 'đỗ an', 'Đầu mối Hải Phòng'],
    ['staffPut', WHO, 'Bùi Ánh', null],
    ['staffPut', WHO, 'Đỗ An', 'Trực ban'],
  ]);
});

it('refuses the program as a member, and a list without end', async () => {
  const { client } = await start();
  await expect(client.staff.put({ name: 'KH02 Center', duty: '', who: WHO })).rejects.toThrow();
  for (let place = 0; place < STAFF_AT_MOST; place += 1)
    await client.staff.put({ name: `Người ${place}`, duty: '', who: WHO });
  await expect(client.staff.put({ name: 'Một người nữa', duty: '', who: WHO })).rejects.toMatchObject({
    code: 'STAFF_FULL',
  });
  await client.staff.put({ name: 'Người 7', duty: 'Trực đêm', who: WHO });
  expect((await client.staff.list()).staff).toHaveLength(STAFF_AT_MOST);
});

it('is read and changed by `kh02 staff`', async () => {
  const data = filledFolder();
  const run = (...words: string[]) => staffCommand([...words, '--data', data, '--who', WHO]);
  expect(await run()).toBe('Chưa có ai trong danh sách');
  expect(await run('add', 'Đỗ An', '--duty', 'Trực ban')).toBe('Đỗ An\tTrực ban');
  expect(JSON.parse(await run('list', '--json'))).toEqual({ staff: [{ name: 'Đỗ An', duty: 'Trực ban' }] });
  await expect(run('remove', 'Ai đó')).rejects.toMatchObject({ code: 'STAFF_UNKNOWN' });
  await expect(run('add')).rejects.toMatchObject({ code: 'OPTION_UNKNOWN' });
  expect(await run('remove', 'Đỗ An')).toBe('Chưa có ai trong danh sách');
});

it('is asked who acts here with the folder that every other command names', async () => {
  // The person is the machine's, whatever workspace is named; the option is no mistake.
  const asked = whoCommand(['--data', filledFolder(), '--json']).catch(
    (cause: { code: string }) => cause.code,
  );
  expect(['PERSON_UNKNOWN', expect.stringContaining('"name"')]).toContainEqual(await asked);
  await expect(whoCommand(['--date', 'x'])).rejects.toMatchObject({ code: 'OPTION_UNKNOWN' });
});
