import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Application } from '#main/core/app.ts';
import { outcomeOf } from '#shared/contract/outcome.ts';
import type { Frequency } from '#shared/domain/frequency.ts';
import type { Plan } from '#shared/domain/plan.ts';
import { PLACE } from '#tests/fixtures/empty/workspaces.ts';
import { beginWith, figuresOf } from '#tests/fixtures/plans/other-workplace.ts';
import { SECOND_PLAN } from '#tests/fixtures/plans/second-plan.ts';
import { freshFolder } from '#tests/setup/data-folder.ts';
import { readWorkbookFile } from '#tests/setup/workbook-file.ts';
import { bring, WHO } from './small-center.ts';

const asked = (frequencies: Readonly<Record<string, Frequency>>): Plan => ({
  ...SECOND_PLAN,
  indicators: SECOND_PLAN.indicators.map((one) => ({
    ...one,
    frequency: frequencies[one.code] ?? 'eachCut',
  })),
});
/** Signatures once a month, two of the three outputs once a quarter; the rest each time. */
const PLAN = asked({ chu_ky: 'monthly', hai_long: 'quarterly', nop_qua_mang: 'quarterly' });
const [WEEK, NEXT_WEEK, TURN_OF_WEEK] = ['week-2026-01-12', 'week-2026-01-19', 'week-2026-02-02'] as const;
const AFTER_TURN = 'week-2026-02-09';
const [TURN_OF_MONTH, MONTH] = ['month-2025-12', 'month-2026-01'] as const;

let application: Application;

/** All of it is sent all the time, also what nobody asks for. */
beforeAll(async () => {
  application = await beginWith(PLAN, freshFolder());
  for (const cut of [TURN_OF_MONTH, WEEK, NEXT_WEEK, MONTH, TURN_OF_WEEK])
    await bring(application, { cut, figures: figuresOf(PLAN, cut.startsWith('month')) });
}, 120_000);
afterAll(() => application.close());

const read = <Row>(sql: string, ...values: readonly string[]): Row[] =>
  application.context.read.prepare(sql).all(...values) as Row[];

const figuresAt = async (cut: string, unit: string) => {
  const profile = await application.client.units.profile({ code: unit, cut });
  const all = [
    ...profile.criteria.map(({ code, shareState }) => [code, shareState] as const),
    ...profile.outputs.map(({ code, state }) => [code, state] as const),
  ];
  return new Map<string, string>(all);
};

it('asks for it in its turn alone: templates, the grid, and what is owed', async () => {
  const { client } = application;
  const words = async (cut: string) => {
    const { file } = await client.intake.template({ province: PLACE.province, cut });
    return readWorkbookFile(await file.bytes()).flatMap(({ cells }) =>
      [...cells.values()].map(({ value }) => String(value)),
    );
  };
  const columns = async (cut: string) =>
    (await client.entry.grid({ unit: PLACE.province, cut })).columns.map(({ indicator }) => indicator);
  expect(await words(WEEK)).not.toContain('chu_ky');
  expect(await columns(WEEK)).toEqual(['hop_giao_ban']);
  expect(await words(TURN_OF_WEEK)).toContain('chu_ky');
  expect(await columns(TURN_OF_WEEK)).toEqual(['hop_giao_ban', 'chu_ky']);
  expect(await columns(MONTH)).toEqual(['luot_ho_tro']);
  expect(await columns(TURN_OF_MONTH)).toEqual(['nop_qua_mang', 'hai_long', 'luot_ho_tro']);
  const owed = (cut: string) =>
    read<{ owed: number; sent: number }>(
      `SELECT sum(owed) AS owed, sum(sent) AS sent FROM submission WHERE cut_id = (SELECT id FROM cut WHERE code = ?)`,
      cut,
    )[0];
  const communes = 3321;
  expect(owed(WEEK)).toEqual({ owed: communes, sent: communes });
  expect(owed(TURN_OF_WEEK)).toEqual({ owed: 2 * communes, sent: 2 * communes });
  expect(owed(MONTH)).toEqual({ owed: communes, sent: communes });
  expect(owed(TURN_OF_MONTH)).toEqual({ owed: 3 * communes, sent: 3 * communes });
});

/** Before January has ended December speaks. */
it('judges nothing by what came out of its turn, and calls it not yet due', async () => {
  for (const unit of [PLACE.commune, PLACE.province, 'VN']) {
    expect((await figuresAt(WEEK, unit)).get('chu_ky')).toBe('notYetDue');
    expect((await figuresAt(TURN_OF_WEEK, unit)).get('chu_ky')).toBe('value');
    expect((await figuresAt(MONTH, unit)).get('hai_long')).toBe('notYetDue');
    expect((await figuresAt(WEEK, unit)).get('hai_long')).toBe('value');
    expect((await figuresAt(MONTH, unit)).get('luot_ho_tro')).toBe('value');
  }
  const scores = async (cut: string) => {
    const { outputs, operating } = await application.client.units.profile({ code: PLACE.commune, cut });
    return {
      operating,
      judged: outputs.flatMap(({ code, status }) => (status === 'noEvidence' ? [] : [code])),
    };
  };
  expect((await scores(TURN_OF_WEEK)).judged).toEqual(['luot_ho_tro']);
  expect(await scores(TURN_OF_WEEK)).toMatchObject({ operating: 'green' });
  expect(await scores(WEEK)).toMatchObject({ operating: 'red' });
});

it('ends no alert because nobody is asked this time', async () => {
  const alertsAt = async (cut: string) => {
    const states = ['firing', 'pending', 'resolved'] as const;
    const { alerts } = await application.client.alerts.list({ cut, states: [...states] });
    return alerts
      .filter(({ indicator, unit }) => indicator === 'chu_ky' && unit.code === PLACE.province)
      .map(({ state, condition }) => ({ state, condition }));
  };
  expect(await alertsAt(TURN_OF_WEEK)).not.toEqual([]);
  await bring(application, { cut: AFTER_TURN, figures: figuresOf(PLAN, false) });
  const [before] = await alertsAt(TURN_OF_WEEK);
  expect(await alertsAt(AFTER_TURN)).toEqual([{ state: before?.state, condition: 'noData' }]);
});

it('says of a file that has it out of its turn that it is kept and judged by nobody, once a cut', async () => {
  const rows = [MONTH, TURN_OF_MONTH].flatMap((cut) =>
    [PLACE.commune].map((unit) => `${cut},${unit},hai_long,55,100`),
  );
  const text = `cut,unit_code,indicator,numerator,denominator\n${rows.join('\n')}\n`;
  const { problems } = await application.client.intake.inspect({ file: new File([text], 'c.csv') });
  const told = problems.filter(({ code }) => code === 'INDICATOR_OUT_OF_TURN');
  expect(told).toMatchObject([
    { severity: 'warning', values: { indicator: 'hai_long', cut: MONTH, frequency: 'quarterly' } },
  ]);
});

it('leaves closed cuts as they were, and asks open ones by the new word at once', async () => {
  const { client } = application;
  const states = (cut: string) =>
    read(
      `SELECT unit_id, reported, operating, facts FROM unit_status
        WHERE cut_id = (SELECT id FROM cut WHERE code = ?) ORDER BY unit_id`,
      cut,
    );
  const before = { closed: states(WEEK), open: states(NEXT_WEEK) };
  await client.intake.close({ cut: WEEK, who: WHO, anyway: true });
  const base = (await client.plan.get({})).revision.version;
  const draft = {
    plan: asked({ hai_long: 'quarterly', nop_qua_mang: 'quarterly' }),
    base,
    from: '2026-01-10',
  };
  const preview = await client.plan.preview(draft);
  expect(preview.differences).toMatchObject([
    {
      part: 'indicators',
      code: 'chu_ky',
      fields: [{ field: 'frequency', before: 'monthly', after: 'eachCut' }],
    },
  ]);
  expect(preview.closed).toContain(WEEK);
  await outcomeOf(await client.plan.save({ ...draft, who: WHO, note: 'hỏi chữ ký mỗi tuần' }));
  expect(states(WEEK)).toEqual(before.closed);
  expect((await figuresAt(WEEK, PLACE.commune)).get('chu_ky')).toBe('notYetDue');
  expect(states(NEXT_WEEK)).not.toEqual(before.open);
  expect((await figuresAt(NEXT_WEEK, PLACE.commune)).get('chu_ky')).toBe('value');
  const { indicators } = (await client.plan.get({})).plan;
  expect(indicators.find(({ code }) => code === 'hai_long')?.frequency).toBe('quarterly');
});
