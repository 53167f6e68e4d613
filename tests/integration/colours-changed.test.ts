import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Application, createApp } from '#main/core/app.ts';
import { SETTLE_MS } from '#main/core/take/watch/settle.ts';
import { outcomeOf } from '#shared/contract/outcome.ts';
import { filledFolder, freshFolder } from '#tests/setup/data-folder.ts';

const WEEK = 'week-2025-12-29';
const WHO = 'Trực ban';
let nowMs = Date.parse('2025-12-29T10:00:00.000Z');
let application: Application;

beforeAll(async () => {
  application = await createApp({ dataFolder: filledFolder(), clock: () => new Date(nowMs) });
});
afterAll(() => application.close());

const intake = () => application.client.intake;
const coloursNow = () => {
  const sql = `SELECT unit.code, reported, operating FROM unit_status JOIN unit ON unit.id = unit_id
    WHERE cut_id = (SELECT id FROM cut WHERE code = ?) AND unit.level <> 'country' ORDER BY unit.code`;
  return application.context.read.prepare(sql).all(WEEK) as { code: string; reported: string }[];
};
/** Another number once another connection has changed something for good. */
const dataVersion = () => application.context.read.pragma('data_version', { simple: true });

function communesThatAre(colour: string, province: string, count: number): string[] {
  const sql = `SELECT unit.code FROM unit JOIN unit AS parent ON parent.id = unit.parent_id
    WHERE parent.code = ? AND unit.level = 'commune'`;
  const own = new Set(application.context.read.prepare(sql).pluck().all(province));
  const found = coloursNow().filter(({ code, reported }) => own.has(code) && reported === colour);
  expect(found.length).toBeGreaterThanOrEqual(count);
  return found.slice(0, count).map(({ code }) => code);
}

async function fileOf(units: readonly string[], value: number, name = 'mau.csv'): Promise<File> {
  const known = (await application.client.plan.indicators()).filter(({ kind }) => kind === 'criterion');
  const rows = units.flatMap((unit) => known.map(({ code }) => `${WEEK};${unit};${code};${value}`));
  return new File([`cut;unit_code;indicator;value\n${rows.join('\n')}\n`], name);
}

test('a file that is ready tells whose colours it would change, and its receipt whose it has', async () => {
  const units = communesThatAre('green', '31', 12);
  const preview = await intake().inspect({ file: await fileOf(units, 0) });
  expect(preview.outcome).toBe('ready');
  const before = [dataVersion(), coloursNow()];
  const told = await intake().colours({ id: preview.id ?? '' });
  expect([dataVersion(), coloursNow()]).toEqual(before);
  const reported = told?.moves.find(({ level, side }) => level === 'commune' && side === 'reported');
  expect(told?.cut).toBe(WEEK);
  expect(reported).toMatchObject({ changed: 12, regressed: 12, improved: 0, started: 0, stopped: 0 });
  expect(reported?.units).toEqual(units.slice(0, 10));

  const earlier = new Map(coloursNow().map((row) => [row.code, row]));
  const { result } = await outcomeOf(await intake().commit({ id: preview.id ?? '', who: WHO }));
  const receipt = await intake().receipt({ run: result.run });
  expect(receipt?.colours).toEqual(told);
  const moved = coloursNow().filter(({ code, reported: now }) => earlier.get(code)?.reported !== now);
  const counted = receipt?.colours?.moves.filter(({ side }) => side === 'reported') ?? [];
  expect(counted.reduce((sum, { changed }) => sum + changed, 0)).toBe(moved.length);
});

test('a file that changes no colour says so', async () => {
  const [unit = ''] = communesThatAre('red', '31', 1);
  const preview = await intake().inspect({ file: await fileOf([unit], 0) });
  expect(await intake().colours({ id: preview.id ?? '' })).toEqual({ cut: WEEK, moves: [] });
});

test('of files that are judged at once each receipt tells of its own units', async () => {
  const one = communesThatAre('green', '31', 2);
  const other = communesThatAre('green', '01', 3);
  const folder = freshFolder();
  await application.client.watch.choose({ folder, policy: 'clean', who: WHO });
  writeFileSync(join(folder, 'a.csv'), await (await fileOf(one, 0)).text());
  writeFileSync(join(folder, 'b.csv'), await (await fileOf(other, 0)).text());
  await application.watch.look();
  nowMs += SETTLE_MS;
  await application.watch.look();
  for (const [name, units] of [
    ['a.csv', one],
    ['b.csv', other],
  ] as const) {
    const run = (await intake().runs({})).find(({ file }) => file === name)?.run ?? '';
    const moves = (await intake().receipt({ run }))?.colours?.moves ?? [];
    const communes = moves.find(({ level, side }) => level === 'commune' && side === 'reported');
    expect(communes?.units).toEqual(units);
    const text = readFileSync(join(folder, `da-nhan/${name}.bien-nhan.txt`), 'utf8');
    expect(text).toContain(`${units.length} xã đổi màu báo cáo (xấu đi ${units.length}): `);
  }
});
