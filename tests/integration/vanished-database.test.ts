import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createApp, DATABASE_NAME } from '#main/core/app.ts';
import { openDatabase } from '#main/db/open.ts';
import { filledFolder, freshFolder } from '#tests/setup/data-folder.ts';
import { bytesIn } from '#tests/setup/older-database.ts';
import { runCommand } from '#tests/setup/run-program.ts';

const VANISHED = 'DATABASE_VANISHED';
const fileIn = (folder: string) => join(folder, DATABASE_NAME);

/** The folder after a database with data was closed and then taken away, together with what lay beside it. */
async function vanishedFolder(): Promise<string> {
  const folder = filledFolder();
  await (await createApp({ dataFolder: folder })).close();
  rmSync(fileIn(folder));
  return folder;
}

describe('a data folder without its database', () => {
  it('is not filled again where there have been data, and stays as it is', async () => {
    const folder = await vanishedFolder();
    for (const isThere of [false, true]) {
      if (isThere) writeFileSync(fileIn(folder), '');
      const before = bytesIn(folder);
      await expect(createApp({ dataFolder: folder })).rejects.toMatchObject({
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
    const refused = createApp({ dataFolder: folder });
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
