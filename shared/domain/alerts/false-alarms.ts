/** How often an honest unit is asked at most, under the default thresholds: a share of the units in a month. */
export interface FalseAlarms {
  readonly province?: number;
  readonly commune?: number;
}

/**
 * Measured by simulating honest reporting of communes with few files, with many, and mixed, among them real changes that
 * last (tests/unit/domain/suspicion-simulation.test.ts); rounded up. Shown beside the thresholds.
 */
export const FALSE_ALARMS = {
  suspectEqualFigures: { province: 0.015 },
  suspectEqualRows: { province: 0.001 },
  suspectRepeatedRow: { province: 0.001, commune: 0.001 },
  suspectJump: { province: 0.005, commune: 0.01 },
  suspectOvernight: { province: 0.005 },
} as const satisfies Readonly<Record<string, FalseAlarms>>;
