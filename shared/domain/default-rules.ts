import type { IndicatorReference, IndicatorThresholds, RuleSet, SuspicionRules } from './rule-set.ts';

/** What the catalogue says of an indicator: its kind and the thresholds it begins with. */
export type IndicatorDefaults = IndicatorReference & IndicatorThresholds;

/**
 * The rule set a new installation begins with. `yellowMissingAtMost` 2 and the coverage bands 70% and 50% are
 * those of the plan and the published report; all other numbers are ours and are meant to be edited.
 * Thresholds of output indicators come from the catalogue; criteria have none here.
 */
export function defaultRuleSet(indicators: Iterable<IndicatorDefaults>): RuleSet {
  return {
    commune: { yellowMissingAtMost: 2 },
    province: { redOverdueMoreThan: 3, dueWithinDays: 7, paceTolerance: 0.15 },
    coverage: { above: 0.7, half: 0.5 },
    operating: {
      rollUp: 'weighted',
      greenFrom: 0.75,
      yellowFrom: 0.5,
      indicators: outputThresholds(indicators),
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

/** A rule set as it was stored: an older version of the program knew less. */
export type StoredRuleSet = Omit<RuleSet, 'suspicion'> & { readonly suspicion?: Partial<SuspicionRules> };

/** What an older version did not know yet is read with its default. */
export function completeRuleSet(stored: StoredRuleSet): RuleSet {
  return { ...stored, suspicion: { ...DEFAULT_SUSPICION, ...stored.suspicion } };
}

function outputThresholds(indicators: Iterable<IndicatorDefaults>): Record<string, IndicatorThresholds> {
  const thresholds: Record<string, IndicatorThresholds> = {};
  for (const { code, kind, direction, greenFrom, yellowFrom, weight } of indicators) {
    if (kind !== 'criterion') thresholds[code] = { direction, greenFrom, yellowFrom, weight };
  }
  return thresholds;
}
