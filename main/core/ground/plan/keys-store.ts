import type { ReadDatabase } from '#main/db/open.ts';
import type { IndicatorKind, TaskScope } from '#shared/domain/model.ts';
import { deadlineOn, isHeld, type Plan } from '#shared/domain/plan.ts';
import type { IndicatorKey } from '../rules/store.ts';

export interface TaskKey {
  readonly id: number;
  readonly code: string;
  readonly scope: TaskScope;
  readonly start: string;
  /** The deadline that holds on the day. */
  readonly deadline: string;
}

export interface TaskOutputRow {
  readonly taskId: number;
  readonly indicator: string;
  readonly kind: IndicatorKind;
  readonly direction: 'up' | 'down';
  readonly target: number;
  /** Targets of their own, by the unit's id. */
  readonly targets: ReadonlyMap<number, number>;
}

/** What a plan asks, with the keys that figures and reports are stored by. */
export interface PlanKeys {
  readonly tasksOn: (day: string) => readonly TaskKey[];
  readonly indicatorsOn: (day: string) => readonly IndicatorKey[];
  readonly outputs: ReadonlyMap<number, readonly TaskOutputRow[]>;
}

/** What only a plan that is tried out knows has ids that no row has, so nothing was ever sent of it. */
export function planKeys(database: ReadDatabase, plan: Plan): PlanKeys {
  const [taskId, indicatorId, unitId] = (['task', 'indicator', 'unit'] as const).map((table) =>
    idsOf(database, table),
  );
  const byCode = (one: { readonly code: string }, other: { readonly code: string }) =>
    one.code < other.code ? -1 : 1;
  const tasks = plan.tasks.map((task) => ({ ...task, id: taskId?.(task.code) ?? 0 })).toSorted(byCode);
  const indicators = plan.indicators.map((one) => ({ ...one, id: indicatorId?.(one.code) ?? 0 }));
  const kinds = new Map(indicators.map((one) => [one.code, one]));
  return {
    tasksOn: (day) =>
      tasks
        .filter((task) => isHeld(task, day))
        .map((task) => {
          const { id, code, scope, start } = task;
          return { id, code, scope, start, deadline: deadlineOn(task, day) };
        }),
    indicatorsOn: lastAsked((day) =>
      indicators
        .filter((one) => isHeld(one, day))
        .map(({ id, code, kind, direction, role, asks }) => ({ id, code, kind, direction, role, asks })),
    ),
    outputs: new Map(
      tasks.map(({ id, outputs }) => [
        id,
        outputs
          .flatMap((output) => kinds.get(output.indicator) ?? [])
          .toSorted((one, other) => indicators.indexOf(one) - indicators.indexOf(other))
          .map(({ code, kind, direction }) => {
            const { target = 0, provinces = [] } = outputs.find((one) => one.indicator === code) ?? {};
            const targets = new Map(provinces.map((own) => [unitId?.(own.province) ?? 0, own.target]));
            return { taskId: id, indicator: code, kind, direction, target, targets };
          }),
      ]),
    ),
  };
}

/** Days on which the same is asked share one answer, by which others know that nothing has changed. */
function lastAsked(ask: (day: string) => readonly IndicatorKey[]): (day: string) => readonly IndicatorKey[] {
  let last: readonly IndicatorKey[] = [];
  return (day) => {
    const now = ask(day);
    const isSame = now.length === last.length && now.every(({ id }, place) => last[place]?.id === id);
    if (!isSame) last = now;
    return last;
  };
}

function idsOf(database: ReadDatabase, table: 'task' | 'indicator' | 'unit'): (code: string) => number {
  const known = new Map(database.prepare(`SELECT code, id FROM ${table}`).raw().all() as [string, number][]);
  return (code) => {
    const id = known.get(code) ?? -1 - known.size;
    known.set(code, id);
    return id;
  };
}
