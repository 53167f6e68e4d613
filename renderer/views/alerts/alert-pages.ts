import type { AlertQuery } from '#shared/contract/alerts.ts';

/** Lines asked for first: more than a tall window shows, few enough to be there at once. */
const FIRST_PAGE = 200;
/** Lines of each page after it: a long list is whole after a few of them. */
const FURTHER_PAGE = 300;

/** Where a page begins, and in which order its list is. */
export interface PageStart {
  readonly offset: number;
  readonly isGrouped: boolean;
}

/** What the list asks the engine for: the page that begins there, of what the filter leaves at the cut. */
export function alertPageInput(query: AlertQuery, cut: string | undefined, { offset, isGrouped }: PageStart) {
  return {
    ...query,
    ...(cut === undefined ? {} : { cut }),
    order: orderOf(isGrouped),
    offset,
    limit: offset === 0 ? FIRST_PAGE : FURTHER_PAGE,
  };
}

/** Under their provinces the fullest comes first, as in the panel that counts them. */
export function orderOf(isGrouped: boolean): 'fullest' | 'severity' {
  return isGrouped ? 'fullest' : 'severity';
}
