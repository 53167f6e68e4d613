import type { CutView } from '#main/core/ground/cuts/lookup.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import { SOURCE_KINDS, type SourceKind } from '#shared/domain/model.ts';

/** What is shown: all figures of a cut and of its month, or those of one unit, indicator or task. */
export interface ShownFigures {
  readonly unit?: string | undefined;
  readonly indicator?: string | undefined;
  readonly task?: string | undefined;
}

/** Figures and reports of the unit and of all below it; of the country's everything. */
const OF_UNIT = `(:unit IS NULL OR :unit = 'VN' OR unit_id IN (
  SELECT id FROM unit WHERE code = :unit OR parent_id = (SELECT id FROM unit WHERE code = :unit)))`;

/** Kinds of the sources that the figures themselves rest on, each once, the weightiest first; none without figures. */
export function listOrigins(
  database: ReadDatabase,
  { statusCut, outputsCut }: CutView,
  { unit, indicator, task }: ShownFigures,
): SourceKind[] {
  const figures = `SELECT run_id FROM observation WHERE cut_id IN (:statusCut, :outputsCut) AND ${OF_UNIT}
    AND (:indicator IS NULL OR indicator_id = (SELECT id FROM indicator WHERE code = :indicator))`;
  const reports = `SELECT run_id FROM task_report WHERE cut_id = :statusCut AND ${OF_UNIT}
    AND (:task IS NULL OR task_id = (SELECT id FROM task WHERE code = :task))`;
  const asked = [...(task === undefined ? [figures] : []), ...(indicator === undefined ? [reports] : [])];
  const sql = `
    SELECT DISTINCT source.kind FROM (${asked.join(' UNION ')}) AS shown
    JOIN import_run ON import_run.id = shown.run_id JOIN source ON source.id = import_run.source_id`;
  const kinds = database
    .prepare(sql)
    .pluck()
    .all({
      statusCut: statusCut.id,
      outputsCut: outputsCut?.id ?? null,
      unit: unit ?? null,
      indicator: indicator ?? null,
      task: task ?? null,
    });
  return SOURCE_KINDS.filter((kind) => kinds.includes(kind));
}
