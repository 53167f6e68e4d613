import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Application, createApp } from '#main/core/app.ts';
import { makeSnapshot, openSnapshot } from '#tests/fixtures/snapshots/good-file.ts';
import { filledFolder, freshFolder } from '#tests/setup/data-folder.ts';

let application: Application;
let folder: string;

beforeAll(async () => {
  const dataFolder = filledFolder();
  folder = join(dataFolder, 'uploads');
  // Of a process that was killed: no process ever has this number.
  mkdirSync(join(folder, '999999999'), { recursive: true });
  application = await createApp({ dataFolder });
});
afterAll(() => application.close());

const send = (name: string, piece = 'piece', upload?: string) => {
  const known = upload === undefined ? {} : { upload };
  return application.client.uploads.receive({
    name,
    piece: Buffer.from(piece, 'latin1').toString('base64'),
    ...known,
  });
};
const lying = () => readdirSync(join(folder, String(process.pid)));

it('arrive in pieces, and go to whoever takes them under the name that the page gave', async () => {
  const own = freshFolder();
  const { made } = await makeSnapshot(application, { province: '31', to: join(own, 'a.kh02') });
  const bytes = readFileSync(made.file, 'latin1');
  const name = 'từ trang.kh02';
  const { upload } = await send(name, bytes.slice(0, 1000));
  await send(name, bytes.slice(1000), upload);
  expect(existsSync(join(folder, '999999999'))).toBe(false);
  const opened = await openSnapshot(application.client, { upload });
  expect(opened.report).toMatchObject({ file: name, verdict: 'unsigned' });
});

it('are unknown once withdrawn, and the oldest of too many gives way', async () => {
  const { upload } = await send('bỏ.csv');
  await application.client.uploads.withdraw({ upload });
  await expect(send('bỏ.csv', 'more', upload)).rejects.toMatchObject({ code: 'UPLOAD_UNKNOWN' });
  const first = await send('1.csv');
  for (let number = 2; number <= 9; number += 1) await send(`${number}.csv`);
  expect(lying()).toHaveLength(8);
  await expect(send('1.csv', 'more', first.upload)).rejects.toMatchObject({ code: 'UPLOAD_UNKNOWN' });
});

it('are removed with the application, but for a file that lies where its owner put it', async () => {
  const path = join(freshFolder(), 'của tôi.kh02');
  writeFileSync(path, 'own');
  await application.client.uploads.hand({ path });
  await send('a.csv');
  await application.close();
  expect(readdirSync(folder)).toEqual([]);
  expect(existsSync(path)).toBe(true);
  application = await createApp({ dataFolder: filledFolder() });
});
