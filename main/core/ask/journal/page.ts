import type { ReadDatabase } from '#main/db/open.ts';
import type { ActDto, JournalFilter } from '#shared/contract/journal.ts';
import { PROGRAM_NAME } from '#shared/contract/settings.ts';
import { matcher, type PlacedRow, placeText, READ_AT_MOST, walkBack } from './walk.ts';

type Act = Omit<ActDto, 'unit'> & { readonly unit: string | null };

interface Page {
  readonly acts: Act[];
  readonly next: string | null;
  readonly searchedTo: string | null;
}

/** The acts before a place that fit, each whole: rows that one act left behind are told as one. */
export function pageOfActs(
  database: ReadDatabase,
  { limit, ...asked }: JournalFilter & { readonly limit: number; readonly before?: string | undefined },
): Page {
  const fits = matcher(asked);
  const found: PlacedRow[][] = [];
  let last: PlacedRow | null = null;
  let read = 0;
  for (const row of walkBack(database, asked)) {
    const isNext = last === null || !isOneAct(last, row);
    const isFull = found.length === limit || read >= READ_AT_MOST;
    if (last !== null && isNext && isFull)
      return { acts: found.map(actOf), next: placeText(last), searchedTo: last.at };
    read += 1;
    last = row;
    if (!fits(row)) continue;
    const group = found.at(-1);
    if (group?.[0] !== undefined && isOneAct(group[0], row)) group.push(row);
    else found.push([row]);
  }
  return { acts: found.map(actOf), next: null, searchedTo: last?.at ?? null };
}

function isOneAct(one: PlacedRow, other: PlacedRow): boolean {
  return (
    one.bundle !== null && one.source === other.source && one.bundle === other.bundle && one.at === other.at
  );
}

function actOf(rows: readonly PlacedRow[]): Act {
  const [first] = rows as [PlacedRow];
  const { at, kind, who, subject, before, reason } = first;
  const units = new Set(rows.map(({ unit }) => unit));
  const counts = rows.flatMap(({ count }) => count ?? []);
  return {
    id: placeText(first),
    ...{ at, kind, who, subject, before, reason },
    isProgram: who === PROGRAM_NAME,
    unit: units.size === 1 ? first.unit : null,
    cuts: [...new Set(rows.flatMap(({ cut }) => cut ?? []))],
    count: counts.length === 0 ? null : counts.reduce((sum, count) => sum + count, 0),
    ref: rows.length === 1 || kind === 'import' || kind === 'correction' ? first.ref : null,
  };
}
