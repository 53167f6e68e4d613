import { lazily } from '#main/core/ground/lazily.ts';
import type { IndicatorKey } from '#main/core/ground/rules/store.ts';
import type { Ground } from '#main/core/ground/units/walk.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import {
  boundsOfSum,
  isOpenSum,
  type SumBounds,
  type SummedMember,
  sizesOf,
} from '#shared/domain/figure-bounds.ts';
import type { Summand } from '#shared/domain/figures.ts';

/** Of so many months before a month it is known how large each commune has been. */
const MONTHS_BACK = 12;

// What was replaced or withdrawn counts as well: an undo makes no size smaller.
const LARGEST = `
  WITH earlier AS (
    SELECT id FROM cut
    WHERE kind = 'month' AND as_of < (SELECT as_of FROM cut WHERE id = :cutId) ORDER BY as_of DESC LIMIT ${MONTHS_BACK}
  ), sent AS (
    SELECT unit_id, value, denominator FROM observation
    WHERE cut_id IN (SELECT id FROM earlier) AND indicator_id = :indicatorId
    UNION ALL
    SELECT unit_id, value, denominator FROM observation_past
    WHERE cut_id IN (SELECT id FROM earlier) AND indicator_id = :indicatorId
  )
  SELECT unit_id, max(iif(:isCount, value, denominator)) FROM sent GROUP BY unit_id`;

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
  const sizes = outputs.map((output) =>
    lazily(() => sizesByPosition(database, outputsCutId, ground, output)),
  );
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

function sizesByPosition(
  database: ReadDatabase,
  cutId: number | null,
  { units, positions }: Ground,
  { id, kind }: IndicatorKey,
): (number | null)[] {
  const largest = new Array<number | null>(units.length).fill(null);
  const values = { cutId, indicatorId: id, isCount: kind === 'count' ? 1 : 0 };
  for (const [unitId, size] of database.prepare(LARGEST).raw().all(values) as [number, number | null][]) {
    const position = positions.get(unitId);
    if (position !== undefined) largest[position] = size;
  }
  const communes = [...units.keys()].filter((position) => units[position]?.level === 'commune');
  const sizes = new Array<number | null>(units.length).fill(null);
  for (const members of Map.groupBy(communes, (position) => units[position]?.parentId).values()) {
    const ofProvince = sizesOf(members.map((member) => largest[member] ?? null));
    members.forEach((member, place) => {
      sizes[member] = ofProvince[place] ?? null;
    });
  }
  return sizes;
}
