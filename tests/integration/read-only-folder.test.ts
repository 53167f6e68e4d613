import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createApp, DATABASE_NAME } from '#main/core/app.ts';
import { PROJECT_FOLDER } from '#main/hosts/launch/project.ts';
import { beginningFolder } from '#tests/fixtures/empty/workspaces.ts';
import { COMPILED } from '#tests/setup/compiled.ts';
import { freshFolder } from '#tests/setup/data-folder.ts';
import { mayMount } from '#tests/setup/may-mount.ts';
import { itNeeds } from '#tests/setup/needs.ts';

/** Runs commands in a space of names where `disk` cannot be written any more, and tells what each said and what lies there. */
function onReadOnlyDisk(disk: string, commands: readonly (readonly string[])[]) {
  const run = commands.map(
    (words) => `"$NODE" "$COMPILED" main/hosts/cli/kh02.ts ${words.join(' ')} 2>&1; echo "=$?"`,
  );
  const script = [
    'set -e; cp -r "$DISK" "$DISK-was"; mount -t tmpfs tmpfs "$DISK"; cp -r "$DISK-was/." "$DISK"',
    'rm -r "$DISK-was"; mount -o remount,ro "$DISK"; set +e',
    ...run,
    'ls -A "$DISK"',
  ].join('\n');
  const env = {
    ...process.env,
    NODE: process.execPath,
    COMPILED,
    DISK: disk,
    XDG_CONFIG_HOME: freshFolder(),
  };
  const { stdout } = spawnSync('unshare', ['-rm', 'bash', '-c', script], {
    ...{ cwd: PROJECT_FOLDER, env, encoding: 'utf8' },
  });
  const parts = stdout.split(/^=(\d+)\n/m);
  const told = commands.map((_words, index) => ({
    said: parts[2 * index],
    code: Number(parts[2 * index + 1]),
  }));
  return { told, left: parts.at(-1)?.trim().split('\n') };
}

it('says of a copy of a read-only workspace whose it is, and writes nothing', async () => {
  const folder = beginningFolder('one figure of one commune');
  const application = await createApp({ dataFolder: folder, readOnlyFolder: '/đĩa' });
  const { client } = application;
  expect(await client.workspace.info()).toMatchObject({ folderName: 'đĩa', readOnlyFolder: '/đĩa' });
  await expect(
    client.calendar.label({ cut: 'week-2026-01-05', label: 'x', who: 'An' }),
  ).rejects.toMatchObject({
    code: 'DATA_FOLDER_UNWRITABLE',
  });
  await application.close();
});

itNeeds('leave to mount', mayMount)(
  'a workspace on a read-only disk is looked at and backed up elsewhere, and says so',
  () => {
    const disk = beginningFolder('one figure of one commune');
    const elsewhere = freshFolder();
    const before = readdirSync(disk);
    const data = ['--data', disk];
    const { told, left } = onReadOnlyDisk(disk, [
      ['status', ...data],
      ['check', ...data],
      ['backup', '--to', elsewhere, ...data],
      ['backup', ...data],
      ['cut', 'label', 'week-2026-01-05', 'Mới', '--who', 'An', ...data],
      ['restore', 'latest', ...data],
      ['workspace', 'new', join(disk, 'mới')],
      ['workspace', 'new', disk],
    ]);
    const [status, check, away, ...refused] = told;
    expect(status).toMatchObject({ code: 0, said: expect.stringContaining(`Thư mục ${disk} chỉ đọc`) });
    expect(check).toMatchObject({
      code: 0,
      said: expect.stringContaining(`tốt  ${join(disk, DATABASE_NAME)}`),
    });
    expect(away).toMatchObject({ code: 0 });
    expect(readdirSync(elsewhere).toSorted()).toEqual([
      ...[expect.stringMatching(/\.db$/), expect.stringMatching(/\.db\.sha256$/)],
    ]);
    expect(refused).toHaveLength(5);
    for (const { said, code } of refused) {
      expect(code).toBe(1);
      // Not that a workspace is there already: nothing could be made there anyway.
      expect(said).toContain('thư mục hoặc ổ đĩa chỉ đọc');
    }
    expect(left).toEqual(before);
  },
);
