import { type MonthTotal, monthTotals } from '#main/core/figures/month-totals-store.ts';
import { judgeOutputs, totalOf } from '#main/core/figures/outputs.ts';
import { listTargets, type TaskTarget } from '#main/core/figures/plan-store.ts';
import type { OutputSum } from '#main/core/figures/status-store.ts';
import { outputTotals } from '#main/core/figures/totals-store.ts';
import type { CutView } from '#main/core/ground/cuts/lookup.ts';
import type { ActiveRules } from '#main/core/ground/rules/store.ts';
import { listProvinces } from '#main/core/ground/units/store.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import type { TaskOutputDto } from '#shared/contract/plan.ts';
import type { UnitDto } from '#shared/contract/units.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import { evaluateTaskOutput, type TaskOutputEvaluation } from '#shared/domain/task-outcome.ts';

/** Localities named for each output: enough to act on, few enough to read. */
const NAMED_AT_MOST = 6;

export interface TaskOutputs {
  readonly outputs: TaskOutputDto[];
  readonly pullingDown: PullingDown[];
  /** The country's figures against the targets, as the rules judge them. */
  readonly evaluations: TaskOutputEvaluation[];
}

interface PullingDown {
  readonly indicator: string;
  readonly missing: number;
  readonly reported: number;
  readonly provinces: {
    readonly code: string;
    readonly name: string;
    readonly nameEn: string;
    readonly value: number;
    readonly short: number;
  }[];
}

/** What a task was to bring about, what came of it, month by month, and where it falls short. */
export function taskOutputs(
  database: ReadDatabase,
  view: CutView,
  active: ActiveRules,
  code: string,
): TaskOutputs {
  const names = new Map(
    listProvinces(database, vietnamDay(view.statusCut.asOf)).map((unit) => [unit.code, unit]),
  );
  const targets = listTargets(database, code);
  const sums = outputTotals(database, view);
  const asked = { cuts: view.all, asOf: view.cut.asOf, unit: 'VN' };
  const trends = Map.groupBy(monthTotals(database, asked), (total) => total.indicator);
  const figures = new Map(
    judgeOutputs(
      sums.filter((sum) => sum.unit === 'VN'),
      view.outputsCut?.code ?? null,
      active.rules.operating,
    ).map((figure) => [figure.code, figure]),
  );
  const national = targets.flatMap((target) => {
    const figure = figures.get(target.code);
    const sum = sums.find((one) => one.unit === 'VN' && one.code === target.code);
    return figure === undefined || sum === undefined
      ? []
      : [{ target, figure, evaluation: against(target, sum) }];
  });
  return {
    outputs: national.map(({ target, figure, evaluation }) => ({
      ...figure,
      ...target,
      actual: evaluation.value,
      state: evaluation.state,
      trend: (trends.get(target.code) ?? []).map((total) => trendPoint(target, total)),
    })),
    pullingDown: targets.map((target) => pullingDown(target, sums, names)),
    evaluations: national.map(({ evaluation }) => evaluation),
  };
}

/** Ratios as ratios of sums, counts per reporting commune, as their targets are. */
function trendPoint({ kind }: TaskTarget, { cut, asOf, value, reported }: MonthTotal) {
  const isMean = kind === 'count' && value !== null && reported > 0;
  return { cut, asOf, value: isMean ? value / reported : value };
}

function against(target: TaskTarget, sum: OutputSum): TaskOutputEvaluation {
  const { code: indicator, kind, direction, target: wanted } = target;
  return evaluateTaskOutput({ indicator, kind, direction, target: wanted }, totalOf(sum));
}

function pullingDown(
  target: TaskTarget,
  sums: readonly OutputSum[],
  names: ReadonlyMap<string, UnitDto>,
): PullingDown {
  const known = sums.flatMap((sum) => {
    const unit = sum.code === target.code ? names.get(sum.unit) : undefined;
    const { value } = unit === undefined ? { value: null } : against(target, sum);
    if (unit === undefined || value === null) return [];
    const short = target.direction === 'up' ? target.target - value : value - target.target;
    return [{ code: unit.code, name: unit.name, nameEn: unit.nameEn, value, short }];
  });
  const missing = known.filter((place) => place.short > 0);
  return {
    indicator: target.code,
    missing: missing.length,
    reported: known.length,
    provinces: missing.sort((left, right) => right.short - left.short).slice(0, NAMED_AT_MOST),
  };
}
