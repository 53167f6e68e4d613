import { lazily } from '#main/core/ground/lazily.ts';
import type { IndicatorKey } from '#main/core/ground/rules/store.ts';
import type { Ground } from '#main/core/ground/units/walk.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import { boundsOfSum, isOpenSum, type SumBounds, type SummedMember } from '#shared/domain/figure-bounds.ts';
import type { Summand } from '#shared/domain/figures.ts';
import { sizesByPosition } from './sizes-store.ts';

/** Between which values the sum of a column lies over members (positions); null where it is sure. */
export type BoundsOfColumn = (members: readonly number[], column: number) => SumBounds | null;

/**
 * The bounds of the sums of a month's outputs, by the sizes that each commune had in the months before. What is read is
 * read when a sum of the output is first asked for.
 */
export function boundsReader(
  database: ReadDatabase,
  outputsCutId: number | null,
  ground: Ground,
  outputs: readonly IndicatorKey[],
  figures: readonly (readonly Summand[])[],
): BoundsOfColumn {
  const sizesOfColumn = (output: IndicatorKey) =>
    outputsCutId === null ? [] : sizesByPosition(database, monthEnd(database, outputsCutId), ground, output);
  const sizes = outputs.map((output) => lazily(() => sizesOfColumn(output)));
  return (members, column) => {
    const output = outputs[column];
    if (outputsCutId === null || output === undefined) return null;
    const known = sizes[column]?.() ?? [];
    const summed: SummedMember[] = [];
    for (const member of members) {
      const figure = figures[member]?.[column];
      if (!isOwed(figure)) continue;
      summed.push({ figure: typeof figure === 'object' ? figure : null, size: known[member] ?? null });
    }
    return isOpenSum(output.kind, summed) ? boundsOfSum(output.kind, summed) : null;
  };
}

/** What the plan does not ask, or what is not yet due, is no part of a sum. */
function isOwed(figure: Summand): boolean {
  return figure !== 'notApplicable' && figure !== 'notYetDue';
}

function monthEnd(database: ReadDatabase, cutId: number): string {
  return database.prepare('SELECT as_of FROM cut WHERE id = ?').pluck().get(cutId) as string;
}
