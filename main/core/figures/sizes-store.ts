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
/** Looking for single units is quicker than reading all where they are no more than this part of them. */
const FEW = 1 / 8;

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
  const largestOf = (positions: readonly number[]) =>
    largestByPosition(database, asOf, ground, output, positions);
  const largest = largestOf(wanted);
  const own = sizesOf(wanted.map((position) => largest[position] ?? null));
  const sizes = new Map(own.map((size, place) => [wanted[place] ?? -1, size]));
  // One without a size of its own has that of its province, which rests on all that lie there.
  const provinces = provincesOf(
    ground,
    wanted.filter((position) => largest[position] === null),
  );
  const ofProvinces = areFew(ground, wanted) ? largestOf(provinces.flat()) : largest;
  for (const members of provinces) {
    const ofProvince = sizesOf(members.map((member) => ofProvinces[member] ?? null));
    for (const [place, member] of members.entries()) sizes.set(member, ofProvince[place] ?? null);
  }
  return sizes;
}

/** The communes of each province in which one of those at these positions lies. */
function provincesOf(ground: Ground, positions: readonly number[]): number[][] {
  if (positions.length === 0) return [];
  const provinceOf = (position: number) => ground.units[position]?.parentId;
  const asked = new Set(positions.map(provinceOf));
  const byProvince = Map.groupBy(communesOf(ground), provinceOf);
  return [...byProvince].flatMap(([province, members]) => (asked.has(province) ? [members] : []));
}

function communesOf({ units }: Ground): number[] {
  return [...units.keys()].filter((position) => units[position]?.level === 'commune');
}

function areFew({ units }: Ground, wanted: readonly number[]): boolean {
  return wanted.length <= units.length * FEW;
}

/** What the communes at some positions showed at most; where they are many, all that is known of any. */
function largestByPosition(
  database: ReadDatabase,
  asOf: string,
  ground: Ground,
  { id, kind }: IndicatorKey,
  wanted: readonly number[],
): (number | null)[] {
  const { units, positions } = ground;
  const largest = new Array<number | null>(units.length).fill(null);
  const values = { asOf, indicatorId: id, isCount: kind === 'count' ? 1 : 0 };
  const ids = wanted.map((position) => units[position]?.id);
  const rows = areFew(ground, wanted)
    ? database
        .prepare(LARGEST_OF_SOME)
        .raw()
        .all({ ...values, units: JSON.stringify(ids) })
    : database.prepare(LARGEST).raw().all(values);
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
  const { units } = ground;
  const sizes = sizesAt(database, asOf, ground, output, communesOf(ground));
  return new Map(
    units.flatMap(({ code }, position) => {
      const size = sizes.get(position) ?? null;
      return size === null ? [] : [[code, size] as const];
    }),
  );
}
