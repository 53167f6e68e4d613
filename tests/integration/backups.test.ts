import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Application, type ApplicationOptions, createApp, DATABASE_NAME } from '#main/core/app.ts';
import { prepareRestore } from '#main/core/desk/backups/closed.ts';
import { doBackupJob } from '#main/core/desk/backups/jobs.ts';
import { checkPages } from '#main/db/backups.ts';
import { requestRestore, requireUsable } from '#main/db/restore.ts';
import { beginningFolder } from '#tests/fixtures/empty/workspaces.ts';
import { freshFolder } from '#tests/setup/data-folder.ts';
import { HANG_MS } from '#tests/setup/hang.ts';
import { runCommand } from '#tests/setup/run-program.ts';

const ASKED = { who: null, at: '2026-01-05T02:00:00.000Z' };
let template = '';
beforeAll(() => {
  template = beginningFolder('one figure of one commune');
});

/** A workspace of a few megabytes: what is copied and checked here need not be long. */
function smallFolder(): string {
  const folder = freshFolder();
  copyFileSync(join(template, DATABASE_NAME), join(folder, DATABASE_NAME));
  return folder;
}

const open: Application[] = [];
afterEach(async () => {
  for (const application of open.splice(0)) await application.close();
});

async function start(dataFolder: string, options: Partial<ApplicationOptions> = {}): Promise<Application> {
  const application = await createApp({ dataFolder, ...options });
  open.push(application);
  return application;
}

async function stop(application: Application): Promise<void> {
  open.splice(open.indexOf(application), 1);
  await application.close();
}

const nameOf = async ({ client }: Application) => (await client.settings.get()).personName;
const backupsIn = (folder: string) => readdirSync(join(folder, 'backups')).toSorted();

function spoil(path: string): void {
  const bytes = readFileSync(path);
  bytes.fill(0xa5, bytes.length - 3 * 4096);
  writeFileSync(path, bytes);
}

describe('backups', () => {
  it('are made once a day in Vietnam, and old ones go', async () => {
    const folder = smallFolder();
    let now = new Date();
    const { context, client } = await start(folder, { clock: () => now });
    expect(await context.backups.makeDaily()).toBe(true);
    expect(await context.backups.makeDaily()).toBe(false);
    now = new Date(now.getTime() + 24 * 3_600_000);
    expect(await context.backups.makeDaily()).toBe(true);
    const { backups, failure } = await client.backups.list();
    // Both were made today by the clock of the files: the newest of the day stays.
    expect(backups).toMatchObject([{ kind: 'daily' }]);
    expect(failure).toBeNull();
  });

  it('say what failed, and leave nothing half written', async () => {
    const folder = smallFolder();
    const { context, client } = await start(folder);
    writeFileSync(join(folder, 'backups'), 'no folder');
    expect(await context.backups.makeDaily()).toBe(true);
    expect((await client.backups.list()).failure).toMatchObject({ code: expect.any(String) });
    rmSync(join(folder, 'backups'));
    expect(await context.backups.makeDaily()).toBe(true);
    expect((await client.backups.list()).failure).toBeNull();
    expect(backupsIn(folder)).toHaveLength(2);
  });

  it('can be looked into and restored, and what was there can be restored again', async () => {
    const folder = smallFolder();
    const restart = vi.fn();
    const first = await start(folder, { restart });
    await first.client.settings.set({ personName: 'Trước' });
    const made = await first.client.backups.make({});
    await first.client.settings.set({ personName: 'Sau' });
    const contents = await first.client.backups.restore({ name: made.name });
    expect(contents).toMatchObject({ cuts: 1, figures: 1 });
    await expect.poll(() => restart.mock.calls.length).toBe(1);
    await stop(first);
    const onRestored = vi.fn();
    const second = await start(folder, { onRestored });
    expect(onRestored).toHaveBeenCalledWith(join(folder, 'backups', made.name));
    expect(await nameOf(second)).toBe('Trước');
    const replaced = (await second.client.backups.list()).backups.find(({ kind }) => kind === 'replaced');
    await stop(second);
    requestRestore(join(folder, DATABASE_NAME), join(folder, 'backups', replaced?.name ?? ''), ASKED);
    expect(await nameOf(await start(folder))).toBe('Sau');
  });

  it('are refused when they are unknown or damaged, and by what cannot begin anew', async () => {
    const folder = smallFolder();
    const { client } = await start(folder);
    await expect(client.backups.look({ name: 'kh02-center-x.db' })).rejects.toMatchObject({
      code: 'BACKUP_UNKNOWN',
    });
    const { name } = await client.backups.make({});
    await expect(client.backups.restore({ name })).rejects.toMatchObject({ code: 'RESTORE_ELSEWHERE' });
    spoil(join(folder, 'backups', name));
    await expect(client.backups.look({ name })).rejects.toMatchObject({ code: 'BACKUP_UNUSABLE' });
    await expect(client.backups.make({ folder: join(folder, 'none') })).rejects.toMatchObject({
      code: 'FOLDER_MISSING',
    });
  });

  it('of which one digit has changed are refused, and the newest that is whole is restored', async () => {
    const folder = smallFolder();
    const application = await start(folder);
    const names = [];
    for (let time = 0; time < 2; time += 1) names.push((await application.client.backups.make({})).name);
    await stop(application);
    const [older = '', newest = ''] = names;
    const path = join(folder, 'backups', newest);
    const bytes = readFileSync(path);
    const name = bytes.indexOf('Hải Phòng');
    bytes[name] = (bytes[name] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    expect(checkPages(path, {})).not.toBeNull();
    expect(() => requireUsable(path, {})).toThrow(expect.objectContaining({ code: 'BACKUP_UNUSABLE' }));
    const prepared = prepareRestore(folder, 'latest', null);
    expect(prepared).toEqual({ path: join(folder, 'backups', older), passedOver: [newest] });
    spoil(join(folder, 'backups', older));
    expect(() => prepareRestore(folder, 'latest', null)).toThrow(
      expect.objectContaining({ code: 'BACKUP_NONE', values: expect.objectContaining({ count: 2 }) }),
    );
    // Asked for by its name it changes nothing either, when the byte flips after it was asked for.
    requestRestore(join(folder, DATABASE_NAME), path, ASKED);
    const onRestored = vi.fn();
    await start(folder, { onRestored });
    expect(onRestored).not.toHaveBeenCalled();
  });

  it('leave nothing on a disk that is full, and say so', async () => {
    const folder = smallFolder();
    // In a user's own space of names, where anybody may mount a disk of one megabyte.
    const command = `mkdir -p "$0/backups" && mount -t tmpfs -o size=1m none "$0/backups" &&
      { "$1" main/hosts/cli/kh02.ts backup --json --data "$0"; echo "$?"; ls -A "$0/backups"; }`;
    const { status, stdout, stderr } = spawnSync(
      'unshare',
      ['-rm', 'bash', '-c', command, folder, process.execPath],
      {
        encoding: 'utf8',
      },
    );
    if (status !== 0) return;
    expect(stdout).toBe('1\n');
    expect(JSON.parse(stderr)).toMatchObject({ error: { code: 'DISK_FULL' } });
    const { client } = await start(folder);
    expect(await client.backups.make({})).toMatchObject({ kind: 'kept' });
  });

  it.each(['before anything', 'after the copy', 'after the old one was put aside', 'before the end'])(
    'are restored whole though a kill came %s',
    async (moment) => {
      const folder = smallFolder();
      const file = join(folder, DATABASE_NAME);
      const application = await start(folder);
      await application.client.settings.set({ personName: 'Trước' });
      const { name } = await application.client.backups.make({});
      await application.client.settings.set({ personName: 'Sau' });
      await stop(application);
      const backup = join(folder, 'backups', name);
      requestRestore(file, backup, ASKED);
      if (moment !== 'before anything') writeFileSync(`${file}-restored.part`, 'half of it');
      if (moment === 'after the old one was put aside') rmSync(file);
      if (moment === 'before the end') copyFileSync(backup, file);
      expect(await nameOf(await start(folder))).toBe('Trước');
      expect(existsSync(`${file}-restore`)).toBe(false);
      expect(existsSync(`${file}-restored.part`)).toBe(false);
    },
  );

  it('that were put aside bring back what was still in their log', async () => {
    const folder = smallFolder();
    const file = join(folder, DATABASE_NAME);
    const first = await start(folder);
    const { name } = await first.client.backups.make({});
    await first.client.settings.set({ personName: 'Trong nhật ký' });
    // As a kill leaves them: the newest data are in the log alone.
    const killed = freshFolder();
    for (const beside of ['', '-wal']) copyFileSync(file + beside, join(killed, DATABASE_NAME + beside));
    await stop(first);
    cpSync(join(folder, 'backups'), join(killed, 'backups'), { recursive: true });
    requestRestore(join(killed, DATABASE_NAME), join(killed, 'backups', name), ASKED);
    const second = await start(killed);
    expect(await nameOf(second)).toBeNull();
    const replaced = (await second.client.backups.list()).backups.find(({ kind }) => kind === 'replaced');
    await stop(second);
    requestRestore(join(killed, DATABASE_NAME), join(killed, 'backups', replaced?.name ?? ''), ASKED);
    expect(await nameOf(await start(killed))).toBe('Trong nhật ký');
    expect(readdirSync(killed).filter((one) => one.includes('restore'))).toEqual([]);
  });

  it('that became unusable since it was asked for changes nothing', async () => {
    const folder = smallFolder();
    const application = await start(folder);
    await application.client.settings.set({ personName: 'Sau' });
    const { name } = await application.client.backups.make({});
    await stop(application);
    spoil(join(folder, 'backups', name));
    requestRestore(join(folder, DATABASE_NAME), join(folder, 'backups', name), ASKED);
    expect(await nameOf(await start(folder))).toBe('Sau');
  });
});

it('of a damaged database is none, and it is the database that is called damaged', async () => {
  const folder = smallFolder();
  const file = join(folder, DATABASE_NAME);
  const target = join(folder, 'backups', 'kh02-center-kept-20261201T000000.000Z.db');
  writeFileSync(file, readFileSync(file).fill(0xa5, 8192, 60_000));
  await expect(doBackupJob('copy', { file, target, isBackup: true, database: {} })).rejects.toMatchObject({
    code: 'DATABASE_DAMAGED',
    values: { file, folder },
  });
  expect(readdirSync(join(folder, 'backups'))).toEqual([]);
});

describe('the commands', () => {
  it('make, list, check and restore; a damaged database is left for the newest backup in order', {
    timeout: 3 * HANG_MS,
  }, async () => {
    const folder = smallFolder();
    const elsewhere = freshFolder();
    const run = (...words: string[]) => runCommand([...words, '--data', folder]);
    const made = JSON.parse((await run('backup', '--json')).stdout) as { name: string };
    expect(await run('backup', '--to', elsewhere)).toMatchObject({ code: 0 });
    const [, sum] = readdirSync(elsewhere).toSorted();
    expect(sum).toMatch(/^kh02-center-kept-\S+\.db\.sha256$/);
    const newest = JSON.parse((await run('backup', '--json')).stdout) as { name: string };
    expect(await run('check')).toMatchObject({ code: 0 });
    spoil(join(folder, 'backups', newest.name));
    writeFileSync(
      join(folder, DATABASE_NAME),
      readFileSync(join(folder, DATABASE_NAME)).fill(0xa5, 100, 9000),
    );
    expect(await run('status')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('kh02 restore latest'),
    });
    const checked = await run('check', '--json');
    expect(checked.code).toBe(1);
    expect((JSON.parse(checked.stdout) as { state: string }[]).map(({ state }) => state).toSorted()).toEqual([
      ...['BACKUP_UNUSABLE', 'DATABASE_DAMAGED', 'ok'],
    ]);
    // Of the database it is said what it is and where the way out lies; only a backup is called one.
    const [own = ''] = (await run('check')).stdout.split('\n');
    expect(own).toMatch(/^Cơ sở dữ liệu .+ bị hỏng/);
    // Copied as it stands it speaks of this folder, whichever commands take by themselves.
    expect(own).toContain(`kh02 restore latest --data ${folder}`);
    const restored = await run('restore', 'latest', '--json');
    expect(JSON.parse(restored.stdout)).toEqual({
      restored: join(folder, 'backups', made.name),
      passedOver: [expect.any(String)],
    });
    expect(await run('status', '--json')).toMatchObject({ code: 0 });
    expect(await run('restore', 'none.db')).toMatchObject({ code: 1 });
  });
});
