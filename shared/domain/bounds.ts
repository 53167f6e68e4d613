import type { Colour, ColourBounds } from './model.ts';
import { colourRank } from './ranking.ts';

/** Beside the two statuses of a unit: the colours between which an undetermined one lies, else null. */
export interface StatusBounds {
  readonly reportedAtLeast: Colour | null;
  readonly reportedAtMost: Colour | null;
  readonly operatingAtLeast: Colour | null;
  readonly operatingAtMost: Colour | null;
}

export type StatusSide = 'reported' | 'operating';

/** Every pair of colours between which a status can be undetermined, the best first. */
export const BOUND_PAIRS: readonly ColourBounds[] = [
  { atLeast: 'yellow', atMost: 'green' },
  { atLeast: 'red', atMost: 'green' },
  { atLeast: 'red', atMost: 'yellow' },
];

/** The colours between which the undetermined figure lies; null where it is certain or empty. */
export function boundsOfFigure(figure: {
  readonly atLeast: Colour | null;
  readonly atMost: Colour | null;
}): ColourBounds | null {
  const { atLeast, atMost } = figure;
  return atLeast === null || atMost === null ? null : { atLeast, atMost };
}

/** The colours between which one side of a unit lies; null where it is certain, empty or nobody says. */
export function boundsOfSide(unit: Partial<StatusBounds> | undefined, side: StatusSide): ColourBounds | null {
  return boundsOfFigure({
    atLeast: unit?.[`${side}AtLeast`] ?? null,
    atMost: unit?.[`${side}AtMost`] ?? null,
  });
}

/** The bounds of undetermined units by their places in columns, as `map.statuses` lists them. */
export function boundsByPlace<Bounds extends { readonly at: number }>(
  undetermined: readonly Bounds[],
): ReadonlyMap<number, Bounds> {
  return new Map(undetermined.map((one) => [one.at, one]));
}

/** The place of a status in a list ordered by colour: an undetermined one stands at its worst; null for the empties. */
export function statusOrder(status: string, bounds: ColourBounds | null): number | null {
  return colourRank(bounds?.atLeast ?? status) ?? null;
}
