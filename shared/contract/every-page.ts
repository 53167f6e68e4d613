/** Rows of one answer at most: what grows with the years comes in pages. */
export const ROWS_AT_MOST = 5000;

export interface Page {
  readonly limit: number;
  readonly offset: number;
}

/** Where the page after these begins; undefined when the last one was not full, so that none follows. */
export function nextOffset(pages: readonly (readonly unknown[])[], limit: number): number | undefined {
  return pages.at(-1)?.length === limit ? pages.length * limit : undefined;
}

/** Every row of a list that comes in pages: asked for until one is not full. */
export async function everyPage<Row>(
  ask: (page: Page) => Promise<readonly Row[]>,
  limit = ROWS_AT_MOST,
): Promise<Row[]> {
  const pages: (readonly Row[])[] = [];
  let offset: number | undefined = 0;
  while (offset !== undefined) {
    pages.push(await ask({ limit, offset }));
    offset = nextOffset(pages, limit);
  }
  return pages.flat();
}
