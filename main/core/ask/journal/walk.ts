import type { ReadDatabase } from '#main/db/open.ts';
import type { JournalFilter } from '#shared/contract/journal.ts';
import { foldText } from '#shared/text/fold.ts';
import { type Edge, openSource, SOURCES, type SourceRow } from './sources-store.ts';

/**
 * Rows that one answer reads at most: what is rare is looked for page by page, so that no answer walks through all the
 * years.
 */
export const READ_AT_MOST = 20_000;

export interface PlacedRow extends SourceRow {
  /** Which source it comes from, and so what comes before it. */
  readonly source: number;
}

/** A place in the journal as text, and back; nothing for text that is none. */
export function placeText({ source, at, id }: PlacedRow): string {
  return JSON.stringify([SOURCES[source]?.name, at, id]);
}

function placeOf(
  text: string,
): { readonly source: number; readonly at: string; readonly id: number | string } | null {
  try {
    const [name, at, id] = JSON.parse(text) as unknown[];
    const source = SOURCES.findIndex((one) => one.name === name);
    const isPlace = typeof at === 'string' && (typeof id === 'string' || typeof id === 'number');
    return source >= 0 && isPlace ? { source, at, id } : null;
  } catch {
    return null;
  }
}

/** After the last instant there is. */
const END = '9999';

function edgeOf(index: number, before: string | undefined, until: string | undefined): Edge {
  const place = before === undefined ? null : placeOf(before);
  if (place === null) return { at: until ?? END, place: 'upTo' };
  if (index === place.source) return { at: place.at, place: { id: place.id } };
  // Of one instant the sources follow each other in their order.
  return { at: place.at, place: index < place.source ? 'before' : 'upTo' };
}

/** Every row of the kinds asked for between two times, the newest first. */
export function* walkBack(
  database: ReadDatabase,
  { since = '', until, kinds, before }: JournalFilter & { readonly before?: string | undefined },
): Generator<PlacedRow, void, undefined> {
  const asked = kinds === undefined ? null : new Set<string>(kinds);
  const open = SOURCES.flatMap((source, index) => {
    const isAsked =
      asked === null || source.kinds.length === 0 || source.kinds.some((kind) => asked.has(kind));
    if (!isAsked) return [];
    const edge = edgeOf(index, before, until);
    return [{ index, rows: openSource(database, source, { since, edge, most: READ_AT_MOST + 1 }) }];
  });
  try {
    const heads = open.map(({ index, rows }) => ({ index, rows, row: rows.next() }));
    for (;;) {
      const newest = heads.reduce<(typeof heads)[number] | null>((best, head) => {
        if (head.row.done === true) return best;
        return best === null || head.row.value.at > (best.row.value as SourceRow).at ? head : best;
      }, null);
      if (newest === null) return;
      const row = newest.row.value as SourceRow;
      newest.row = newest.rows.next();
      yield { ...row, source: newest.index };
    }
  } finally {
    for (const { rows } of open) rows.return?.();
  }
}

/** Whether a row is asked for by who, what about and in which words. */
export function matcher({ who, kinds, unit, cut, text }: JournalFilter): (row: SourceRow) => boolean {
  const name = who === undefined ? null : foldText(who);
  const words = foldText(text ?? '')
    .split(' ')
    .filter(Boolean);
  const asked = kinds === undefined ? null : new Set(kinds);
  return (row) =>
    (asked === null || asked.has(row.kind)) &&
    (name === null || foldText(row.who ?? '').includes(name)) &&
    (unit === undefined || unit === 'VN' || row.unit === unit || row.province === unit) &&
    (cut === undefined || row.cut === cut) &&
    (words.length === 0 || hasWords(row, words));
}

function hasWords({ who, subject, before, reason, cut }: SourceRow, words: readonly string[]): boolean {
  const said = foldText([who, subject, before, reason, cut].filter(Boolean).join(' '));
  return words.every((word) => said.includes(word));
}
