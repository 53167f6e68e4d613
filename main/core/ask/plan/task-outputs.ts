import { figureCourses } from '#main/core/figures/course-store.ts';
import { judgeFigures } from '#main/core/figures/judged.ts';
import { listTargets, type TaskTarget } from '#main/core/figures/plan-store.ts';
import { unitFigures } from '#main/core/figures/totals-store.ts';
import type { UnitFigure } from '#main/core/figures/unit-figure.ts';
import type { CutView } from '#main/core/ground/cuts/lookup.ts';
import type { ActiveRules } from '#main/core/ground/rules/store.ts';
import { listProvinces } from '#main/core/ground/units/store.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import type { TaskOutputDto } from '#shared/contract/plan.ts';
import type { UnitDto } from '#shared/contract/units.ts';
import { measureOf } from '#shared/domain/figures.ts';
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
  const figures = unitFigures(database, view, { of: 'outputs' });
  const courses = Map.groupBy(
    figureCourses(database, view, { of: 'outputs', unit: 'VN' }),
    (point) => point.code,
  );
  const cut = view.outputsCut?.code ?? null;
  const national = targets.flatMap((target) =>
    figures
      .filter(({ unit, code: indicator }) => unit === 'VN' && indicator === target.code)
      .map((figure) => ({
        target,
        judged: judgeFigures([figure], cut, active.rules.operating),
        evaluation: against(target, figure),
      })),
  );
  return {
    outputs: national.flatMap(({ target, judged, evaluation }) =>
      judged.map((figure) => ({
        ...figure,
        ...target,
        actual: evaluation.value,
        actualState: figure.state,
        state: evaluation.state,
        trend: (courses.get(target.code) ?? []).map((point) => ({
          cut: point.cut,
          asOf: point.asOf,
          value: measureOf(point.kind, point),
        })),
      })),
    ),
    pullingDown: targets.map((target) => pullingDown(target, figures, names)),
    evaluations: national.map(({ evaluation }) => evaluation),
  };
}

function against(target: TaskTarget, figure: UnitFigure): TaskOutputEvaluation {
  const { code: indicator, kind, direction, target: wanted } = target;
  return evaluateTaskOutput({ indicator, kind, direction, target: wanted }, figure, figure.bounds);
}

function pullingDown(
  target: TaskTarget,
  figures: readonly UnitFigure[],
  names: ReadonlyMap<string, UnitDto>,
): PullingDown {
  const known = figures.flatMap((figure) => {
    const unit = figure.code === target.code ? names.get(figure.unit) : undefined;
    const { value } = unit === undefined ? { value: null } : against(target, figure);
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
