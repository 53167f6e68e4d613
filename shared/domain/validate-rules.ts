import { ALERT_RULES, type Reason } from './model.ts';
import { dayNumber } from './periods.ts';
import { reason } from './reason.ts';
import {
  type IndicatorReference,
  type IndicatorThresholds,
  ROLL_UPS,
  type RuleSet,
  type SuspicionRules,
} from './rule-set.ts';

/** What is wrong with a rule set, and where: `path` is the dotted name of the value, for the form. */
export interface Problem {
  readonly path: string;
  readonly reason: Reason;
}

type Report = (path: string, code: string, values?: Readonly<Record<string, string | number>>) => void;

/**
 * Everything that keeps a rule set from judging: values that are no numbers or out of range, thresholds that
 * overlap (YELLOW at or beyond GREEN), a colour that could never occur, indicators the catalogue does not know,
 * that are criteria or that it calls good the other way round, outputs without thresholds. An empty list means that it can be used. The shape itself
 * is checked before, where the rule set is read.
 */
export function validateRuleSet(rules: RuleSet, knownIndicators: readonly IndicatorReference[]): Problem[] {
  const problems: Problem[] = [];
  const report: Report = (path, code, values = {}) => {
    problems.push({ path, reason: reason(`reason.rules.${code}`, values) });
  };
  checkCommune(rules, knownIndicators, report);
  checkProvince(rules.province, report);
  checkPair('coverage', rules.coverage.half, rules.coverage.above, ['half', 'above'], report);
  checkOperating(rules.operating, knownIndicators, report);
  checkAlerts(rules.alerts, report);
  checkSuspicion(rules.suspicion, report);
  return problems;
}

function checkCommune(rules: RuleSet, known: readonly IndicatorReference[], report: Report): void {
  const path = 'commune.yellowMissingAtMost';
  const limit = rules.commune.yellowMissingAtMost;
  if (!checkWhole(path, limit, 0, report)) return;
  const criteria = known.filter((indicator) => indicator.kind === 'criterion').length;
  if (criteria > 0 && limit >= criteria) report(path, 'redImpossible', { limit, count: criteria });
}

function checkProvince(province: RuleSet['province'], report: Report): void {
  checkWhole('province.redOverdueMoreThan', province.redOverdueMoreThan, 0, report);
  checkWhole('province.dueWithinDays', province.dueWithinDays, 0, report);
  checkFraction('province.paceTolerance', province.paceTolerance, report);
}

function checkOperating(
  operating: RuleSet['operating'],
  known: readonly IndicatorReference[],
  report: Report,
): void {
  if (!(ROLL_UPS as readonly string[]).includes(operating.rollUp)) {
    report('operating.rollUp', 'unknownRollUp', { rollUp: String(operating.rollUp) });
  }
  const { yellowFrom, greenFrom } = operating;
  checkWhole('operating.monthsAtMost', operating.monthsAtMost, 1, report);
  checkPair('operating', yellowFrom, greenFrom, ['yellowFrom', 'greenFrom'], report);
  const references = new Map(known.map((one) => [one.code, one]));
  for (const [code, thresholds] of Object.entries(operating.indicators)) {
    const reference = references.get(code);
    const path = `operating.indicators.${code}`;
    // An unknown code has no name to look up, so it goes into the sentence as it is.
    if (reference === undefined) report(path, 'unknownIndicator', { code });
    else if (reference.kind === 'criterion') report(path, 'criterionAsOutput', { indicator: code });
    else checkThresholds(path, reference, thresholds, report);
  }
  for (const { code, kind } of known) {
    const path = `operating.indicators.${code}`;
    if (kind !== 'criterion' && !Object.hasOwn(operating.indicators, code)) {
      report(path, 'withoutThresholds', { indicator: code });
    }
  }
  checkWeights(operating, known, report);
}

function checkThresholds(
  path: string,
  { code: indicator, kind, direction: known }: IndicatorReference,
  thresholds: IndicatorThresholds,
  report: Report,
): void {
  const isRatio = kind === 'ratio';
  const { direction, greenFrom, yellowFrom, weight, minDenominator } = thresholds;
  if (direction !== 'up' && direction !== 'down') {
    report(`${path}.direction`, 'unknownDirection', { indicator });
    return;
  }
  if (known !== undefined && known !== direction) {
    report(`${path}.direction`, 'wrongDirection', { indicator, direction: known });
    return;
  }
  const check = isRatio ? checkFraction : checkCount;
  const areNumbers = [
    check(`${path}.greenFrom`, greenFrom, report),
    check(`${path}.yellowFrom`, yellowFrom, report),
    checkCount(`${path}.weight`, weight, report),
    checkWhole(`${path}.minDenominator`, minDenominator, 0, report),
  ].every(Boolean);
  if (!areNumbers) return;
  const sentence = isRatio ? 'overlapRatio' : 'overlapCount';
  const overlaps = direction === 'up' ? yellowFrom >= greenFrom : yellowFrom <= greenFrom;
  if (overlaps) report(path, sentence, { indicator, direction, yellowFrom, greenFrom });
  else if (isRedImpossible(thresholds, isRatio)) report(path, 'redImpossibleIndicator', { indicator });
}

// From 0 on (or, downwards, up to 100%) everything is at least YELLOW, so the indicator could never be RED.
function isRedImpossible({ direction, yellowFrom }: IndicatorThresholds, isRatio: boolean): boolean {
  return direction === 'up' ? yellowFrom <= 0 : isRatio && yellowFrom >= 1;
}

/** A plan may ask for no output at all: then nothing operates, and nothing has to be weighed. */
function checkWeights(
  { rollUp, indicators }: RuleSet['operating'],
  known: readonly IndicatorReference[],
  report: Report,
): void {
  const thresholds = Object.values(indicators);
  if (thresholds.length === 0) {
    if (known.some(({ kind }) => kind !== 'criterion')) report('operating.indicators', 'noIndicators');
  } else if (rollUp === 'weighted' && thresholds.every(({ weight }) => !(weight > 0))) {
    report('operating.rollUp', 'noWeights');
  } else if (rollUp === 'weighted') checkWeightsEnd(indicators, known, report);
}

/** No indicator that outlives the weighted ones is left to be weighed with nothing: every place would be without a score. */
function checkWeightsEnd(
  indicators: RuleSet['operating']['indicators'],
  known: readonly IndicatorReference[],
  report: Report,
): void {
  const ends = known.map(({ code, until = null }) => ({ weight: indicators[code]?.weight, until }));
  const weighed = ends.filter(({ weight }) => (weight ?? 0) > 0);
  const last = weighed
    .flatMap(({ until }) => until ?? [])
    .sort()
    .at(-1);
  if (last === undefined || weighed.some(({ until }) => until === null)) return;
  const outlives = ends.some(({ weight, until }) => weight === 0 && (until === null || until > last));
  if (outlives) report('operating.rollUp', 'weightsEnd', { until: last });
}

function checkAlerts(alerts: RuleSet['alerts'], report: Report): void {
  for (const [code, day] of Object.entries(alerts.off ?? {})) {
    const path = `alerts.off.${code}`;
    if (!(ALERT_RULES as readonly string[]).includes(code)) report(path, 'unknownAlertRule', { code });
    else if (dayNumber(day) === null) report(path, 'notADay', { value: day });
  }
  for (const name of ['pendingCuts', 'resolveCuts', 'gapLastsCuts'] as const) {
    checkWhole(`alerts.${name}`, alerts[name], 1, report);
  }
  checkWhole('alerts.dueSoonDays', alerts.dueSoonDays, 0, report);
  for (const name of ['coverageLowBelow', 'onlineLowBelow', 'onlineFallBy', 'deadlineDayShare'] as const) {
    checkAlertShare(`alerts.${name}`, alerts[name], report);
  }
}

function checkAlertShare(path: string, value: number, report: Report): void {
  if (checkFraction(path, value, report) && value === 0) report(path, 'zeroAlert');
}

function checkSuspicion(suspicion: SuspicionRules, report: Report): void {
  // One commune is always equal to itself, and a figure of no file to every other of none.
  const least = { Communes: 2, Files: 1 } as const;
  const sizes = ['Small', 'Middle', 'Large'] as const;
  const areSizes = sizes.every((size) =>
    (['Communes', 'Files'] as const)
      .map((of) =>
        checkWhole(`suspicion.equal${size}${of}`, suspicion[`equal${size}${of}`], least[of], report),
      )
      .every(Boolean),
  );
  if (areSizes) checkEqualOrder(suspicion, report);
  for (const name of ['rowFigures', 'rowFiles', 'riseCommunes'] as const) {
    checkWhole(`suspicion.${name}`, suspicion[name], 1, report);
  }
  for (const name of ['jumpBy', 'riseBy'] as const) {
    checkAlertShare(`suspicion.${name}`, suspicion[name], report);
  }
  checkCount('suspicion.jumpErrors', suspicion.jumpErrors, report);
}

/** Fewer files are equal by chance more often, so there more communes must be. */
function checkEqualOrder(suspicion: SuspicionRules, report: Report): void {
  const { equalSmallFiles, equalMiddleFiles, equalLargeFiles } = suspicion;
  const { equalSmallCommunes, equalMiddleCommunes, equalLargeCommunes } = suspicion;
  const areFiles = equalSmallFiles < equalMiddleFiles && equalMiddleFiles < equalLargeFiles;
  const areCommunes = equalSmallCommunes >= equalMiddleCommunes && equalMiddleCommunes >= equalLargeCommunes;
  if (!areFiles) report('suspicion.equal', 'equalFilesOrder');
  if (!areCommunes) report('suspicion.equal', 'equalCommunesOrder');
}

// Two fractions of which the first must lie below the second, so that the band between them is not empty.
function checkPair(
  path: string,
  lower: number,
  upper: number,
  names: readonly [string, string],
  report: Report,
): void {
  const isLower = checkFraction(`${path}.${names[0]}`, lower, report);
  const isUpper = checkFraction(`${path}.${names[1]}`, upper, report);
  if (isLower && isUpper && lower >= upper) report(path, 'overlapPair', { lower, upper });
}

function checkWhole(path: string, value: number, least: number, report: Report): boolean {
  if (!checkNumber(path, value, report)) return false;
  const isGood = Number.isInteger(value) && value >= least;
  if (!isGood) report(path, 'notWhole', { value, least });
  return isGood;
}

function checkFraction(path: string, value: number, report: Report): boolean {
  if (!checkNumber(path, value, report)) return false;
  const isGood = value >= 0 && value <= 1;
  if (!isGood) report(path, 'notFraction', { value });
  return isGood;
}

function checkCount(path: string, value: number, report: Report): boolean {
  if (!checkNumber(path, value, report)) return false;
  if (value < 0) report(path, 'notCount', { value });
  return value >= 0;
}

function checkNumber(path: string, value: number, report: Report): boolean {
  if (!Number.isFinite(value)) report(path, 'notNumber');
  return Number.isFinite(value);
}
