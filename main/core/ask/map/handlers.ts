import { ruleVersionAt } from '#main/core/figures/gap-store.ts';
import {
  type LayerRow,
  listIndicatorValues,
  listLayerRows,
  listMissingRows,
} from '#main/core/figures/map-store.ts';
import { requireCut } from '#main/core/ground/cuts/lookup.ts';
import { cutDto } from '#main/core/ground/cuts/store.ts';
import { procedure } from '#main/core/ground/procedure.ts';
import { listIndicatorKeys, readActiveRules } from '#main/core/ground/rules/store.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { OperatingStatus } from '#shared/domain/model.ts';
import { evaluateIndicator, operatingIndicators } from '#shared/domain/operating.ts';
import { vietnamDay } from '#shared/domain/periods.ts';

export const map = {
  statuses: procedure.map.statuses.handler(({ context, input }) => {
    const view = requireCut(context.read, input.cut);
    const rows = listLayerRows(context.read, view.statusCut.id, input.level);
    return {
      cut: cutDto(view.cut),
      level: input.level,
      ruleVersion: ruleVersionAt(context.read, view.statusCut.id) ?? readActiveRules(context.read).version,
      codes: rows.map((row) => row.code),
      reported: rows.map((row) => row.reported),
      operating: rows.map((row) => row.operating),
      gapSteps: rows.map((row) => row.gapSteps),
      missing: rows.map(missingOf),
      coverage: rows.map(coverageOf),
    };
  }),
  missing: procedure.map.missing.handler(({ context, input }) => {
    const rows = listMissingRows(context.read, requireCut(context.read, input.cut).statusCut.id);
    const criteria = [...new Set(rows.flatMap((row) => [...row.notMet, ...row.unreported]))];
    const places = new Map(criteria.map((code, place) => [code, place]));
    const placesOf = (codes: readonly string[]) => codes.map((code) => places.get(code) ?? 0);
    return {
      criteria,
      codes: rows.map((row) => row.code),
      notMet: rows.map((row) => placesOf(row.notMet)),
      unreported: rows.map((row) => placesOf(row.unreported)),
    };
  }),
  indicator: procedure.map.indicator.handler(({ context, input }) => {
    const view = requireCut(context.read, input.cut);
    const key = listIndicatorKeys(context.read).find((one) => one.code === input.code);
    if (key === undefined) throw new UserError('INDICATOR_UNKNOWN', { code: input.code });
    const figuresCut = key.kind === 'criterion' ? view.statusCut : view.outputsCut;
    const day = vietnamDay(view.statusCut.asOf);
    const rows = listIndicatorValues(context.read, figuresCut?.id ?? null, key, input.level, day);
    const judged = operatingIndicators(readActiveRules(context.read).rules.operating, [key])[0];
    const statusOf = (row: (typeof rows)[number]): OperatingStatus =>
      judged === undefined
        ? 'noEvidence'
        : evaluateIndicator(judged, { value: row.value, numerator: null, denominator: null }).status;
    return {
      cut: cutDto(view.cut),
      level: input.level,
      code: key.code,
      figuresCut: figuresCut?.code ?? null,
      codes: rows.map((row) => row.code),
      values: rows.map((row) => row.value),
      states: rows.map((row) => (figuresCut === null ? 'notYetDue' : row.state)),
      statuses: rows.map(statusOf),
    };
  }),
};

function missingOf(row: LayerRow): number | null {
  if (row.communes === null) return row.missing;
  return row.communes - (row.green ?? 0);
}

function coverageOf(row: LayerRow): number | null {
  if (row.communes !== null) return row.notReported === row.communes ? null : (row.green ?? 0) / row.communes;
  if (row.met === null || row.missing === null) return null;
  const owed = row.met + row.missing;
  return owed === 0 ? null : row.met / owed;
}
