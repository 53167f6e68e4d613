import type { ReadDatabase } from '#main/db/open.ts';
import type { SourceKind } from '#shared/domain/model.ts';

export interface PastValue {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly state: 'current' | 'replaced' | 'withdrawn';
  readonly run: string;
  readonly kind: string;
  readonly at: string;
  readonly who: string;
  readonly reason: string | null;
  readonly until: string | null;
  readonly source: string;
  /** The data file it came through. */
  readonly through: string | null;
  readonly sourceKind: SourceKind;
  readonly sheet: string | null;
  readonly row: number;
  readonly note: string | null;
}

const FROM = (table: string, state: string, until: string): string => `
  SELECT figure.value, figure.numerator, figure.denominator, ${state} AS state,
    ifnull(outer_run.uuid, import_run.uuid) AS run,
    import_run.kind, import_run.committed_at AS at, import_run.who, import_run.reason, ${until} AS until,
    source.name AS source, source.kind AS sourceKind, file.name AS through,
    json_extract(source.sheets, '$[' || figure.sheet || ']') AS sheet, figure.row, figure.note, import_run.id AS runId
  FROM ${table} AS figure JOIN import_run ON import_run.id = figure.run_id JOIN source ON source.id = import_run.source_id
    LEFT JOIN import_run AS outer_run ON outer_run.id = import_run.through_id
    LEFT JOIN source AS file ON file.id = outer_run.source_id
  WHERE figure.cut_id = (SELECT id FROM cut WHERE code = :cut)
    AND figure.indicator_id = (SELECT id FROM indicator WHERE code = :indicator)
    AND figure.unit_id = (SELECT id FROM unit WHERE code = :unit)`;

/** Every value of one figure: the one in force first, then newest first; withdrawn ones are marked. */
export function listHistory(
  database: ReadDatabase,
  cut: string,
  unit: string,
  indicator: string,
): PastValue[] {
  const current = FROM('observation', `'current'`, 'NULL');
  const past = FROM('observation_past', 'figure.state', 'figure.replaced_at');
  const sql = `SELECT * FROM (${current} UNION ALL ${past}) ORDER BY state = 'current' DESC, at DESC, runId DESC`;
  const rows = database.prepare(sql).all({ cut, unit, indicator }) as (PastValue & { runId: number })[];
  return rows.map(({ runId: _, ...row }) => row);
}
