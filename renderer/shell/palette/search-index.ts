import type { UnitDto } from '#shared/contract/units.ts';
import { foldText, hasAccents, spellingKey } from '#shared/text/fold.ts';
import type { Locale } from '#shared/text/format.ts';
import { fullUnitName } from '#shared/text/unit-names.ts';

/** Anything the palette can find. */
export interface SearchEntry {
  readonly id: string;
  readonly section: 'units' | 'former' | 'tasks' | 'screens' | 'commands';
  readonly title: string;
  /** Second line: the province of a commune, the group of a task. */
  readonly detail: string;
  /** Names that hit exactly ('Phù Liễn', 'Phường Phù Liễn', 'Phu Lien Ward', '11446'). */
  readonly names: readonly string[];
  /** Lower goes first among equally good hits: provinces before communes. */
  readonly rank: number;
}

/** What was found, and how much there is in all. */
export interface Hits {
  readonly hits: readonly SearchEntry[];
  readonly total: number;
  /** How many of the hits, from the first, have what was typed in a name as it was typed. */
  readonly named: number;
}

interface IndexedEntry {
  readonly entry: SearchEntry;
  readonly folded: readonly string[];
  readonly spelled: readonly string[];
  /** Words of names and detail, folded, for queries of several words ('an lao hai phong'). */
  readonly words: readonly string[];
}

export interface SearchIndex {
  /** The best hits first, at most `limit`, and how many there are in all. */
  readonly search: (query: string, limit: number) => Hits;
  /** Gets ready for the first search, for as long as `mayGoOn` says so; true when nothing is left to do. */
  readonly prepare: (mayGoOn: () => boolean) => boolean;
}

/**
 * An index over entries; a search is one pass over folded text (3,400 entries: well under 10 ms). Folding them takes
 * ten times as long and is not done before somebody searches or `prepare` is called; an entry is folded once.
 */
export function createSearchIndex(entries: readonly SearchEntry[]): SearchIndex {
  const indexed: IndexedEntry[] = [];
  const prepare = (mayGoOn: () => boolean): boolean => {
    for (const entry of entries.slice(indexed.length)) {
      indexed.push(indexEntry(entry));
      if (!mayGoOn()) break;
    }
    return indexed.length === entries.length;
  };
  return {
    prepare,
    search: (query, limit) => {
      prepare(() => true);
      const asked = { folded: foldText(query), spelled: hasAccents(query) ? spellingKey(query) : null };
      if (asked.folded === '') return { hits: [], total: 0, named: 0 };
      const words = asked.folded.split(' ');
      const found: { entry: SearchEntry; score: number }[] = [];
      for (const item of indexed) {
        const score = scoreOf(item, asked, words);
        if (score !== null) found.push({ entry: item.entry, score });
      }
      found.sort((left, right) => left.score - right.score || left.entry.rank - right.entry.rank);
      const best = found.slice(0, limit);
      const named = best.filter(({ score }) => score < WORDS_ALONE).length;
      return { hits: best.map(({ entry }) => entry), total: found.length, named };
    },
  };
}

const known = new WeakMap<SearchEntry, IndexedEntry>();

function indexEntry(entry: SearchEntry): IndexedEntry {
  const before = known.get(entry);
  if (before !== undefined) return before;
  const indexed = foldEntry(entry);
  known.set(entry, indexed);
  return indexed;
}

function foldEntry(entry: SearchEntry): IndexedEntry {
  const folded = [...new Set(entry.names.map(foldText))];
  const words = [...folded, foldText(entry.detail)].flatMap((text) => text.split(' '));
  return { entry, folded, spelled: entry.names.map(spellingKey), words: [...new Set(words)] };
}

const WORDS_ALONE = 4;

/**
 * 0 the name as it was written with its accents; 1 the name without accents; 2 a name that begins so; 3 a word of
 * a name begins so; 4 every word of the query begins some word; null no hit. Accents written and not matched cost
 * half a step: 'ba tơ' puts Ba Tơ before Ba Tô, and still shows both.
 */
function scoreOf(
  item: IndexedEntry,
  asked: { readonly folded: string; readonly spelled: string | null },
  words: readonly string[],
): number | null {
  const { spelled } = asked;
  if (spelled !== null && item.spelled.includes(spelled)) return 0;
  const miss = spelled !== null && !item.spelled.some((name) => name.includes(spelled)) ? 0.5 : 0;
  if (item.folded.includes(asked.folded)) return 1 + miss;
  if (item.folded.some((name) => name.startsWith(asked.folded))) return 2 + miss;
  if (item.folded.some((name) => ` ${name}`.includes(` ${asked.folded}`))) return 3 + miss;
  const isHit = words.every((word) => item.words.some((one) => one.startsWith(word)));
  return isHit ? WORDS_ALONE + miss : null;
}

/** Entries of all units but the country: by name, full name in both languages, other spelling, and code. */
export function unitEntries(units: readonly UnitDto[], locale: Locale): SearchEntry[] {
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  return units
    .filter((unit) => unit.level !== 'country')
    .map((unit) => {
      const parent = unit.level === 'commune' ? byCode.get(unit.parent ?? '') : undefined;
      return {
        id: unit.code,
        section: 'units' as const,
        title: fullUnitName(unit, locale),
        detail: parent === undefined ? '' : fullUnitName(parent, locale),
        names: [
          unit.name,
          fullUnitName(unit, 'vi'),
          fullUnitName(unit, 'en'),
          unit.code,
          ...(unit.otherSpelling === null ? [] : [unit.otherSpelling]),
        ],
        rank: unit.level === 'province' ? 0 : 1,
      };
    });
}
