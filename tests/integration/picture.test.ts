import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Application, createApp, DATABASE_NAME } from '#main/core/app.ts';
import { gatherNational } from '#main/core/brief/facts.ts';
import { frameWords } from '#main/core/brief/frame-words.ts';
import { marksOf } from '#main/core/brief/marks.ts';
import { situationPage } from '#main/core/brief/pages/situation.ts';
import { createSay } from '#main/core/brief/say.ts';
import { gapTable } from '#main/hosts/cli/gap-table.ts';
import { cutLabels } from '#main/hosts/cli/reason-texts.ts';
import { statusTable } from '#main/hosts/cli/status-table.ts';
import { waitingText } from '#shared/text/waiting-month.ts';
import { makeSnapshot, openSnapshot } from '#tests/fixtures/snapshots/good-file.ts';
import { filledFolder, freshFolder } from '#tests/setup/data-folder.ts';
import { makeTenProvinces, send } from './picture-center.ts';
import { WHO } from './small-center.ts';

const LAST = 'week-2025-12-29';
const NEXT = 'week-2026-01-05';
const MONTH = 'month-2026-01';
/** Two days after the next week is due. */
const LATER = '2026-01-07T09:00:00.000Z';

let template = '';
const applications: Application[] = [];
beforeAll(() => {
  template = filledFolder();
  makeTenProvinces(template);
});
afterEach(async () => {
  for (const one of applications.splice(0)) await one.close();
});

/** The application on ten provinces with two communes each; the hour may be changed. */
async function open() {
  const folder = freshFolder();
  copyFileSync(join(template, DATABASE_NAME), join(folder, DATABASE_NAME));
  const clock = { now: '2026-01-05T08:00:00.000Z' };
  const application = await createApp({ dataFolder: folder, clock: () => new Date(clock.now) });
  applications.push(application);
  return { application, client: application.client, clock };
}

function codesOf({ context }: Application, sql: string): string[] {
  return context.read.prepare(sql).pluck().all() as string[];
}

/** Everything that the communes of so many provinces owe for a week (all met) or a month. */
function whole(application: Application, cut: string, provinces: number) {
  const isMonth = cut === MONTH;
  const units = codesOf(
    application,
    `SELECT code FROM unit WHERE level = 'commune' ORDER BY parent_id, code`,
  );
  const indicators = codesOf(
    application,
    `SELECT code FROM indicator WHERE (kind = 'criterion') = ${isMonth ? 0 : 1}`,
  );
  const figure = isMonth
    ? { value: 0.9, numerator: 90, denominator: 100 }
    : { value: 1, numerator: null, denominator: null };
  const figures = units
    .slice(0, provinces * 2)
    .flatMap((unit) => indicators.map((indicator) => ({ unit, indicator, figure })));
  return { cut, figures };
}

const one = (application: Application) => {
  const { cut, figures } = whole(application, NEXT, 1);
  return { cut, figures: figures.slice(0, 1) };
};

describe('the picture of the built-in data', () => {
  it('calls none of its cuts one that is collected: enough has come of all, years ago', async () => {
    const { client, close } = await createApp({ dataFolder: filledFolder() });
    const { opened } = await client.calendar.overview({});
    await close();
    expect(opened.length).toBeGreaterThan(30);
    // Of June 2025 nothing is owed: communes begin in July.
    expect(opened.filter(({ stage }) => stage !== 'complete').map(({ id, stage }) => [id, stage])).toEqual([
      ['month-2025-06', 'overdue'],
    ]);
  });

  it('is its last week and its last month; nothing is collected, and nothing is asked', async () => {
    const application = await createApp({ dataFolder: filledFolder() });
    applications.push(application);
    const { statuses, months } = await application.client.picture.get();
    expect([statuses.picture?.id, months.picture?.id]).toEqual([LAST, 'month-2025-12']);
    expect(statuses).toMatchObject({ isPoor: false, collecting: [], offered: null });
    expect(statuses.shown).toMatchObject({ provinces: 34, inProvinces: 33 });
    expect(months.collecting).toEqual([]);
  });
});

describe('a week of which one row has come', () => {
  it('is no one’s default: not of figures, alerts, gaps, units', async () => {
    const { application, client } = await open();
    const answers = async () => ({
      status: await client.status.get({}),
      alerts: await client.alerts.list({ limit: 5 }),
      units: (await client.units.list({})).date,
      gap: await client.gap.get({}),
    });
    const before = await answers();
    await send(application, one(application));
    expect(await answers()).toEqual(before);
    const list = await client.cuts.list();
    expect(list.slice(0, 2).map(({ id, standing }) => [id, standing])).toEqual([
      [NEXT, null],
      [LAST, 'picture'],
    ]);
    const { collecting, picture } = (await client.picture.get()).statuses;
    expect(picture?.id).toBe(LAST);
    expect(collecting).toMatchObject([
      { cut: { id: NEXT }, provinces: 10, inProvinces: 0, owed: 240, sent: 1 },
    ]);
  });

  it('is opened by whoever names it', async () => {
    const { application, client } = await open();
    await send(application, one(application));
    expect((await client.status.get({ cut: NEXT })).cut.id).toBe(NEXT);
  });
});

describe('a week that fills', () => {
  it('becomes the picture with nine of ten provinces, in the same transaction; one that is silent holds no veto', async () => {
    const { application, client } = await open();
    await send(application, whole(application, NEXT, 8));
    expect((await client.status.get({})).cut.id).toBe(LAST);
    await send(application, whole(application, NEXT, 9));
    expect((await client.status.get({})).cut.id).toBe(NEXT);
    expect(
      codesOf(
        application,
        `SELECT picture_event.kind FROM picture_event JOIN cut ON cut.id = cut_id
      WHERE cut.code = '${NEXT}'`,
      ),
    ).toEqual(['complete']);
  });

  it('does not move back by an undo; what is left is said, and a person goes back with a reason', async () => {
    const { application, client } = await open();
    await send(application, whole(application, NEXT, 6));
    const run = await send(application, whole(application, NEXT, 9));
    await expect(client.picture.back({ cut: NEXT, who: WHO, reason: 'thử' })).rejects.toMatchObject({
      code: 'PICTURE_STANDS',
    });
    await client.intake.undo({ run, who: WHO, reason: 'gửi nhầm' });
    const { statuses } = await client.picture.get();
    expect(statuses).toMatchObject({ isPoor: true, picture: { id: NEXT }, previous: { id: LAST } });
    expect(statuses.shown).toMatchObject({ inProvinces: 6 });
    expect((await client.status.get({})).cut.id).toBe(NEXT);
    const { picture } = await client.picture.back({ cut: NEXT, who: WHO, reason: 'gửi nhầm' });
    expect([picture.id, (await client.status.get({})).cut.id]).toEqual([LAST, LAST]);
    await expect(client.picture.back({ cut: NEXT, who: WHO, reason: 'lại' })).rejects.toMatchObject({
      code: 'PICTURE_STANDS',
    });
    expect(
      codesOf(application, `SELECT who || ': ' || reason FROM picture_event WHERE kind = 'back'`),
    ).toEqual([`${WHO}: gửi nhầm`]);
    // Enough again: the picture again.
    await send(application, whole(application, NEXT, 10));
    expect((await client.status.get({})).cut.id).toBe(NEXT);
  });

  it('knows what people did meanwhile at the old picture, however it became the new one', async () => {
    const { application, client } = await open();
    await send(application, one(application));
    const [alert] = (await client.alerts.list({ states: ['firing'], limit: 1 })).alerts;
    const id = alert?.id ?? '';
    await client.alerts.acknowledge({ ids: [id], who: WHO, note: 'đã gọi tỉnh' });
    const at = async (cut: string) => (await client.alerts.get({ id, cut })).alert.state;
    expect(await at(LAST)).toBe('acknowledged');
    await client.intake.close({ cut: NEXT, who: WHO, anyway: true });
    expect((await client.status.get({})).cut.id).toBe(NEXT);
    const { alert: now } = await client.alerts.get({ id });
    expect(['acknowledged', 'resolved']).toContain(now.state);
  });
});

describe('close or wait?', () => {
  it('is asked two days after a week was due, and again two days after somebody waits; closing makes the picture', async () => {
    const { application, client, clock } = await open();
    await send(application, one(application));
    const asked = async () => (await client.picture.get()).statuses.collecting[0];
    expect(await asked()).toMatchObject({ isToBeDecided: false, waited: null });
    clock.now = LATER;
    expect(await asked()).toMatchObject({ isToBeDecided: true });
    await client.picture.wait({ cut: NEXT, who: WHO, reason: 'hai tỉnh mất mạng' });
    expect(await asked()).toMatchObject({ isToBeDecided: false, waited: { who: WHO, at: LATER } });
    clock.now = '2026-01-09T09:00:00.000Z';
    expect(await asked()).toMatchObject({ isToBeDecided: true });
    await client.intake.close({ cut: NEXT, who: WHO, anyway: true });
    expect((await client.picture.get()).statuses).toMatchObject({ picture: { id: NEXT }, isPoor: true });
    await expect(client.picture.wait({ cut: NEXT, who: WHO })).rejects.toMatchObject({ code: 'CUT_CLOSED' });
  });
});

describe('months', () => {
  it('speak once they are a picture, and no longer when a person goes back', async () => {
    const { application, client, clock } = await open();
    clock.now = '2026-02-10T00:00:00.000Z';
    await send(application, whole(application, 'week-2026-02-09', 10));
    const month = async () => (await client.status.get({})).outputs[0]?.cut;
    await send(application, { ...whole(application, MONTH, 1) });
    expect(await month()).toBe('month-2025-12');
    expect((await client.picture.get()).months.collecting).toMatchObject([
      { cut: { id: MONTH }, inProvinces: 1 },
    ]);
    await client.intake.close({ cut: MONTH, who: WHO, anyway: true });
    expect(await month()).toBe(MONTH);
    await client.picture.back({ cut: MONTH, who: WHO, reason: 'mới có một tỉnh' });
    expect(await month()).toBe('month-2025-12');
    // Asked for by itself it shows what there is of it.
    expect((await client.status.get({ cut: MONTH })).outputs[0]?.cut).toBe(MONTH);
  });
});

describe('a month asked for by itself', () => {
  it('says of which week its colours, tasks and alerts are, also in commands and decks', async () => {
    const { application, client, clock } = await open();
    clock.now = '2026-02-10T00:00:00.000Z';
    await send(application, whole(application, MONTH, 10));
    const cut = MONTH;
    const report = await client.status.get({ cut });
    const statusCut = { id: LAST, asOf: '2025-12-29T09:00:00.000Z' };
    const alerts = await client.alerts.list({ cut });
    const forecast = await client.forecast.get({ cut });
    const gaps = await client.gap.get({ cut });
    for (const answer of [report, alerts, forecast, gaps])
      expect(answer.cut).toMatchObject({ id: MONTH, statusCut });
    expect((await client.status.get({})).cut.statusCut).toBe(null);
    const said =
      'Màu, điều kiện cơ bản, nhiệm vụ và cảnh báo là của tuần 29/12/2025; chỉ tiêu kết quả là của tháng 01/2026.';
    expect(statusTable(report)).toContain(said);
    expect(gapTable(gaps)).toContain(said);
    const facts = await gatherNational(client, { compare: null, cut });
    const words = frameWords(createSay('vi', facts.names));
    expect(marksOf(situationPage(facts, createSay('vi', facts.names), words), { words })).toContain(
      'MÀU VÀ NHIỆM VỤ: TUẦN 29/12/2025',
    );
  });
});

describe('a month of which too little has come', () => {
  it('is named wherever the month before speaks in its place: screens, decks, commands and Why', async () => {
    const { application, client, clock } = await open();
    clock.now = '2026-02-10T00:00:00.000Z';
    const week = 'week-2026-02-09';
    await send(application, whole(application, week, 10));
    expect((await client.status.get({})).waitingMonth).toBe(null);
    await send(application, whole(application, MONTH, 7));
    const report = await client.status.get({});
    const owed = report.waitingMonth?.owed ?? 0;
    const waiting = { cut: MONTH, provinces: 10, inProvinces: 7, owed, sent: owed * 0.7 };
    expect(report.waitingMonth).toEqual({ ...waiting, instead: 'month-2025-12' });
    const said = 'Số liệu kết quả tháng 01/2026 mới có 70% báo cáo (7/10 tỉnh đủ); đang dùng tháng 12/2025.';
    expect(statusTable(report)).toContain(said);
    const [unit] = codesOf(application, `SELECT code FROM unit WHERE level = 'commune' LIMIT 1`);
    const reasons = [
      (await client.units.profile({ code: unit ?? '' })).reasons,
      (await client.why.get({ about: { what: 'count', count: 'operating' } })).reasons,
    ];
    const values = { newer: MONTH, share: 0.7, provinces: 10, inProvinces: 7 };
    for (const heard of reasons) expect(heard).toContainEqual({ code: 'reason.operating.waiting', values });
    expect((await client.units.profile({ code: unit ?? '' })).waitingMonth).toEqual(report.waitingMonth);
    expect(gapTable(await client.gap.get({}))).toContain(said);
    const [criterion] = codesOf(application, `SELECT code FROM indicator WHERE kind = 'criterion' LIMIT 1`);
    const [output] = codesOf(application, `SELECT code FROM indicator WHERE kind = 'ratio' LIMIT 1`);
    const answers = [
      await client.gap.get({}),
      await client.map.statuses({ level: 'commune' }),
      await client.map.indicator({ level: 'commune', code: output ?? '' }),
      await client.indicators.get({ code: output ?? '' }),
      // A month that is asked for by itself shows what there is of it, and what is of the week does not wait for it.
      await client.map.indicator({ level: 'commune', code: output ?? '', cut: MONTH }),
      await client.indicators.get({ code: output ?? '', cut: MONTH }),
      await client.map.indicator({ level: 'commune', code: criterion ?? '' }),
      await client.indicators.get({ code: criterion ?? '' }),
    ].map(({ waitingMonth }) => waitingMonth);
    const spoken = report.waitingMonth;
    expect(answers).toEqual([spoken, spoken, spoken, spoken, null, null, null, null]);
    const facts = await gatherNational(client, { compare: null });
    const say = createSay('vi', facts.names);
    const page = situationPage(facts, say, frameWords(say));
    expect(JSON.stringify(page.rows)).toContain(said);
    expect(marksOf(page, { words: frameWords(say) })).toContain(
      'VẬN HÀNH: THÁNG 01/2026 MỚI CÓ 70%, DÙNG THÁNG 12/2025',
    );
    // By the name that people have given it, in files and commands as on screens.
    await client.calendar.label({ cut: MONTH, label: 'sau Tết', who: WHO });
    const named = createSay('vi', (await gatherNational(client, { compare: null })).names);
    expect(waitingText(named, report.waitingMonth)).toContain('tháng 01/2026 (sau Tết) mới có 70%');
    const labels = await cutLabels(client);
    expect(statusTable(report, labels)).toContain('tháng 01/2026 (sau Tết) mới có 70%');
    await client.intake.close({ cut: MONTH, who: WHO, anyway: true });
    expect((await client.status.get({})).waitingMonth).toBe(null);
  });
});

describe('without a picture', () => {
  it('the fullest is offered, and said to be no picture; with nothing at all there is no answer', async () => {
    const { application, client } = await open();
    await application.context.write((database) => {
      database.exec(`DELETE FROM picture_event; DELETE FROM submission WHERE cut_id <> (
        SELECT id FROM cut WHERE code = 'week-2025-12-22')`);
    });
    const { statuses } = await client.picture.get();
    expect(statuses).toMatchObject({ picture: null, offered: { id: 'week-2025-12-22' }, isPoor: false });
    expect((await client.status.get({})).cut.id).toBe('week-2025-12-22');
    await application.context.write((database) => {
      database.exec(`UPDATE import_run SET cut_id = NULL`);
    });
    await expect(client.status.get({})).rejects.toMatchObject({ code: 'NO_DATA' });
    expect((await client.cuts.list()).every(({ standing }) => standing === null)).toBe(true);
  });
});

describe('a data file', () => {
  it('opens on the picture it was made with, and one of a half-empty week alone says so', async () => {
    const { application, client } = await open();
    await send(application, one(application));
    const all = join(freshFolder(), 'all.kh02');
    await makeSnapshot(application, { to: all });
    const alone = join(freshFolder(), 'alone.kh02');
    await makeSnapshot(application, { cuts: [NEXT], to: alone });
    const pictureOf = async (path: string) => {
      const { id } = await openSnapshot(client, { path });
      const { context } = application;
      return (await context.clientFor({ ...context, source: id }).picture.get()).statuses;
    };
    expect(await pictureOf(all)).toMatchObject({
      picture: { id: LAST },
      collecting: [{ cut: { id: NEXT } }],
    });
    expect(await pictureOf(alone)).toMatchObject({ picture: null, offered: { id: NEXT } });
    expect((await client.picture.get()).statuses.picture?.id).toBe(LAST);
  });
});
