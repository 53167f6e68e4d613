import type { ReadDatabase, WriteDatabase } from '#main/db/open.ts';
import type { SourceKind } from '#shared/domain/model.ts';

export interface FigureRow {
  readonly indicator: string;
  readonly unit: string;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly note: string | null;
}

/** Every figure of a cut by codes. */
export function listFigures(database: ReadDatabase, cut: string): IterableIterator<FigureRow> {
  const sql = `
    SELECT indicator.code AS indicator, unit.code AS unit, figure.value, figure.numerator, figure.denominator,
      figure.note
    FROM cut CROSS JOIN observation AS figure ON figure.cut_id = cut.id
    JOIN indicator ON indicator.id = figure.indicator_id JOIN unit ON unit.id = figure.unit_id
    WHERE cut.code = ?`;
  return database.prepare(sql).iterate(cut) as IterableIterator<FigureRow>;
}

export type KnownTable = 'unit' | 'indicator' | 'task' | 'difficulty_category';

export function listKnownCodes(database: ReadDatabase, table: KnownTable): Set<string> {
  return new Set(database.prepare(`SELECT code FROM ${table}`).pluck().all() as string[]);
}

/** Says of an import's source and runs that they are those of a snapshot; corrections stay corrections. */
export function markAsSnapshot(database: WriteDatabase, run: string, kind: SourceKind): void {
  const source = '(SELECT source_id FROM import_run WHERE uuid = :run)';
  database.prepare(`UPDATE source SET kind = :kind WHERE id = ${source}`).run({ run, kind });
  database
    .prepare(`UPDATE import_run SET kind = 'snapshot' WHERE source_id = ${source} AND kind = 'import'`)
    .run({ run });
}
