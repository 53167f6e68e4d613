import type { IndicatorReference, IndicatorThresholds, RuleSet } from './rule-set.ts';

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
      equalFiguresCommunes: 5,
      overnightFrom: 0.5,
      deadlineDayShare: 0.8,
    },
  };
}

function outputThresholds(indicators: Iterable<IndicatorDefaults>): Record<string, IndicatorThresholds> {
  const thresholds: Record<string, IndicatorThresholds> = {};
  for (const { code, kind, direction, greenFrom, yellowFrom, weight } of indicators) {
    if (kind !== 'criterion') thresholds[code] = { direction, greenFrom, yellowFrom, weight };
  }
  return thresholds;
}
