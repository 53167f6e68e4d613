import { lazily } from '#main/core/ground/lazily.ts';
import type { IndicatorKey } from '#main/core/ground/rules/store.ts';
import type { Ground } from '#main/core/ground/units/walk.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import {
  boundsOfSum,
  isOpenSum,
  isWithinSize,
  type SumBounds,
  type SummedMember,
} from '#shared/domain/figure-bounds.ts';
import type { Summand } from '#shared/domain/figures.ts';
import { sizesAt } from './sizes-store.ts';

/** Between which values the sum of a column lies over members (positions); null where it is sure. */
export type BoundsOfColumn = (members: readonly number[], column: number) => SumBounds | null;

/** What the communes of a ground sent, [position][output]. */
type Sent = readonly (readonly Summand[])[];

/**
 * The bounds of the sums of a month's outputs, by the sizes that each commune had in the months before. What is read is
 * read when a sum of the output is first asked for. Where it is known what they sent `inOneBefore`, one of those months,
 * little has to be read: the sizes of those that were silent, or sent more than that allows.
 */
export function boundsReader(
  database: ReadDatabase,
  outputsCutId: number | null,
  ground: Ground,
  outputs: readonly IndicatorKey[],
  figures: Sent,
  inOneBefore: () => Sent | null = () => null,
): BoundsOfColumn {
  const sizes = outputs.map((output, column) =>
    lazily(() => {
      const wanted = unsure(ground, output, column, figures, inOneBefore());
      return outputsCutId === null
        ? new Map<number, number | null>()
        : sizesAt(database, monthEnd(database, outputsCutId), ground, output, wanted);
    }),
  );
  return (members, column) => {
    const output = outputs[column];
    if (outputsCutId === null || output === undefined) return null;
    const known = sizes[column]?.();
    const summed: SummedMember[] = [];
    for (const member of members) {
      const figure = figures[member]?.[column];
      if (!isOwed(figure)) continue;
      summed.push({ figure: typeof figure === 'object' ? figure : null, size: known?.get(member) ?? null });
    }
    return isOpenSum(output.kind, summed) ? boundsOfSum(output.kind, summed) : null;
  };
}

/** Positions of the communes whose size makes a difference to a sum, as far as one month before tells. */
function unsure(
  { units }: Ground,
  { kind }: IndicatorKey,
  column: number,
  figures: Sent,
  before: Sent | null,
): number[] {
  return [...units.keys()].filter((position) => {
    const figure = figures[position]?.[column];
    if (units[position]?.level !== 'commune' || !isOwed(figure)) return false;
    const earlier = before?.[position]?.[column];
    const areBoth = typeof figure === 'object' && typeof earlier === 'object';
    return !(areBoth && isWithinSize(kind, figure, earlier));
  });
}

/** What the plan does not ask, or what is not yet due, is no part of a sum. */
function isOwed(figure: Summand): boolean {
  return figure !== 'notApplicable' && figure !== 'notYetDue';
}

function monthEnd(database: ReadDatabase, cutId: number): string {
  return database.prepare('SELECT as_of FROM cut WHERE id = ?').pluck().get(cutId) as string;
}
