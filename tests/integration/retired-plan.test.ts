import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Application } from '#main/core/app.ts';
import { outcomeOf } from '#shared/contract/outcome.ts';
import type { Plan } from '#shared/domain/plan.ts';
import { PLACE } from '#tests/fixtures/empty/workspaces.ts';
import { beginWith, figuresOf } from '#tests/fixtures/plans/other-workplace.ts';
import { SECOND_PLAN } from '#tests/fixtures/plans/second-plan.ts';
import { freshFolder } from '#tests/setup/data-folder.ts';
import { readWorkbookFile } from '#tests/setup/workbook-file.ts';
import { bring, WHO } from './small-center.ts';

const WEEKS = ['week-2026-01-12', 'week-2026-01-19', 'week-2026-01-26'] as const;
const [FIRST, SECOND, LAST] = WEEKS;
/** The retirement holds for the last week and every later one. */
const FROM = '2026-01-20';
const LATER = 'week-2026-02-02';

let application: Application;
let states: Record<string, unknown[]>;
const statesAt = (cut: string) =>
  application.context.read
    .prepare(`SELECT unit_id, reported, operating, facts FROM unit_status
      WHERE cut_id = (SELECT id FROM cut WHERE code = ?) ORDER BY unit_id`)
    .all(cut);

/** Task A5 is long overdue, and a commune does not meet the criterion of signatures: both raise alerts, then both go. */
beforeAll(async () => {
  application = await beginWith(SECOND_PLAN, freshFolder());
  const { client } = application;
  const reports = ['A5'].map((task) => ({ task, unit: PLACE.province, state: 'inProgress', progress: 0.4 }));
  for (const cut of WEEKS) {
    await bring(application, { cut, figures: figuresOf(SECOND_PLAN, false) });
    const csv = `cut,unit_code,task,state,progress\n${reports
      .map(({ task, unit, progress }) => `${cut},${unit},${task},Đang thực hiện,${progress * 100}%`)
      .join('\n')}\n`;
    const { id } = await client.intake.inspect({ file: new File([csv], `${cut}.csv`) });
    if (id === null) throw new Error('The report of the task was not read');
    await outcomeOf(await client.intake.commit({ id, who: WHO, acceptValid: true }));
  }
  states = Object.fromEntries(WEEKS.map((cut) => [cut, statesAt(cut)]));
  await client.intake.close({ cut: SECOND, who: WHO, anyway: true });
  await retire({
    ...SECOND_PLAN,
    indicators: SECOND_PLAN.indicators.filter(({ code }) => code !== 'chu_ky'),
    tasks: SECOND_PLAN.tasks.filter(({ code }) => code !== 'A4' && code !== 'A5'),
  });
}, 120_000);
afterAll(() => application.close());

async function retire(plan: Plan): Promise<void> {
  const base = (await application.client.plan.get({})).revision.version;
  const draft = { plan, base, from: FROM, who: WHO, note: 'bớt việc' };
  await outcomeOf(await application.client.plan.save(draft));
}

const alertsOf = async (cut: string, about: 'chu_ky' | 'A5') => {
  const { alerts } = await application.client.alerts.list({ cut, states: ['firing', 'pending', 'resolved'] });
  return alerts.filter(({ task, indicator }) => task === about || indicator === about);
};

it('leaves the past as it was: colours, figures and alerts before the day', async () => {
  expect(statesAt(FIRST)).toEqual(states[FIRST]);
  expect(statesAt(SECOND)).toEqual(states[SECOND]);
  expect(statesAt(LAST)).not.toEqual(states[LAST]);
  for (const about of ['chu_ky', 'A5'] as const) expect(await alertsOf(SECOND, about)).not.toEqual([]);
  const { value } = await figure(FIRST);
  expect(value).toBe(0);
});

const figure = async (cut: string) => {
  const sql = `SELECT value FROM observation WHERE cut_id = (SELECT id FROM cut WHERE code = ?)
    AND unit_id = (SELECT id FROM unit WHERE code = ?) AND indicator_id = (SELECT id FROM indicator WHERE code = 'chu_ky')`;
  return application.context.read.prepare(sql).get(cut, PLACE.commune) as { value: number };
};

it('ends what was open about it, and says that the plan did', async () => {
  const { client } = application;
  for (const about of ['chu_ky', 'A5'] as const) {
    const ended = await alertsOf(LAST, about);
    expect(ended.map(({ state }) => state)).toEqual(ended.map(() => 'resolved'));
    expect(ended.length).toBeGreaterThan(0);
    const detail = await client.alerts.get({ id: ended[0]?.id ?? '', cut: LAST });
    expect(JSON.stringify(detail)).toContain('reason.alertState.retired');
    expect(JSON.stringify(detail)).toContain('"cause":"retired"');
  }
});

it('asks for it no more: not in templates, the grid, what is owed or reports', async () => {
  const { client } = application;
  const columns = async (cut: string, province: string = PLACE.province) => {
    const { file } = await client.intake.template({ province, cut });
    return readWorkbookFile(await file.bytes()).flatMap(({ cells }) =>
      [...cells.values()].map(({ value }) => String(value)),
    );
  };
  expect(await columns(FIRST)).toContain('chu_ky');
  const later = await columns(LATER);
  expect(later).toContain('hop_giao_ban');
  expect(later).not.toContain('chu_ky');
  expect(await columns(FIRST, 'VN')).toEqual(expect.arrayContaining(['A1', 'A4']));
  const centre = await columns(LATER, 'VN');
  expect(centre).toContain('A1');
  expect(centre).not.toContain('A4');
  const grid = await client.entry.grid({ unit: PLACE.province, cut: LAST });
  expect(JSON.stringify(grid.columns)).not.toContain('chu_ky');
  const csv = `cut,unit_code,task,state\n${LAST},${PLACE.province},A5,Đã hoàn thành\n`;
  const { problems } = await client.intake.inspect({ file: new File([csv], 'a.csv') });
  expect(problems).toMatchObject([{ code: 'TASK_NOT_HELD', values: { task: 'A5', until: FROM } }]);
});

it('says of figures of a retired indicator that they are kept and judged by nobody, once a cut', async () => {
  const units = [PLACE.commune, PLACE.province];
  const rows = WEEKS.flatMap((cut) => units.map((unit) => `${cut},${unit},chu_ky,1`));
  const text = `cut,unit_code,indicator,value\n${rows.join('\n')}\n`;
  const { problems, outcome } = await application.client.intake.inspect({ file: new File([text], 'b.csv') });
  const told = problems.filter(({ code }) => code === 'INDICATOR_NOT_HELD');
  expect(told).toMatchObject([
    { severity: 'warning', values: { indicator: 'chu_ky', cut: LAST, until: FROM } },
  ]);
  expect(outcome).toBe('ready');
});
