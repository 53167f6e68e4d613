import { z } from 'zod';
import { readSetting, writeSetting } from '#main/core/ground/settings/store.ts';
import type { ReadDatabase, WriteDatabase } from '#main/db/open.ts';
import { type SavedFilterDto, savedFilter } from '#shared/contract/alerts.ts';

const KEY = 'alerts.filters';
const filters = z.array(savedFilter);

/** Filters by name. What an older version left and this one cannot read counts as none. */
export function listFilters(database: ReadDatabase): SavedFilterDto[] {
  return filters.safeParse(readSetting(database, KEY)).data ?? [];
}

/** Keeps the filter, in place of one of the same name; returns all of them in the order of their names. */
export function saveFilter(database: WriteDatabase, filter: SavedFilterDto): SavedFilterDto[] {
  const others = listFilters(database).filter(({ name }) => name !== filter.name);
  const all = [...others, filter].sort((left, right) => left.name.localeCompare(right.name, 'vi'));
  writeSetting(database, KEY, all);
  return all;
}

/** Forgets the filter of that name, if there is one; returns the others. */
export function removeFilter(database: WriteDatabase, name: string): SavedFilterDto[] {
  const others = listFilters(database).filter((one) => one.name !== name);
  writeSetting(database, KEY, others);
  return others;
}
