import type { UnitKind } from './model.ts';

/** `doubtful`: a number stands in the source that cannot be the commune's; it is shown and nothing is reckoned with it. */
export type PopulationState = 'known' | 'unknown' | 'doubtful';

/**
 * People of a commune that is no special zone: fewer or more are a slip in the source (docs/decisions/0045). Islands may
 * have a handful.
 */
const LEAST_PEOPLE = 1000;
const MOST_PEOPLE = 400_000;

/** What may be reckoned with a commune's population. */
export function evaluatePopulation(people: number | null, kind: UnitKind): PopulationState {
  if (people === null) return 'unknown';
  const isCredible = people <= MOST_PEOPLE && (kind === 'dac_khu' || people >= LEAST_PEOPLE);
  return isCredible ? 'known' : 'doubtful';
}

export interface PopulationSum {
  /** People of the communes whose population is known; null where that is not one. */
  readonly people: number | null;
  readonly communes: number;
  readonly unknown: number;
  readonly doubtful: number;
}

/** The people of a place by its communes: never more than is known, and how many communes are missing in it. */
export function sumPopulation(
  communes: readonly { readonly people: number | null; readonly kind: UnitKind }[],
): PopulationSum {
  let people = 0;
  const counts = { known: 0, unknown: 0, doubtful: 0 };
  for (const commune of communes) {
    const state = evaluatePopulation(commune.people, commune.kind);
    counts[state] += 1;
    if (state === 'known') people += commune.people ?? 0;
  }
  const { known, unknown, doubtful } = counts;
  return { people: known === 0 ? null : people, communes: communes.length, unknown, doubtful };
}
