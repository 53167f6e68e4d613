import { taskFigures } from '#main/core/figures/figures.ts';
import {
  coverageCourses,
  coverageForForecast,
  groupCourses,
  listGroupDeadlines,
  progressForForecast,
} from '#main/core/figures/forecast-store.ts';
import { countTasksByGroup } from '#main/core/figures/status-store.ts';
import { type CutView, requireCut } from '#main/core/ground/cuts/lookup.ts';
import { type CutRecord, cutDto } from '#main/core/ground/cuts/store.ts';
import { procedure } from '#main/core/ground/procedure.ts';
import { requireUnit } from '#main/core/ground/units/lookup.ts';
import { listPlaces } from '#main/core/ground/units/store.ts';
import type { OutlookDto } from '#shared/contract/forecast.ts';
import {
  evaluateForecast,
  explainForecast,
  type ForecastEvaluation,
  type ForecastPoint,
} from '#shared/domain/forecast.ts';
import { vietnamDay } from '#shared/domain/periods.ts';

export const forecast = {
  get: procedure.forecast.get.handler(({ context, input }) => {
    const view = requireCut(context.read, input.cut);
    const { asOf } = view.statusCut;
    const cuts = statusCutsUpTo(view);
    const groups = listGroupDeadlines(context.read);
    const places = listPlaces(context.read, vietnamDay(asOf));
    const coverage = coverageForForecast(context.read, cuts, codesOf(places));
    const progress = progressForForecast(context.read, cuts, codesOf(groups));
    const tasks = taskFigures(countTasksByGroup(context.read, view.statusCut.id));
    const overdue = new Map(tasks.groups.map((group) => [group.code, group.overdue]));
    // The plan ends with its last deadline: coverage is due by then.
    const end =
      groups
        .map((group) => group.deadline)
        .sort()
        .at(-1) ?? null;
    const outlooks = places.map((unit) => outlook(unit, coverage.get(unit.code) ?? [], end));
    return {
      cut: cutDto(view.cut),
      national: outlooks.find((one) => one.code === 'VN') ?? outlook(COUNTRY, [], end),
      groups: groups.map((group) => ({
        ...outlook(group, progress.get(group.code) ?? [], group.deadline),
        overdue: overdue.get(group.code) ?? null,
      })),
      provinces: outlooks.filter((one) => one.code !== 'VN'),
    };
  }),
  course: procedure.forecast.course.handler(({ context, input }) => {
    const view = requireCut(context.read, input.cut);
    const cuts = statusCutsUpTo(view);
    const isGroup = listGroupDeadlines(context.read).some((group) => group.code === input.code);
    if (!isGroup) requireUnit(context.read, input.code, view.statusCut.asOf);
    const points =
      (isGroup ? groupCourses : coverageCourses)(context.read, cuts, [input.code]).get(input.code) ?? [];
    return {
      cut: cutDto(view.cut),
      points: points.map(({ day, done, total }) => ({ day, share: done === null ? null : done / total })),
    };
  }),
};

function codesOf(list: readonly { readonly code: string }[]): string[] {
  return list.map(({ code }) => code);
}

function statusCutsUpTo({ all, statusCut }: CutView): CutRecord[] {
  return all.filter((cut) => cut.kind !== 'month' && cut.asOf <= statusCut.asOf);
}

/**
 * Late: the date lies after the deadline, the deadline lies behind and the work is not done, or no date within
 * five years is in sight. Null where the pace says nothing and the deadline is still to come.
 */
function isLate(evaluation: ForecastEvaluation, deadline: string): boolean | null {
  switch (evaluation.kind) {
    case 'date':
      return evaluation.completion > deadline;
    case 'beyondHorizon':
      return true;
    case 'noProgress':
      return evaluation.day > deadline ? true : null;
    default:
      return null;
  }
}

const COUNTRY = { code: 'VN', name: 'Việt Nam', nameEn: 'Viet Nam' };

function outlook(
  { code, name, nameEn }: typeof COUNTRY,
  points: readonly ForecastPoint[],
  deadline: string | null,
): OutlookDto {
  const evaluation = evaluateForecast(points);
  const date = evaluation.kind === 'date' ? evaluation : null;
  return {
    code,
    name,
    nameEn,
    kind: evaluation.kind,
    share: 'share' in evaluation ? evaluation.share : null,
    completion: date?.completion ?? null,
    earliest: date?.earliest ?? null,
    latest: date?.latest ?? null,
    deadline,
    isLate: deadline === null ? null : isLate(evaluation, deadline),
    overdue: null,
    reasons: explainForecast(evaluation),
  };
}
