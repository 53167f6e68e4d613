import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Application, createApp, DATABASE_NAME } from '#main/core/app.ts';
import { openDatabase } from '#main/db/open.ts';
import { illustrative } from '#main/illustrative/load.ts';
import type { ApplicationEvent } from '#shared/contract/application.ts';
import { filledFolder, freshFolder } from '#tests/setup/data-folder.ts';
import { bytesIn } from '#tests/setup/older-database.ts';
import { runCommand } from '#tests/setup/run-program.ts';

const VANISHED = 'DATABASE_VANISHED';
const fileIn = (folder: string) => join(folder, DATABASE_NAME);

/** The folder after a database with data was closed and then taken away, together with what lay beside it. */
async function vanishedFolder(): Promise<string> {
  const folder = filledFolder();
  await (await createApp({ dataFolder: folder, illustrative })).close();
  rmSync(fileIn(folder));
  return folder;
}

describe('a data folder without its database', () => {
  it('is not filled again where there have been data, and stays as it is', async () => {
    const folder = await vanishedFolder();
    for (const isThere of [false, true]) {
      if (isThere) writeFileSync(fileIn(folder), '');
      const before = bytesIn(folder);
      await expect(createApp({ dataFolder: folder, illustrative })).rejects.toMatchObject({
        code: VANISHED,
        values: { file: fileIn(folder), left: `${DATABASE_NAME}-lock`, backups: join(folder, 'backups') },
      });
      expect(bytesIn(folder)).toEqual(before);
    }
  });

  it.each([
    'keys',
    'inbox',
    'backups',
    'snapshots',
    'open-snapshots',
    `${DATABASE_NAME}-wal`,
    `${DATABASE_NAME}-shm`,
  ])('is asked about where only %s is left', async (name) => {
    const folder = freshFolder();
    if (name.startsWith(DATABASE_NAME)) writeFileSync(join(folder, name), '');
    else mkdirSync(join(folder, name));
    const refused = createApp({ dataFolder: folder, illustrative });
    await expect(refused).rejects.toMatchObject({ code: VANISHED, values: { left: name } });
    expect(existsSync(fileIn(folder))).toBe(false);
  });

  it('says in both languages what to do, and begins anew once when it is told to', async () => {
    const folder = await vanishedFolder();
    const words = ['status', '--data', folder];
    const refused = await runCommand(words);
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    for (const sentence of ['Không thấy cơ sở dữ liệu', 'is missing or empty'])
      expect(refused.stderr).toContain(sentence);
    for (const way of [fileIn(folder), join(folder, 'backups'), '--begin-anew'])
      expect(refused.stderr).toContain(way);
    expect(await runCommand([...words, '--begin-anew'])).toMatchObject({ code: 0, stderr: '' });
    expect(await runCommand(words)).toMatchObject({ code: 0, stderr: '' });
  });

  it('is offered its newest backup in order by every command that meets it, and takes it', async () => {
    const folder = filledFolder();
    const run = (...words: string[]) => runCommand([...words, '--data', folder]);
    expect(await run('backup')).toMatchObject({ code: 0 });
    // What is left when a disk is copied in part: no lock that tells of data, only the backups.
    for (const name of readdirSync(folder).filter((one) => one.startsWith(DATABASE_NAME)))
      rmSync(join(folder, name));
    const file = join(freshFolder(), 'a.csv');
    writeFileSync(file, 'cut,unit_code,indicator,value\n');
    for (const words of [['status'], ['import', file], ['workspace', 'info'], ['check'], ['backup']]) {
      const told = await run(...words);
      expect([words[0], told.code]).toEqual([words[0], 1]);
      expect(told.stdout + told.stderr).toContain(`kh02 restore latest --data ${folder}`);
      expect(existsSync(fileIn(folder))).toBe(false);
    }
    expect(await run('restore', 'latest')).toMatchObject({ code: 0 });
    expect(await run('status')).toMatchObject({ code: 0, stderr: '' });
  });

  it('keeps the log that lost its file when it begins anew', () => {
    const folder = freshFolder();
    const file = fileIn(folder);
    const first = openDatabase(file);
    first.write.exec(`INSERT INTO setting VALUES ('a', '1')`);
    const log = readFileSync(`${file}-wal`);
    renameSync(file, join(folder, 'elsewhere.db'));
    const filling = { isNeeded: () => false, fill: () => undefined };
    expect(() => openDatabase(file, {}, filling)).toThrow(expect.objectContaining({ code: VANISHED }));
    const second = openDatabase(file, {}, { ...filling, beginsAnew: true });
    const kept = readdirSync(join(folder, 'backups')).filter((name) => name.endsWith('-wal'));
    expect(kept.map((name) => readFileSync(join(folder, 'backups', name)).equals(log))).toEqual([true]);
    second.close();
    first.close();
  });
});

describe('a database that is taken away under a running host', () => {
  let application: Application;
  let file: string;
  const start = async (): Promise<void> => {
    const folder = filledFolder();
    file = fileIn(folder);
    application = await createApp({ dataFolder: folder, illustrative });
  };
  const elsewhere = () => join(file, '..', 'elsewhere.db');
  const write = (personName: string) => application.client.settings.set({ personName });
  const nameNow = async () => (await application.client.settings.get()).personName;

  async function expectStopped(): Promise<void> {
    await expect(write('Ai đó')).rejects.toMatchObject({
      code: 'DATABASE_MOVED',
      data: { values: { file } },
    });
    expect(await nameNow()).toBe('Trực ban');
    expect(await firstBeat()).toMatchObject({ isDatabaseMoved: true });
  }

  async function firstBeat(): Promise<ApplicationEvent | undefined> {
    for await (const event of await application.client.application.events()) return event;
    return undefined;
  }

  const ways: [string, () => void][] = [
    ['moved', () => renameSync(file, elsewhere())],
    [
      'replaced by a copy of itself',
      () => {
        copyFileSync(file, elsewhere());
        renameSync(elsewhere(), file);
      },
    ],
    ['deprived of its log', () => rmSync(`${file}-wal`)],
  ];

  it.each(ways)('is written to no more when it was %s, and every screen is told', async (_name, takeAway) => {
    await start();
    await write('Trực ban');
    expect(await firstBeat()).toMatchObject({ isDatabaseMoved: false });
    takeAway();
    await expectStopped();
    await application.close();
  });

  it('is written to again when it is back', async () => {
    await start();
    await write('Trực ban');
    renameSync(file, elsewhere());
    await expectStopped();
    renameSync(elsewhere(), file);
    await write('Ai đó');
    expect(await firstBeat()).toMatchObject({ isDatabaseMoved: false });
    await application.close();
    application = await createApp({ dataFolder: join(file, '..'), illustrative });
    expect(await nameNow()).toBe('Ai đó');
    await application.close();
  });

  it('in the middle of long work loses that work, and says so', async () => {
    await start();
    const work = application.context.writeSteps(function* (database) {
      database.exec(`INSERT INTO setting VALUES ('half', '1')`);
      yield 1;
      renameSync(file, elsewhere());
    });
    await expect(work).rejects.toMatchObject({ code: 'DATABASE_MOVED' });
    const sql = `SELECT count(*) FROM setting WHERE key = 'half'`;
    expect(application.context.read.prepare(sql).pluck().get()).toBe(0);
    await application.close();
  });

  it('keeps what was confirmed before, and closing leaves the log of the file that lies there now', async () => {
    await start();
    await write('Trực ban');
    renameSync(file, elsewhere());
    for (const ending of ['-wal', '-shm']) rmSync(file + ending);
    copyFileSync(fileIn(filledFolder()), file);
    const other = openDatabase(file);
    other.write.exec(`INSERT INTO setting VALUES ('other', '1')`);
    const log = readFileSync(`${file}-wal`);
    await application.close();
    expect(readFileSync(`${file}-wal`).equals(log)).toBe(true);
    other.close();
    const kept = openDatabase(elsewhere());
    expect(kept.read.prepare(`SELECT value FROM setting WHERE key = 'person.name'`).pluck().get()).toBe(
      '"Trực ban"',
    );
    kept.close();
  });
});
