import { unzipSync } from 'fflate';
import { afterEach, expect, it } from 'vitest';
import { type Application, createApp } from '#main/core/app.ts';
import { judgeDueCuts } from '#main/core/desk/alerts/due-watch.ts';
import { openReached } from '#main/core/desk/calendar/opening.ts';
import { outcomeOf } from '#shared/contract/outcome.ts';
import { problemSentence } from '#shared/text/intake-text.ts';
import { createTranslator } from '#shared/text/translator.ts';
import { beginningFolder } from '#tests/fixtures/empty/workspaces.ts';
import { freshFolder } from '#tests/setup/data-folder.ts';

const WHO = 'Trực ban';
const DUTY = { owes: ['criteria' as const], asks: 'all' as const };
const WEEKLY = { weekday: 1, hour: 16, minute: 0, dueAfterHours: 0, ...DUTY };
const MONTHLY = { dueDay: 5, dueHour: 17, owes: ['outputs' as const], asks: 'all' as const };
const SCHEDULE = { weekly: WEEKLY, monthly: MONTHLY, moments: [] };

let now = '';
let application: Application;
afterEach(() => application.close());

/** A real workspace with nothing in it, on Thursday 05/02/2026, without the calendar it begins with. */
async function begin() {
  now = '2026-02-05T03:00:00.000Z';
  application = await createApp({ dataFolder: beginningFolder('nothing'), clock: () => new Date(now) });
  const { revisions } = await application.client.calendar.overview({});
  // A week asks for the words about tasks as well, or no template had a sheet for them.
  expect(revisions.at(-1)).toMatchObject({
    until: null,
    schedule: { ...SCHEDULE, weekly: { ...WEEKLY, owes: ['criteria', 'taskReports'] } },
  });
  await application.context.write((write) => write.exec('DELETE FROM calendar_revision'));
  return application.client;
}
const setCalendar = (more = {}) =>
  application.client.calendar.change({
    from: '2026-02-05',
    schedule: { ...SCHEDULE, ...more },
    who: WHO,
    note: 'Bắt đầu',
  });
const codes = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
const opened = async () => codes((await application.client.calendar.overview({})).opened).sort();

async function bring(rows: string, more = {}) {
  const { client } = application;
  const file = new File([`cut,unit_code,indicator,value\n${rows}\n`], 'a.csv');
  const preview = await client.intake.inspect({ file, ...more });
  if (preview.outcome !== 'ready') return preview;
  await outcomeOf(await client.intake.commit({ id: preview.id ?? '', who: WHO }));
  return preview;
}

it('plans eight weeks and three months ahead, opens those that have begun, and makes templates before any data', async () => {
  const client = await begin();
  expect(await client.calendar.overview({})).toEqual({
    revisions: [],
    opened: [],
    total: 0,
    planned: [],
    removed: [],
  });
  await setCalendar();
  const { planned, opened: begun } = await client.calendar.overview({});
  expect(codes(begun)).toEqual(['month-2026-02', 'week-2026-02-09']);
  expect(begun[1]).toMatchObject({
    start: '2026-02-03',
    dueAt: '2026-02-09T09:00:00.000Z',
    provinces: 34,
    sent: 0,
  });
  const { statuses, months } = await client.picture.get();
  for (const [collected, cut] of [
    [statuses.collecting, begun[1]],
    [months.collecting, begun[0]],
  ] as const) {
    const owed = cut?.owed ?? 0;
    expect(owed).toBeGreaterThan(3321);
    expect(collected).toMatchObject([{ cut: { id: cut?.id }, provinces: 34, inProvinces: 0, owed, sent: 0 }]);
  }
  expect(codes(planned)).toEqual([
    ...['16', '23'].map((day) => `week-2026-02-${day}`),
    ...['02', '09', '16', '23', '30'].map((day) => `week-2026-03-${day}`),
    'month-2026-03',
    'month-2026-04',
    'month-2026-05',
  ]);
  const { name } = await client.intake.template({ province: '31', cut: 'week-2026-03-30' });
  expect(name).toContain('week-2026-03-30');
  await expect(client.intake.template({ province: '31', cut: 'week-2096-01-02' })).rejects.toMatchObject({
    code: 'CUT_UNPLANNED',
  });
});

it('begins with the month that has just ended, of which the first weeks are judged, and gives a week to send it', async () => {
  for (const [begins, month, dueAt] of [
    ['2026-02-05T03:00:00.000Z', 'month-2026-01', '2026-02-12T10:00:00.000Z'],
    ['2026-01-01T03:00:00.000Z', 'month-2025-12', '2026-01-08T10:00:00.000Z'],
    ['2026-02-28T03:00:00.000Z', 'month-2026-01', '2026-02-28T10:00:00.000Z'],
  ] as const) {
    now = begins;
    application = await createApp({
      ...{ dataFolder: freshFolder(), begins: { name: 'Văn phòng' }, clock: () => new Date(now) },
    });
    const { client, context } = application;
    await openReached(context);
    const months = (await client.calendar.overview({})).opened.filter(({ kind }) => kind === 'month');
    expect(months).toMatchObject([{ id: `month-${begins.slice(0, 7)}` }, { id: month, dueAt }]);
    expect((await client.intake.template({ province: '31', cut: month })).name).toContain(month);
    if (begins !== '2026-02-28T03:00:00.000Z') await application.close();
  }
});

it('opens a cut when its time begins, and not before', async () => {
  await begin();
  await setCalendar();
  now = '2026-02-09T16:59:00.000Z';
  await openReached(application.context);
  expect(await opened()).toEqual(['month-2026-02', 'week-2026-02-09']);
  now = '2026-02-09T17:00:00.000Z';
  await openReached(application.context);
  expect(await opened()).toEqual(['month-2026-02', 'week-2026-02-09', 'week-2026-02-16']);
});

it('opens what nobody opened for a quarter, says so in each course, and answers questions meanwhile', async () => {
  await begin();
  await setCalendar();
  now = '2026-05-06T03:00:00.000Z';
  const order: string[] = [];
  const opening = openReached(application.context).then(() => order.push('opened'));
  await application.client.settings.get();
  order.push('answered');
  await opening;
  expect(order).toEqual(['answered', 'opened']);
  const cuts = await application.client.intake.cuts();
  expect(cuts).toHaveLength(18);
  const late = cuts.filter(({ events }) => events[0]?.reason?.includes('Opened late'));
  // Those that had begun when the calendar was set, and those that run.
  expect(codes(cuts.filter((cut) => !late.includes(cut))).sort()).toEqual([
    ...['month-2026-02', 'month-2026-05', 'week-2026-02-09', 'week-2026-05-11'],
  ]);
  const { collecting } = (await application.client.picture.get()).statuses;
  // Monday's is due for less than 48 hours.
  expect(collecting.filter(({ isToBeDecided }) => !isToBeDecided).map(({ cut }) => cut.id)).toEqual([
    ...['week-2026-05-04', 'week-2026-05-11'],
  ]);
});

it('puts a criterion of Thursday 05/02 into the week as of Monday 09/02', async () => {
  await begin();
  await setCalendar();
  expect(await bring('2026-02-05,11629,devices,1')).toMatchObject({
    cuts: [{ code: 'week-2026-02-09', state: 'collecting' }],
  });
});

it('asks with the nearest cuts where a file names one that the calendar does not know, and never makes it', async () => {
  await begin();
  await setCalendar();
  const far = await bring('week-2096-01-02,11629,devices,1');
  expect(far.outcome).toBe('questions');
  expect(far.questions[0]).toMatchObject({ id: 'cut:week-2096-01-02', code: 'CUT_UNKNOWN' });
  expect(codes(far.questions[0]?.candidates.map(({ code }) => ({ id: code })) ?? [])).toContain(
    'week-2026-03-30',
  );
  // The sentence of screen and command line names them too, and the way out.
  const [told] = far.problems.filter(({ code }) => code === 'CUT_UNKNOWN');
  const said = problemSentence({ code: 'CUT_UNKNOWN', values: told?.values ?? {} }, createTranslator('vi'));
  expect(said).toContain('week-2026-03-30');
  expect(said).toContain('kh02 cut add');
  const before = await opened();
  await bring('week-2096-01-02,11629,devices,1', { answers: { 'cut:week-2096-01-02': 'week-2026-02-16' } });
  expect(await opened()).toEqual([...before, 'week-2026-02-16']);
});

it('says without a calendar that there is none, and takes nothing in', async () => {
  await begin();
  expect((await bring('2026-02-05,11629,devices,1')).outcome).toBe('errors');
  await expect(application.client.intake.template({ province: '31' })).rejects.toMatchObject({
    code: 'NO_DATA',
  });
});

it('adds, names and removes cuts, empty ones only, also after the run that opened one was undone', async () => {
  const { calendar, intake } = await begin();
  await calendar.add({ cut: 'day-2026-02-04', label: 'Giao ban', who: WHO });
  await expect(calendar.add({ cut: 'day-2026-02-04', who: WHO })).rejects.toMatchObject({
    code: 'CUT_EXISTS',
  });
  await expect(calendar.add({ cut: 'week-2096-01-02', who: WHO })).rejects.toMatchObject({
    code: 'CUT_TOO_FAR',
  });
  await expect(calendar.add({ cut: 'week-2026-02-30', who: WHO })).rejects.toMatchObject({
    code: 'CUT_UNKNOWN',
  });
  await bring('day-2026-02-04,11629,devices,1');
  await expect(calendar.remove({ cut: 'day-2026-02-04', who: WHO })).rejects.toMatchObject({
    code: 'CUT_NOT_EMPTY',
  });
  const { cut } = await calendar.label({ cut: 'day-2026-02-04', label: null, who: WHO });
  expect(cut).toMatchObject({ id: 'day-2026-02-04', label: null });
  const [run] = await intake.runs({});
  await intake.undo({ run: run?.run ?? '', who: WHO });
  await calendar.remove({ cut: 'day-2026-02-04', who: WHO });
  expect(await opened()).toEqual([]);
  expect(application.context.read.pragma('foreign_key_check')).toEqual([]);
});

it('asks before it opens a week that shares days with others, open or planned, and takes nothing else for one', async () => {
  const { calendar } = await begin();
  await setCalendar();
  const add = (cut: string, more = {}) => calendar.add({ cut, who: WHO, ...more });
  await expect(add('week-2026-02-10')).rejects.toMatchObject({
    code: 'CUT_OVERLAPS',
    data: {
      values: {
        ...{ cut: 'week-2026-02-10', from: '04/02/2026', to: '10/02/2026' },
        others: 'week-2026-02-09, week-2026-02-16',
      },
    },
  });
  // The same days at another hour; the week before the calendar begins ends the day before the first one starts.
  await expect(add('week-2026-02-09T0900')).rejects.toMatchObject({ code: 'CUT_OVERLAPS' });
  expect(await opened()).toEqual(['month-2026-02', 'week-2026-02-09']);
  for (const cut of ['week-2026-02-02', 'week-2026-02-16', 'day-2026-02-09', 'moment-2026-02-09T0900'])
    expect((await add(cut)).cut).toMatchObject({ id: cut, state: 'collecting' });
  await add('week-2026-02-10', { overlap: true });
  expect(await opened()).toContain('week-2026-02-10');
});

it('names a planned cut and moves its hour: it opens so, whoever opens it, and the journal has it', async () => {
  const { calendar, journal, intake } = await begin();
  await setCalendar();
  const [cut, dueAt] = ['week-2026-02-16', '2026-02-18T02:00:00.000Z'];
  const { cut: named } = await calendar.label({ cut, label: 'Sau Tết', who: WHO });
  expect(named).toMatchObject({ id: cut, state: 'planned', label: 'Sau Tết' });
  await calendar.moveDue({ cut, dueAt: '2026-02-18T02:00:00Z', who: WHO, reason: 'Nghỉ Tết' });
  const planned = async (code: string) =>
    (await calendar.overview({})).planned.find(({ id }) => id === code) ?? null;
  expect(await planned(cut)).toMatchObject({ label: 'Sau Tết', dueAt });
  // What the calendar would become keeps it, and changes nothing about it.
  const { changed } = await calendar.preview({ from: '2026-02-05', schedule: SCHEDULE });
  expect(changed).toEqual([]);
  expect((await intake.template({ province: '31', cut })).name).toContain(cut);
  const acts = (await journal.list({ limit: 10 })).acts.filter(({ cuts }) => cuts.includes(cut));
  expect(acts.map(({ kind, who, subject, reason }) => [kind, who, subject, reason])).toEqual([
    ['cutDueMoved', WHO, dueAt, 'Nghỉ Tết'],
    ['cutLabelled', WHO, 'Sau Tết', null],
  ]);
  now = '2026-02-10T03:00:00.000Z';
  await openReached(application.context);
  const isThere = (await calendar.overview({})).opened.find(({ id }) => id === cut);
  expect(isThere).toMatchObject({ state: 'collecting', label: 'Sau Tết', dueAt });
  // One that was taken out forgets what was said of it.
  const next = 'week-2026-02-23';
  await calendar.label({ cut: next, label: 'Tạm', who: WHO });
  await calendar.remove({ cut: next, who: WHO });
  expect((await calendar.add({ cut: next, who: WHO })).cut.label).toBeNull();
  await expect(calendar.label({ cut: 'week-2096-01-02', label: 'x', who: WHO })).rejects.toMatchObject({
    code: 'CUT_UNKNOWN',
  });
});

it('knows a cut to add, name or move by a day in it and by its month, and by no hour before its end', async () => {
  const { calendar, intake } = await begin();
  await setCalendar();
  const add = async (cut: string) => (await calendar.add({ cut, who: WHO })).cut.id;
  expect(await add('11/02/2026')).toBe('week-2026-02-16');
  expect(await add('27/01-02/02/2026')).toBe('week-2026-02-02');
  expect(await add('tháng 1/2026')).toBe('month-2026-01');
  const named = await calendar.label({ cut: '2026-02-18', label: 'Tết', who: WHO });
  expect(named.cut).toMatchObject({ id: 'week-2026-02-23', label: 'Tết' });
  const early = { dueAt: '2026-02-23T08:00:00Z', who: WHO, reason: 'x' };
  for (const cut of ['week-2026-02-23', 'week-2026-02-16', 'month-2026-02'])
    await expect(
      calendar.moveDue({ ...early, cut, dueAt: cut.includes('16') ? '2026-02-16T08:59:00Z' : early.dueAt }),
    ).rejects.toMatchObject({ code: 'CUT_DUE_EARLY' });
  await expect(add('Tuần 9/2026')).rejects.toMatchObject({
    code: 'CUT_UNKNOWN',
    data: { values: { why: 'numbered', nearest: 'week-2026-02-23, week-2026-03-02, week-2026-03-09' } },
  });
  expect((await intake.submissions({ cut: 'tháng 01/2026' })).cut.id).toBe('month-2026-01');
  // A month that ended before the first week is there, and has nothing to be coloured by.
  await calendar.remove({ cut: '2026-02-02', who: WHO });
  await expect(application.client.status.get({ cut: '2026-01' })).rejects.toMatchObject({
    code: 'NO_DATA',
    data: { values: { why: 'before', cut: 'month-2026-01' } },
  });
});

it('tells the sender of a file for a removed cut who took it out and why', async () => {
  await begin();
  await setCalendar();
  const { calendar } = application.client;
  await calendar.remove({ cut: 'week-2026-02-16', who: WHO, reason: 'nghỉ Tết' });
  const asked = await bring('week-2026-02-16,11629,devices,1');
  expect(asked.outcome).toBe('questions');
  const [told] = asked.problems.filter(({ code }) => code === 'CUT_REMOVED');
  const said = problemSentence({ code: 'CUT_REMOVED', values: told?.values ?? {} }, createTranslator('vi'));
  expect(said).toMatch(
    new RegExp(
      `^${WHO} đã bỏ kỳ số liệu “week-2026-02-16” khỏi lịch ngày \\d\\d/\\d\\d/\\d{4}, lý do: nghỉ Tết`,
    ),
  );
});

it('does not open again by itself what a person removed, until somebody adds it', async () => {
  const { calendar } = await begin();
  await setCalendar();
  await calendar.remove({ cut: 'week-2026-02-09', who: WHO, reason: 'Nghỉ Tết' });
  await calendar.remove({ cut: 'week-2026-02-16', who: WHO });
  now = '2026-02-12T03:00:00.000Z';
  await openReached(application.context);
  expect(await opened()).toEqual(['month-2026-02']);
  const removed = async () => (await calendar.overview({})).removed;
  expect(codes(await removed())).toContain('week-2026-02-16');
  await calendar.add({ cut: 'week-2026-02-16', who: WHO });
  expect(await opened()).toEqual(['month-2026-02', 'week-2026-02-16']);
  expect(codes(await removed())).not.toContain('week-2026-02-16');
});

it('touches by a change only cuts that have not opened, as its preview says', async () => {
  const { calendar } = await begin();
  await setCalendar();
  const before = (await calendar.overview({})).opened;
  const change = { from: '2026-02-05', schedule: { ...SCHEDULE, weekly: { ...WEEKLY, weekday: 5 } } };
  const preview = await calendar.preview(change);
  expect(codes(preview.removed)).toHaveLength(7);
  expect(codes(preview.added)).toContain('week-2026-02-13');
  expect(preview.opensNow).toBe(1);
  // The week that is open shares days with two of those to come: that is said before it happens.
  expect(codes(preview.overlapping)).toEqual(['week-2026-02-06', 'week-2026-02-13']);
  await calendar.change({ ...change, who: WHO, note: 'Họp thứ Sáu' });
  const after = (await calendar.overview({})).opened;
  expect(after).toEqual(expect.arrayContaining(before));
  expect(codes(after)).toContain('week-2026-02-06');
});

it('counts on the board only from whom a cut asks', async () => {
  const { calendar, intake } = await begin();
  await setCalendar({ weekly: { ...WEEKLY, asks: ['31', '00004'] } });
  await bring('week-2026-02-09,11629,devices,1');
  const [, week] = (await calendar.overview({})).opened;
  expect(week).toMatchObject({ id: 'week-2026-02-09', provinces: 2, begun: 1, sent: 1 });
  const board = await intake.submissions({ cut: 'week-2026-02-09' });
  expect(
    codes(board.provinces.filter(({ expected }) => expected > 0).map(({ code }) => ({ id: code }))),
  ).toEqual(['01', '31']);
  expect(board.provinces.find(({ code }) => code === '01')?.expected).toBe(1);
});

it('moves the hour an open cut is due, with a reason on record, and only lateness follows', async () => {
  const { calendar, intake } = await begin();
  await setCalendar();
  now = '2026-02-09T10:00:00.000Z';
  const late = async () => (await intake.submissions({ cut: 'week-2026-02-09' })).provinces[0]?.isLate;
  expect(await late()).toBe(true);
  await calendar.moveDue({ cut: 'week-2026-02-09', dueAt: '2026-02-10T09:00:00Z', who: WHO, reason: 'Bão' });
  expect(await late()).toBe(false);
  const cut = (await intake.cuts()).find(({ id }) => id === 'week-2026-02-09');
  expect(cut).toMatchObject({ asOf: '2026-02-09T09:00:00.000Z', dueAt: '2026-02-10T09:00:00.000Z' });
});

it('names a cut to its senders by the day it is taken, and by what people call it', async () => {
  const { calendar, intake } = await begin();
  await setCalendar();
  const reminder = async () => (await intake.reminder({ cut: 'week-2026-02-09', province: '31' })).text;
  expect(await reminder()).toMatch(/kỳ 09\/02\/2026[ ,.;:]/);
  await calendar.label({ cut: 'week-2026-02-09', label: 'trước Tết', who: WHO });
  expect(await reminder()).toContain('kỳ 09/02/2026 (trước Tết)');
  await bring('week-2026-02-09,11629,devices,1');
  const { subtitle, pages } = await application.client.briefing.describe({ briefing: 'national' });
  expect(subtitle).toContain('09/02/2026 16:00 (trước Tết)');
  // What is half collected is no picture, and who is silent is at no level.
  const said = JSON.stringify(pages);
  expect(said).toContain('Kỳ này đang thu thập, chưa phải bức tranh: 0/34 tỉnh, thành phố đã gửi đủ.');
  expect(said).toContain('33 địa phương chưa báo cáo nên chưa biết.');
  // No page says it less than the first: each may be torn from the others.
  expect(pages.length).toBeGreaterThan(3);
  expect(new Set(pages.map(({ marks }) => marks))).toEqual(new Set(['ĐANG THU THẬP: 0/34 TỈNH']));
  const { file } = await intake.template({ cut: 'week-2026-02-09', province: '31' });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const sheets = Object.values(unzipSync(bytes)).map((part) => new TextDecoder().decode(part));
  expect(sheets.some((xml) => xml.includes('09/02/2026 (trước Tết)'))).toBe(true);
});

it('has a board before anything has come, and says of a planned cut that it is not open', async () => {
  const { intake } = await begin();
  await expect(intake.submissions({})).rejects.toMatchObject({ code: 'NO_DATA' });
  await setCalendar();
  expect(await intake.submissions({})).toMatchObject({ cut: { id: 'week-2026-02-09' } });
  expect((await intake.submissions({ cut: 'month-2026-02' })).provinces).toHaveLength(34);
  expect((await intake.reminder({ province: '31' })).text).toContain('09/02/2026');
  for (const ask of [
    intake.submissions({ cut: 'week-2026-02-16' }),
    intake.reminder({ cut: 'week-2026-02-16', province: '31' }),
    intake.close({ cut: 'week-2026-02-16', who: WHO }),
  ])
    await expect(ask).rejects.toMatchObject({ code: 'CUT_NOT_OPEN' });
  await expect(intake.submissions({ cut: 'week-2096-01-02' })).rejects.toMatchObject({ code: 'CUT_UNKNOWN' });
});

it('counts the task reports of a cut that asks for them, and reminds of those that have not come', async () => {
  const { intake } = await begin();
  await setCalendar({ weekly: { ...WEEKLY, owes: ['criteria', 'taskReports'] } });
  const cut = 'week-2026-02-09';
  const tasks = async () =>
    (await intake.submissions({ cut })).provinces.find(({ code }) => code === '31')?.tasks;
  const asked = (await tasks())?.owed ?? 0;
  expect(asked).toBeGreaterThan(10);
  const text = `cut,unit_code,Mã nhiệm vụ,Trạng thái,Tiến độ\n${cut},31,2.06,Đang vướng mắc,40%\n`;
  const { id } = await intake.inspect({ file: new File([text], 'b.csv'), cut });
  await outcomeOf(await intake.commit({ id: id ?? '', who: WHO }));
  expect(await tasks()).toEqual({ owed: asked, reported: 1 });
  const reminder = await intake.reminder({ cut, province: '31' });
  expect(reminder.tasks).toBe(asked - 1);
  expect(reminder.text).toContain(`Còn ${asked - 1} nhiệm vụ chưa có báo cáo tiến độ.`);
  // A month asks for figures alone: no report is owed, and nobody is reminded of one.
  const month = await intake.submissions({ cut: 'month-2026-02' });
  expect(new Set(month.provinces.map((province) => province.tasks))).toEqual(new Set([null]));
});

it('lets one of two who close at once win, and tells the other who did', async () => {
  const { intake } = await begin();
  await setCalendar();
  const close = (who: string) => intake.close({ cut: 'week-2026-02-09', who, anyway: true });
  const [first, second] = await Promise.allSettled([close('Lan'), close('Minh')]);
  expect(first).toMatchObject({ status: 'fulfilled' });
  expect(second).toMatchObject({
    status: 'rejected',
    reason: { code: 'CUT_ALREADY_CLOSED', data: { values: { who: 'Lan', cut: 'week-2026-02-09' } } },
  });
  await expect(
    application.client.calendar.remove({ cut: 'week-2026-02-09', who: WHO }),
  ).rejects.toMatchObject({
    code: 'CUT_CLOSED',
  });
});

it("closes no cut that has not begun: it would be everybody's picture", async () => {
  const { intake, picture } = await begin();
  await setCalendar();
  await bring('week-2026-02-09,00004,devices,1\nweek-2026-02-23,00004,devices,1');
  const closing = intake.close({ cut: 'week-2026-02-23', who: WHO });
  await expect(closing).rejects.toMatchObject({
    code: 'CUT_NOT_BEGUN',
    data: { values: { cut: 'week-2026-02-23', start: '17/02/2026' } },
  });
  expect((await picture.get()).statuses.picture).toBeNull();
  now = '2026-02-17T01:00:00.000Z';
  // Nor by a slip one of which hardly anything has come.
  await expect(intake.close({ cut: 'week-2026-02-23', who: WHO })).rejects.toMatchObject({
    code: 'CUT_CLOSE_POOR',
    data: { values: { cut: 'week-2026-02-23', inProvinces: 0, provinces: 34, share: '0,01%' } },
  });
  expect((await picture.get()).statuses.picture).toBeNull();
  await intake.close({ cut: 'week-2026-02-23', who: WHO, anyway: true });
  expect((await picture.get()).statuses.picture).toMatchObject({ id: 'week-2026-02-23' });
  // The week before it becomes nobody's picture: nothing has to be confirmed.
  await intake.close({ cut: 'week-2026-02-09', who: WHO });
});

it('judges what fell due before anything watched, where commands alone had filled it', async () => {
  const { alerts } = await begin();
  await setCalendar();
  await bring('week-2026-02-09,00004,devices,1');
  const silent = async () => (await alerts.list({ cut: 'week-2026-02-09', rules: ['noReport'] })).total;
  expect(await silent()).toBe(0);
  now = '2026-02-09T10:00:00.000Z';
  await judgeDueCuts(application.context);
  expect(await silent()).toBe(34);
});
