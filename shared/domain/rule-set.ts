import type { Frequencies } from './frequency.ts';
import type { IndicatorKind } from './model.ts';
import type { IndicatorRole } from './plan.ts';

/** How output indicators roll up into one operating colour. */
export const ROLL_UPS = ['worst', 'weighted', 'share'] as const;
export type RollUp = (typeof ROLL_UPS)[number];

/** Thresholds of one output indicator: fractions for ratios, for counts a number per commune and month. */
export interface IndicatorThresholds {
  readonly direction: 'up' | 'down';
  /** GREEN from here on (at or above for 'up', at or below for 'down'). */
  readonly greenFrom: number;
  /** YELLOW from here on; beyond it RED. */
  readonly yellowFrom: number;
  /** Weight in the 'weighted' roll-up; 0 leaves the indicator out of it. */
  readonly weight: number;
  /** Files below which a ratio is taken with both its ends; 0 = however few. Of a count without meaning. */
  readonly minDenominator: number;
  /** A commune where it is RED is at best YELLOW. */
  readonly decisive: boolean;
}

/**
 * Every threshold a judgement rests on. A rule set is stored by version, shown beside every result and
 * travels in each snapshot and export.
 */
export interface RuleSet {
  /** Indicators that the plan does not ask a unit, by the unit's code. What is in no such list is asked. */
  readonly notAsked: NotAsked;
  /** How often an indicator is asked for, by its code; at each cut where nothing is said. */
  readonly frequency: Frequencies;
  readonly commune: { readonly yellowMissingAtMost: number };
  readonly province: {
    readonly redOverdueMoreThan: number;
    readonly dueWithinDays: number;
    /** Below expected pace = reported progress is this much (fraction) behind the time already elapsed. */
    readonly paceTolerance: number;
  };
  readonly coverage: { readonly above: number; readonly half: number };
  readonly operating: {
    readonly rollUp: RollUp;
    /** 'share': GREEN from this share of indicators in green, YELLOW from the second. 'weighted': of the score. */
    readonly greenFrom: number;
    readonly yellowFrom: number;
    /** Outputs of a month speak for so many months after it; older ones colour nothing. */
    readonly monthsAtMost: number;
    readonly indicators: Readonly<Record<string, IndicatorThresholds>>;
  };
  readonly alerts: {
    /** Pieces of evidence (reports, or months) on which a condition must hold before the alert fires. */
    readonly pendingCuts: number;
    /** Pieces of evidence on which it must be gone before the alert resolves (hysteresis). */
    readonly resolveCuts: number;
    readonly dueSoonDays: number;
    readonly coverageLowBelow: number;
    readonly onlineLowBelow: number;
    /** A fall of this many fraction points between two months. */
    readonly onlineFallBy: number;
    /** Months of operating data that a gap must last in its cell. */
    readonly gapLastsCuts: number;
    readonly deadlineDayShare: number;
    /** Rules that are switched off, each from a day (yyyy-mm-dd) on; without it, as in older sets, all are on. */
    readonly off?: Readonly<Record<string, string>> | undefined;
  };
  readonly suspicion: SuspicionRules;
}

export type NotAsked = Readonly<Record<string, readonly string[]>>;

/** When reporting itself is asked about. Files are the denominator of a ratio; their false alarms: `FALSE_ALARMS`. */
export interface SuspicionRules {
  /** So many communes of a province with the very same ratio, from so many files on. */
  readonly equalLargeFiles: number;
  readonly equalLargeCommunes: number;
  /** The same for fewer files, where none and all of them say nothing. */
  readonly equalMiddleFiles: number;
  readonly equalMiddleCommunes: number;
  readonly equalSmallFiles: number;
  readonly equalSmallCommunes: number;
  /** A copied row: so many of its figures are neither none nor all, from so many files (or a count of so many) on. */
  readonly rowFigures: number;
  readonly rowFiles: number;
  /** A ratio of a commune that rises by so many fraction points from one month to the next ... */
  readonly jumpBy: number;
  /** ... and by so many standard errors more than the country's median. */
  readonly jumpErrors: number;
  /** A province whose share of GREEN communes rises by so many fraction points in one cut ... */
  readonly riseBy: number;
  /** ... and by so many communes. */
  readonly riseCommunes: number;
}

export interface IndicatorReference {
  /** The day it leaves the plan; without one it stays. */
  readonly until?: string | null;
  readonly code: string;
  readonly kind: IndicatorKind;
  /** Which way is better, where the catalogue says it: a rule set cannot turn it round. */
  readonly direction?: 'up' | 'down';
  /** What it stands for; null or absent where rules and pages need not find it. */
  readonly role?: IndicatorRole | null;
  readonly asks?: 'commune' | 'province';
}
