import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASE_NAME } from '#main/core/app.ts';
import { LATEST_VERSION } from '#main/db/migrate.ts';
import { openDatabase } from '#main/db/open.ts';
import type { Order, Report } from '#tests/fixtures/opening/open-child.ts';
import { COMPILED } from '#tests/setup/compiled.ts';
import { freshFolder } from '#tests/setup/data-folder.ts';
import { makeOlder, OLDER_VERSIONS } from '#tests/setup/older-database.ts';
import { runCommand } from '#tests/setup/run-program.ts';

const CHILD = new URL('../fixtures/opening/open-child.ts', import.meta.url);
/** Longer than SQLite waits for a lock by itself. */
const LONG_MS = 6000;

let children: ChildProcess[];
beforeAll(() => {
  children = Array.from({ length: 5 }, () => fork(CHILD, { execArgv: [COMPILED] }));
});
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
});

/** Settles with the next report that is not about a beginning. */
async function reportOf(child: ChildProcess): Promise<Report> {
  for (;;) {
    const [report] = (await once(child, 'message')) as [Report];
    if (report.begun === undefined) return report;
  }
}

/** That many processes open the file at once. */
async function openAtOnce(file: string, starts: number, fillingMs = 0): Promise<Report[]> {
  const some = children.slice(0, starts);
  const reports = some.map(reportOf);
  for (const child of some) child.send({ file, fillingMs } satisfies Order);
  return Promise.all(reports);
}

function stateOf(file: string) {
  const database = new Sqlite(file, { readonly: true });
  const state = {
    version: database.pragma('user_version', { simple: true }),
    integrity: database.pragma('integrity_check', { simple: true }),
    units: database.prepare('SELECT code FROM unit').pluck().all(),
  };
  database.close();
  return state;
}

const SOUND = { integrity: 'ok', units: ['VN'] };

describe('several processes that open a database at once', () => {
  it.each(OLDER_VERSIONS)('of version %i all live; one copies and migrates it', async (version) => {
    for (const starts of [2, 3, 5, 5]) {
      const folder = freshFolder();
      const file = join(folder, DATABASE_NAME);
      makeOlder(file, version);
      const reports = await openAtOnce(file, starts);
      expect(reports.map(({ error }) => error)).toEqual(reports.map(() => null));
      const copies = reports.flatMap((report) => report.copies);
      expect(copies).toHaveLength(1);
      expect(readdirSync(join(folder, 'backups')).map((name) => join(folder, 'backups', name))).toEqual(
        copies,
      );
      expect(stateOf(copies[0] ?? '')).toEqual({ ...SOUND, version });
      expect(stateOf(file)).toEqual({ ...SOUND, version: LATEST_VERSION });
    }
  });

  it('that is new all live, and one fills it, however long that takes', async () => {
    const file = join(freshFolder(), DATABASE_NAME);
    const reports = await openAtOnce(file, 3, LONG_MS);
    expect(reports.map(({ error }) => error)).toEqual([null, null, null]);
    expect(reports.reduce((sum, { fillings }) => sum + fillings, 0)).toBe(1);
    expect(stateOf(file)).toEqual({ ...SOUND, version: LATEST_VERSION });
  });

  it('do not wait for one that was killed over it', async () => {
    const file = join(freshFolder(), DATABASE_NAME);
    const doomed = fork(CHILD, { execArgv: [COMPILED] });
    doomed.send({ file, fillingMs: null } satisfies Order);
    await once(doomed, 'message');
    const waiting = openAtOnce(file, 2);
    doomed.kill('SIGKILL');
    expect((await waiting).map(({ error }) => error)).toEqual([null, null]);
    expect(stateOf(file)).toEqual({ ...SOUND, version: LATEST_VERSION });
  });

  it('by the command line end well, and one names the copy', async () => {
    const folder = freshFolder();
    makeOlder(join(folder, DATABASE_NAME), OLDER_VERSIONS.at(-1) ?? 0);
    const words = ['watch', '--data', folder, '--json'];
    const ended = await Promise.all([1, 2, 3].map(() => runCommand(words)));
    expect(ended.map(({ code }) => code)).toEqual([0, 0, 0]);
    const [copy] = readdirSync(join(folder, 'backups'));
    expect(ended.map(({ stderr }) => stderr).join('')).toMatch(
      new RegExp(
        `^\\S+ database: copied to ${join(folder, 'backups', copy ?? '')} before it was migrated\n$`,
      ),
    );
  });
});

describe('the copy before a migration', () => {
  let file: string;
  const migrate = () => {
    const copies: string[] = [];
    openDatabase(
      file,
      {},
      { isNeeded: () => false, fill: () => undefined, onCopy: (path) => copies.push(path) },
    ).close();
    return copies[0] ?? '';
  };

  const rootPageOf = (table: string): number => {
    const database = new Sqlite(file, { readonly: true });
    const page = database.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(table);
    database.close();
    return Number(page);
  };

  it('is for this user alone, and put in the place of the database it is what was there', () => {
    file = join(freshFolder(), DATABASE_NAME);
    makeOlder(file, 50);
    const copy = migrate();
    expect(copy).toMatch(/kh02-center-v50-\d{8}T\d{6}\.\d{3}Z\.db$/);
    if (process.platform !== 'win32') expect(statSync(copy).mode & 0o777).toBe(0o600);
    copyFileSync(copy, file);
    expect(stateOf(file)).toEqual({ ...SOUND, version: 50 });
    expect(migrate()).not.toBe(copy);
    expect(stateOf(file)).toEqual({ ...SOUND, version: LATEST_VERSION });
  });

  it('holds what another program had not yet folded into the file', () => {
    file = join(freshFolder(), DATABASE_NAME);
    makeOlder(file, 50);
    const older = new Sqlite(file);
    older.exec(`INSERT INTO setting VALUES ('later', '1')`);
    const copy = new Sqlite(migrate(), { readonly: true });
    expect(copy.prepare('SELECT key FROM setting').pluck().all()).toEqual(['later']);
    copy.close();
    older.close();
  });

  it('that cannot be made leaves the database of the version it had', () => {
    file = join(freshFolder(), DATABASE_NAME);
    makeOlder(file, 50);
    const bytes = readFileSync(file);
    const page = rootPageOf('unit');
    bytes.fill(0xff, (page - 1) * 4096, page * 4096);
    writeFileSync(file, bytes);
    expect(migrate).toThrow(expect.objectContaining({ code: 'DATABASE_DAMAGED' }));
    expect(readFileSync(file).equals(bytes)).toBe(true);
    expect(readdirSync(join(file, '..', 'backups'))).toEqual([]);
  });

  it('takes away what an unfinished one left', () => {
    file = join(freshFolder(), DATABASE_NAME);
    makeOlder(file, 50);
    migrate();
    const left = join(file, '..', 'backups', 'a.part');
    writeFileSync(left, 'half');
    rmSync(file);
    makeOlder(file, 50);
    migrate();
    expect(readdirSync(join(file, '..', 'backups')).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});
