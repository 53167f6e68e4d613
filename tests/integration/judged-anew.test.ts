import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { type Application, createApp, DATABASE_NAME } from '#main/core/app.ts';
import { JUDGEMENT_VERSION } from '#main/core/judge/judgement/version.ts';
import type { FillingProgress } from '#main/core/prepare.ts';
import { filledFolder } from '#tests/setup/data-folder.ts';

const NOW = new Date('2026-02-01T00:00:00.000Z');

/** A data folder whose colours and sums are not what the rules of today make of its figures. */
function wrongFolder(version: number | null): string {
  const folder = filledFolder();
  const database = new Sqlite(join(folder, DATABASE_NAME));
  database.exec(`UPDATE unit_status SET reported = 'red' WHERE unit_id % 7 = 0;
    DELETE FROM figure_total WHERE unit_id = 2; DELETE FROM setting WHERE key = 'judgement.version'`);
  if (version !== null) {
    database.prepare(`INSERT INTO setting VALUES ('judgement.version', ?)`).run(JSON.stringify(version));
  }
  database.close();
  return folder;
}

async function openOnce(folder: string) {
  const told: FillingProgress[] = [];
  const copies: string[] = [];
  const application = await createApp({
    dataFolder: folder,
    clock: () => NOW,
    onFilling: (progress) => told.push(progress),
    onCopy: (path, before) => copies.push(`${before} ${path}`),
  });
  const state = stateOf(application);
  await application.close();
  return { told, copies, state };
}

function stateOf({ context }: Application) {
  const list = (sql: string) => context.read.prepare(sql).raw().all();
  return {
    colours: list('SELECT cut_id, unit_id, reported, operating FROM unit_status ORDER BY cut_id, unit_id'),
    totals: list('SELECT * FROM figure_total ORDER BY cut_id, indicator_id, unit_id'),
    version: list(`SELECT value FROM setting WHERE key LIKE 'judgement.%'`),
  };
}

function backupsIn(folder: string): string[] {
  return readdirSync(join(folder, 'backups')).toSorted();
}

describe('a data folder that an older program judged', () => {
  it.each([null, JUDGEMENT_VERSION - 1])(
    '(%s) is copied, and judged anew before anybody sees it',
    async (version) => {
      const right = (await openOnce(filledFolder())).state;
      const folder = wrongFolder(version);
      const { told, copies, state } = await openOnce(folder);
      expect(state).toEqual(right);
      expect(state.version).toEqual([[String(JUDGEMENT_VERSION)]]);
      expect(told.at(-1)).toEqual({ done: told.at(-1)?.total, total: told.length });
      const [copy = ''] = backupsIn(folder);
      expect(copies).toEqual([`judgement ${join(folder, 'backups', copy)}`]);
      const kept = new Sqlite(join(folder, 'backups', copy), { readonly: true });
      expect(kept.pragma('integrity_check', { simple: true })).toBe('ok');
      const reds = kept.prepare(
        `SELECT count(*) FROM unit_status WHERE reported = 'red' AND unit_id % 7 = 0`,
      );
      expect(reds.pluck().get()).toBe(
        kept.prepare('SELECT count(*) FROM unit_status WHERE unit_id % 7 = 0').pluck().get(),
      );
      kept.close();
      expect(await openOnce(folder)).toEqual({ told: [], copies: [], state: right });
    },
  );

  it('keeps the last two copies from before it was judged anew, and leaves alone what is no copy', async () => {
    const folder = wrongFolder(1);
    await openOnce(folder);
    const [first = ''] = backupsIn(folder);
    const beforeUpdate = first.replace('judged-', 'v90-');
    const made = (day: string) => first.replace(/-\d{8}T/, `-${day}T`);
    for (const name of [
      made('20200101'),
      made('20200102'),
      'của tôi.db',
      beforeUpdate,
      '20200101T000000.000Z-kh02-center.db-wal',
    ]) {
      copyFileSync(join(folder, 'backups', first), join(folder, 'backups', name));
    }
    await openOnce(folder);
    expect(backupsIn(folder)).toEqual(
      [
        '20200101T000000.000Z-kh02-center.db-wal',
        made('20200102'),
        first,
        beforeUpdate,
        'của tôi.db',
      ].toSorted(),
    );
  });

  it('that cannot be judged is as it was, without a copy', async () => {
    const folder = wrongFolder(1);
    const database = new Sqlite(join(folder, DATABASE_NAME));
    const rules = database.prepare('SELECT rules FROM rule_set').pluck().get();
    database.exec(`UPDATE rule_set SET rules = '{}'`);
    await expect(openOnce(folder)).rejects.toThrow();
    expect(backupsIn(folder)).toEqual([]);
    const found = database.prepare(`SELECT value FROM setting WHERE key = 'judgement.version'`).pluck().get();
    expect(found).toBe('1');
    database.prepare('UPDATE rule_set SET rules = ?').run(rules);
    database.close();
    expect((await openOnce(folder)).state.version).toEqual([[String(JUDGEMENT_VERSION)]]);
  });
});
