import { everyCommuneFigure } from '#main/core/figures/commune-store.ts';
import { ruleVersionAt } from '#main/core/figures/gap-store.ts';
import { judgeFigures } from '#main/core/figures/judged.ts';
import { type LayerRow, listLayerRows, listMissingRows } from '#main/core/figures/map-store.ts';
import { boundsOf } from '#main/core/figures/status-store.ts';
import { unitFigures } from '#main/core/figures/totals-store.ts';
import type { UnitFigure } from '#main/core/figures/unit-figure.ts';
import { type CutView, requireCut, requireFiguresCut, viewedCutDto } from '#main/core/ground/cuts/lookup.ts';
import { waitingMonthOf, waitingMonthOfFigures } from '#main/core/ground/cuts/waiting-month.ts';
import { procedure } from '#main/core/ground/procedure.ts';
import { type IndicatorKey, listIndicatorKeys } from '#main/core/ground/rules/store.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import { UserError } from '#shared/contract/errors.ts';
import { boundsOfFigure } from '#shared/domain/bounds.ts';
import { coverageShare } from '#shared/domain/coverage.ts';

export const map = {
  statuses: procedure.map.statuses.handler(({ context, input }) => {
    const view = requireCut(context.read, input.cut);
    const rows = listLayerRows(context.read, view.statusCut.id, input.level);
    return {
      cut: viewedCutDto(view),
      level: input.level,
      ruleVersion: ruleVersionAt(context.read, view.statusCut.id) ?? view.active.version,
      codes: rows.map((row) => row.code),
      reported: rows.map((row) => row.reported),
      operating: rows.map((row) => row.operating),
      undetermined: rows.flatMap((row, at) =>
        row.reported === 'undetermined' || row.operating === 'undetermined' ? [{ at, ...boundsOf(row) }] : [],
      ),
      gapSteps: rows.map((row) => row.gapSteps),
      missing: rows.map(missingOf),
      coverage: rows.map(coverageOf),
      coverageOpen: rows.flatMap((row, at) => {
        const atMost = coverageOf({ ...row, ...asIfAnswered(row) });
        return atMost === null || atMost === coverageOf(row) ? [] : [{ at, atMost }];
      }),
      waitingMonth: waitingMonthOf(context.read, view),
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
    const view = requireFiguresCut(context.read, input.cut, input.code);
    const key = listIndicatorKeys(context.read).find((one) => one.code === input.code);
    if (key === undefined) throw new UserError('INDICATOR_UNKNOWN', { code: input.code });
    const figuresCut = key.kind === 'criterion' ? view.statusCut : view.outputsCut;
    const { operating } = view.active.rules;
    const totals = figuresOf(context.read, view, input.level, key);
    const figures = judgeFigures(totals, figuresCut?.code ?? null, operating);
    return {
      cut: viewedCutDto(view),
      level: input.level,
      code: key.code,
      figuresCut: figuresCut?.code ?? null,
      waitingMonth: waitingMonthOfFigures(context.read, view, key.kind),
      codes: figures.map(({ unit }) => unit),
      values: figures.map(({ measured }) => measured),
      states: figures.map(({ state }) => state),
      statuses: figures.map((figure) => figure.status),
      undetermined: figures.flatMap((figure, at) => {
        const bounds = boundsOfFigure(figure);
        return bounds === null ? [] : [{ at, ...bounds }];
      }),
      shareOpen: input.level === 'province' && key.kind === 'criterion' ? openShares(totals) : [],
    };
  }),
};

function figuresOf(
  database: ReadDatabase,
  view: CutView,
  level: 'province' | 'commune',
  key: IndicatorKey,
): UnitFigure[] {
  const of = key.kind === 'criterion' ? 'criteria' : 'outputs';
  if (level === 'province') {
    return unitFigures(database, view, { of, indicator: key.code }).filter(({ unit }) => unit !== 'VN');
  }
  return everyCommuneFigure(database, view, key);
}

/** What the share of a criterion would be, if it were met by all that are silent; of whom nothing came it stays unknown. */
function openShares(totals: readonly UnitFigure[]) {
  return totals.flatMap(({ value, numerator, denominator, notReported }, at) => {
    if (value === null || denominator === null || notReported === 0) return [];
    return [{ at, atMost: ((numerator ?? 0) + notReported) / denominator }];
  });
}

function missingOf(row: LayerRow): number | null {
  if (row.communes === null) return row.missing;
  return row.notReported === row.communes ? null : row.communes - (row.green ?? 0);
}

/** What counts in the share, if all that is silent or unanswered were met; of whom nothing came it stays unknown. */
function asIfAnswered({ communes, green, notReported, met, missing, unanswered }: LayerRow) {
  const open = unanswered ?? 0;
  if (communes === null)
    return met === null || missing === null ? {} : { met: met + open, missing: missing - open };
  return notReported === communes ? {} : { green: (green ?? 0) + (notReported ?? 0) + open };
}

function coverageOf({ communes, green, notReported, met, missing }: LayerRow): number | null {
  if (communes !== null) return coverageShare({ communes, green: green ?? 0, notReported: notReported ?? 0 });
  if (met === null || missing === null) return null;
  const owed = met + missing;
  return owed === 0 ? null : met / owed;
}
