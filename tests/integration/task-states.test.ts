import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Application, createApp } from '#main/core/app.ts';
import { REPORT_TABLES } from '#main/core/take/intake/reports/tables-store.ts';
import type { WriteDatabase } from '#main/db/open.ts';
import { filledFolder } from '#tests/setup/data-folder.ts';
import { recomputeFrom } from '#tests/setup/recompute.ts';
import { bring, makeSmall, openSmall, WHO } from './small-center.ts';

const CUT = 'week-2025-11-17';
const BEFORE = 'week-2025-11-10';
const SILENT = '79';
/** Several cuts, on a machine that does other things as well. */
const RECOMPUTE_MS = 60_000;

/** What the province says at the cut, and what the cut before had of it. */
const OF_CUT = `cut_id = (SELECT id FROM cut WHERE code = ?)
  AND unit_id = (SELECT id FROM unit WHERE code = '${SILENT}')`;

function judge(database: WriteDatabase): void {
  recomputeFrom(database, database.prepare('SELECT id FROM cut WHERE code = ?').pluck().get(CUT) as number);
}

describe('one province that says nothing of its tasks for a week', () => {
  let application: Application;
  let sent: Awaited<ReturnType<typeof picture>>;

  beforeAll(async () => {
    application = await createApp({ dataFolder: filledFolder() });
    await application.context.write((database) => {
      // It repeats what it said the week before, and then says nothing instead.
      database.prepare(`DELETE FROM task_report WHERE ${OF_CUT}`).run(CUT);
      database
        .prepare(`INSERT INTO task_report (cut_id, task_id, unit_id, state,
          progress, done_on, note, run_id) SELECT (SELECT id FROM cut WHERE code = '${CUT}'), task_id, unit_id, state,
          progress, done_on, note, run_id FROM task_report WHERE ${OF_CUT}`)
        .run(BEFORE);
      judge(database);
    });
    sent = await picture(application);
    await application.context.write((database) => {
      database.prepare(`DELETE FROM task_report WHERE ${OF_CUT}`).run(CUT);
      judge(database);
    });
  }, RECOMPUTE_MS);
  afterAll(() => application.close());

  it('changes nothing in tasks, groups, provinces and what alerts hold but the age of its states', async () => {
    const silent = await picture(application);
    expect(silent.older).toBeGreaterThan(sent.older);
    expect({ ...silent, older: 0 }).toEqual({ ...sent, older: 0 });
  });

  it('is told on the task, at the province and in the sentences', async () => {
    const { tasks } = await application.client.units.profile({ code: SILENT, cut: CUT });
    expect(new Set(tasks.flatMap(({ age }) => age ?? []))).toEqual(new Set([1]));
    const task = tasks.find(({ schedule }) => schedule === 'overdue') ?? tasks.find(({ age }) => age === 1);
    const page = await application.client.plan.task({ code: task?.code ?? '', cut: CUT });
    expect(page.units.find(({ code }) => code === SILENT)).toMatchObject({ age: 1, reportCut: BEFORE });
    expect(page.units.find(({ code }) => code === '01')).toMatchObject({ age: 0, reportCut: CUT });
    expect(page.task).toMatchObject({
      ...{ age: 1, unitsReported: 34, unitsFresh: 33, units: 34 },
      progressBounds: null,
    });
    expect(page.reasons.map(({ code }) => code)).toContain('reason.schedule.ages');
    const why = await application.client.why.get({ about: { what: 'unit', unit: SILENT }, cut: CUT });
    expect(why.reasons.map(({ code }) => code)).toContain('reason.progress.older');
  });
});

/** Everything that silence must leave alone. */
async function picture({ client }: Application) {
  const { national, provinces, tasks } = await client.status.get({ cut: CUT });
  const { older, groups, ...rest } = tasks;
  const list = (await client.plan.tasks({ cut: CUT })).tasks.map(
    ({ age: _age, unitsFresh: _fresh, ...task }) => task,
  );
  const forecast = await client.forecast.get({ cut: CUT });
  const { alerts } = await client.alerts.list({ cut: CUT, rules: ['taskOverdue'] });
  return {
    older,
    ...rest,
    groups: groups.map(({ older: _, ...group }) => group),
    progress: national.progress,
    colours: provinces.map(({ code, progress }) => [code, progress]),
    list,
    shares: forecast.groups.map(({ code, share }) => [code, share]),
    // One that the second report of 'done' would have ended goes on: it is open without new data.
    overdue: alerts
      .filter(({ condition }) => condition === 'holds')
      .map(({ unit, task, state, severity }) => [unit.code, task, state, severity]),
  };
}

describe('a task of two provinces', () => {
  let template: string;
  let application: Application;
  const TASK = '2.03';
  const WEEKS = ['week-2025-12-08', 'week-2025-12-15', 'week-2025-12-22'] as const;
  beforeAll(async () => {
    template = filledFolder();
    makeSmall(template);
  });

  const [reports] = REPORT_TABLES;
  const say = (app: Application, cut: string, unit: string, progress: number) =>
    bring(app, {
      cut,
      figures: [],
      reports: new Map(
        reports === undefined
          ? []
          : [
              [
                reports,
                [{ cut, task: TASK, unit, state: 'inProgress', progress, done_on: null, note: null }],
              ],
            ],
      ),
    });
  const clear = (app: Application) =>
    app.context.write((database) => {
      database.exec(`DELETE FROM task_report WHERE task_id = (SELECT id FROM task WHERE code = '${TASK}')`);
      recomputeFrom(database, database.prepare('SELECT id FROM cut ORDER BY as_of').pluck().get() as number);
    });
  const stateOf = async (app: Application, cut: string) => {
    const { task, units } = await app.client.plan.task({ code: TASK, cut });
    const { progress, progressBounds, unitsReported, schedule } = task;
    return {
      whole: { progress, progressBounds, unitsReported, schedule },
      units: units.map(({ code, progress: of, age, reportCut }) => [code, of, age, reportCut]),
    };
  };

  beforeAll(async () => {
    application = await openSmall(template);
    await clear(application);
  });
  afterAll(() => application.close());

  it('says of how many it speaks while one of them never reported it', async () => {
    await say(application, WEEKS[0], '31', 0.5);
    const { whole, units } = await stateOf(application, WEEKS[1]);
    expect(whole).toMatchObject({ progress: null, unitsReported: 1 });
    expect(whole.progressBounds).toEqual({ atLeast: 0.25, atMost: 0.75 });
    expect(units).toEqual([
      ['12', null, null, null],
      ['31', 0.5, 1, WEEKS[0]],
    ]);
  });

  it('gets back the state before when a later report is undone, at every cut after it', async () => {
    const before = await stateOf(application, WEEKS[2]);
    const run = await say(application, WEEKS[1], '31', 0.9);
    expect((await stateOf(application, WEEKS[2])).units[1]).toEqual(['31', 0.9, 1, WEEKS[1]]);
    await application.client.intake.undo({ run, who: WHO, reason: 'nhầm tệp' });
    expect(await stateOf(application, WEEKS[2])).toEqual(before);
  });

  it('stands the same whichever of its reports came first', async () => {
    const other = await openSmall(template);
    await clear(other);
    const said = [
      [WEEKS[0], '31', 0.5],
      [WEEKS[1], '12', 0.2],
      [WEEKS[2], '31', 0.7],
    ] as const;
    for (const [cut, unit, progress] of said.slice(1)) await say(application, cut, unit, progress);
    for (const [cut, unit, progress] of said.toReversed()) await say(other, cut, unit, progress);
    for (const cut of [...WEEKS, 'week-2025-12-29'])
      expect(await stateOf(other, cut)).toEqual(await stateOf(application, cut));
    await other.close();
  });

  it('leaves a province open between the colours that its tasks never reported may give it', async () => {
    await application.context.write((database) => {
      // Of Thành phố Hải Phòng's tasks only one was ever reported, and is done; two others are past their deadline.
      const of = (sql: string) => database.exec(sql);
      of(`DELETE FROM task_report WHERE unit_id = (SELECT id FROM unit WHERE code = '31')
        AND task_id NOT IN (SELECT id FROM task WHERE code = '3.02')`);
      recomputeFrom(database, database.prepare('SELECT id FROM cut ORDER BY as_of').pluck().get() as number);
    });
    const { national, provinces, unit } = await application.client.status.get({ cut: WEEKS[2], unit: '31' });
    expect(provinces.find(({ code }) => code === '31')).toMatchObject({
      ...{ progress: 'undetermined', reportedAtLeast: 'red', reportedAtMost: 'green', gapSteps: null },
    });
    expect(national.progress.undetermined).toBe(1);
    expect(unit?.reasons[0]).toMatchObject({
      code: 'reason.progress.noneOverdue',
      values: { status: 'undetermined', atLeast: 'red', atMost: 'green' },
    });
    const asked = { briefing: 'province', unit: '31', language: 'vi', cut: WEEKS[2] } as const;
    const deck = await application.client.briefing.describe(asked);
    expect(JSON.stringify(deck)).toContain('CHƯA ĐỦ BẰNG CHỨNG (ít nhất ĐỎ, nhiều nhất XANH)');
  });
});
