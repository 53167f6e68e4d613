import type { EntryGridDto } from '#shared/contract/entry.ts';
import { type EntryPart, entryParts, entryText } from '#shared/domain/entry.ts';
import type { Figure, IndicatorKind } from '#shared/domain/model.ts';

/** A column is one part of an indicator's figure. */
export interface GridColumn {
  readonly indicator: string;
  readonly kind: IndicatorKind;
  readonly part: EntryPart;
}

export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

export interface InForce extends Figure {
  readonly run: number;
}

/** What the grid shows that nobody types: rows, columns, figures in force, those of the cut before. */
export interface GridModel {
  readonly rows: readonly string[];
  readonly columns: readonly GridColumn[];
  readonly figure: (unit: string, indicator: string) => InForce | undefined;
  readonly past: (unit: string, indicator: string) => Figure | undefined;
  readonly isAsked: (unit: string, indicator: string) => boolean;
}

export const figureKey = (unit: string, indicator: string): string => `${unit} ${indicator}`;
export const cellKey = (unit: string, column: Pick<GridColumn, 'indicator' | 'part'>): string =>
  `${unit} ${column.indicator} ${column.part}`;

export function createModel(grid: EntryGridDto): GridModel {
  const byFigure = <One extends { unit: string; indicator: string }>(list: readonly One[]) =>
    new Map(list.map((one) => [figureKey(one.unit, one.indicator), one]));
  const figures = byFigure(grid.figures);
  const past = byFigure(grid.past);
  const notAsked = byFigure(grid.notAsked);
  return {
    rows: grid.rows,
    columns: grid.columns.flatMap(({ indicator, kind }) =>
      entryParts(kind).map((part) => ({ indicator, kind, part })),
    ),
    figure: (unit, indicator) => figures.get(figureKey(unit, indicator)),
    past: (unit, indicator) => past.get(figureKey(unit, indicator)),
    isAsked: (unit, indicator) => !notAsked.has(figureKey(unit, indicator)),
  };
}

export const textInForce = (model: GridModel, unit: string, column: GridColumn): string =>
  entryText(model.figure(unit, column.indicator), column.kind, column.part);
export const textOfPast = (model: GridModel, unit: string, column: GridColumn): string =>
  entryText(model.past(unit, column.indicator), column.kind, column.part);
