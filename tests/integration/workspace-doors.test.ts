import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Application, createApp } from '#main/core/app.ts';
import { makeSnapshot, openSnapshot } from '#tests/fixtures/snapshots/good-file.ts';
import { filledFolder, freshFolder } from '#tests/setup/data-folder.ts';

const WHO = 'Trực ban';
const WEEK = 'week-2025-12-29';
const PROVINCE = '31';
const folder = freshFolder();
const illustrativeFolder = filledFolder();
const [realFolder, copyFolder] = [join(folder, 'thật'), join(folder, 'bản')];
const [mixed, fromCopy] = [join(folder, 'lẫn.kh02'), join(folder, 'thực hành.kh02')];
const [madeUp, published] = [join(folder, 'minh họa.kh02'), join(folder, 'công bố.kh02')];
/** Before the first report was published. */
const EARLY = 'week-2025-07-14';

/** In the week that ends with the last built-in cut: the calendar of what is begun then knows it. */
const clock = () => new Date('2025-12-24T02:00:00.000Z');

let real: Application;
let copy: Application;

const csv = (value: number) =>
  new File([`cut,unit_code,indicator,value\n${WEEK},11629,devices,${value}\n`], 'a.csv');

/** Sends one figure of a commune as a file would bring it. */
async function bring({ client }: Application, value: number): Promise<void> {
  const { id } = await client.intake.inspect({ file: csv(value), keep: true });
  for await (const _ of await client.intake.commit({ id: id ?? '', who: WHO }));
}

beforeAll(async () => {
  const illustrative = await createApp({ dataFolder: illustrativeFolder, clock });
  await makeSnapshot(illustrative, { to: madeUp, province: PROVINCE, cuts: [EARLY] });
  await makeSnapshot(illustrative, { to: published, province: PROVINCE, cuts: [WEEK] });
  await bring(illustrative, 0);
  await makeSnapshot(illustrative, { to: mixed, province: PROVINCE, cuts: [WEEK] });
  await illustrative.client.workspace.create({ name: 'Văn phòng', folder: realFolder });
  await illustrative.close();
  real = await createApp({ dataFolder: realFolder, clock, restart: () => undefined });
});
afterAll(async () => {
  await copy?.close();
  await real.close();
});

const sourceKinds = () =>
  real.context.read.prepare('SELECT DISTINCT kind FROM source ORDER BY kind').pluck().all();

describe('a real workspace', () => {
  it('takes what was published also where every figure of the file is made up', async () => {
    const { id } = await openSnapshot(real.client, { path: published });
    const { rows, reports, cuts, run } = await real.client.snapshots.import({ id, who: WHO });
    await real.client.snapshots.close({ id });
    expect({ rows, cuts }).toEqual({ rows: 0, cuts: [WEEK] });
    const added = reports.find(({ kind }) => kind === 'difficulty')?.added ?? 0;
    expect(added).toBeGreaterThan(0);
    expect(real.context.read.prepare('SELECT count(*) FROM difficulty').pluck().get()).toBe(added);
    await real.client.intake.undo({ run, who: WHO });
  });

  it('refuses a data file in which everything is made up, and says how much that is', async () => {
    const before = real.context.read.prepare('SELECT count(*) FROM import_run').pluck().get();
    const { id } = await openSnapshot(real.client, { path: madeUp });
    const { leftOut } = await real.client.snapshots.preview({ id });
    const refused = real.client.snapshots.import({ id, who: WHO });
    await expect(refused).rejects.toMatchObject({
      code: 'ILLUSTRATIVE_ONLY',
      data: { values: { count: leftOut } },
    });
    await real.client.snapshots.close({ id });
    expect(leftOut).toBeGreaterThan(1000);
    expect(real.context.read.prepare('SELECT count(*) FROM import_run').pluck().get()).toBe(before);
  });

  it('takes of a data file what is real, and counts what it left out', async () => {
    const { id } = await openSnapshot(real.client, { path: mixed });
    const preview = await real.client.snapshots.preview({ id });
    expect(preview.figures.added).toBeGreaterThan(0);
    expect(preview.leftOut).toBeGreaterThan(1000);
    const { leftOut, rows } = await real.client.snapshots.import({ id, who: WHO });
    await real.client.snapshots.close({ id });
    expect({ leftOut, rows }).toEqual({ leftOut: preview.leftOut, rows: preview.figures.added });
    expect(sourceKinds()).not.toContain('illustrative');
    expect(await real.client.application.info()).toMatchObject({ mark: null });
    const reports = real.context.read.prepare('SELECT count(*) FROM task_report').pluck().get();
    expect(reports).toBe(0);
  });

  it('is not replaced by the backup of an illustrative one', async () => {
    const illustrative = await createApp({ dataFolder: illustrativeFolder });
    const { name } = await illustrative.client.backups.make({ folder });
    await illustrative.close();
    const { folder: own } = await real.client.backups.list();
    const mine = await real.client.backups.make({});
    copyFileSync(join(folder, name), join(own, name));
    const refused = real.client.backups.restore({ name });
    await expect(refused).rejects.toMatchObject({ code: 'RESTORE_OTHER_WORKSPACE' });
    expect(await real.client.backups.look({ name: mine.name })).toMatchObject({ name: mine.name });
  });
});

describe('a practice copy', () => {
  it('is marked, and nothing of it comes back', async () => {
    await bring(real, 1);
    await real.client.workspace.copy({ folder: copyFolder });
    copy = await createApp({ dataFolder: copyFolder, clock });
    expect(await copy.client.application.info()).toMatchObject({ mark: 'practice' });
    expect(await copy.client.status.get({ cut: WEEK })).toMatchObject({ mark: 'practice' });
    await bring(copy, 0);
    const { made } = await makeSnapshot(copy, { to: fromCopy, cuts: [WEEK] });
    expect(made.cuts).toEqual([WEEK]);
    const opened = await openSnapshot(real.client, { path: fromCopy });
    expect(opened.report.manifest?.practice).toBe(true);
    const refused = real.client.snapshots.import({ id: opened.id, who: WHO });
    await expect(refused).rejects.toMatchObject({ code: 'PRACTICE_DATA' });
  });

  it('has its mark on what is made of it', async () => {
    const briefing = await copy.client.briefing.describe({ briefing: 'national', cut: WEEK });
    const marks = briefing.pages.map((page) => page.marks);
    // Of a cut of which nothing has come.
    expect(new Set(marks)).toEqual(new Set(['BẢN THỰC HÀNH · ĐANG THU THẬP: 0/34 TỈNH']));
  });
});
