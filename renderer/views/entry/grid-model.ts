import type { EntryDraftDto, EntryGridDto } from '#shared/contract/entry.ts';
import {
  type EnteredReport,
  type EntryPart,
  entryParts,
  entryText,
  type FigurePart,
  isReportPart,
  type ReportPart,
  settleEntry,
} from '#shared/domain/entry.ts';
import type { Figure, IndicatorKind } from '#shared/domain/model.ts';

/** A column of the grid of figures is one part of an indicator's figure. */
export interface FigureColumn {
  readonly indicator: string;
  readonly kind: IndicatorKind;
  readonly part: FigurePart;
}

/** A column of the grid of tasks is one part of what is said of a task. */
export interface ReportColumn {
  readonly indicator: '';
  readonly kind: 'task';
  readonly part: ReportPart;
}

export type GridColumn = FigureColumn | ReportColumn;

export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

/** A cell as the engine names it. */
export interface WirePlace {
  readonly unit: string;
  readonly indicator: string;
  readonly part: EntryPart;
}

export interface InForce extends Figure {
  readonly run: number;
}

/** What was in force under a cell when it was typed, and what is now. */
export interface MovedItem {
  readonly unit: string;
  readonly indicator: string;
  readonly was: Figure | EnteredReport | null;
  readonly now: Figure | EnteredReport | null;
  readonly who: string;
  readonly at: string;
}

/** What the engine knows of a draft, as far as it is this grid's; `unit` is the code of the row. */
export type GridDraft = Pick<EntryDraftDto, 'verdicts' | 'readings'> & {
  readonly cells: readonly (WirePlace & { readonly text: string; readonly aside: string | null })[];
  readonly others: EntryDraftDto['others'];
  readonly moved: readonly MovedItem[];
};

/** What the grid shows that nobody types: rows (units, or tasks), columns, what is in force, what was before. */
export interface GridModel {
  readonly rows: readonly string[];
  readonly columns: readonly GridColumn[];
  readonly textInForce: (row: string, column: GridColumn) => string;
  readonly textOfPast: (row: string, column: GridColumn) => string;
  readonly isAsked: (row: string, indicator: string) => boolean;
  /** What is typed, as it is kept. */
  readonly settle: (column: GridColumn, text: string) => string;
  readonly toWire: (row: string, column: GridColumn) => WirePlace;
  readonly fromWire: <Draft extends Partial<EntryDraftDto>>(draft: Draft) => GridDraft;
  /** Of the grid of figures only. */
  readonly figures: {
    readonly inForce: (unit: string, indicator: string) => InForce | undefined;
    readonly past: (unit: string, indicator: string) => Figure | undefined;
  } | null;
}

export const figureKey = (unit: string, indicator: string): string => `${unit} ${indicator}`;
export const cellKey = (unit: string, column: Pick<WirePlace, 'indicator' | 'part'>): string =>
  `${unit} ${column.indicator} ${column.part}`;

/** So many characters the engine takes for one cell. */
export const textAtMost = ({ part }: Pick<GridColumn, 'part'>): number => (part === 'note' ? 2000 : 200);

export function createModel(grid: EntryGridDto): GridModel {
  const byFigure = <One extends { unit: string; indicator: string }>(list: readonly One[]) =>
    new Map(list.map((one) => [figureKey(one.unit, one.indicator), one]));
  const figures = byFigure(grid.figures);
  const past = byFigure(grid.past);
  const notAsked = byFigure(grid.notAsked);
  const textOf = (all: ReadonlyMap<string, Figure>, unit: string, column: GridColumn): string =>
    column.kind === 'task'
      ? ''
      : entryText(all.get(figureKey(unit, column.indicator)), column.kind, column.part);
  return {
    rows: grid.rows,
    columns: grid.columns.flatMap(({ indicator, kind }) =>
      entryParts(kind).map((part) => ({ indicator, kind, part })),
    ),
    textInForce: (unit, column) => textOf(figures, unit, column),
    textOfPast: (unit, column) => textOf(past, unit, column),
    isAsked: (unit, indicator) => !notAsked.has(figureKey(unit, indicator)),
    settle: ({ kind }, text) => (kind === 'task' ? text : settleEntry(kind, text)),
    toWire: (unit, { indicator, part }) => ({ unit, indicator, part }),
    fromWire: ({ cells = [], others = [], moved = [], verdicts = [], readings = [] }) => ({
      cells: cells.filter(isFigureCell),
      others: others.filter(isFigureCell),
      moved,
      verdicts: verdicts.filter(({ part }) => part === null || !isReportPart(part)),
      readings,
    }),
    figures: {
      inForce: (unit, indicator) => figures.get(figureKey(unit, indicator)),
      past: (unit, indicator) => past.get(figureKey(unit, indicator)),
    },
  };
}

const isFigureCell = ({ part }: { readonly part: EntryPart }): boolean => !isReportPart(part);
