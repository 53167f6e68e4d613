import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { type Application, createApp, DATABASE_NAME } from '#main/core/app.ts';
import { READ_AT_MOST } from '#main/core/ask/journal/walk.ts';
import { recordAct } from '#main/core/ground/acts/store.ts';
import { requestRestore } from '#main/db/restore.ts';
import { everyAct } from '#shared/contract/every-act.ts';
import { outcomeOf } from '#shared/contract/outcome.ts';
import { filledFolder, freshFolder } from '#tests/setup/data-folder.ts';

const WHO = 'Lê Thị Hồng';
const WEEK = 'week-2025-12-29';
const started: Application[] = [];

async function start(dataFolder = filledFolder(), more: Partial<Parameters<typeof createApp>[0]> = {}) {
  const application = await createApp({ dataFolder, person: { name: WHO }, ...more });
  started.push(application);
  return { ...application, dataFolder };
}
afterEach(async () => {
  for (const application of started.splice(0)) await application.close();
});

const csv = (indicator = 'devices', unit = '11629') =>
  new File([`cut,unit_code,indicator,value\n${WEEK},${unit},${indicator},1\n`], `${indicator}.csv`);
const kindsOf = (acts: readonly { readonly kind: string }[]) => acts.map(({ kind }) => kind);

it('tells every act once, the newest first, with who, when, about what and why', async () => {
  const { client } = await start();
  const { id } = await client.intake.inspect({ file: csv(), keep: true });
  const { result } = await outcomeOf(await client.intake.commit({ id: id ?? '', who: 'An' }));
  await client.intake.close({ cut: WEEK, who: 'Bình' });
  await client.intake.reopen({ cut: WEEK, who: 'Bình', reason: 'Bổ sung Hải Phòng' });
  await client.intake.undo({ run: result.run, who: 'Chi', reason: 'Nhầm tệp' });
  await client.calendar.add({ cut: 'day-2026-01-07', who: 'Dung' });
  await client.calendar.label({ cut: 'day-2026-01-07', label: 'Họp', who: 'Dung' });
  await client.calendar.remove({ cut: 'day-2026-01-07', who: 'Dung', reason: 'Thôi họp' });
  await outcomeOf(await client.rules.activate({ version: 1, who: 'Em' }));
  const { name } = await client.backups.make({});
  const { acts } = await client.journal.list({ limit: 12 });
  expect(acts.slice(0, 10).map(({ kind, who, cuts, reason }) => [kind, who, cuts.join(), reason])).toEqual([
    ['backup', WHO, '', null],
    ['rulesActivated', 'Em', '', null],
    ['cutRemoved', 'Dung', 'day-2026-01-07', 'Thôi họp'],
    ['cutLabelled', 'Dung', 'day-2026-01-07', null],
    ['cutOpened', 'Dung', 'day-2026-01-07', null],
    ['undo', 'Chi', WEEK, 'Nhầm tệp'],
    ['cutReopened', 'Bình', WEEK, 'Bổ sung Hải Phòng'],
    ['cutClosed', 'Bình', WEEK, null],
    ['import', 'An', WEEK, null],
    // The first of all: the program made the rules and the calendar.
    expect.arrayContaining(['KH02 Center']),
  ]);
  expect(acts[0]?.subject).toBe(name);
  expect(acts[8]).toMatchObject({ subject: 'devices.csv', ref: result.run, isProgram: false });
  expect(acts[9]?.isProgram).toBe(true);
});

it('tells a changed plan from changed rules', async () => {
  const { client } = await start();
  const { plan, revision } = await client.plan.get({});
  const tasks = plan.tasks.map((task) => ({ ...task, name: `${task.name} (sửa)` }));
  const draft = { plan: { ...plan, tasks }, base: revision.version, from: '2025-12-01' };
  await outcomeOf(await client.plan.save({ ...draft, who: 'An', note: 'Sửa tên' }));
  const { rules } = await client.rules.get({});
  await outcomeOf(await client.rules.save({ rules, who: 'Bình', note: 'Như cũ' }));
  const { acts } = await client.journal.list({ kinds: ['plan', 'rules'], limit: 3 });
  expect(acts.map(({ kind, who, subject, reason }) => [kind, who, subject, reason])).toEqual([
    ['rules', 'Bình', '3', 'Như cũ'],
    ['plan', 'An', '2', 'Sửa tên'],
    ['rules', 'KH02 Center', '1', expect.any(String)],
  ]);
  expect(kindsOf((await client.journal.list({ kinds: ['plan'] })).acts)).toEqual(['plan']);
  await client.intake.close({ cut: WEEK, who: 'Chi' });
  await client.plan.judgeAnew({ cut: WEEK, who: 'Dung', reason: 'Theo bản mới' });
  const closed = await client.journal.list({ kinds: ['cutClosed', 'cutJudgedAnew'], limit: 2 });
  expect(closed.acts.map(({ kind, who, subject }) => [kind, who, subject])).toEqual([
    ['cutJudgedAnew', 'Dung', '3'],
    ['cutClosed', 'Chi', null],
  ]);
});

it('tells what was decided of many alerts as one act, and finds it by each unit of it', async () => {
  const { client } = await start();
  const { alerts } = await client.alerts.list({ limit: 40 });
  const ids = alerts.map(({ id }) => id);
  const { changed } = await client.alerts.snooze({
    ids,
    who: WHO,
    note: 'Chờ đợt bổ sung',
  });
  const { acts } = await client.journal.list({ kinds: ['alertSnoozed'] });
  expect(acts).toHaveLength(1);
  expect(acts[0]).toMatchObject({
    who: WHO,
    count: changed,
    reason: 'Chờ đợt bổ sung',
    unit: null,
    ref: null,
  });
  const alert = alerts.find(({ unit }) => unit.code.length === 5);
  const own = (await client.journal.list({ unit: alert?.unit.code ?? '', kinds: ['alertSnoozed'] })).acts;
  expect(own).toHaveLength(1);
  expect(own[0]?.count).toBeGreaterThan(0);
  expect(own[0]?.count).toBeLessThan(changed);
});

it('puts exports on record with the one who made them, and the file by its name alone', async () => {
  const { client } = await start();
  const out = join(freshFolder(), 'bao-cao.csv');
  await outcomeOf(
    await client.briefing.export({ briefing: 'province', unit: '31', format: 'csv', out, cut: WEEK }),
  );
  const to = join(freshFolder(), 'so-lieu.kh02');
  await outcomeOf(await client.snapshots.create({ province: '31', cuts: [WEEK], to }));
  const table = { title: 'Bảng', columns: [{ title: 'Tên', format: 'text' as const }], rows: [['a'], ['b']] };
  await client.briefing.table({ ...table, format: 'xlsx' });
  const { acts } = await client.journal.list({ who: 'le thi hong' });
  expect(acts.map(({ kind, subject, unit, count }) => [kind, subject, unit?.code ?? null, count])).toEqual([
    ['tableExported', expect.stringMatching(/\.xlsx$/), null, 2],
    ['snapshotMade', 'so-lieu.kh02', '31', 1],
    ['briefingExported', 'bao-cao.csv', '31', null],
  ]);
});

it('shows a restore in the journal of what was restored, once, also after a kill before it was written', async () => {
  const first = await start();
  await first.client.intake.close({ cut: WEEK, who: WHO });
  const { name } = await first.client.backups.make({});
  await first.client.intake.reopen({ cut: WEEK, who: WHO, reason: 'Bổ sung' });
  await first.close();
  started.length = 0;
  const at = '2026-01-05T02:00:00.000Z';
  const backup = join(first.dataFolder, 'backups', name);
  requestRestore(join(first.dataFolder, DATABASE_NAME), backup, { who: 'Quản trị', at });
  const fail = () => {
    throw new Error('killed');
  };
  const killed = { dataFolder: first.dataFolder, onRestored: fail };
  await expect(createApp(killed)).rejects.toThrow('killed');
  const { client } = await start(first.dataFolder);
  const { acts } = await client.journal.list({ kinds: ['restored', 'cutClosed', 'cutReopened'] });
  expect(kindsOf(acts).toSorted()).toEqual(['cutClosed', 'restored']);
  expect(acts.find(({ kind }) => kind === 'restored')).toMatchObject({ who: 'Quản trị', at, subject: name });
  for (const application of started.splice(0)) await application.close();
  const again = await start(first.dataFolder);
  expect((await again.client.journal.list({ kinds: ['restored'] })).acts).toHaveLength(1);
});

it('finds words without accents in name, subject, reason and cut, between two times', async () => {
  const { client, context } = await start();
  await context.write((database) => {
    for (const [day, who, subject] of [
      ['02', 'An', 'đợt một'],
      ['03', 'Bình', 'đợt hai'],
      ['04', null, 'đợt ba'],
    ] as const)
      recordAct(database, { at: `2026-03-${day}T01:00:00.000Z`, kind: 'backup', who, subject, cut: WEEK });
  });
  const find = async (asked: Parameters<typeof client.journal.list>[0]) =>
    (await client.journal.list(asked)).acts.map(({ subject }) => subject);
  expect(await find({ text: 'DOT binh' })).toEqual(['đợt hai']);
  expect(await find({ text: 'dot', since: '2026-03-03T01:00:00.000Z' })).toEqual(['đợt ba', 'đợt hai']);
  expect(await find({ text: 'dot', until: '2026-03-03T01:00:00.000Z' })).toEqual(['đợt hai', 'đợt một']);
  expect(await find({ cut: WEEK, kinds: ['backup'] })).toEqual(['đợt ba', 'đợt hai', 'đợt một']);
  expect(await find({ who: 'an', kinds: ['backup'] })).toEqual(['đợt một']);
});

it('comes page by page, every act once, also many of one instant and of several tables', async () => {
  const { client, context } = await start();
  const at = '2026-03-02T01:00:00.000Z';
  await context.write((database) => {
    for (let place = 0; place < 25; place += 1)
      recordAct(database, { at, kind: 'backup', who: WHO, subject: `${place}` });
    database.exec(
      `INSERT INTO cut_event (cut_id, kind, at, who) SELECT id, 'closed', '${at}', 'An' FROM cut LIMIT 20`,
    );
    database.exec(`INSERT INTO cut_wait (cut_id, at, who) SELECT id, '${at}', 'An' FROM cut LIMIT 20`);
  });
  const whole = (await client.journal.list({ limit: 500 })).acts;
  const paged: typeof whole = [];
  let before: string | undefined;
  do {
    const page = await client.journal.list({ limit: 7, ...(before === undefined ? {} : { before }) });
    paged.push(...page.acts);
    before = page.next ?? undefined;
  } while (before !== undefined);
  expect(paged).toEqual(whole);
  expect(whole.length).toBeGreaterThanOrEqual(65);
  expect(await everyAct(client.journal.list, {})).toEqual(whole);
});

it('says how far back it looked where what is asked for is rare, and goes on from there', async () => {
  const { client, context } = await start();
  await context.write((database) => {
    recordAct(database, { at: '2020-01-01T00:00:00.000Z', kind: 'backup', who: 'Xuân', subject: 'hiếm' });
    database.exec(`
      WITH RECURSIVE number (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM number WHERE n < ${READ_AT_MOST + 10})
      INSERT INTO act (at, kind, who) SELECT strftime('%Y-%m-%dT%H:%M:%fZ', '2026-02-01', '+' || n || ' seconds'),
        'backup', 'An' FROM number`);
  });
  const first = await client.journal.list({ who: 'Xuân' });
  expect(first.acts).toEqual([]);
  expect(first.searchedTo).toMatch(/^2026-02-01/);
  const { acts, next } = await client.journal.list({ who: 'Xuân', before: first.next ?? '' });
  expect([acts.map(({ subject }) => subject), next]).toEqual([['hiếm'], null]);
});
