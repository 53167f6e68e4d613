import type { ReadDatabase } from '#main/db/open.ts';

/** Row ids by code, for programs that write many rows. Row ids never leave the machine. */
export interface CatalogueIds {
  readonly units: ReadonlyMap<string, number>;
  readonly indicators: ReadonlyMap<string, number>;
  readonly tasks: ReadonlyMap<string, number>;
}

/** The ids of everything the catalogue put into `database`. */
export function readCatalogueIds(database: ReadDatabase): CatalogueIds {
  const ids = (table: 'unit' | 'indicator' | 'task'): Map<string, number> =>
    new Map(database.prepare<[], [string, number]>(`SELECT code, id FROM ${table}`).raw().all());
  return { units: ids('unit'), indicators: ids('indicator'), tasks: ids('task') };
}

/** The id behind a code that must be there. */
export function idOf(ids: ReadonlyMap<string, number>, code: string): number {
  const id = ids.get(code);
  if (id === undefined) throw new Error(`The catalogue has no '${code}'`);
  return id;
}
