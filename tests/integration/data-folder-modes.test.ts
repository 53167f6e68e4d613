import { chmodSync, chownSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { type Application, createApp, DATABASE_NAME } from '#main/core/app.ts';
import { makeTargetFolder, openAtomically } from '#main/core/files/atomic-write.ts';
import { useDataFolder } from '#main/core/files/data-folder.ts';
import { SETTLE_MS } from '#main/core/take/watch/settle.ts';
import { illustrative } from '#main/illustrative/load.ts';
import { makeSnapshot, openSnapshot } from '#tests/fixtures/snapshots/good-file.ts';
import { filledFolder, freshFolder } from '#tests/setup/data-folder.ts';
import { modeOf, openToOthers } from '#tests/setup/modes.ts';
import { describeNeeds, itNeeds } from '#tests/setup/needs.ts';
import { runCommand } from '#tests/setup/run-program.ts';

const usual = process.umask();
afterEach(() => process.umask(usual));

const WEEK = 'week-2025-12-29';
const devices = (unit: string) => `cut,unit_code,indicator,value\n${WEEK},${unit},devices,1\n`;

async function exportTo(application: Application, out: string): Promise<void> {
  for await (const _ of await application.client.briefing.export({
    briefing: 'national',
    format: 'csv',
    out,
  }));
}

/** A day of work: every way in which something comes to lie in the data folder. */
async function live(dataFolder: string, elsewhere: string, look: (when: string) => void): Promise<void> {
  let nowMs = Date.parse('2025-12-29T10:00:00.000Z');
  const application = await createApp({ dataFolder, illustrative, clock: () => new Date(nowMs) });
  const { client } = application;
  look('start');
  const kept = await client.intake.inspect({ file: new File([devices('11629')], 'a.csv'), keep: true });
  look('inbox');
  for await (const _ of await client.intake.commit({ id: kept.id ?? '', who: 'An' })) look('commit');
  await client.intake.inspect({ file: new File([devices('00004')], 'b.csv'), keep: true });
  await client.snapshots.keys.make({ name: 'An' });
  const made = await makeSnapshot(application, { province: '31', cuts: ['2025-07-31'], sign: {} });
  await openSnapshot(client, { path: made.made.file });
  look('snapshot');
  await client.uploads.receive({ name: 'c.kh02', piece: Buffer.from('piece').toString('base64') });
  makeTargetFolder(join(dataFolder, 'exports'));
  await exportTo(application, join(dataFolder, 'exports', 'table.csv'));
  await exportTo(application, join(elsewhere, 'table.csv'));
  await makeSnapshot(application, { province: '31', cuts: ['2025-07-31'], to: join(elsewhere, 'd.kh02') });
  const watched = join(elsewhere, 'watched');
  mkdirSync(watched);
  await client.watch.choose({ folder: watched, policy: 'inbox', who: 'An' });
  writeFileSync(join(watched, 'e.csv'), devices('00007'));
  for (let time = 0; time < 2; time += 1, nowMs += SETTLE_MS) await application.watch.look();
  expect((await client.watch.state({ files: 9 })).files).toMatchObject([
    { name: 'e.csv', outcome: 'waiting' },
  ]);
  look('watch');
  await application.close();
  look('end');
}

describeNeeds('modes of files', process.platform !== 'win32')('what others on the machine can reach', () => {
  it.each([0o022, 0o000])('is nothing of the data folder, under umask %o', async (umask) => {
    process.umask(umask);
    const [dataFolder, elsewhere] = [join(freshFolder(), 'new', 'data'), freshFolder()];
    const seen: string[] = [];
    const look = (when: string) => seen.push(...openToOthers(dataFolder).map((wrong) => `${when}: ${wrong}`));
    await live(dataFolder, elsewhere, look);
    expect(seen).toEqual([]);
    expect(readdirSync(dataFolder)).toEqual(
      expect.arrayContaining(['inbox', 'keys', DATABASE_NAME, 'open-snapshots', 'snapshots', 'exports']),
    );
    const ordinary = 0o666 & ~umask;
    expect(['table.csv', 'd.kh02'].map((name) => modeOf(join(elsewhere, name)))).toEqual([
      ordinary,
      ordinary,
    ]);
    expect(modeOf(join(dataFolder, '..'))).toBe(0o777 & ~umask);
  });

  it('is nothing of a file that is still being written beside its name', () => {
    process.umask(0);
    const folder = freshFolder();
    const file = openAtomically(join(folder, 'table.csv'));
    file.write(Buffer.from('secret'));
    expect(readdirSync(folder).map((name) => modeOf(join(folder, name)))).toEqual([0o700]);
    file.commit();
    expect(readdirSync(folder)).toEqual(['table.csv']);
  });

  it('is taken away at the start where an earlier version left it', async () => {
    const folder = filledFolder();
    for (const name of ['keys', 'inbox', 'open-snapshots/1-x', 'snapshots']) {
      const below = join(folder, name);
      mkdirSync(below, { recursive: true });
      writeFileSync(join(below, 'file'), '');
      for (const path of [below, join(below, '..')]) chmodSync(path, 0o777);
      chmodSync(join(below, 'file'), 0o666);
    }
    for (const name of [DATABASE_NAME, 'web-session.json', 'báo cáo.pptx']) {
      writeFileSync(join(folder, name), '', { flag: 'a' });
      chmodSync(join(folder, name), 0o664);
    }
    expect(openToOthers(folder).length).toBe(13);
    const { code } = await runCommand(['status', '--json', '--data', folder]);
    expect({ code, open: openToOthers(folder) }).toEqual({ code: 0, open: [] });
  });

  itNeeds('root', process.getuid?.() === 0)(
    'stays as it is where others put things, but for what is ours',
    () => {
      const [folder, other] = [freshFolder(), freshFolder()];
      const paths = ['.', 'letter', DATABASE_NAME, 'keys', 'keys/signing-key.json'];
      mkdirSync(join(folder, 'keys'));
      for (const path of ['letter', DATABASE_NAME, 'keys/signing-key.json'])
        writeFileSync(join(folder, path), '');
      chownSync(join(folder, 'letter'), 1234, 1234);
      writeFileSync(join(other, 'file'), '');
      symlinkSync(other, join(folder, 'inbox'));
      for (const path of [...paths.map((name) => join(folder, name)), other, join(other, 'file')])
        chmodSync(path, 0o755);
      useDataFolder(folder);
      expect(paths.map((name) => modeOf(join(folder, name)).toString(8))).toEqual([
        '755',
        '755',
        '700',
        '700',
        '700',
      ]);
      expect([other, join(other, 'file')].map(modeOf)).toEqual([0o755, 0o755]);
    },
  );

  it('is the home, were it the data folder, as before', () => {
    const home = freshFolder();
    chmodSync(home, 0o755);
    const before = process.env.HOME;
    process.env.HOME = home;
    useDataFolder(home);
    process.env.HOME = before;
    expect(modeOf(home)).toBe(0o755);
  });
});
