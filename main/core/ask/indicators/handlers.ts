import { everyCommuneFigure, listOwnFigures } from '#main/core/figures/commune-store.ts';
import { figureCourses } from '#main/core/figures/course-store.ts';
import { distributionOf } from '#main/core/figures/distribution.ts';
import { judgeFigures } from '#main/core/figures/judged.ts';
import { perPeopleOf } from '#main/core/figures/per-people.ts';
import { listIndicators } from '#main/core/figures/plan-store.ts';
import { unitFigures } from '#main/core/figures/totals-store.ts';
import { type CutView, requireFiguresCut, viewedCutDto } from '#main/core/ground/cuts/lookup.ts';
import { waitingMonthOfFigures } from '#main/core/ground/cuts/waiting-month.ts';
import { procedure } from '#main/core/ground/procedure.ts';
import { listIndicatorKeys } from '#main/core/ground/rules/store.ts';
import { communeFacts } from '#main/core/ground/units/facts-store.ts';
import { listPlaces } from '#main/core/ground/units/store.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { IndicatorPlaceDto } from '#shared/contract/indicators.ts';
import type { UnitDto } from '#shared/contract/units.ts';
import type { OutputFigureDto } from '#shared/contract/words.ts';
import type { PerPeople } from '#shared/domain/per-people.ts';
import { vietnamDay } from '#shared/domain/periods.ts';

export const indicators = {
  get: procedure.indicators.get.handler(({ context, input }) => {
    const view = requireFiguresCut(context.read, input.cut, input.code);
    return indicatorPage(context.read, view, input.code);
  }),
};

function indicatorPage(database: ReadDatabase, view: CutView, code: string) {
  const indicator = listIndicators(database).find((one) => one.code === code);
  const key = listIndicatorKeys(database).find((one) => one.code === code);
  if (indicator === undefined || key === undefined) throw new UserError('INDICATOR_UNKNOWN', { code });
  const figuresCut = key.kind === 'criterion' ? view.statusCut : view.outputsCut;
  const rules = view.active.rules;
  const of = key.kind === 'criterion' ? 'criteria' : 'outputs';
  const asked = { of, indicator: code } as const;
  const day = vietnamDay(view.statusCut.asOf);
  const names = new Map(listPlaces(database, day).map((place) => [place.code, place]));
  const places = judgeFigures(
    unitFigures(database, view, asked),
    figuresCut?.code ?? null,
    rules.operating,
    listOwnFigures(database, view, asked),
  );
  const sent = everyCommuneFigure(database, view, key);
  const perPeople = key.kind === 'count' ? perPeopleOf(communeFacts(database, 'VN', day), sent) : null;
  const [country, ...provinces] = places.map((figure) =>
    placeOf(figure, names.get(figure.unit), perPeople?.(figure.unit) ?? null),
  );
  if (country === undefined) throw new UserError('NO_DATA');
  return {
    cut: viewedCutDto(view),
    indicator,
    figuresCut: figuresCut?.code ?? null,
    tooOld: key.kind === 'criterion' ? null : (view.tooOld?.code ?? null),
    waitingMonth: waitingMonthOfFigures(database, view, key.kind),
    country,
    provinces,
    distribution: distributionOf(
      sent.flatMap(({ value }) => value ?? []),
      key.kind,
    ),
    trend: figureCourses(database, view, { ...asked, unit: 'VN' }).map(
      ({ cut, asOf, value, notReported }) => ({ cut, asOf, value, notReported }),
    ),
  };
}

function placeOf(
  figure: OutputFigureDto,
  unit: UnitDto | undefined,
  perPeople: PerPeople | null,
): IndicatorPlaceDto {
  const { value, numerator, denominator, measured, state, status, atLeast, atMost } = figure;
  const { notReported, notApplicable, own, bounds } = figure;
  const { code, name, nameEn } = unit ?? { code: figure.unit, name: figure.unit, nameEn: figure.unit };
  const reported = figure.reportedUnits;
  return {
    ...{ code, name, nameEn, value, numerator, denominator, measured, state },
    ...{ status, atLeast, atMost },
    ...{ reported, notReported, notApplicable, own, bounds, perPeople },
  };
}
