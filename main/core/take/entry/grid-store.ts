import {
  ASKED_COMMUNES,
  askedValues,
  readDuty,
  readOutOfTurn,
} from '#main/core/ground/calendar/owed-store.ts';
import type { CutRecord } from '#main/core/ground/cuts/store.ts';
import { heldOn } from '#main/core/ground/plan/held-store.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import type { Figure, IndicatorKind } from '#shared/domain/model.ts';
import { vietnamDay } from '#shared/domain/periods.ts';

export interface GridColumn {
  readonly indicator: string;
  readonly kind: IndicatorKind;
}

/** The communes of the unit, or itself, that the cut asks. */
export function listRows(database: ReadDatabase, unit: string, cut: CutRecord): string[] {
  const sql = `
    WITH asked AS MATERIALIZED (${ASKED_COMMUNES})
    SELECT unit.code FROM asked JOIN unit ON unit.id = asked.id JOIN unit AS province ON province.id = asked.province
    WHERE unit.code = :unit OR province.code = :unit ORDER BY unit.code`;
  const values = { ...askedValues(database, cut), unit };
  return database.prepare(sql).pluck().all(values) as string[];
}

/** The indicators that the cut owes, in the order of the plan. */
export function listColumns(database: ReadDatabase, cut: CutRecord): GridColumn[] {
  const { owes } = readDuty(database, cut);
  const sql = `SELECT code AS indicator, kind FROM indicator WHERE ${heldOn('indicator', ':day')} ORDER BY position`;
  const all = database.prepare(sql).all({ day: vietnamDay(cut.asOf) }) as GridColumn[];
  const outOfTurn = readOutOfTurn(database, cut);
  return all.filter(
    ({ indicator, kind }) =>
      owes.includes(kind === 'criterion' ? 'criteria' : 'outputs') && !outOfTurn.has(indicator),
  );
}

export interface GridFigure extends Figure {
  readonly unit: string;
  readonly indicator: string;
  readonly runId: number;
}

/** Figures in force of these units and indicators at a cut. */
export function listFigures(
  database: ReadDatabase,
  cutId: number,
  units: readonly string[],
  indicators: readonly string[],
): GridFigure[] {
  const sql = `
    SELECT unit.code AS unit, indicator.code AS indicator, figure.value, figure.numerator, figure.denominator,
      figure.run_id AS runId
    FROM indicator CROSS JOIN unit CROSS JOIN observation AS figure
      ON figure.cut_id = :cutId AND figure.indicator_id = indicator.id AND figure.unit_id = unit.id
    WHERE indicator.code IN (SELECT value FROM json_each(:indicators))
      AND unit.code IN (SELECT value FROM json_each(:units))`;
  const values = { cutId, indicators: JSON.stringify(indicators), units: JSON.stringify(units) };
  return database.prepare(sql).all(values) as GridFigure[];
}

export interface GridRun {
  readonly id: number;
  readonly source: string;
  readonly sourceEn: string;
  readonly who: string;
  readonly at: string;
}

export function listRunsById(database: ReadDatabase, ids: readonly number[]): GridRun[] {
  const sql = `
    SELECT import_run.id, source.name AS source, ifnull(source.name_en, source.name) AS sourceEn, import_run.who, import_run.committed_at AS at
    FROM json_each(?) AS wanted CROSS JOIN import_run ON import_run.id = wanted.value
      CROSS JOIN source ON source.id = import_run.source_id`;
  return database.prepare(sql).all(JSON.stringify(ids)) as GridRun[];
}

export function findClosing(database: ReadDatabase, cutId: number) {
  const sql = 'SELECT closed_at AS closedAt, closed_by AS closedBy FROM cut WHERE id = ?';
  return database.prepare(sql).get(cutId) as { closedAt: string | null; closedBy: string | null };
}
