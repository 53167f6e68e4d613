import { type Frequencies, type Frequency, frequenciesOf } from './frequency.ts';
import type {
  IndicatorReference,
  IndicatorThresholds,
  NotAsked,
  RuleSet,
  SuspicionRules,
} from './rule-set.ts';

/** What thresholds say that were stored before the rules asked for it. */
export const LATER_THRESHOLDS = { minDenominator: 10, decisive: false } as const;

/** For how many months after it a month speaks, where the stored rules do not say. */
export const MONTHS_AT_MOST = 2;

type Later = keyof typeof LATER_THRESHOLDS;

/** Where rules were stored before they said it: of Đặc khu Hoàng Sa, where nobody hands in an application, no output. */
const UNIT_WITHOUT_OUTPUTS = '20333';

/** What the catalogue says of an indicator: its kind and the thresholds it begins with. */
export type IndicatorDefaults = IndicatorReference &
  Omit<IndicatorThresholds, Later> &
  Partial<Pick<IndicatorThresholds, Later>> & { readonly frequency?: Frequency };

/** A rule set as it was stored, perhaps by an older version. */
export type StoredRuleSet = Omit<RuleSet, 'operating' | 'suspicion' | 'notAsked' | 'frequency'> & {
  readonly notAsked?: NotAsked;
  readonly frequency?: Frequencies;
  readonly suspicion?: Partial<SuspicionRules>;
  readonly operating: Omit<RuleSet['operating'], 'indicators' | 'monthsAtMost'> & {
    readonly monthsAtMost?: number;
    readonly indicators: Readonly<
      Record<string, Omit<IndicatorThresholds, Later> & Partial<Pick<IndicatorThresholds, Later>>>
    >;
  };
};

/** The rules as stored, with the defaults for what an older version did not know. */
export function completeRules({ operating, suspicion, ...rules }: StoredRuleSet): RuleSet {
  const indicators: Record<string, IndicatorThresholds> = {};
  for (const [code, thresholds] of Object.entries(operating.indicators)) {
    indicators[code] = { ...LATER_THRESHOLDS, ...thresholds };
  }
  return {
    notAsked: { [UNIT_WITHOUT_OUTPUTS]: Object.keys(indicators) },
    frequency: {},
    ...rules,
    operating: { monthsAtMost: MONTHS_AT_MOST, ...operating, indicators },
    suspicion: { ...DEFAULT_SUSPICION, ...suspicion },
  };
}

/**
 * The rule set a new installation begins with. `yellowMissingAtMost` 2 and the coverage bands 70% and 50% are
 * those of the plan and the published report; all other numbers are ours and are meant to be edited.
 * Thresholds of output indicators come from the catalogue; criteria have none here.
 */
export function defaultRuleSet(indicators: Iterable<IndicatorDefaults>, notAsked: NotAsked = {}): RuleSet {
  const all = [...indicators];
  const criteria = all.filter(({ kind }) => kind === 'criterion').length;
  return {
    notAsked,
    frequency: frequenciesOf(all),
    // Of few criteria fewer may be missing: a commune that meets none is RED.
    commune: { yellowMissingAtMost: criteria === 0 ? 2 : Math.min(2, criteria - 1) },
    province: { redOverdueMoreThan: 3, dueWithinDays: 7, paceTolerance: 0.15 },
    coverage: { above: 0.7, half: 0.5 },
    operating: {
      rollUp: 'weighted',
      greenFrom: 0.75,
      yellowFrom: 0.5,
      monthsAtMost: MONTHS_AT_MOST,
      indicators: outputThresholds(all),
    },
    alerts: {
      pendingCuts: 2,
      resolveCuts: 2,
      dueSoonDays: 7,
      coverageLowBelow: 0.5,
      onlineLowBelow: 0.5,
      onlineFallBy: 0.1,
      gapLastsCuts: 2,
      deadlineDayShare: 0.8,
    },
    suspicion: DEFAULT_SUSPICION,
  };
}

/** Chosen by simulation, so that honest reporting is seldom asked about (docs/decisions/0034). */
export const DEFAULT_SUSPICION: SuspicionRules = {
  equalLargeFiles: 100,
  equalLargeCommunes: 5,
  equalMiddleFiles: 50,
  equalMiddleCommunes: 7,
  equalSmallFiles: 20,
  equalSmallCommunes: 12,
  rowFigures: 4,
  rowFiles: 20,
  jumpBy: 0.3,
  jumpErrors: 4,
  riseBy: 0.25,
  riseCommunes: 10,
};

/** The thresholds of those that are outputs; criteria have none in a rule set. */
export function outputThresholds(
  indicators: Iterable<IndicatorDefaults>,
): Record<string, IndicatorThresholds> {
  const thresholds: Record<string, IndicatorThresholds> = {};
  for (const indicator of indicators) {
    const { code, kind, direction, greenFrom, yellowFrom, weight } = indicator;
    const { minDenominator, decisive } = { ...LATER_THRESHOLDS, ...indicator };
    if (kind === 'criterion') continue;
    thresholds[code] = { direction, greenFrom, yellowFrom, weight, minDenominator, decisive };
  }
  return thresholds;
}
