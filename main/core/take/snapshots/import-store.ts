import type { Origin } from '#main/core/take/intake/origins.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import type { Figure, IndicatorKind, SourceKind } from '#shared/domain/model.ts';

export interface FigureRow extends Figure {
  readonly indicator: string;
  readonly unit: string;
  readonly note: string | null;
  /** Id of its source in the file; index of the sheet there, and row. */
  readonly source: number;
  readonly sheet: number;
  readonly row: number;
}

/** Every figure of a cut by codes, with the place where it was first sent in. */
export function listFigures(database: ReadDatabase, cut: string): IterableIterator<FigureRow> {
  const sql = `
    SELECT indicator.code AS indicator, unit.code AS unit, figure.value, figure.numerator, figure.denominator,
      figure.note, import_run.source_id AS source, figure.sheet, figure.row
    FROM cut CROSS JOIN observation AS figure ON figure.cut_id = cut.id
    JOIN indicator ON indicator.id = figure.indicator_id JOIN unit ON unit.id = figure.unit_id
    JOIN import_run ON import_run.id = figure.run_id
    WHERE cut.code = ?`;
  return database.prepare(sql).iterate(cut) as IterableIterator<FigureRow>;
}

/** The kind of source that each run of a file brought. */
export function listRunKinds(database: ReadDatabase): Map<number, SourceKind> {
  const sql =
    'SELECT import_run.id, source.kind FROM import_run JOIN source ON source.id = import_run.source_id';
  return new Map(database.prepare(sql).raw().all() as [number, SourceKind][]);
}

export type KnownTable = 'unit' | 'task' | 'difficulty_category';

export function listKnownCodes(database: ReadDatabase, table: KnownTable): Set<string> {
  return new Set(database.prepare(`SELECT code FROM ${table}`).pluck().all() as string[]);
}

export function listIndicatorKinds(database: ReadDatabase): Map<string, IndicatorKind> {
  const rows = database.prepare('SELECT code, kind FROM indicator').raw().all() as [string, IndicatorKind][];
  return new Map(rows);
}

/** The sources of a file as it tells of them, by their id in it. */
export function listSources(database: ReadDatabase): Map<number, Origin> {
  const sql = `
    SELECT source.id, source.kind, source.name, source.name_en AS nameEn, sha256, bytes, sheets,
      sender.code AS sender, received_at AS receivedAt, note, note_en AS noteEn
    FROM source LEFT JOIN unit AS sender ON sender.id = source.sender_unit_id`;
  const rows = database.prepare(sql).all() as (Origin & { readonly id: number; readonly sheets: string })[];
  return new Map(
    rows.map(({ id, sheets, ...source }) => [id, { ...source, sheets: JSON.parse(sheets) as string[] }]),
  );
}
