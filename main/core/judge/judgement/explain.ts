import { askingOf } from '#main/core/figures/asking.ts';
import { communeCounts } from '#main/core/figures/figures.ts';
import { sumOfMembers, type UnitStatusRow } from '#main/core/figures/status-store.ts';
import { unitFigures } from '#main/core/figures/totals-store.ts';
import type { AskedFigures, UnitFigure } from '#main/core/figures/unit-figure.ts';
import { type CutView, statusView } from '#main/core/ground/cuts/lookup.ts';
import { monthStateOf, waitingMonthOf } from '#main/core/ground/cuts/waiting-month.ts';
import { type ActiveRules, listIndicatorKeys } from '#main/core/ground/rules/store.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import type { UnitDto } from '#shared/contract/units.ts';
import { evaluateCommune, explainCommune } from '#shared/domain/commune-status.ts';
import { evaluateCoverage, explainCoverage } from '#shared/domain/coverage.ts';
import { emptyKindOf, type SelfExempt } from '#shared/domain/figures.ts';
import { evaluateGap, explainGap } from '#shared/domain/gap.ts';
import type { EmptyKind, Reason } from '#shared/domain/model.ts';
import { type IndicatorEvaluation, operatingIndicators, rollUpIndicators } from '#shared/domain/operating.ts';
import { evaluatePlace } from '#shared/domain/operating-members.ts';
import {
  explainCollecting,
  explainCollectingFigure,
  explainIndicator,
  explainMonth,
  explainOldFigure,
  explainOperating,
  explainShownMonth,
  explainTooOld,
  explainWaiting,
} from '#shared/domain/operating-reasons.ts';
import { evaluateSum } from '#shared/domain/operating-sums.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import { explainProgress, type ProgressEvaluation } from '#shared/domain/province-progress.ts';
import type { RuleSet } from '#shared/domain/rule-set.ts';

/**
 * Why a unit has its colours, as sentences: reported first, then operating, then the gap. Made by the rules'
 * own `explain` from the figures behind the stored status, so that sentence and colour cannot drift apart. In a month
 * asked for by itself the sentences of single outputs are of the month's own, which are shown beside them.
 */
export function explainUnit(
  database: ReadDatabase,
  view: CutView,
  active: ActiveRules,
  unit: UnitDto,
  row: UnitStatusRow | null,
): Reason[] {
  if (row === null) return [];
  const reported =
    unit.level === 'commune' ? explainMarks(database, view, active, unit) : explainPlace(row, active, unit);
  const gap = explainGap(evaluateGap(row.reported, row.operating), {
    months: row.gapMonths,
    cuts: row.gapCuts,
  });
  return [...reported, ...explainOutputs(database, view, active, unit), ...gap];
}

function explainMarks(database: ReadDatabase, view: CutView, active: ActiveRules, unit: UnitDto): Reason[] {
  const criteria = unitFigures(database, view, { of: 'criteria', unit: unit.code });
  return explainCommune(
    evaluateCommune(
      criteria.map(({ code }) => code),
      criteria.map((criterion) =>
        criterion.isSelfExempt === true ? 'selfExempt' : (emptyKindOf(criterion) ?? criterion.numerator ?? 0),
      ),
      active.rules.commune,
    ),
  );
}

function explainPlace(row: UnitStatusRow, active: ActiveRules, { level }: UnitDto): Reason[] {
  const { progress } = JSON.parse(row.facts) as { progress: ProgressEvaluation | null };
  const coverage = explainCoverage(
    evaluateCoverage(communeCounts(row), active.rules.coverage, row.unanswered ?? 0),
  );
  if (progress === null) return coverage;
  return [
    ...explainProgress({ ...BEFORE_BOUNDS, ...progress }, level === 'country' ? 'centre' : 'province'),
    ...coverage,
  ];
}

/** What a data file of an older version does not say of the tasks of a place. */
const BEFORE_BOUNDS = { atLeast: null, atMost: null, older: 0, stale: 0, unreportedSoon: 0 };

function explainOutputs(database: ReadDatabase, view: CutView, active: ActiveRules, unit: UnitDto): Reason[] {
  const status = statusView(view);
  const waiting = explainWaiting(waitingMonthOf(database, view));
  if (status.tooOld !== null) return [explainTooOld(status.tooOld.code, status.monthsAtMost), ...waiting];
  const [verdict, ...behind] = explainFigures(database, status, active, unit);
  if (verdict === undefined) return [];
  const collecting = collectingMonth(database, status);
  if (collecting !== null)
    return [explainCollecting(collecting), ...waiting, ...figuresShown(database, view, active, unit)];
  const judged = [verdict, ...explainMonth(status.outputsCut?.code ?? null), ...waiting, ...behind];
  if (status.outputsCut?.id === view.outputsCut?.id) return judged;
  return [...judged.filter((one) => !isOfOne(one)), ...figuresShown(database, view, active, unit)];
}

const isOfOne = ({ code }: Reason): boolean => code.startsWith('reason.indicator.');

/** The sentences of single outputs that are shown beside, of the month that they are of; none where none is shown. */
function figuresShown(database: ReadDatabase, view: CutView, active: ActiveRules, unit: UnitDto): Reason[] {
  if (view.outputsCut === null) return [];
  const shown = explainFigures(database, view, active, unit).filter(isOfOne);
  return shown.length === 0 ? [] : [explainShownMonth(view.outputsCut.code), ...shown];
}

/** The first month of outputs, while it is still being collected and none speaks; else null. */
function collectingMonth(database: ReadDatabase, view: CutView): string | null {
  const month = monthStateOf(database, view) === 'collecting' ? waitingMonthOf(database, view) : null;
  return month?.cut ?? null;
}

/** The sentence of one output of a unit, by the rules; none where they do not know it. */
export function explainFigure(
  database: ReadDatabase,
  view: CutView,
  { rules }: ActiveRules,
  unit: string,
  code: string,
): Reason[] {
  const basedOn = view.outputsCut?.code;
  const collecting = collectingMonth(database, view);
  return evaluateOutputs(database, view, rules, { unit, indicator: code }).map((one) => {
    if (collecting !== null) return explainCollectingFigure(code, collecting);
    if (view.tooOld !== null) return explainOldFigure(code, view.tooOld.code, view.monthsAtMost);
    const said = explainIndicator(one);
    return basedOn === undefined ? said : { ...said, values: { ...said.values, basedOn } };
  });
}

/** A total of one commune as what it sent. */
function answerOf(figure: UnitFigure | undefined): UnitFigure | EmptyKind | SelfExempt | undefined {
  if (figure?.isSelfExempt === true) return 'selfExempt';
  return figure !== undefined && emptyKindOf(figure) === 'notApplicable' ? 'notApplicable' : figure;
}

/** Of the output figures of one unit; of a place the sums, and what the scores of its communes come to. */
function explainFigures(database: ReadDatabase, view: CutView, active: ActiveRules, unit: UnitDto): Reason[] {
  const evaluated = evaluateOutputs(database, view, active.rules, { unit: unit.code });
  const { operating } = active.rules;
  if (unit.level === 'commune') return explainOperating(rollUpIndicators(evaluated, operating));
  const members = sumOfMembers(database, view.statusCut.id, unit.code);
  return explainOperating(evaluatePlace(members, evaluated, operating));
}

function evaluateOutputs(
  database: ReadDatabase,
  view: CutView,
  { operating }: RuleSet,
  asked: Pick<AskedFigures, 'unit' | 'indicator'>,
): IndicatorEvaluation[] {
  const outputs = unitFigures(database, view, { ...asked, of: 'outputs' });
  const known = new Map(outputs.map((output) => [output.code, output]));
  const { outOfTurn } = askingOf(view, 'outputs');
  const wanted = listIndicatorKeys(database, vietnamDay(view.statusCut.asOf)).filter(
    ({ code }) => asked.indicator === undefined || asked.indicator === code,
  );
  return operatingIndicators(operating, wanted).flatMap((indicator) => {
    const figure = known.get(indicator.code);
    const answer = answerOf(figure);
    return answer === 'notApplicable' || outOfTurn.has(indicator.code)
      ? []
      : [evaluateSum(indicator, answer, figure?.bounds ?? null)];
  });
}
