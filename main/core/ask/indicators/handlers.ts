import { distributionOf } from '#main/core/figures/distribution.ts';
import {
  listCommuneValues,
  listCriterionTrend,
  listPlaces,
  listTrend,
  type PlaceSum,
} from '#main/core/figures/indicators-store.ts';
import { listIndicators } from '#main/core/figures/plan-store.ts';
import { type CutView, requireCut } from '#main/core/ground/cuts/lookup.ts';
import { cutDto } from '#main/core/ground/cuts/store.ts';
import { procedure } from '#main/core/ground/procedure.ts';
import { listIndicatorKeys, readActiveRules } from '#main/core/ground/rules/store.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { IndicatorPlaceDto } from '#shared/contract/indicators.ts';
import { evaluateIndicator, operatingIndicators } from '#shared/domain/operating.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import type { RuleSet } from '#shared/domain/rule-set.ts';

export const indicators = {
  get: procedure.indicators.get.handler(({ context, input }) => {
    const view = requireCut(context.read, input.cut);
    return indicatorPage(context.read, view, input.code);
  }),
};

function indicatorPage(database: ReadDatabase, view: CutView, code: string) {
  const indicator = listIndicators(database).find((one) => one.code === code);
  const key = listIndicatorKeys(database).find((one) => one.code === code);
  if (indicator === undefined || key === undefined) throw new UserError('INDICATOR_UNKNOWN', { code });
  const figuresCut = key.kind === 'criterion' ? view.statusCut : view.outputsCut;
  const rules = readActiveRules(database).rules;
  const day = vietnamDay(view.statusCut.asOf);
  const places = listPlaces(database, figuresCut?.id ?? null, key, day).map((sum) =>
    judgePlace(sum, key, rules),
  );
  const [country, ...provinces] = places;
  if (country === undefined) throw new UserError('NO_DATA');
  const values = listCommuneValues(database, figuresCut?.id ?? null, key, day);
  const isMonthly = key.kind !== 'criterion';
  return {
    cut: cutDto(view.cut),
    indicator,
    figuresCut: figuresCut?.code ?? null,
    country,
    provinces,
    distribution: distributionOf(values, key.kind),
    trend: isMonthly
      ? listTrend(database, view.all, key, view.cut.asOf)
      : listCriterionTrend(database, view, key),
  };
}

function judgePlace(sum: PlaceSum, key: Parameters<typeof listPlaces>[2], rules: RuleSet): IndicatorPlaceDto {
  const judged = operatingIndicators(rules.operating, [key])[0];
  const total = { ...sum, withoutParts: 0, notYetDue: 0 };
  const status = judged === undefined ? 'noEvidence' : evaluateIndicator(judged, total).status;
  const { code, name, nameEn, value, numerator, denominator, reported, notReported, notApplicable } = sum;
  return { code, name, nameEn, value, numerator, denominator, status, reported, notReported, notApplicable };
}
