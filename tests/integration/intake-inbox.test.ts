import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Application, createApp } from '#main/core/app.ts';
import { filledFolder } from '#tests/setup/data-folder.ts';

const CUT = 'week-2026-03-02';
let application: Application;
let dataFolder: string;

const open = async () => {
  application = await createApp({ dataFolder, clock: () => new Date('2026-03-02T05:00:00.000Z') });
};
beforeEach(async () => {
  dataFolder = filledFolder();
  await open();
  await application.client.calendar.add({ cut: CUT, who: 'Trực ban' });
});
afterEach(() => application.close());

const { stringify } = JSON;
const file = (text: string, name = 'a.csv') => new File([text], name);
const keep = (text: string, name?: string) =>
  application.client.intake.inspect({ file: file(text, name), keep: true });
const inbox = () => application.client.intake.inbox();
const kept = () => readdirSync(join(dataFolder, 'inbox'));
const haiPhong = async () =>
  (await application.client.intake.submissions({ cut: CUT })).provinces.find(({ code }) => code === '31');
const GOOD = `cut,unit_code,indicator,value\n${CUT},11629,devices,1\n`;

async function restart(): Promise<void> {
  await application.close();
  await open();
}

test('a kept file waits on the board and across restarts until it is committed', async () => {
  const other = await application.client.intake.inspect({ file: file(GOOD.replace('11629', '00004')) });
  for await (const _ of await application.client.intake.commit({ id: other.id ?? '', who: 'A' }));
  const before = await keep(GOOD);
  expect(before.kept).toBe(before.id);
  expect(await application.client.intake.inspect({ file: file(GOOD) })).toMatchObject({ kept: null });
  await restart();
  const [waiting, ...others] = await inbox();
  expect(others).toEqual([]);
  expect(waiting).toMatchObject({
    id: before.id,
    origin: 'person',
    preview: { file: 'a.csv', outcome: 'ready' },
  });
  expect(await haiPhong()).toMatchObject({ state: 'inbox', waiting: 1 });
  for await (const _ of await application.client.intake.commit({ id: before.id ?? '', who: 'A' }));
  expect(await inbox()).toEqual([]);
  expect(kept()).toEqual([]);
  expect(await haiPhong()).toMatchObject({ state: 'partial', waiting: 0 });
});

test('what a person has said about a file is remembered, also what is to be learned', async () => {
  const first = await keep('Tên xã,Tỉnh,Thiết bị số\nPhu Lien,Hải Phòng,Có\n');
  const id = first.id ?? '';
  const answers = { [first.questions[0]?.id ?? '']: '11446' };
  await application.client.intake.revise({ id, cut: CUT, answers });
  await restart();
  const [waiting] = await inbox();
  expect(stringify(waiting?.revision.answers)).toBe(stringify(answers));
  expect(waiting?.preview.outcome).toBe('ready');
  for await (const _ of await application.client.intake.commit({ id, who: 'A' }));
  const learned = await application.client.intake.inspect({
    file: file('Tên xã,Tỉnh,Thiết bị số\nPhu Lien,Hải Phòng,Không\n'),
    cut: CUT,
  });
  expect(learned).toMatchObject({ outcome: 'ready', questions: [] });
});

test('a refused file stays in sight until it is thrown away; a thrown away one leaves nothing', async () => {
  const picture = new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47])], 'ảnh.csv');
  const refused = await application.client.intake.inspect({ file: picture, keep: true });
  const good = await keep(GOOD);
  await restart();
  expect((await inbox()).map(({ preview }) => preview.outcome).sort()).toEqual(['ready', 'refused']);
  await application.client.intake.discard({ id: refused.kept ?? '' });
  await application.client.intake.discard({ id: good.kept ?? '' });
  expect(await inbox()).toEqual([]);
  expect(kept()).toEqual([]);
});

test('an upload is moved into the inbox, and a cancelled one leaves nothing', async () => {
  const piece = Buffer.from(GOOD).toString('base64');
  const { upload } = await application.client.uploads.receive({ name: 'lớn.csv', piece });
  const preview = await application.client.intake.inspect({ upload, keep: true });
  expect(preview).toMatchObject({ file: 'lớn.csv', outcome: 'ready' });
  const other = await application.client.uploads.receive({ name: 'bỏ.csv', piece });
  await application.client.uploads.withdraw({ upload: other.upload });
  await expect(application.client.intake.inspect({ upload: other.upload })).rejects.toMatchObject({
    code: 'UPLOAD_UNKNOWN',
  });
  expect(kept()).toHaveLength(1);
});
