import type { IndicatorDto } from '#shared/contract/plan.ts';
import type {
  CriterionFiguresDto,
  GroupFiguresDto,
  ProvinceFiguresDto,
  StatusReportDto,
} from '#shared/contract/status.ts';
import type { UnitDto } from '#shared/contract/units.ts';
import {
  type CoverageEvaluation,
  evaluateCoverage,
  evaluateOperatingCoverage,
} from '#shared/domain/coverage.ts';
import { criterionBounds } from '#shared/domain/criterion-share.ts';
import { emptyKindOf } from '#shared/domain/figures.ts';
import { type GapMatrix, gapMatrixOfCounts } from '#shared/domain/gap.ts';
import { countGaps } from '#shared/domain/gap-counts.ts';
import { type KnownState, knownState, type MonthState } from '#shared/domain/known.ts';
import { COVERAGE_BANDS, type CoverageBand, OPERATING_STATUSES } from '#shared/domain/model.ts';
import type { RuleSet } from '#shared/domain/rule-set.ts';
import { countAtLeast, type PairCount } from './gap-store.ts';
import { type OwnFigure, ownOf } from './own-figure.ts';
import { boundsOf, type GroupCount, type StatusRow, scoresOf } from './status-store.ts';
import type { UnitFigure } from './unit-figure.ts';

type National = StatusReportDto['national'];

/** Computed rows of the provinces with their names, coverage and band, by code. */
export function provinceFigures(
  rows: readonly StatusRow[],
  units: readonly UnitDto[],
  rules: RuleSet,
): ProvinceFiguresDto[] {
  const byCode = new Map(rows.map((row) => [row.code, row]));
  return units.map((unit) => {
    const row = byCode.get(unit.code);
    const counts = communeCounts(row);
    const coverage = evaluateCoverage(counts, rules.coverage, row?.unanswered ?? 0);
    return {
      code: unit.code,
      name: unit.name,
      nameEn: unit.nameEn,
      communes: coverage.communes,
      ...counts,
      coverage: coverage.share,
      state: coverageState(coverage),
      ...coverageBounds(coverage),
      band: coverage.band,
      bandAtMost: coverage.bandAtMost,
      progress: row?.reported ?? 'notReported',
      operating: row?.operating ?? 'noEvidence',
      ...boundsOf(row),
      ...scoresOf(row),
      gapSteps: row?.gapSteps ?? null,
      corrected: row?.corrected === 1,
    };
  });
}

/** Communes of a place by reported status; all 0 where nobody has judged it. */
export function communeCounts(row: StatusRow | undefined) {
  return {
    green: row?.green ?? 0,
    yellow: row?.yellow ?? 0,
    red: row?.red ?? 0,
    notReported: row?.notReported ?? 0,
  };
}

/** Between what the share lies, and of how many it speaks; null where there is no commune. */
function coverageBounds({ green, communes, notReported, unanswered, atMost }: CoverageEvaluation) {
  const bounds = atMost === null ? null : { atLeast: green / communes, atMost };
  return { bounds, unanswered, reportedUnits: communes - notReported };
}

function coverageState({ communes, notReported }: { communes: number; notReported: number }): KnownState {
  return knownState({ total: communes, reported: communes - notReported });
}

/** The country's figures: provinces by colour and band, communes by reported and operating status. */
export function nationalFigures(
  provinces: readonly ProvinceFiguresDto[],
  country: StatusRow | undefined,
  pairs: readonly PairCount[],
  rules: RuleSet,
  /** Why no month speaks at the cut, where none does. */
  month: MonthState | null = null,
): National {
  const gap = gapMatrixOfCounts(pairs);
  const progress = { green: 0, yellow: 0, red: 0, undetermined: 0, notReported: 0 };
  const bands = Object.fromEntries(COVERAGE_BANDS.map((band) => [band, 0])) as Record<CoverageBand, number>;
  for (const province of provinces) {
    progress[province.progress] += 1;
    bands[province.band] += 1;
  }
  const reported = communeCounts(country);
  const coverage = evaluateCoverage(reported, rules.coverage, country?.unanswered ?? 0);
  return {
    provinces: provinces.length,
    communes: coverage.communes,
    progress,
    reported,
    operating: operatingCounts(gap),
    operatingAtLeast: countAtLeast(pairs),
    operatingCoverage: operatingCoverage(pairs, month),
    gap,
    gaps: countGaps(pairs),
    coverage: coverage.share,
    state: coverageState(coverage),
    ...coverageBounds(coverage),
    bands,
  };
}

/** The share of communes that operate GREEN with both its ends, and why there is none. */
export function operatingCoverage(
  pairs: readonly PairCount[],
  month: MonthState | null,
): National['operatingCoverage'] {
  const maybe = { noEvidence: 0, undetermined: 0 };
  for (const { operating, operatingBest, units } of pairs) {
    if (operatingBest !== 'green' || operating === 'green') continue;
    if (operating === 'noEvidence' || operating === 'undetermined') maybe[operating] += units;
  }
  const counts = operatingCounts(gapMatrixOfCounts(pairs));
  const coverage = evaluateOperatingCoverage(counts, maybe);
  const communes = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const state = knownState({ total: communes, reported: communes - counts.noEvidence });
  return { ...coverage, state: state === 'notReported' ? (month ?? state) : state };
}

/** The columns of the matrix, summed over what was reported. */
export function operatingCounts(gap: GapMatrix): National['operating'] {
  const operating = { green: 0, yellow: 0, red: 0, undetermined: 0, noEvidence: 0 };
  for (const row of Object.values(gap)) {
    for (const status of OPERATING_STATUSES) operating[status] += row[status];
  }
  return operating;
}

/** Criteria with the share of communes that meet them, of all to which they apply. */
export function criterionFigures(
  figures: readonly UnitFigure[],
  indicators: readonly IndicatorDto[],
  own: readonly OwnFigure[] = [],
): CriterionFiguresDto[] {
  const sent = new Map(own.map((one) => [`${one.unit} ${one.code}`, one]));
  const named = new Map(indicators.map((indicator) => [indicator.code, indicator]));
  return figures.map((figure) => {
    const { code, reported, notReported, notApplicable, value: share } = figure;
    const { name, nameEn } = named.get(code) ?? { name: code, nameEn: code };
    const met = figure.numerator ?? 0;
    const bounds = criterionBounds(met, figure);
    const shareState = emptyKindOf(figure) ?? 'value';
    return {
      ...{ code, name, nameEn, met, notMet: reported - met, notReported, notApplicable },
      ...{ share, shareState, bounds, own: ownOf(sent.get(`${figure.unit} ${code}`)) },
    };
  });
}

/** Criteria of one unit: a commune's own answer, or what the answers of its communes amount to. */
export function unitCriteria(
  figures: readonly UnitFigure[],
  indicators: readonly IndicatorDto[],
  own: readonly OwnFigure[] = [],
) {
  const selfExempt = new Set(figures.filter((figure) => figure.isSelfExempt).map(({ code }) => code));
  return criterionFigures(figures, indicators, own).map(({ notApplicable, ...criterion }) => {
    const { met, notMet, notReported, shareState } = criterion;
    const isSelfExempt = selfExempt.has(criterion.code);
    const empty = isSelfExempt ? 'selfExempt' : shareState === 'notYetDue' ? shareState : null;
    const state = empty ?? criterionState(met, notMet, notReported, notApplicable);
    return { ...criterion, state } as const;
  });
}

function criterionState(met: number, notMet: number, notReported: number, notApplicable: number) {
  if (notMet > 0) return 'notMet' as const;
  if (met > 0) return notReported === 0 ? ('met' as const) : ('partly' as const);
  return notReported > 0 || notApplicable === 0 ? ('notReported' as const) : ('notApplicable' as const);
}

/** Groups with their tasks by schedule; the tasks without a group are told apart, never spread over groups. */
export function taskFigures(counts: readonly GroupCount[]): StatusReportDto['tasks'] {
  const all = scheduleCounts(sumCounts(counts));
  const { total, reported, state, done, overdue, older, notYetDue } = all;
  const rest = counts.find((count) => count.code === null)?.overdue ?? 0;
  const overdueUnattributed = state === 'value' ? rest : null;
  const groups = groupFigures(counts);
  return { total, reported, older, state, done, overdue, notYetDue, groups, overdueUnattributed };
}

/** The groups that have a code, in the plan's order. */
export function groupFigures(counts: readonly GroupCount[]): GroupFiguresDto[] {
  return counts.flatMap(({ code, name, nameEn, ...figures }) =>
    code === null || name === null || nameEn === null
      ? []
      : [{ code, name, nameEn, ...scheduleCounts(figures) }],
  );
}

type Counts = Omit<GroupCount, 'code' | 'name' | 'nameEn'>;

function sumCounts(counts: readonly Counts[]): Counts {
  const sum = { total: 0, done: 0, onTime: 0, dueSoon: 0, overdue: 0, notYetDue: 0, older: 0 };
  const keys = Object.keys(sum) as (keyof Counts)[];
  for (const count of counts) for (const key of keys) sum[key] += count[key];
  return sum;
}

/**
 * Where tasks stand by what was last said of them; null while nobody ever said of one, which is no zero. A task that has
 * not begun and of which nobody has said anything is neither reported nor silent.
 */
export function scheduleCounts({ total, done, onTime, dueSoon, overdue, notYetDue, older }: Counts) {
  const reported = done + onTime + dueSoon + overdue;
  const notReported = total - reported - notYetDue;
  const isEarly = total > 0 && notYetDue === total;
  const state: KnownState = isEarly ? 'notYetDue' : knownState({ total, reported });
  const known = state === 'value' ? { done, onTime, dueSoon, overdue } : UNKNOWN;
  return { total, reported, older, state, ...known, notReported, notYetDue };
}

const UNKNOWN = { done: null, onTime: null, dueSoon: null, overdue: null };
