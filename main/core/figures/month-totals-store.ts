import type { CutRecord } from '#main/core/ground/cuts/store.ts';
import type { ReadDatabase } from '#main/db/open.ts';

/** An output of a province or the country in one month. */
export interface MonthTotal {
  readonly indicator: string;
  readonly cut: string;
  readonly asOf: string;
  /** Ratio of sums, or the sum of counts; null where nothing was reported. */
  readonly value: number | null;
  /** Communes with a figure. */
  readonly reported: number;
  readonly notReported: number;
}

interface Asked {
  /** Every cut, oldest first. */
  readonly cuts: readonly CutRecord[];
  /** Months up to this instant (UTC ISO). */
  readonly asOf: string;
  /** A province or the country. */
  readonly unit: string;
  /** One output alone; else all of them. */
  readonly indicator?: string;
}

/**
 * Outputs of a place at every month, by the order of the catalogue and then of time. What a recompute has added up is
 * looked up; a month that no status cut rests on yet is added up from its figures.
 */
export function monthTotals(database: ReadDatabase, asked: Asked): MonthTotal[] {
  const months = asked.cuts.filter((cut) => cut.kind === 'month' && cut.asOf <= asked.asOf);
  const readers = readersOf(asked.cuts);
  const known = storedTotals(database, asked, months, readers);
  const isKnown = new Set(known.map(({ cut }) => cut));
  const rest = months.filter((month) => !isKnown.has(month.code));
  if (rest.length === 0) return known;
  const order = new Map(listOutputs(database).map((code, place) => [code, place]));
  return [...known, ...addUp(database, asked, rest)].sort(
    (left, right) =>
      (order.get(left.indicator) ?? 0) - (order.get(right.indicator) ?? 0) ||
      (left.asOf < right.asOf ? -1 : 1),
  );
}

/** For each month the last status cut that rests on it. */
function readersOf(cuts: readonly CutRecord[]): Map<number, number> {
  const readers = new Map<number, number>();
  let month: CutRecord | null = null;
  for (const cut of cuts) {
    if (cut.kind === 'month') month = cut;
    else if (month !== null) readers.set(month.id, cut.id);
  }
  return readers;
}

function storedTotals(
  database: ReadDatabase,
  { unit, indicator }: Asked,
  months: readonly CutRecord[],
  readers: ReadonlyMap<number, number>,
): MonthTotal[] {
  const sql = `
    SELECT indicator.code AS indicator, month.code AS cut, month.as_of AS asOf, total.value, total.reported,
      total.units - total.reported - total.not_applicable AS notReported
    FROM indicator
    CROSS JOIN json_each(:pairs) AS pair
    CROSS JOIN cut AS month ON month.id = pair.value ->> 0
    CROSS JOIN figure_total AS total ON total.cut_id = pair.value ->> 1
      AND total.indicator_id = indicator.id AND total.unit_id = (SELECT id FROM unit WHERE code = :unit)
    WHERE indicator.kind <> 'criterion' AND (:indicator IS NULL OR indicator.code = :indicator)
    ORDER BY indicator.position, month.as_of`;
  const pairs = months.flatMap(({ id }) => (readers.has(id) ? [[id, readers.get(id)]] : []));
  const values = { unit, indicator: indicator ?? null, pairs: JSON.stringify(pairs) };
  return database.prepare(sql).all(values) as MonthTotal[];
}

function addUp(
  database: ReadDatabase,
  { unit, indicator }: Asked,
  months: readonly CutRecord[],
): MonthTotal[] {
  const sql = `
    WITH month AS MATERIALIZED (
      SELECT id, code, as_of, date(as_of, '+7 hours') AS day FROM cut WHERE id IN (SELECT value FROM json_each(:months))
    ), member AS MATERIALIZED (
      SELECT commune.id, commune.valid_from, commune.valid_to
      FROM unit AS commune JOIN unit AS province ON province.id = commune.parent_id
      WHERE commune.level = 'commune' AND :unit IN ('VN', province.code)
    )
    SELECT indicator.code AS indicator, month.code AS cut, month.as_of AS asOf,
      CASE indicator.kind WHEN 'count' THEN sum(observation.value)
        ELSE sum(observation.numerator) * 1.0 / nullif(sum(observation.denominator), 0) END AS value,
      count(observation.value) AS reported, sum(observation.unit_id IS NULL) AS notReported
    FROM indicator
    CROSS JOIN month
    CROSS JOIN member ON member.valid_from <= month.day AND (member.valid_to IS NULL OR member.valid_to > month.day)
    LEFT JOIN observation ON observation.cut_id = month.id AND observation.indicator_id = indicator.id
      AND observation.unit_id = member.id
    WHERE indicator.kind <> 'criterion' AND (:indicator IS NULL OR indicator.code = :indicator)
    GROUP BY indicator.id, month.id`;
  const values = {
    unit,
    indicator: indicator ?? null,
    months: JSON.stringify(months.map(({ id }) => id)),
  };
  return database.prepare(sql).all(values) as MonthTotal[];
}

function listOutputs(database: ReadDatabase): string[] {
  const sql = `SELECT code FROM indicator WHERE kind <> 'criterion' ORDER BY position`;
  return database.prepare(sql).pluck().all() as string[];
}
