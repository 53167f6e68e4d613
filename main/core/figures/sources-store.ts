import type { CutView } from '#main/core/ground/cuts/lookup.ts';
import { inForce } from '#main/core/ground/units/store.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import type { WhySourceDto } from '#shared/contract/why.ts';
import { vietnamDay } from '#shared/domain/periods.ts';

/** Whose figures, and of what; task reports where it is tasks. */
export interface AskedSources {
  readonly unit: string;
  readonly of: 'criteria' | 'outputs' | 'all' | 'tasks';
  readonly indicator?: string | undefined;
  readonly group?: string | undefined;
  readonly task?: string | undefined;
}

const FILE = `source.name AS source, source.kind, file.name AS through, source.received_at AS receivedAt, source.note,
  source.note_en AS noteEn, CASE import_run.kind WHEN 'correction' THEN import_run.reason END AS correction`;
const JOINS = `
  JOIN import_run ON import_run.id = shown.run_id JOIN source ON source.id = import_run.source_id
  LEFT JOIN import_run AS outer_run ON outer_run.id = import_run.through_id
  LEFT JOIN source AS file ON file.id = outer_run.source_id`;
const UNITS = `unit_id IN (SELECT id FROM unit WHERE :unit = 'VN' OR code = :unit
  OR parent_id = (SELECT id FROM unit WHERE code = :unit))`;

/** SQL: the cut that figures of the indicator under this alias are of, bound to `:statusCut` and `:outputsCut`. */
export function cutOfKind(alias: string): string {
  return `CASE ${alias}.kind WHEN 'criterion' THEN :statusCut ELSE :outputsCut END`;
}

/** SQL: ids of the communes whose figures make up those of `:unit` on `:day`; a commune makes up its own. */
export const COMMUNES_BEHIND = `
  SELECT id FROM unit WHERE level = 'commune' AND (code = :unit OR ${inForce('unit')}
    AND (:unit = 'VN' OR parent_id = (SELECT id FROM unit WHERE code = :unit)))`;

/**
 * The files behind the figures of a unit, those with the most figures first: of a total those of its communes alone, as
 * it is added up.
 */
export function listSources(database: ReadDatabase, view: CutView, asked: AskedSources): WhySourceDto[] {
  const sql = `
    WITH shown AS MATERIALIZED (${asked.of === 'tasks' ? REPORTS : figuresOf(asked.unit)})
    SELECT ${FILE}, shown.indicator, shown.figures,
      CASE WHEN shown.figures = 1 THEN source.sheets ->> ('$[' || shown.sheet || ']') END AS sheet,
      CASE WHEN shown.figures = 1 THEN nullif(shown.row, 0) END AS row
    FROM shown ${JOINS}
    ORDER BY shown.figures DESC, source.received_at DESC, source.name,
      shown.position, shown.row, shown.run_id`;
  const { unit, indicator = null, group = null, task = null } = asked;
  const { statusCut, outputsCut } = view;
  const cuts = { statusCut: statusCut.id, outputsCut: outputsCut?.id ?? null };
  const values =
    asked.of === 'tasks'
      ? { statusCut: statusCut.id, unit, group, task }
      : { ...cuts, unit, indicator, of: asked.of, day: vietnamDay(statusCut.asOf) };
  return database.prepare(sql).all(values) as WhySourceDto[];
}

/**
 * Of a commune each figure with its place in the file; of those above it how many figures each file holds. Who writes
 * that a figure does not apply has not answered: that row makes up no total.
 */
function figuresOf(unit: string): string {
  const isCommune = unit.length === 5;
  return `
    SELECT observation.run_id, count(*) AS figures, min(observation.sheet) AS sheet, min(observation.row) AS row,
      min(indicator.position) AS position,
      ${isCommune ? 'indicator.code' : 'CASE WHEN count(DISTINCT indicator.id) = 1 THEN indicator.code END'} AS indicator
    FROM observation JOIN indicator ON indicator.id = observation.indicator_id
    WHERE observation.cut_id = ${cutOfKind('indicator')} AND observation.cut_id IN (:statusCut, :outputsCut)
      AND observation.unit_id IN (${COMMUNES_BEHIND})
      AND (:of = 'all' OR (indicator.kind = 'criterion') = (:of = 'criteria'))
      AND (:indicator IS NULL OR indicator.code = :indicator)
      ${isCommune ? '' : 'AND (observation.value IS NOT NULL OR observation.numerator IS NOT NULL)'}
    GROUP BY observation.run_id${isCommune ? ', indicator.id' : ''}`;
}

/**
 * SQL: the task reports that the states at `:statusCut` rest on, each body's last of each task. What older rules judged,
 * in a data file, rests on the reports of the cut itself.
 */
export const LASTING_REPORTS = `
  SELECT report.task_id, report.unit_id, report.run_id, report.state, report.done_on
  FROM task_status AS status
  JOIN cut AS own ON own.id = status.cut_id
  JOIN cut AS reported ON reported.code = ifnull(status.facts ->> '$.cut', own.code)
  JOIN task_report AS report ON report.cut_id = reported.id AND report.task_id = status.task_id
    AND report.unit_id = status.unit_id
  WHERE status.cut_id = :statusCut`;

const REPORTS = `
  SELECT run_id, count(*) AS figures, NULL AS sheet, NULL AS row, NULL AS position, NULL AS indicator
  FROM (${LASTING_REPORTS}) AS report JOIN task ON task.id = report.task_id
  WHERE ${UNITS} AND (:group IS NULL OR task.group_code = :group)
    AND (:task IS NULL OR task.code = :task)
  GROUP BY run_id`;
