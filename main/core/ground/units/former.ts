import type { ReadDatabase } from '#main/db/open.ts';
import type { FormerUnitDto, SuccessorDto } from '#shared/contract/units.ts';
import { foldText, hasAccents, spellingKey } from '#shared/text/fold.ts';
import {
  type FormerPlaceRow,
  type FormerRow,
  formerOfCode,
  formerOfUnit,
  formerPlaces,
  matchFormer,
  type SuccessorRow,
  successorsOf,
} from './former-store.ts';

/** So many of the best are looked at again by their accents. */
const LOOKED_AT_AGAIN = 200;
const MOST_WORDS = 12;

/** Units of old by name or code, with or without accents, the best first, and what became of each by the day. */
export function searchFormer(
  database: ReadDatabase,
  text: string,
  { day, limit }: { readonly day: string; readonly limit: number },
): { found: FormerUnitDto[]; total: number } {
  const folded = foldText(text);
  if (folded === '') return { found: [], total: 0 };
  const rows = matchFormer(database, folded.split(' ').slice(0, MOST_WORDS), day);
  const best = ranked(rows.map((row) => ({ row, score: scoreOf(row, folded) }))).slice(0, LOOKED_AT_AGAIN);
  const spelled = hasAccents(text) ? spellingKey(text) : null;
  const found = ranked(
    best.map(({ row, score }) => ({ row, score: score + (fitsAccents(row, spelled) ? 0 : 0.5) })),
  );
  return {
    found: describe(
      database,
      found.slice(0, limit).map(({ row }) => row.id),
      day,
    ),
    total: rows.length,
  };
}

/**
 * The units of old that a file or a command means by a code or a full name, exactly but for accents where it has none:
 * the one reader of the crosswalk for whoever takes text in.
 */
export function formerNamed(database: ReadDatabase, text: string, day: string): FormerUnitDto[] {
  const trimmed = text.normalize('NFC').trim();
  const byCode = /^\d{2,5}$/.test(trimmed) ? formerOfCode(database, trimmed, day) : [];
  if (byCode.length > 0)
    return describe(
      database,
      byCode.map(({ id }) => id),
      day,
    );
  const folded = foldText(trimmed);
  if (folded === '') return [];
  const spelled = hasAccents(trimmed) ? spellingKey(trimmed) : null;
  const rows = matchFormer(database, folded.split(' ').slice(0, MOST_WORDS), day).filter(
    (row) => scoreOf(row, folded) <= 1 && fitsAccents(row, spelled),
  );
  return describe(
    database,
    rows.map(({ id }) => id),
    day,
  );
}

/** What a unit was made from by the day, as its page tells it. */
export function madeFrom(database: ReadDatabase, code: string, day: string) {
  return formerOfUnit(database, code, day).map(({ id: _, isPart, ...place }) => ({
    ...place,
    isPart: isPart === 1,
  }));
}

interface Scored {
  readonly row: FormerRow;
  readonly score: number;
}

const RANK = { province: 0, district: 1, commune: 2 } as const;

function ranked(rows: readonly Scored[]): Scored[] {
  return rows.toSorted(
    (left, right) =>
      left.score - right.score ||
      RANK[left.row.level] - RANK[right.row.level] ||
      (left.row.code < right.row.code ? -1 : 1),
  );
}

const KINDS = /^ (phuong|xa|thi tran|quan|huyen|thi xa|thanh pho|tinh) (?=\S+ )/;

/** 1: the name, with its kind or without, or the code; 2 it begins so; 3 some word of it does; 4 the words are there. */
function scoreOf({ folded, code }: FormerRow, asked: string): number {
  const bare = folded.replace(KINDS, ' ');
  const names = [folded, bare].map((text) => text.slice(1, -code.length - 1));
  if (asked === code || names.includes(asked)) return 1;
  if (names.some((name) => name.startsWith(asked))) return 2;
  return folded.includes(` ${asked}`) ? 3 : 4;
}

function fitsAccents({ name }: FormerRow, spelled: string | null): boolean {
  return spelled === null || spellingKey(name).includes(spelled);
}

/** In the order of the ids. */
function describe(database: ReadDatabase, ids: readonly number[], day: string): FormerUnitDto[] {
  const places = new Map(formerPlaces(database, ids).map((place) => [place.id, place]));
  const successors = Map.groupBy(successorsOf(database, ids, day), ({ former }) => former);
  return ids.flatMap((id) => {
    const place = places.get(id);
    return place === undefined ? [] : [formerDto(place, successors.get(id) ?? [])];
  });
}

function formerDto({ id: _, ...place }: FormerPlaceRow, rows: readonly SuccessorRow[]): FormerUnitDto {
  const successors = rows.map(
    ({ former: _id, isPart, ...unit }): SuccessorDto => ({ ...unit, isPart: isPart === 1 }),
  );
  return { ...place, successors };
}
