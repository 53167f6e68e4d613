import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Application, createApp } from '#main/core/app.ts';
import type { Client } from '#shared/contract/contract.ts';
import { outcomeOf } from '#shared/contract/outcome.ts';
import { filledFolder } from '#tests/setup/data-folder.ts';

const WEEK = 'week-2025-12-29';
const MONTH = 'month-2025-12';
const UNIT = '31';
const WHO = 'Lê Thị An';

const folder = filledFolder();
let application: Application;
let client: Client;
const open = async () => {
  application = await createApp({
    dataFolder: folder,
    restart: () => undefined,
    openWorkspace: async () => null,
  });
  client = application.client;
};
beforeAll(open);
afterAll(() => application.close());

const WEEKLY = { who: WHO, unit: UNIT, cut: WEEK };
const MONTHLY = { who: WHO, unit: UNIT, cut: MONTH };
type Key = typeof WEEKLY;
interface Typed {
  readonly unit?: string;
  readonly indicator: string;
  readonly part?: 'value' | 'numerator' | 'denominator';
  readonly text: string;
  readonly before?: string;
}
const COMMUNE = '11629';
const cells = (...typed: Typed[]) => typed.map((one) => ({ unit: COMMUNE, part: 'value' as const, ...one }));
const type = (key: Key, ...typed: Typed[]) => client.entry.save({ ...key, cells: cells(...typed) });
const ratio = (numerator: string, denominator: string): Typed[] => [
  { indicator: 'applications_online', part: 'numerator', text: numerator },
  { indicator: 'applications_online', part: 'denominator', text: denominator },
];
const verdictsOf = async (key: Key, ...typed: Typed[]) => {
  const { verdicts } = await client.entry.check({ unit: key.unit, cut: key.cut, cells: cells(...typed) });
  return verdicts.map(({ severity, code, part }) => `${severity} ${code} ${part}`);
};
const commit = async (
  key: Key,
  more: { reason?: string; acceptValid?: boolean; confirmed?: boolean } = {},
) => {
  const { revision } = await client.entry.preview(key);
  return (await outcomeOf(await client.entry.commit({ ...key, revision, confirmed: true, ...more }))).result;
};
const inForce = async (key: Key, indicator: string) => {
  const { figures } = await client.entry.grid({ unit: key.unit, cut: key.cut });
  const found = figures.find((one) => one.unit === COMMUNE && one.indicator === indicator);
  return found === undefined ? null : [found.value, found.numerator, found.denominator];
};

const beforeOf = async (indicator: string) => {
  const { past } = await client.entry.grid({ unit: UNIT, cut: MONTH });
  const found = past.find((one) => one.unit === COMMUNE && one.indicator === indicator);
  if (found?.value == null) throw new Error('The month before holds no such figure');
  return { ...found, value: found.value };
};

beforeEach(async () => {
  for (const { who, unit, cut } of await client.entry.drafts())
    await client.entry.discard({ who, unit, cut });
});

describe('the grid', () => {
  it('has the communes of the province and the indicators of the cut, with the cut before beside', async () => {
    const week = await client.entry.grid(WEEKLY);
    const month = await client.entry.grid(MONTHLY);
    expect(week.rows.length).toBeGreaterThan(100);
    expect(week.rows).toContain(COMMUNE);
    expect(new Set(week.columns.map(({ kind }) => kind))).toEqual(new Set(['criterion']));
    expect(new Set(month.columns.map(({ kind }) => kind))).toEqual(new Set(['ratio', 'count']));
    expect(week.before?.id).toBe('week-2025-12-22');
    expect(month.before?.id).toBe('month-2025-11');
    expect(month.past.length).toBeGreaterThan(100);
    const one = await client.entry.grid({ unit: COMMUNE, cut: WEEK });
    expect(one.rows).toEqual([COMMUNE]);
  });

  it('is refused for a cut that has not opened, and for what is no cut', async () => {
    const asked = (cut: string) => client.entry.grid({ unit: UNIT, cut });
    const { planned } = await client.calendar.overview({});
    const next = planned[0]?.id;
    if (next !== undefined) await expect(asked(next)).rejects.toMatchObject({ code: 'ENTRY_CUT_PLANNED' });
    await expect(asked('week-2096-01-02')).rejects.toMatchObject({ code: 'CUT_UNKNOWN' });
    await expect(client.entry.grid({ unit: 'VN', cut: WEEK })).resolves.toMatchObject({ rows: [] });
  });
});

describe('a typed cell', () => {
  it('is judged by the checks of files', async () => {
    const near = await beforeOf('applications_online');
    expect(await verdictsOf(MONTHLY, ...ratio(String(near.numerator), String(near.denominator)))).toEqual([]);
    expect(await verdictsOf(MONTHLY, ...ratio('0', '4.000'))).toEqual([
      'warning JUMP null',
      'warning DENOMINATOR_OUTGROWN null',
    ]);
    expect(await verdictsOf(MONTHLY, ...ratio('50', '40'))).toEqual([
      'error NUMERATOR_ABOVE_DENOMINATOR numerator',
    ]);
    expect(await verdictsOf(MONTHLY, ...ratio('một', '40'))).toEqual(['error VALUE_NOT_NUMBER numerator']);
    expect(await verdictsOf(WEEKLY, { indicator: 'devices', text: 'có lẽ' })).toEqual([
      'error VALUE_NOT_CRITERION value',
    ]);
  });

  it('says nothing by an empty word, and never that it does not apply', async () => {
    expect(await verdictsOf(WEEKLY, { indicator: 'devices', text: 'Không áp dụng' })).toEqual([
      'error ENTRY_NOT_APPLICABLE value',
    ]);
    expect(await verdictsOf(WEEKLY, { indicator: 'devices', text: 'chưa báo cáo' })).toEqual([
      'warning ENTRY_NOTHING value',
    ]);
    expect(await verdictsOf(MONTHLY, { indicator: 'devices', text: '1' })).toEqual([
      'error ENTRY_OUTSIDE value',
    ]);
  });
});

describe('a ratio', () => {
  it('is read with a percent sign as a rate without counts, but not beside a count', async () => {
    const { readings } = await client.entry.check({
      ...{ unit: UNIT, cut: MONTH },
      cells: cells(...ratio('45,5%', '')).slice(0, 1),
    });
    // The denominator in force stands beside it.
    expect(readings).toEqual([]);
    expect(await verdictsOf(MONTHLY, ...ratio('45,5%', '40'))).toContain(
      'error ENTRY_PERCENT_AND_COUNT numerator',
    );
  });
});

describe('a draft', () => {
  it('outlives the application, and is committed, listed and undone as a run of its own', async () => {
    const before = await inForce(WEEKLY, 'devices');
    const text = before?.[0] === 1 ? '0' : '1';
    const { savedAt } = await type(WEEKLY, { indicator: 'devices', text });
    expect(savedAt).not.toBeNull();
    await application.close();
    await open();
    expect((await client.entry.draft(WEEKLY)).cells).toMatchObject([{ unit: COMMUNE, text, aside: null }]);
    expect(await client.entry.drafts()).toMatchObject([{ ...WEEKLY, cells: 1 }]);
    expect(await inForce(WEEKLY, 'devices')).toEqual(before);

    const { totals, needsReason } = await client.entry.preview(WEEKLY);
    expect([totals.changed + totals.new, needsReason]).toEqual([1, false]);
    const { run, cuts } = await commit(WEEKLY);
    expect(cuts).toEqual([WEEK]);
    expect(await inForce(WEEKLY, 'devices')).toEqual([Number(text), null, null]);
    expect(await client.entry.drafts()).toEqual([]);
    const [newest] = await client.intake.runs({});
    expect(newest).toMatchObject({
      run,
      typed: true,
      who: WHO,
      kind: 'import',
      file: expect.stringContaining('Nhập tay'),
    });
    const [value] = await client.intake.history({ cut: WEEK, unit: COMMUNE, indicator: 'devices' });
    expect(value).toMatchObject({ who: WHO, source: newest?.file, sheet: 'Nhập tay' });

    await client.intake.undo({ run, who: WHO, reason: 'Nhập nhầm' });
    expect(await inForce(WEEKLY, 'devices')).toEqual(before);
    expect((await client.intake.runs({}))[0]).toMatchObject({ run, typed: true, state: 'undone' });
  });

  it('keeps what is wrong when the rest is taken in', async () => {
    await type(WEEKLY, { indicator: 'devices', text: '1' }, { indicator: 'portal_connected', text: 'có lẽ' });
    const wrong = (await client.entry.grid(WEEKLY)).columns.map(({ indicator }) => indicator);
    expect(wrong).toContain('devices');
    const refused = client.entry
      .preview(WEEKLY)
      .then(async ({ revision }) =>
        outcomeOf(await client.entry.commit({ ...WEEKLY, revision, confirmed: true })),
      );
    await expect(refused).rejects.toMatchObject({ code: 'IMPORT_NOT_READY' });
    await commit(WEEKLY, { acceptValid: true });
    expect((await client.entry.draft(WEEKLY)).cells.map(({ text }) => text)).toEqual(['có lẽ']);
  });

  it('asks before what looks strange is committed', async () => {
    await type(MONTHLY, ...ratio('0', '4000'));
    const { revision, questions } = await client.entry.preview(MONTHLY);
    expect(questions.map(({ code }) => code)).toEqual(['JUMP', 'DENOMINATOR_OUTGROWN']);
    const unasked = async () => outcomeOf(await client.entry.commit({ ...MONTHLY, revision }));
    await expect(unasked()).rejects.toMatchObject({ code: 'IMPORT_NOT_READY' });
    const { run } = await commit(MONTHLY);
    await client.intake.undo({ run, who: WHO });
  });

  it('says that its cut was closed meanwhile, and is committed as a correction with a reason', async () => {
    const before = await inForce(WEEKLY, 'devices');
    await type(WEEKLY, { indicator: 'devices', text: before?.[0] === 1 ? '0' : '1' });
    const { revision } = await client.entry.preview(WEEKLY);
    await client.intake.close({ cut: WEEK, who: 'Trần Văn Trực' });
    expect(await client.entry.draft(WEEKLY)).toMatchObject({
      closedMeanwhile: true,
      cells: [{ unit: COMMUNE }],
    });
    expect((await client.entry.grid(WEEKLY)).cut).toMatchObject({
      state: 'closed',
      closedBy: 'Trần Văn Trực',
    });
    const blind = async () => outcomeOf(await client.entry.commit({ ...WEEKLY, revision, confirmed: true }));
    await expect(blind()).rejects.toMatchObject({ code: 'ENTRY_CHANGED' });
    expect((await client.entry.preview(WEEKLY)).needsReason).toBe(true);
    await expect(commit(WEEKLY)).rejects.toMatchObject({ code: 'CUT_CLOSED' });
    expect((await client.entry.draft(WEEKLY)).cells).toHaveLength(1);
    const { run } = await commit(WEEKLY, { reason: 'Xã báo lại' });
    expect((await client.intake.runs({}))[0]).toMatchObject({
      run,
      kind: 'correction',
      typed: true,
      reason: 'Xã báo lại',
    });
    await client.intake.undo({ run, who: WHO, reason: 'Thử' });
    await client.intake.reopen({ cut: WEEK, who: WHO, reason: 'Thử' });
  });

  it('of a cut that is gone can be thrown away', async () => {
    await type(WEEKLY, { indicator: 'devices', text: '1' });
    await application.context.write((write) => write.exec(`UPDATE entry_draft SET cut = 'day-2026-01-09'`));
    const [gone] = await client.entry.drafts();
    expect(gone).toMatchObject({ cut: 'day-2026-01-09', cells: 1 });
    expect(await client.entry.discard({ ...WEEKLY, cut: 'day-2026-01-09' })).toEqual({ cells: 1 });
    expect(await client.entry.drafts()).toEqual([]);
  });
});

describe('two people in one grid', () => {
  const OTHER = { ...WEEKLY, who: 'Phạm Bình' };

  it('see what the other has typed, and the second is told that the figure has changed', async () => {
    const before = await inForce(WEEKLY, 'devices');
    const [mine, theirs] = before?.[0] === 1 ? ['1', '0'] : ['0', '1'];
    await type(WEEKLY, { indicator: 'devices', text: mine });
    await type(OTHER, { indicator: 'devices', text: theirs });
    expect((await client.entry.draft(WEEKLY)).others).toMatchObject([{ who: OTHER.who, text: theirs }]);
    expect((await client.entry.draft(OTHER)).others).toMatchObject([{ who: WHO, text: mine }]);
    const seen = await client.entry.preview(WEEKLY);
    const { run } = await commit(OTHER);
    const late = async () =>
      outcomeOf(await client.entry.commit({ ...WEEKLY, revision: seen.revision, confirmed: true }));
    await expect(late()).rejects.toMatchObject({ code: 'ENTRY_CHANGED' });
    const draft = await client.entry.draft(WEEKLY);
    expect(draft.cells).toMatchObject([{ text: mine }]);
    expect(draft.moved).toMatchObject([{ who: OTHER.who, now: { value: Number(theirs) } }]);
    await client.intake.undo({ run, who: WHO });
  });

  it('in two windows under one name keep both texts until one is chosen', async () => {
    const one = { indicator: 'devices', text: '1' };
    await type(WEEKLY, one);
    await type(WEEKLY, { ...one, text: '0', before: '1' });
    // The second window still knows the first text.
    const late = await type(WEEKLY, { ...one, text: 'có lẽ', before: '1' });
    expect(late.cells).toMatchObject([{ text: '0', aside: 'có lẽ' }]);
    const chosen = await type(WEEKLY, { ...one, text: 'có lẽ', before: '0' });
    expect(chosen.cells).toMatchObject([{ text: 'có lẽ', aside: null }]);
    const emptied = await type(WEEKLY, { ...one, text: '', before: 'có lẽ' });
    expect([emptied.cells, emptied.savedAt]).toEqual([[], null]);
  });
});
