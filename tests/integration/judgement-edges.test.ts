import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Application, createApp } from '#main/core/app.ts';
import type { WriteDatabase } from '#main/db/open.ts';
import { matrixTotal } from '#shared/domain/gap.ts';
import { filledFolder } from '#tests/setup/data-folder.ts';
import { recomputeFrom } from '#tests/setup/recompute.ts';

const COMMUNES = 3321;
/** Several cuts, on a machine that does other things as well. */
const RECOMPUTE_MS = 60_000;

let application: Application;

beforeAll(async () => {
  application = await createApp({ dataFolder: filledFolder() });
});
afterAll(() => application.close());

describe('a cut with no data', () => {
  const EMPTY = 'week-2026-01-05';

  beforeAll(
    () =>
      application.context.write((database) => {
        const sql = `INSERT INTO cut (code, kind, start, as_of, due_at)
        VALUES (?, 'week', '2025-12-30', '2026-01-05T09:00:00.000Z', '2026-01-05T09:00:00.000Z')`;
        const { lastInsertRowid } = database.prepare(sql).run(EMPTY);
        recomputeFrom(database, Number(lastInsertRowid));
      }),
    RECOMPUTE_MS,
  );

  it('is not reported everywhere, and coloured nowhere', async () => {
    const { national, provinces, criteria, tasks } = await application.client.status.get({ cut: EMPTY });
    expect(national.reported).toEqual({ green: 0, yellow: 0, red: 0, notReported: COMMUNES });
    // What was reported of tasks lasts: its colours can only have got worse by the week that passed.
    const before = await application.client.status.get({ cut: 'week-2025-12-29' });
    expect(national.progress.green).toBeLessThanOrEqual(before.national.progress.green);
    expect(national.progress.notReported).toBe(0);
    expect(tasks.older).toBe(tasks.reported);
    expect(tasks.done).toBe(before.tasks.done);
    expect(national.coverage).toBeNull();
    expect(provinces.every((province) => province.coverage === null)).toBe(true);
    expect(criteria.every(({ share, notReported }) => share === null && notReported === COMMUNES)).toBe(true);
  });

  it('has no gap for certain, and lists those of which nobody has seen the last one end', async () => {
    const { matrix, units, gaps } = await application.client.gap.get({ cut: EMPTY });
    expect(gaps.any.atLeast).toBe(0);
    expect(units.filter(({ steps, last }) => steps !== null || last === null)).toEqual([]);
    expect(matrixTotal(matrix)).toBe(COMMUNES);
    expect(Object.values(matrix.notReported).reduce((sum, count) => sum + count, 0)).toBe(COMMUNES);
  });

  it('compared with the cut before shows that reporting stopped, not that anything got worse', async () => {
    const change = await application.client.compare.cuts({ from: 'week-2025-12-29', to: EMPTY });
    expect(change.regressed).toEqual([]);
    expect(change.improved).toEqual([]);
    expect(change.stoppedReporting).toHaveLength(COMMUNES - 38);
    expect(change.provinces.every((province) => province.coverageChange === null)).toBe(true);
  });

  it('takes the date from a forecast, which would count from an earlier week, and leaves the share', async () => {
    const before = await application.client.forecast.get({ cut: 'week-2025-12-29' });
    const after = await application.client.forecast.get({ cut: EMPTY });
    expect(after.national).toMatchObject({
      kind: 'withheld',
      share: before.national.share,
      asOf: '2025-12-29',
      state: 'notReported',
    });
    expect(before.national).toMatchObject({ asOf: '2025-12-29', state: 'value' });
    const { points } = await application.client.forecast.course({ code: 'VN', cut: EMPTY });
    expect(points.at(-1)?.share).toBeNull();
    expect(points.at(-2)?.share).toBe(before.national.share);
  });

  it('leaves a criterion without a value', async () => {
    const { country, provinces, distribution } = await application.client.indicators.get({
      code: 'staff',
      cut: EMPTY,
    });
    expect(country).toMatchObject({ value: null, reported: 0, notReported: COMMUNES });
    expect(provinces.every((place) => place.value === null)).toBe(true);
    expect(distribution).toEqual([]);
  });

  it('can be tried with other rules without changing anything', async () => {
    const { rules } = await application.client.rules.get({});
    const preview = await application.client.rules.preview({
      cut: EMPTY,
      rules: { ...rules, commune: { yellowMissingAtMost: 0 } },
    });
    expect(preview.communesReported).toMatchObject({ after: { notReported: COMMUNES }, changed: 0 });
  });
});

describe('communes that joined and left', () => {
  const JOINED = '99001';
  const LEFT_ON = '2025-10-01';
  let left: string;

  beforeAll(
    () =>
      application.context.write((database) => {
        left = database
          .prepare(
            "SELECT code FROM unit WHERE level = 'commune' AND parent_id = (SELECT id FROM unit WHERE code = '31') ORDER BY code LIMIT 1",
          )
          .pluck()
          .get() as string;
        addCommune(database, JOINED, '31', LEFT_ON);
        database.prepare('UPDATE unit SET valid_to = ? WHERE code = ?').run(LEFT_ON, left);
        const cut = database
          .prepare("SELECT id FROM cut WHERE code = 'week-2025-09-29'")
          .pluck()
          .get() as number;
        recomputeFrom(database, cut);
      }),
    RECOMPUTE_MS,
  );

  it('are counted apart and are in no transition', async () => {
    const change = await application.client.compare.cuts({ from: 'week-2025-09-29', to: 'week-2025-10-06' });
    expect(change.joined.map(({ code, province, status }) => ({ code, province, status }))).toEqual([
      { code: JOINED, province: '31', status: 'notReported' },
    ]);
    expect(change.left.map(({ code, province }) => ({ code, province }))).toEqual([
      { code: left, province: '31' },
    ]);
    expect(change.common).toBe(COMMUNES - 1);
    const counted = Object.values(change.transitions).flatMap((row) => Object.values(row));
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(COMMUNES - 1);
    const changed = [change.improved, change.regressed, change.startedReporting, change.stoppedReporting];
    expect(changed.flat().map(({ code }) => code)).not.toContain(JOINED);
    expect(changed.flat().map(({ code }) => code)).not.toContain(left);
  });

  it('do not shift the coverage of their province', async () => {
    const { provinces } = await application.client.compare.cuts({
      from: 'week-2025-09-29',
      to: 'week-2025-10-06',
    });
    expect(provinces.find(({ code }) => code === '31')?.communes).toBe(113);
  });

  it('are counted where they are in force, and nowhere else', async () => {
    const before = await application.client.status.get({ cut: 'week-2025-09-29' });
    const after = await application.client.status.get({ cut: 'week-2025-10-06' });
    expect([before.national.communes, after.national.communes]).toEqual([COMMUNES, COMMUNES]);
    for (const { criteria, national } of [before, after]) {
      for (const { met, notMet, notReported, notApplicable } of criteria) {
        expect(met + notMet + notReported + notApplicable).toBe(national.communes);
      }
    }
    const { country } = await application.client.indicators.get({ code: 'staff', cut: 'week-2025-10-06' });
    expect(country.reported + country.notReported + country.notApplicable).toBe(COMMUNES);
    const map = await application.client.map.indicator({
      code: 'staff',
      level: 'commune',
      cut: 'week-2025-10-06',
    });
    expect(map.codes).toContain(JOINED);
    expect(map.codes).not.toContain(left);
  });

  it('leave the unit with its own words where it is no longer known', async () => {
    await expect(
      application.client.units.profile({ code: left, cut: 'week-2025-12-29' }),
    ).rejects.toMatchObject({ code: 'UNIT_UNKNOWN' });
    const profile = await application.client.units.profile({ code: left, cut: 'week-2025-09-29' });
    expect(profile.unit.code).toBe(left);
  });
});

function addCommune(database: WriteDatabase, code: string, province: string, from: string): void {
  const insertUnit = `INSERT INTO unit (code, level, parent_id, valid_from)
    VALUES (?, 'commune', (SELECT id FROM unit WHERE code = ?), ?)`;
  const { lastInsertRowid } = database.prepare(insertUnit).run(code, province, from);
  const insertName = `INSERT INTO unit_name (unit_id, role, kind, name, name_en, valid_from)
    VALUES (?, 'official', 'xa', 'Xã mới', 'New commune', ?)`;
  database.prepare(insertName).run(lastInsertRowid, from);
}
