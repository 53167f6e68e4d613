/** What a body says of a task that is not done: its code's list of causes, and how many bodies name each. */
export interface CauseName {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
}

export interface CauseCount extends CauseName {
  readonly units: number;
}

/** The causes that bodies give for a task they have not done, named most often first. */
export function countCauses(
  units: readonly { readonly schedule: string; readonly cause: CauseName | null }[],
): CauseCount[] {
  const given = units.flatMap(({ schedule, cause }) => (schedule === 'done' || cause === null ? [] : cause));
  return [...Map.groupBy(given, ({ code }) => code).values()]
    .flatMap(([first, ...others]) => (first === undefined ? [] : { ...first, units: others.length + 1 }))
    .toSorted((left, right) => right.units - left.units || (left.code < right.code ? -1 : 1));
}
