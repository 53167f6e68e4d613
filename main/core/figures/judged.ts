import type { CutView } from '#main/core/ground/cuts/lookup.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import type { OutputFigureDto } from '#shared/contract/words.ts';
import { measureOf } from '#shared/domain/figures.ts';
import type { FigureState } from '#shared/domain/known.ts';
import { type IndicatorEvaluation, operatingIndicators } from '#shared/domain/operating.ts';
import { evaluateSum } from '#shared/domain/operating-sums.ts';
import type { RuleSet } from '#shared/domain/rule-set.ts';
import { listOwnFigures } from './commune-store.ts';
import { type OwnFigure, ownOf } from './own-figure.ts';
import { unitFigures } from './totals-store.ts';
import { type AskedFigures, knownStateOf, type UnitFigure, unitsAsked } from './unit-figure.ts';

/** The outputs that speak at a cut, at the country and every province, or of one unit. */
export function judgedOutputs(
  database: ReadDatabase,
  view: CutView,
  { operating }: RuleSet,
  asked: Omit<AskedFigures, 'of'> = {},
): OutputFigureDto[] {
  const figures = unitFigures(database, view, { ...asked, of: 'outputs' });
  const own = listOwnFigures(database, view, { ...asked, of: 'outputs' });
  return judgeFigures(figures, view.outputsCut?.code ?? null, operating, own);
}

/** The criteria at a cut, of one unit. */
export function judgedCriteria(
  database: ReadDatabase,
  view: CutView,
  { operating }: RuleSet,
  unit: string,
): OutputFigureDto[] {
  const asked = { of: 'criteria', unit } as const;
  const own = listOwnFigures(database, view, asked);
  return judgeFigures(unitFigures(database, view, asked), view.statusCut.code, operating, own);
}

/**
 * Figures as every question answers them: value, what the rules measure, the kind of empty, and the colour that the
 * thresholds give, of a sum only where it does not hang on what was not sent. `cutCode` is the cut they belong to, null
 * before the first month has ended; `own` are the figures that provinces or the centre sent of what is asked of
 * communes, which have no colour.
 */
export function judgeFigures(
  figures: readonly UnitFigure[],
  cutCode: string | null,
  rules: RuleSet['operating'],
  own: readonly OwnFigure[] = [],
): OutputFigureDto[] {
  const judged = new Map(operatingIndicators(rules, figures).map((indicator) => [indicator.code, indicator]));
  const sent = new Map(own.map((one) => [`${one.unit} ${one.code}`, one]));
  return figures.map((figure) => {
    const { code, unit, kind, value, numerator, denominator, reported, notReported, notApplicable } = figure;
    const indicator = judged.get(code);
    const measured = measureOf(kind, figure);
    return {
      code,
      unit,
      cut: cutCode,
      kind,
      value,
      numerator,
      denominator,
      measured,
      state: stateOf(figure, measured),
      ...(indicator === undefined ? NOT_JUDGED : judgementOf(evaluateSum(indicator, figure, figure.bounds))),
      reportedUnits: reported,
      notReported,
      notApplicable,
      units: unitsAsked(figure),
      bounds: figure.bounds,
      own: ownOf(sent.get(`${unit} ${code}`)),
    };
  });
}

function stateOf(figure: UnitFigure, measured: number | null): FigureState {
  if (figure.isSelfExempt === true) return 'selfExempt';
  const state = knownStateOf(figure);
  return state === 'value' && measured === null ? 'nothingToMeasure' : state;
}

const NOT_JUDGED = { status: 'noEvidence', atLeast: null, atMost: null, few: false } as const;

function judgementOf({ status, low, high, isFew }: IndicatorEvaluation) {
  const isOpen = status === 'undetermined';
  return { status, atLeast: isOpen ? low : null, atMost: isOpen ? high : null, few: isFew };
}
