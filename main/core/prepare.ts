import type { WriteDatabase } from '#main/db/open.ts';

/** Fills a new database with the catalogue and the built-in data; an existing one is left alone. */
export function prepareData(_database: WriteDatabase, _clock: () => Date): void {}
