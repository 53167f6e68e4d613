import { copyFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Application, createApp, DATABASE_NAME } from '#main/core/app.ts';
import { importFiles } from '#main/hosts/cli/commands/import.ts';
import { writeFormat1 } from '#tests/fixtures/snapshots/format-1-file.ts';
import { makeSnapshot, openSnapshot, verifySnapshot } from '#tests/fixtures/snapshots/good-file.ts';
import { reseal } from '#tests/fixtures/snapshots/hostile-files.ts';
import { filledFolder, freshFolder } from '#tests/setup/data-folder.ts';

const WEEK = 'week-2025-12-29';
const MONTH = 'month-2025-11';
const COMMUNE = '11629';
let application: Application;
let folder: string;
let good: string;

beforeAll(async () => {
  application = await createApp({ dataFolder: filledFolder() });
  folder = freshFolder();
  good = join(folder, 'tốt.kh02');
  await makeSnapshot(application, { province: '31', cuts: [WEEK], to: good });
});
afterAll(() => application.close());

/** A copy of the good file with something put into it, whole again as anybody without a key could make it. */
async function forged(name: string, ...statements: readonly string[]): Promise<string> {
  const path = join(folder, `${name}.kh02`);
  copyFileSync(good, path);
  const file = new Sqlite(path);
  file.pragma('foreign_keys = OFF');
  for (const sql of statements) file.exec(sql);
  file.close();
  await reseal(path);
  return path;
}

const figure = (cut: string, indicator: string, values: string) => `
  UPDATE observation SET ${values}, row = 7 WHERE cut_id = (SELECT id FROM cut WHERE code = '${cut}')
    AND indicator_id = (SELECT id FROM indicator WHERE code = '${indicator}')
    AND unit_id = (SELECT id FROM unit WHERE code = '${COMMUNE}')`;
const RATIO = 'results_online';
const COUNT = 'support_operations';

describe.each([
  ['a numerator above its denominator', RATIO, 'value = 1.2, numerator = 12, denominator = 10', '12,10,'],
  ['a negative numerator', RATIO, 'value = -0.1, numerator = -1, denominator = 10', '-1,10,'],
  ['something of nothing', RATIO, 'value = NULL, numerator = 5, denominator = 0', '5,0,'],
  ['a rate above one', RATIO, 'value = 1.5, numerator = NULL, denominator = NULL', ',,150'],
  ['half of a rate', RATIO, 'value = NULL, numerator = 5, denominator = NULL', '5,,'],
  ['a rate far from its parts', RATIO, 'value = 7, numerator = 1, denominator = 2', '1,2,700'],
  ['a criterion that is 7', 'devices', 'value = 7', ',,7'],
  ['a negative count', COUNT, 'value = -3', ',,-3'],
  ['half a thing', COUNT, 'value = 2.5', ',,"2,5"'],
  ['more than there can be', COUNT, 'value = 3000000000', ',,3000000000'],
])('%s', (name, indicator, values, cells) => {
  const cut = indicator === 'devices' ? WEEK : MONTH;

  it('keeps a data file out for the reason that keeps a CSV out', async () => {
    const csv = `cut,unit_code,indicator,numerator,denominator,value\n${cut},${COMMUNE},${indicator},${cells}\n`;
    const file = new File([csv], 'a.csv');
    const { problems } = await application.client.intake.inspect({ file });
    const wrong = problems.filter(({ severity }) => severity === 'error').map(({ code }) => code);
    const path = await forged(name, figure(cut, indicator, values));
    const report = await verifySnapshot(application.client, path);
    expect(report).toMatchObject({ verdict: 'refused', canOpen: false });
    expect(report.reasons).toMatchObject([
      {
        code: 'snapshots.reason.FIGURE_WRONG',
        values: { unit: COMMUNE, indicator, cut, row: 7, problem: wrong[0] },
      },
    ]);
    await expect(openSnapshot(application.client, { path })).rejects.toMatchObject({
      code: 'SNAPSHOT_REFUSED',
    });
  });
});

it('shows and takes the rate of its parts where another stands beside them, as of a CSV', async () => {
  const { client } = application;
  const path = await forged(
    'tỷ lệ khác',
    figure(MONTH, RATIO, 'value = 0.9, numerator = 1, denominator = 2'),
  );
  const { id } = await openSnapshot(client, { path });
  const reading = createRouterClient(application.router, {
    context: { ...application.context, source: id },
  });
  const { outputs } = await reading.units.profile({ code: COMMUNE, cut: WEEK });
  expect(outputs.find(({ code }) => code === RATIO)).toMatchObject({ value: 0.5 });
  const { changes } = await client.snapshots.preview({ id });
  expect(changes).toMatchObject([{ unit: COMMUNE, now: { indicator: RATIO, value: 0.5 } }]);
  await client.snapshots.close({ id });
});

it('knows the median of its own communes, not that of the country', async () => {
  const { client } = application;
  const { id } = await openSnapshot(client, { path: good });
  const reading = createRouterClient(application.router, {
    context: { ...application.context, source: id },
  });
  const mediansOf = async (asked: typeof client) => {
    const { outputs } = await asked.units.profile({ code: COMMUNE, cut: WEEK });
    return outputs.map(({ code, provinceMedian, countryMedian }) => ({
      code,
      provinceMedian,
      countryMedian,
    }));
  };
  const known = await mediansOf(client);
  expect(known.filter(({ countryMedian }) => countryMedian !== null)).not.toEqual([]);
  expect(await mediansOf(reading)).toEqual(known.map((output) => ({ ...output, countryMedian: null })));
  await client.snapshots.close({ id });
});

it.each([
  ['figure_total', 'numerator = denominator + 1'],
  ['figure_total', 'reported = units + 1'],
  ['unit_status', 'operating_score = 1.5'],
  ['unit_status', 'green = communes + 1 WHERE communes IS NOT NULL'],
  ['unit_status', `facts = json_set(facts, '$.unanswered', communes + 1) WHERE communes IS NOT NULL`],
  ['task_status', 'progress = 2'],
  ['task_status', `facts = json_set(facts, '$.age', 'già')`],
  ['task_status', `facts = json_set(facts, '$.state', 'xong')`],
  ['task_status', `facts = json_set(facts, '$.progressSum', 99)`],
  ['submission', 'received = -1'],
  ['import_run', 'added = -1'],
  ['alert_event', `to_state = 'lost'`],
  ['cut', `as_of = '2027-01-01T09:00:00.000Z'`],
  ['cut', `due_at = '2025-02-30T09:00:00.000Z'`],
  ['task_report', `done_on = '2025-02-30' WHERE state = 'done'`],
  ['difficulty', `reported_on = '2025-13-01'`],
  ['document', `issued_on = '2025-08-30 hôm qua'`],
  ['source', `received_at = 'sớm'`],
])('a row of %s with %s is refused', async (table, change) => {
  const path = await forged(`${table} ${change.length}`, `UPDATE ${table} SET ${change}`);
  const report = await verifySnapshot(application.client, path);
  expect(report).toMatchObject({ verdict: 'refused', canOpen: false });
  expect(report.reasons).toMatchObject([{ code: 'snapshots.reason.VALUES_WRONG', values: { table } }]);
});

describe('the command line', () => {
  it('names every figure that keeps a data file out, ends as for a CSV, and leaves the database as it was', async () => {
    const data = filledFolder();
    const state = () => {
      const database = new Sqlite(join(data, DATABASE_NAME), { readonly: true });
      const sql = `SELECT (SELECT count(*) FROM import_run), (SELECT count(*) FROM source),
        (SELECT sum(value) FROM observation)`;
      const found = database.prepare(sql).raw().get();
      database.close();
      return found;
    };
    const before = state();
    const path = await forged(
      'ba lỗi',
      figure(WEEK, 'devices', 'value = 7'),
      figure(MONTH, RATIO, 'value = 1.2, numerator = 12, denominator = 10'),
      figure(MONTH, COUNT, 'value = -3'),
    );
    const answer = await importFiles([path, '--data', data, '--json', '--accept-valid', '--who', 'Trực ban']);
    const { text, exitCode } = answer as { text: string; exitCode: number };
    expect(exitCode).toBe(1);
    const report = JSON.parse(text) as { outcome: string; problems: { code: string; message: string }[] };
    expect(report).toMatchObject({ outcome: 'refused', run: null });
    expect(report.problems.map(({ code }) => code).sort()).toEqual([
      'NUMERATOR_ABOVE_DENOMINATOR',
      'VALUE_NEGATIVE',
      'VALUE_NOT_CRITERION',
    ]);
    for (const { message } of report.problems) {
      expect(message).toContain('Xã An Lão');
      expect(message).toContain('dòng 7');
    }
    expect(state()).toEqual(before);
  });

  it('judges by what an indicator is here, not by what the file makes of it, whoever signed it', async () => {
    const path = await forged(
      'đổi loại',
      figure(WEEK, 'devices', 'value = 7'),
      `UPDATE indicator SET kind = 'count' WHERE code = 'devices'`,
    );
    const { id } = await openSnapshot(application.client, { path });
    const refused = {
      code: 'SNAPSHOT_REFUSED',
      data: { values: { problem: 'VALUE_NOT_CRITERION', row: 7 } },
    };
    await expect(application.client.snapshots.preview({ id })).rejects.toMatchObject(refused);
    await expect(application.client.snapshots.import({ id, who: 'An' })).rejects.toMatchObject(refused);
    await application.client.snapshots.close({ id });
  });
});

/** Where each figure of a cut came from, by codes. */
const ORIGINS = `
  SELECT unit.code AS unit, indicator.code AS indicator, figure.value, numerator, denominator, figure.note, source.kind,
    source.name, source.uuid, source.sha256, source.bytes, source.note AS word, sender.code AS sender,
    source.received_at, json_extract(source.sheets, '$[' || figure.sheet || ']') AS sheet, figure.row
  FROM observation AS figure JOIN cut ON cut.id = figure.cut_id JOIN unit ON unit.id = figure.unit_id
  JOIN indicator ON indicator.id = figure.indicator_id JOIN import_run AS run ON run.id = figure.run_id
  JOIN source ON source.id = run.source_id LEFT JOIN unit AS sender ON sender.id = source.sender_unit_id
  WHERE cut.code = ?`;
const IN_ORDER = 'ORDER BY unit.code, indicator.code';

it('each figure travels with its own kind, file, sender, sheet and row, in every format and back', async () => {
  const old = join(folder, 'gốc cũ.kh02');
  await writeFormat1(good, old);
  const ofProvince = `AND '31' IN (unit.code, (SELECT code FROM unit AS parent WHERE parent.id = unit.parent_id))`;
  for (const cut of [WEEK, MONTH]) {
    const here = application.context.read.prepare(`${ORIGINS} ${ofProvince} ${IN_ORDER}`).all(cut);
    expect(here.length).toBeGreaterThan(500);
    expect(new Set(here.map((one) => JSON.stringify(Object(one).row))).size).toBeGreaterThan(100);
    for (const path of [good, old]) {
      const file = new Sqlite(path, { readonly: true });
      expect(file.prepare(`${ORIGINS} ${IN_ORDER}`).all(cut)).toEqual(here);
      file.close();
      const { id } = await openSnapshot(application.client, { path });
      const opened = application.context.snapshots.files.find(id)?.context.read;
      expect(opened?.prepare(`${ORIGINS} ${IN_ORDER}`).all(cut)).toEqual(here);
      await application.client.snapshots.close({ id });
    }
  }
});

describe('a figure that comes through a data file', () => {
  let sender: Application;
  let receiver: Application;
  beforeAll(async () => {
    sender = await createApp({ dataFolder: filledFolder() });
    receiver = await createApp({ dataFolder: filledFolder() });
    const csv = 'Mã xã,Thiết bị số\n10507,Không\n11629,Không\n';
    const file = new File([csv], 'báo cáo Hải Phòng.csv');
    const { id } = await sender.client.intake.inspect({ file, cut: WEEK });
    for await (const _ of await sender.client.intake.commit({ id: id ?? '', who: 'Bình' }));
    await sender.client.snapshots.keys.make({ name: 'Hải Phòng' });
  });
  afterAll(() => Promise.all([sender.close(), receiver.close()]));

  const key = { cut: WEEK, unit: COMMUNE, indicator: 'devices' };
  const sentFrom = async (name: string, sign: boolean): Promise<string> => {
    const to = join(folder, name);
    await makeSnapshot(sender, { province: '31', cuts: [WEEK], to, ...(sign ? { sign: {} } : {}) });
    return to;
  };

  it.each([
    ['unsigned', false],
    ['signed', true],
  ])('keeps kind, file, sheet and row, and says which one: %s', async (name, isSigned) => {
    const path = await sentFrom(`${name}.kh02`, isSigned);
    if (isSigned) {
      const { text } = await sender.client.snapshots.keys.export();
      await receiver.client.snapshots.keys.trust({ text });
    }
    const [sent] = await sender.client.intake.history(key);
    const before = await receiver.client.intake.history(key);
    const { id } = await openSnapshot(receiver.client, { path });
    const imported = await receiver.client.snapshots.import({ id, who: 'An' });
    expect(imported.changed).toBeGreaterThan(0);
    const [current] = await receiver.client.intake.history(key);
    expect(sent).toMatchObject({ source: 'báo cáo Hải Phòng.csv', row: 3, through: null });
    expect(current).toMatchObject({
      source: sent?.source,
      sheet: sent?.sheet,
      row: sent?.row,
      sourceKind: 'official',
      kind: 'snapshot',
      who: 'An',
      run: imported.run,
      through: basename(path),
    });
    const { criteria } = await receiver.client.units.profile({ code: COMMUNE, cut: WEEK });
    const shown = criteria.find(({ code }) => code === 'devices')?.provenance;
    expect(shown).toMatchObject({ source: 'báo cáo Hải Phòng.csv', row: 3, through: basename(path) });
    const listed = await receiver.client.intake.runs({ cut: WEEK });
    expect(listed.filter(({ state }) => state === 'committed')).toMatchObject([
      { run: imported.run, file: basename(path) },
    ]);
    // The next one down the line is told of the first sender, too.
    const onward = join(folder, `tiếp ${name}.kh02`);
    await makeSnapshot(receiver, { province: '31', cuts: [WEEK], to: onward });
    const file = new Sqlite(onward, { readonly: true });
    const told = file
      .prepare(`${ORIGINS} AND unit.code = ? AND indicator.code = ?`)
      .all(WEEK, COMMUNE, 'devices');
    expect(told).toMatchObject([{ kind: 'official', name: 'báo cáo Hải Phòng.csv', row: 3 }]);
    file.close();
    await receiver.client.intake.undo({ run: imported.run, who: 'An' });
    const withdrawn = await receiver.client.intake.history(key);
    expect(withdrawn.filter(({ state }) => state !== 'withdrawn')).toEqual(
      before.filter(({ state }) => state !== 'withdrawn'),
    );
    await receiver.client.snapshots.close({ id });
  });

  it('stays illustrative where its row is, whatever the header says', async () => {
    const path = await forged(
      'tự nhận chính thức',
      `UPDATE manifest SET body = json_set(body, '$.sourceKinds', json('["official"]'))`,
      figure(WEEK, 'devices', 'value = iif(value = 1, 0, 1)'),
    );
    expect((await verifySnapshot(receiver.client, path)).manifest?.sourceKinds).toContain('illustrative');
    const { id } = await openSnapshot(receiver.client, { path });
    const { run } = await receiver.client.snapshots.import({ id, who: 'An' });
    const kinds = receiver.context.read
      .prepare(`SELECT DISTINCT source.kind FROM import_run JOIN source ON source.id = import_run.source_id
        WHERE import_run.uuid = ? OR through_id IN (SELECT id FROM import_run WHERE uuid = ?)`)
      .pluck()
      .all(run, run);
    expect(kinds).toEqual(['illustrative']);
    expect((await receiver.client.intake.history(key))[0]).toMatchObject({ sourceKind: 'illustrative' });
    await receiver.client.intake.undo({ run, who: 'An' });
    await receiver.client.snapshots.close({ id });
  });

  it('names no publisher for whom nobody vouches', async () => {
    const path = await forged(
      'mạo danh',
      `UPDATE source SET kind = 'published', name = 'Báo cáo của Ban Chỉ đạo', note = 'Ban Chỉ đạo Trung ương'`,
      figure(WEEK, 'devices', 'value = iif(value = 1, 0, 1)'),
    );
    const { id } = await openSnapshot(receiver.client, { path });
    const { run } = await receiver.client.snapshots.import({ id, who: 'An' });
    const { criteria } = await receiver.client.units.profile({ code: COMMUNE, cut: WEEK });
    const shown = criteria.find(({ code }) => code === 'devices')?.provenance;
    expect(shown).toMatchObject({ kind: 'published', source: 'mạo danh.kh02', row: 7 });
    expect(shown?.note).toBe('Theo tệp “mạo danh.kh02”, không có chữ ký được tin cậy trên máy này.');
    await receiver.client.intake.undo({ run, who: 'An' });
    await receiver.client.snapshots.close({ id });
  });
});
