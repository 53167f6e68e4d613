import { type Cell, replaceRows } from '#main/db/insert-rows.ts';
import type { ReadDatabase, WriteDatabase } from '#main/db/open.ts';
import type { AlertCondition } from '#shared/domain/alerts/evaluation.ts';
import type { AlertHandling } from '#shared/domain/alerts/life-cycle.ts';
import type { AlertRule, AlertState, Severity } from '#shared/domain/model.ts';
import { evidenceText, splitEvidence } from './evidence.ts';

/** How an alert stood after a cut. */
export interface Reading {
  readonly alertId: number;
  readonly rule: AlertRule;
  readonly subject: string;
  readonly unitId: number;
  readonly since: string;
  readonly state: AlertState;
  readonly severity: Severity;
  readonly condition: AlertCondition;
  /** Pieces of evidence on which the condition held, and cuts at which it did. */
  readonly held: number;
  readonly heldCuts: number;
  readonly clear: number;
  readonly heldOn: string | null;
  readonly clearOn: string | null;
  readonly firedCut: string | null;
  /** JSON of an AlertHandling. */
  readonly handling: string | null;
  /** JSON of the sentence of the last cut in which the condition held. */
  readonly evidence: string;
}

type ReadingRow = Omit<Reading, 'held' | 'heldOn' | 'clearOn'>;

const SELECT_READINGS = `
  SELECT alert.id AS alertId, alert.rule, alert.subject, alert.unit_id AS unitId, since.code AS since,
    reading.state, reading.severity, reading.condition, reading.held AS heldCuts, reading.clear,
    reading.fired_cut AS firedCut, reading.handling, reading.evidence
  FROM alert_reading AS reading
  CROSS JOIN alert ON alert.id = reading.alert_id
  JOIN cut AS since ON since.id = alert.since_cut_id
  WHERE reading.cut_id = :cutId`;

function readingOfRow(row: ReadingRow): Reading {
  const { sentence, counted } = splitEvidence(row.evidence);
  const { held, heldOn, clearOn } = counted ?? { held: row.heldCuts, heldOn: null, clearOn: null };
  return { ...row, held, heldOn, clearOn, evidence: sentence };
}

/** Every alert that has a reading at the cut, resolved ones among them. Nothing for no cut. */
export function loadReadings(database: ReadDatabase, cutId: number | null): Reading[] {
  if (cutId === null) return [];
  return (database.prepare(SELECT_READINGS).all({ cutId }) as ReadingRow[]).map(readingOfRow);
}

/** The reading of one alert (its row id) at the cut, or null. */
export function findReading(database: ReadDatabase, cutId: number, alertId: number): Reading | null {
  const row = database.prepare(`${SELECT_READINGS} AND alert.id = :alertId`).get({ cutId, alertId });
  return row === undefined ? null : readingOfRow(row as ReadingRow);
}

const COLUMNS = 'cut_id alert_id state severity condition held clear fired_cut handling evidence'.split(' ');

function cellsOf(cutId: number, reading: Reading): Cell[] {
  const { alertId, state, severity, condition, heldCuts, clear, firedCut, handling, evidence } = reading;
  const counted = evidenceText(evidence, reading);
  return [cutId, alertId, state, severity, condition, heldCuts, clear, firedCut, handling, counted];
}

/** Makes the readings of a cut what they are now, touching only rows that differ. */
export function replaceReadings(database: WriteDatabase, cutId: number, readings: readonly Reading[]): void {
  const rows = readings.map((reading) => cellsOf(cutId, reading));
  replaceRows(database, { name: 'alert_reading', columns: COLUMNS, keys: 2 }, cutId, rows);
}

/** Puts a decision into the reading of the newest cut. */
export function updateHandling(
  database: WriteDatabase,
  cutId: number,
  alertId: number,
  state: AlertState,
  handling: AlertHandling | null,
): void {
  const sql = 'UPDATE alert_reading SET state = ?, handling = ? WHERE cut_id = ? AND alert_id = ?';
  database.prepare(sql).run(state, handling === null ? null : JSON.stringify(handling), cutId, alertId);
}
