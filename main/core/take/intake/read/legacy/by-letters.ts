import type { Cell, Row, TableFile } from '../table.ts';
import { isMarked, LEGACY_READERS, type LegacyCharset } from './charsets.ts';
import { guessCharset, type Reading, readingOf } from './letters.ts';
import { createLegacyNotes } from './notes.ts';

/** A sheet's first rows say whether its text is of an old alphabet. */
const ROWS_LOOKED_AT = 512;
/** Names come again and again; what comes when there are so many is read each time. */
const TEXTS_KEPT = 20_000;

/**
 * The file with the text of old alphabets as Unicode, found by its letters: where a sheet has enough words that are
 * Vietnamese only so. A cell that reads both ways, or in neither, follows its column. Rows of other sheets are handed on untouched.
 */
export function readLegacyLetters(file: TableFile): TableFile {
  const notes = createLegacyNotes();
  return {
    ...file,
    told: () => [...(file.told?.() ?? []), ...notes.problems()],
    rows: async function* (index, meetMerged) {
      const sheet = file.sheets[index]?.name ?? '';
      const note = (column: number, charset: LegacyCharset) => notes.add(sheet, column, charset, 'letters');
      let head: Row[] | null = [];
      let change: ((row: Row) => Row) | null = null;
      for await (const batch of file.rows(index, meetMerged)) {
        if (head === null) {
          yield change === null ? batch : batch.map(change);
          continue;
        }
        head.push(...batch);
        if (head.length < ROWS_LOOKED_AT) continue;
        change = changeOf(head, note);
        yield change === null ? head : head.map(change);
        head = null;
      }
      if (head === null) return;
      change = changeOf(head, note);
      yield change === null ? head : head.map(change);
    },
  };
}

function changeOf(
  head: readonly Row[],
  note: (column: number, charset: LegacyCharset) => void,
): ((row: Row) => Row) | null {
  const charset = guessCharset(textsOf(head));
  if (charset === null) return null;
  const columns = legacyColumns(head, charset);
  const read = textReader(charset);
  return ({ row, cells }) => ({
    row,
    cells: cells.map((cell, column) => {
      const text = textOf(cell);
      const { reading, meant } = text === null ? NOTHING : read(text);
      const isLegacy = reading === 'legacy' || (reading !== 'unicode' && columns.has(column));
      if (!isLegacy || text === meant) return cell;
      note(column, charset);
      return withText(cell, meant);
    }),
  });
}

const NOTHING = { reading: 'unicode', meant: '' } as const;

function textReader(charset: LegacyCharset): (text: string) => { reading: Reading; meant: string } {
  const known = new Map<string, { reading: Reading; meant: string }>();
  return (text) => {
    if (!isMarked(text)) return NOTHING;
    const before = known.get(text);
    if (before !== undefined) return before;
    const found = { reading: readingOf(text, charset), meant: LEGACY_READERS[charset](text) ?? text };
    if (known.size < TEXTS_KEPT) known.set(text, found);
    return found;
  };
}

/** Columns that have text of the alphabet, and none that is Vietnamese as it stands only. */
function legacyColumns(head: readonly Row[], charset: LegacyCharset): Set<number> {
  const legacy = new Set<number>();
  const unicode = new Set<number>();
  for (const { cells } of head) {
    for (const [column, cell] of cells.entries()) {
      const text = textOf(cell);
      if (text === null || !isMarked(text)) continue;
      const reading = readingOf(text, charset);
      if (reading === 'legacy') legacy.add(column);
      if (reading === 'unicode') unicode.add(column);
    }
  }
  return new Set([...legacy].filter((column) => !unicode.has(column)));
}

function* textsOf(rows: readonly Row[]): Generator<string> {
  for (const { cells } of rows) {
    for (const cell of cells) {
      const text = textOf(cell);
      if (text !== null) yield text;
    }
  }
}

function textOf(cell: Cell): string | null {
  if (typeof cell === 'string') return cell;
  const isFormula = cell !== null && typeof cell === 'object' && cell.kind === 'formula';
  return isFormula && typeof cell.value === 'string' ? cell.value : null;
}

function withText(cell: Cell, text: string): Cell {
  const isFormula = cell !== null && typeof cell === 'object' && cell.kind === 'formula';
  return isFormula ? { ...cell, value: text } : text;
}
