import { columnName } from '#main/core/files/workbook/place.ts';
import type { IndicatorKind } from '#shared/domain/model.ts';
import type { Place, Problem } from '../problem.ts';
import type { Cell } from '../read/table.ts';
import type { FigureTable } from './figure-table.ts';
import type { FormerSeen } from './former-parts.ts';
import type { CollectOptions } from './options.ts';
import type { QuestionList } from './question.ts';
import type { UnknownWords } from './unknown-words.ts';

export interface FoundIndicator {
  readonly index: number;
  readonly kind: IndicatorKind;
}

/** Where a row says that its unit lies; one object serves for all rows of a sheet. */
export interface UnitPlace {
  readonly province: Cell;
  readonly district: Cell;
}

/** Words of a row -> positions in the figure table; each distinct wording is resolved once. null: not taken. */
export interface Lookups {
  readonly unit: (code: Cell, name: Cell, where: UnitPlace, row: number, column: number) => number | null;
  /** Whether a row says which unit, of today or of old, it speaks of. */
  readonly names: (code: Cell, name: Cell, where: UnitPlace) => boolean;
  readonly indicator: (cell: Cell, row: number, column: number) => FoundIndicator | null;
  readonly cut: (cell: Cell, kind: IndicatorKind, row: number, column: number) => number | null;
  /** Whether a unit bears the text as its whole name, accents or not. */
  readonly isUnitName: (text: string) => boolean;
}

export interface LookupParts {
  readonly sheet: string;
  readonly options: CollectOptions;
  /** Province to search names in: the sender's, or the one the file's titles speak of. */
  readonly nameProvince: string | null;
  /** The cut that the texts above the table name: asked, never taken by itself. */
  readonly titleCut: string | null;
  readonly figures: FigureTable;
  readonly questions: QuestionList;
  readonly unknown: UnknownWords;
  /** Takes units of old; null where they have no place. */
  readonly former: FormerSeen | null;
  readonly report: (problem: Problem) => void;
}

/** The place of a cell as a problem names it; no column where the sheet has none. */
export function placeAt(parts: LookupParts, row: number, column: number): Place {
  return { sheet: parts.sheet, row, column: column < 0 ? null : columnName(column) };
}
