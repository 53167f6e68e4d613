import type { IndicatorKey } from '#main/core/ground/rules/store.ts';
import { type Ground, groundReader } from '#main/core/ground/units/walk.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import { sizesOf } from '#shared/domain/figure-bounds.ts';
import { vietnamDay } from '#shared/domain/periods.ts';

/** Of so many months before a month it is known how large each commune has been. */
const MONTHS_BACK = 12;

// What was replaced or withdrawn counts as well: an undo makes no size smaller.
const LARGEST = `
  WITH earlier AS (
    SELECT id FROM cut WHERE kind = 'month' AND as_of < :asOf ORDER BY as_of DESC LIMIT ${MONTHS_BACK}
  ), sent AS (
    SELECT unit_id, value, denominator FROM observation
    WHERE cut_id IN (SELECT id FROM earlier) AND indicator_id = :indicatorId
    UNION ALL
    SELECT unit_id, value, denominator FROM observation_past
    WHERE cut_id IN (SELECT id FROM earlier) AND indicator_id = :indicatorId
  )
  SELECT unit_id, max(iif(:isCount, value, denominator)) FROM sent GROUP BY unit_id`;

/** How large each commune can be taken to be in an output of the month that ends at `asOf` (UTC ISO), by position. */
export function sizesByPosition(
  database: ReadDatabase,
  asOf: string,
  { units, positions }: Ground,
  { id, kind }: IndicatorKey,
): (number | null)[] {
  const largest = new Array<number | null>(units.length).fill(null);
  const values = { asOf, indicatorId: id, isCount: kind === 'count' ? 1 : 0 };
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

/** The same by code, of the communes of which a size is known. */
export function sizesByCode(
  database: ReadDatabase,
  asOf: string,
  output: IndicatorKey,
): ReadonlyMap<string, number> {
  const ground = groundReader(database)(vietnamDay(asOf));
  const sizes = sizesByPosition(database, asOf, ground, output);
  return new Map(
    ground.units.flatMap(({ code }, position) => {
      const size = sizes[position] ?? null;
      return size === null ? [] : [[code, size] as const];
    }),
  );
}
