import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReportRow } from '#main/core/figures/inputs-store.ts';
import type { CutRecord } from '#main/core/ground/cuts/store.ts';
import { statesAt, type TaskStates } from '#main/core/judge/judgement/task-states.ts';
import { judgeTasks, type TaskJudgement } from '#main/core/judge/judgement/tasks.ts';
import { type AlertRecord, stepAlert } from '#shared/domain/alerts/life-cycle.ts';
import { evaluateTaskOverdue } from '#shared/domain/alerts/task-alerts.ts';
import { TASK_STATES } from '#shared/domain/model.ts';
import { addDays, vietnamDay } from '#shared/domain/periods.ts';
import { evaluateProgress } from '#shared/domain/province-progress.ts';
import { colourRank } from '#shared/domain/ranking.ts';
import { fraction, RULES } from './arbitraries.ts';

const PROVINCES = [2, 3, 4];
const TASKS = [1, 2, 3].map((id) => ({
  ...{ id, code: `2.0${id}`, scope: 'province' as const, start: '2025-06-01' },
  deadline: addDays('2025-06-20', id * 20),
}));
const FIRST = Date.parse('2025-06-02T09:00:00.000Z');
const WEEK = 7 * 86_400_000;

const cutAt = (week: number): CutRecord => {
  const asOf = new Date(FIRST + week * WEEK).toISOString();
  const code = `week-${vietnamDay(asOf)}`;
  return {
    id: week + 1,
    code,
    kind: 'week',
    start: '',
    asOf,
    dueAt: asOf,
    state: 'collecting',
    label: null,
    corrected: 0,
    revision: null,
    wasPicture: 1,
  };
};

/** What each province says of each task in a week, or nothing. */
const said = fc.option(fc.record({ state: fc.constantFrom(...TASK_STATES), progress: fraction }), {
  freq: 2,
});
const week = fc.array(fc.array(said, { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 });
const history = fc.array(week, { minLength: 2, maxLength: 16 });
type History = typeof history extends fc.Arbitrary<infer One> ? One : never;

const reportsOf = (said: History[number]): ReportRow[] =>
  PROVINCES.flatMap((unitId, place) =>
    TASKS.flatMap(({ id: taskId }, column) => {
      const one = said[place]?.[column];
      return one === null || one === undefined ? [] : [{ taskId, unitId, ...one }];
    }),
  );

/** The history judged week by week, each going on from the one before. */
function judge(weeks: History): { states: TaskStates; tasks: TaskJudgement[] }[] {
  const owed = new Map([['week' as const, cutAt(0).asOf]]);
  let states: TaskStates = new Map();
  return weeks.map((said, at) => {
    const cut = cutAt(at);
    states = statesAt(cut, reportsOf(said), states, owed);
    const walk = { tasks: TASKS, outputs: new Map(), states, provinceIds: PROVINCES, countryId: 1 };
    const today = vietnamDay(cut.asOf);
    const tasks = judgeTasks({
      ...walk,
      today,
      rules: RULES.province,
      sumAt: () => ({ figure: undefined, bounds: null }),
    });
    return { states, tasks };
  });
}

const colourAt = (tasks: readonly TaskJudgement[], unitId: number) =>
  evaluateProgress(
    tasks.filter((task) => task.unitId === unitId).map((task) => task.outcome.schedule),
    RULES.province,
  );
const rank = (colour: string | null) => colourRank(colour ?? '') ?? -1;

describe('states of tasks over random histories', () => {
  it('are each the latest report at or before the cut, with the weeks since as their age', () => {
    fc.assert(
      fc.property(history, (weeks) => {
        const last = judge(weeks).at(-1)?.states;
        for (const [place, unitId] of PROVINCES.entries())
          for (const [column, { id }] of TASKS.entries()) {
            const at = weeks.findLastIndex((one) => one[place]?.[column] != null);
            const state = last?.get(id)?.get(unitId);
            expect(state?.cut).toBe(at === -1 ? undefined : cutAt(at).code);
            expect(state?.age).toBe(at === -1 ? undefined : weeks.length - 1 - at);
          }
      }),
    );
  });

  it('give a province that says nothing in a week no better colour than the week before', () => {
    fc.assert(
      fc.property(history, fc.nat(2), (weeks, place) => {
        const silent = weeks.with(-1, (weeks.at(-1) ?? []).with(place, [null, null, null]));
        const [before, now] = judge(silent)
          .slice(-2)
          .map(({ tasks }) => colourAt(tasks, PROVINCES[place] ?? 0));
        expect(rank(now?.atLeast ?? null)).toBeLessThanOrEqual(rank(before?.atLeast ?? null));
        if (now?.status === 'green') expect(before?.status).toBe('green');
        // All that it ever said is older than four reports.
        if (now !== undefined && now.stale === now.reported) expect(now.atMost).not.toBe('green');
      }),
    );
  });

  it('never end an overdue alert in a week in which its province says nothing of the task', () => {
    fc.assert(
      fc.property(history, (weeks) => {
        const judged = judge(weeks);
        for (const [place, unitId] of PROVINCES.entries())
          for (const [column, task] of TASKS.entries()) {
            let record: AlertRecord | null = null;
            for (const [at, { tasks }] of judged.entries()) {
              const one = tasks.find((other) => other.taskId === task.id && other.unitId === unitId);
              if (one === undefined) throw new Error('A task that nobody judged');
              const { rule, severity, condition } = evaluateTaskOverdue(
                task.code,
                '04',
                one.outcome.schedule,
              );
              const { code, asOf } = cutAt(at);
              const before: AlertRecord | null = record;
              const seen = { rule, severity, condition, on: code };
              record = stepAlert(before, seen, { code, asOf }, RULES.alerts).record;
              const isSilent = weeks[at]?.[place]?.[column] == null;
              if (isSilent && before !== null) expect(record?.phase).toBe(before.phase);
              if (record?.phase === 'resolved') record = null;
            }
          }
      }),
    );
  });

  it('keep a task of all provinces from being done, or 100%, while one of them never spoke of it', () => {
    fc.assert(
      fc.property(history, (weeks) => {
        for (const { tasks } of judge(weeks))
          for (const { units, reported, outcome } of tasks.filter((task) => task.unitId === 1)) {
            if (reported === units) continue;
            expect(outcome.schedule.schedule).not.toBe('done');
            expect(outcome.schedule.progress).toBeNull();
          }
      }),
    );
  });
});
