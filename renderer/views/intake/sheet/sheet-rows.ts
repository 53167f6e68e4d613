import type { SheetRowDto, SheetWindowDto } from '#shared/contract/intake-sheet.ts';

const BLOCK_ROWS = 64;
export const BLOCK_COLUMNS = 64;
const BLOCKS_KEPT = 80;
const ASKED_AT_ONCE = 2;

/** A part of a sheet: which rows, and columns from the first on. */
export interface Block {
  readonly key: string;
  readonly rows: { readonly from: number; readonly to: number } | { readonly these: readonly number[] };
  readonly fromColumn: number;
}

type Read = (block: Block) => Promise<SheetWindowDto>;

interface Kept {
  readonly version: number;
  readonly window: SheetWindowDto;
  readonly rows: ReadonlyMap<number, SheetRowDto>;
}

/**
 * The parts of a sheet that have been looked at. What is known stays in sight until it has come anew; what nobody looks
 * at any more when its turn comes is not asked for.
 */
export class SheetRows {
  readonly #read: Read;
  readonly #onError: (error: unknown) => void;
  readonly #kept = new Map<string, Kept>();
  readonly #asked = new Set<string>();
  readonly #listeners = new Set<() => void>();
  #wanted: readonly Block[] = [];
  #version = 0;
  #changes = 0;
  #failed = -1;

  constructor(read: Read, onError: (error: unknown) => void) {
    this.#read = read;
    this.#onError = onError;
  }

  // Handed to React without the object, so bound.
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly changes = (): number => this.#changes;

  /** The parts in sight; `version` another one when the file has been read anew. */
  want(blocks: readonly Block[], version: number): void {
    this.#wanted = blocks;
    this.#version = version;
    this.#askNext();
  }

  row(block: Block, row: number): SheetRowDto | undefined {
    return this.#kept.get(block.key)?.rows.get(row);
  }

  window(block: Block): SheetWindowDto | undefined {
    return this.#kept.get(block.key)?.window;
  }

  #isOpen(block: Block): boolean {
    return !this.#asked.has(block.key) && this.#kept.get(block.key)?.version !== this.#version;
  }

  #askNext(): void {
    while (this.#asked.size < ASKED_AT_ONCE && this.#failed !== this.#version) {
      const next = this.#wanted.find((block) => this.#isOpen(block));
      if (next === undefined) return;
      void this.#ask(next, this.#version);
    }
  }

  async #ask(block: Block, version: number): Promise<void> {
    this.#asked.add(block.key);
    try {
      const window = await this.#read(block);
      this.#kept.delete(block.key);
      this.#kept.set(block.key, { version, window, rows: new Map(window.rows.map((one) => [one.row, one])) });
      const [oldest] = this.#kept.keys();
      if (this.#kept.size > BLOCKS_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    } catch (error) {
      // Asked again when the file has been read anew, not over and over.
      this.#failed = version;
      this.#onError(error);
    }
    this.#asked.delete(block.key);
    this.#changes += 1;
    for (const listener of this.#listeners) listener();
    this.#askNext();
  }
}

/** The parts that rows (by position) and columns touch, those of the rows first. */
export function blocksOf(
  filtered: readonly number[] | null,
  rows: { readonly from: number; readonly to: number },
  columns: { readonly from: number; readonly to: number },
): Block[] {
  const blocks: Block[] = [];
  const last = Math.max(rows.from, rows.to - 1);
  for (let at = Math.floor(rows.from / BLOCK_ROWS); at <= Math.floor(last / BLOCK_ROWS); at += 1)
    for (
      let column = Math.floor(columns.from / BLOCK_COLUMNS) * BLOCK_COLUMNS;
      column < Math.max(columns.to, 1);
      column += BLOCK_COLUMNS
    )
      blocks.push(blockAt(filtered, at * BLOCK_ROWS, column));
  return blocks;
}

/** The part that a row (by position) and a column lie in. */
export function blockAt(filtered: readonly number[] | null, index: number, column: number): Block {
  const start = Math.floor(index / BLOCK_ROWS) * BLOCK_ROWS;
  const fromColumn = Math.floor(column / BLOCK_COLUMNS) * BLOCK_COLUMNS;
  if (filtered === null)
    return {
      key: `${start}|${fromColumn}`,
      rows: { from: start + 1, to: start + BLOCK_ROWS },
      fromColumn,
    };
  const these = filtered.slice(start, start + BLOCK_ROWS);
  return { key: `=${these.join(' ')}|${fromColumn}`, rows: { these }, fromColumn };
}
