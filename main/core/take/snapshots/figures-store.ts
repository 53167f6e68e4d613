import type { ReadDatabase } from '#main/db/open.ts';
import type { Figure, IndicatorKind } from '#shared/domain/model.ts';

/** All that names a figure, and where its sender wrote it. */
export interface FigurePlace {
  readonly cut: string;
  readonly unit: string;
  readonly indicator: string;
  readonly source: string;
  readonly sheet: string | null;
  readonly row: number;
}

type KindFigure = Figure & { readonly kind: IndicatorKind };

/** Ids of the cuts of a file, oldest first. */
export function listCutIds(database: ReadDatabase): number[] {
  return database.prepare('SELECT id FROM cut ORDER BY as_of, code').pluck().all() as number[];
}

/** Equal figures once: most of a cut are criteria, met or not. */
export function distinctFigures(database: ReadDatabase, cut: number): IterableIterator<KindFigure> {
  const sql = `
    SELECT DISTINCT indicator.kind, value, numerator, denominator
    FROM observation JOIN indicator ON indicator.id = observation.indicator_id WHERE cut_id = ?`;
  return database.prepare(sql).iterate(cut) as IterableIterator<KindFigure>;
}

export function placedFigures(
  database: ReadDatabase,
  cut: number,
): IterableIterator<KindFigure & FigurePlace> {
  const sql = `
    SELECT indicator.kind, cut.code AS cut, unit.code AS unit, indicator.code AS indicator, figure.value,
      figure.numerator, figure.denominator, source.name AS source,
      json_extract(source.sheets, '$[' || figure.sheet || ']') AS sheet, figure.row
    FROM observation AS figure JOIN cut ON cut.id = figure.cut_id JOIN unit ON unit.id = figure.unit_id
    JOIN indicator ON indicator.id = figure.indicator_id JOIN import_run ON import_run.id = figure.run_id
    JOIN source ON source.id = import_run.source_id
    WHERE figure.cut_id = ? ORDER BY indicator.position, unit.code`;
  return database.prepare(sql).iterate(cut) as IterableIterator<KindFigure & FigurePlace>;
}
