import type { CutView } from '#main/core/ground/cuts/lookup.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import { SOURCE_KINDS, type SourceKind } from '#shared/domain/model.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import { COMMUNES_BEHIND, cutOfKind, LASTING_REPORTS } from './sources-store.ts';

/** What is shown: all figures of a cut and of its month, or those of one unit, indicator or task. */
export interface ShownFigures {
  readonly unit?: string | undefined;
  readonly indicator?: string | undefined;
  readonly task?: string | undefined;
}

/** Reports of the unit and of all below it; of the country's everything. */
const OF_UNIT = `(:unit = 'VN' OR unit_id IN (
  SELECT id FROM unit WHERE code = :unit OR parent_id = (SELECT id FROM unit WHERE code = :unit)))`;

/**
 * Kinds of the sources that the figures themselves rest on, each once, the weightiest first; none without figures. A
 * total rests on the figures of its communes alone.
 */
export function listOrigins(
  database: ReadDatabase,
  { statusCut, outputsCut }: CutView,
  { unit, indicator, task }: ShownFigures,
): SourceKind[] {
  const figures = `SELECT run_id FROM observation JOIN indicator ON indicator.id = indicator_id
    WHERE cut_id = ${cutOfKind('indicator')} AND cut_id IN (:statusCut, :outputsCut) AND unit_id IN (${COMMUNES_BEHIND})
    AND (:indicator IS NULL OR indicator.code = :indicator)`;
  const reports = `SELECT run_id FROM (${LASTING_REPORTS}) WHERE ${OF_UNIT}
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
      unit: unit ?? 'VN',
      day: vietnamDay(statusCut.asOf),
      indicator: indicator ?? null,
      task: task ?? null,
    });
  return SOURCE_KINDS.filter((kind) => kinds.includes(kind));
}
