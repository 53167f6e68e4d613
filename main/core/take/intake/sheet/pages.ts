import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { MERGED_AT_MOST } from '../read/merged.ts';
import type { Merged, Row, TableFile } from '../read/table.ts';
import { type ShownRow, shownRow } from './shown-row.ts';

/** Rows kept together: a window touches two of them at most, and one is unpacked in a millisecond. */
const PAGE_ROWS = 256;

interface Page {
  readonly first: number;
  readonly last: number;
  readonly packed: Buffer;
}

/**
 * The rows of one sheet as a person sees them, packed, so that any window of a large sheet is there at once. Reading
 * goes on by itself; who asks for rows that have not come waits for them.
 */
export class SheetPages {
  readonly merged: Merged[] = [];
  readonly #pages: Page[] = [];
  readonly #waiting = new Set<{ readonly row: number; readonly resolve: () => void }>();
  readonly #unpacked = new Map<Page, readonly ShownRow[]>();
  #gathered: ShownRow[] = [];
  #error: unknown = null;
  lastRow = 0;
  width = 0;
  bytes = 0;
  isWhole = false;
  #isEnded = false;

  constructor(file: TableFile, sheet: number) {
    void this.#read(file, sheet);
  }

  /** Ends the reading; nobody asks any more. */
  end(): void {
    this.#isEnded = true;
  }

  /** Waits until the row has been read, or the sheet to its end. Throws what reading threw. */
  async reach(row: number): Promise<void> {
    if (!this.isWhole && this.lastRow < row)
      await new Promise<void>((resolve) => this.#waiting.add({ row, resolve }));
    if (this.#error !== null) throw this.#error;
  }

  /** Rows read so far that lie between, both edges included. */
  between(from: number, to: number): ShownRow[] {
    const inside = ({ row }: ShownRow): boolean => row >= from && row <= to;
    const found = this.#pages
      .slice(this.#firstPage(from))
      .filter(({ first }) => first <= to)
      .flatMap((page) => this.#rowsOf(page).filter(inside));
    return [...found, ...this.#gathered.filter(inside)];
  }

  /** Every row read so far, page by page; nothing of it is kept. */
  *all(): Generator<ShownRow> {
    for (const page of this.#pages) yield* unpack(page);
    yield* this.#gathered;
  }

  /** The first page that does not end above the row. */
  #firstPage(row: number): number {
    let low = 0;
    let high = this.#pages.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#pages[middle]?.last ?? 0) < row) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #rowsOf(page: Page): readonly ShownRow[] {
    const known = this.#unpacked.get(page);
    if (known !== undefined) return known;
    const rows = unpack(page);
    this.#unpacked.set(page, rows);
    const [oldest] = this.#unpacked.keys();
    if (this.#unpacked.size > UNPACKED_AT_MOST && oldest !== undefined) this.#unpacked.delete(oldest);
    return rows;
  }

  async #read(file: TableFile, sheet: number): Promise<void> {
    try {
      const keep = (one: Merged) => this.merged.length < MERGED_AT_MOST && this.merged.push(one);
      for await (const batch of file.rows(sheet, keep)) {
        if (this.#isEnded) break;
        for (const row of batch) this.#gather(row);
        this.#wake();
        // Rows that stand in memory come without a pause; others want to be answered in between.
        await new Promise(setImmediate);
      }
      this.#pack();
    } catch (error) {
      this.#error = error;
    }
    this.isWhole = true;
    this.#wake();
  }

  #gather(row: Row): void {
    this.#gathered.push(shownRow(row));
    this.lastRow = Math.max(this.lastRow, row.row);
    this.width = Math.max(this.width, row.cells.length);
    if (this.#gathered.length >= PAGE_ROWS) this.#pack();
  }

  #pack(): void {
    const rows = this.#gathered;
    const [first] = rows;
    if (first === undefined) return;
    const packed = deflateRawSync(JSON.stringify(rows), { level: 1 });
    this.#pages.push({ first: first.row, last: rows.at(-1)?.row ?? 0, packed });
    this.bytes += packed.length;
    this.#gathered = [];
  }

  #wake(): void {
    for (const one of this.#waiting) {
      if (!this.isWhole && one.row > this.lastRow) continue;
      this.#waiting.delete(one);
      one.resolve();
    }
  }
}

const UNPACKED_AT_MOST = 8;

function unpack({ packed }: Page): ShownRow[] {
  return JSON.parse(inflateRawSync(packed).toString()) as ShownRow[];
}
