import type { CutRecord } from '#main/core/ground/cuts/store.ts';
import { namesOfUnits } from '#main/core/ground/units/names-store.ts';
import type { AlertGroup } from '#main/core/judge/alerts/matching-store.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import type { AlertListDto } from '#shared/contract/alerts.ts';
import { SEVERITIES, type Severity } from '#shared/domain/model.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import { byCode } from '#shared/domain/ranking.ts';

/** How many alerts the groups are. */
export function totalOf(groups: readonly AlertGroup[]): number {
  return groups.reduce((total, { count }) => total + count, 0);
}

/** How many there are of each; those that do not occur are 0. */
export function countOf<Key extends string>(
  keys: readonly Key[],
  groups: readonly AlertGroup[],
  keyOf: (group: AlertGroup) => Key,
): Record<Key, number> {
  const counts = Object.fromEntries(keys.map((key) => [key, 0])) as Record<Key, number>;
  for (const group of groups) counts[keyOf(group)] += group.count;
  return counts;
}

/** How many there are of each rule that occurs. */
export function countRules(groups: readonly AlertGroup[]): AlertListDto['byRule'] {
  const counts: AlertListDto['byRule'] = {};
  for (const { rule, count } of groups) counts[rule] = (counts[rule] ?? 0) + count;
  return counts;
}

/** Counts by province; the centre's own alerts stand under VN. Most critical ones first, then most of all. */
export function countProvinces(
  database: ReadDatabase,
  cut: CutRecord,
  groups: readonly AlertGroup[],
): AlertListDto['byProvince'] {
  const places = Map.groupBy(groups, ({ place }) => place);
  const names = namesOfUnits(database, vietnamDay(cut.asOf), places.keys());
  const rows = [...places].map(([code, members]) => {
    const { name, nameEn } = names.of(code);
    const counts = countOf<Severity>(SEVERITIES, members, ({ severity }) => severity);
    return { code, name, nameEn, total: totalOf(members), ...counts };
  });
  return rows.sort(
    (left, right) =>
      right.critical - left.critical || right.total - left.total || byCode(left.code, right.code),
  );
}
