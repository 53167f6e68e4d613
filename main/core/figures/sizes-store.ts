import type { IndicatorKey } from '#main/core/ground/rules/store.ts';
import { type Ground, groundReader } from '#main/core/ground/units/walk.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import { sizesOf } from '#shared/domain/figure-bounds.ts';
import { vietnamDay } from '#shared/domain/periods.ts';

/** Of so many months before a month it is known how large each commune has been. */
const MONTHS_BACK = 12;

const EARLIER = `
  SELECT id FROM cut WHERE kind = 'month' AND as_of < :asOf ORDER BY as_of DESC LIMIT ${MONTHS_BACK}`;

/** Rows of a table of figures in the months before; of the units that are asked for, where some are. */
const sentIn = (table: string, isOfSome: boolean) => {
  const wanted = isOfSome ? 'json_each(:units) AS asked CROSS JOIN earlier' : 'earlier';
  const unit = isOfSome ? 'AND figure.unit_id = asked.value' : '';
  return `
    SELECT figure.unit_id, figure.value, figure.denominator FROM ${wanted}
    CROSS JOIN ${table} AS figure ON figure.cut_id = earlier.id AND figure.indicator_id = :indicatorId ${unit}`;
};

// What was replaced or withdrawn counts as well: an undo makes no size smaller.
const largestSql = (isOfSome: boolean) => `
  WITH earlier AS MATERIALIZED (${EARLIER}),
  sent AS (${sentIn('observation', isOfSome)} UNION ALL ${sentIn('observation_past', isOfSome)})
  SELECT unit_id, max(iif(:isCount, value, denominator)) FROM sent GROUP BY unit_id`;

const LARGEST = largestSql(false);
const LARGEST_OF_SOME = largestSql(true);
/** Looking for single units is quicker than reading all only where they are this part of them, or less. */
const FEW = 1 / 16;

/** The months, by id, in which a commune of a month that ends at `asOf` (UTC ISO) may have shown how large it is. */
export function monthsOfSizes(database: ReadDatabase, asOf: string): number[] {
  return database.prepare(EARLIER).pluck().all({ asOf }) as number[];
}

/** How large the communes at some positions can be taken to be in an output of the month that ends at `asOf` (UTC ISO). */
export function sizesAt(
  database: ReadDatabase,
  asOf: string,
  ground: Ground,
  output: IndicatorKey,
  wanted: readonly number[],
): ReadonlyMap<number, number | null> {
  if (wanted.length <= ground.units.length * FEW) {
    const largest = largestByPosition(database, asOf, ground, output, wanted);
    const own = wanted.map((position) => largest[position] ?? null);
    // One without a size of its own has that of its province, which rests on all of them.
    if (!own.includes(null)) return new Map(sizesOf(own).map((size, place) => [wanted[place] ?? -1, size]));
  }
  const sizes = sizesByPosition(database, asOf, ground, output);
  return new Map(wanted.map((position) => [position, sizes[position] ?? null]));
}

/** How large each commune can be taken to be in an output of the month that ends at `asOf` (UTC ISO), by position. */
function sizesByPosition(
  database: ReadDatabase,
  asOf: string,
  ground: Ground,
  output: IndicatorKey,
): (number | null)[] {
  const { units } = ground;
  const largest = largestByPosition(database, asOf, ground, output, null);
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

function largestByPosition(
  database: ReadDatabase,
  asOf: string,
  { units, positions }: Ground,
  { id, kind }: IndicatorKey,
  wanted: readonly number[] | null,
): (number | null)[] {
  const largest = new Array<number | null>(units.length).fill(null);
  const values = { asOf, indicatorId: id, isCount: kind === 'count' ? 1 : 0 };
  const ids = wanted?.map((position) => units[position]?.id);
  const rows =
    ids === undefined
      ? database.prepare(LARGEST).raw().all(values)
      : database
          .prepare(LARGEST_OF_SOME)
          .raw()
          .all({ ...values, units: JSON.stringify(ids) });
  for (const [unitId, size] of rows as [number, number | null][]) {
    const position = positions.get(unitId);
    if (position !== undefined) largest[position] = size;
  }
  return largest;
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
