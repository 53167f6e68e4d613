import type { Catalogue } from '#main/core/ground/catalogue/catalogue.ts';
import type { WriteDatabase } from '#main/db/open.ts';

/** What fills a new workspace for illustration. Read when there is one to be filled: the pins of half a year are long. */
export async function illustrative(): Promise<(database: WriteDatabase, catalogue: Catalogue) => void> {
  const { fillIllustrativeData } = await import('./fill.ts');
  return fillIllustrativeData;
}
