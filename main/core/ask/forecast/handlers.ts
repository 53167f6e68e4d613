import { coverageCourses, groupCourses } from '#main/core/figures/forecast-store.ts';
import { requireCut, viewedCutDto } from '#main/core/ground/cuts/lookup.ts';
import { procedure } from '#main/core/ground/procedure.ts';
import { requireUnit } from '#main/core/ground/units/lookup.ts';
import { knownAt } from '#shared/domain/forecast-course.ts';
import { isUnitCode } from '#shared/domain/plan.ts';
import { evaluationsAt, statusCutsUpTo } from './evaluations.ts';
import { outlooksAt } from './outlooks.ts';

export const forecast = {
  get: procedure.forecast.get.handler(({ context, input }) => {
    const view = requireCut(context.read, input.cut);
    return { cut: viewedCutDto(view), ...outlooksAt(context.read, view) };
  }),
  course: procedure.forecast.course.handler(({ context, input }) => {
    const view = requireCut(context.read, input.cut);
    const cuts = statusCutsUpTo(view);
    const isGroup = !isUnitCode(input.code);
    if (!isGroup) requireUnit(context.read, input.code, view.statusCut.asOf);
    const points =
      (isGroup ? groupCourses : coverageCourses)(context.read, cuts, [input.code]).get(input.code) ?? [];
    const { groups, places } = evaluationsAt(context.read, view);
    const evaluation = (isGroup ? groups : places).get(input.code)?.evaluation;
    return {
      cut: viewedCutDto(view),
      points: points.map((point) => ({
        day: point.day,
        share: point.done === null ? null : point.done / point.total,
        state: knownAt(point),
      })),
      ahead:
        evaluation !== undefined && 'ahead' in evaluation
          ? evaluation.ahead.map(({ day, share, low, high }) => ({ day, share, low, high }))
          : [],
    };
  }),
};
