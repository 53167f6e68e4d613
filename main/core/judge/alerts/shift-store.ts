import type { ReadDatabase } from '#main/db/open.ts';
import type { AlertEventDto } from '#shared/contract/alerts.ts';
import type { AlertEventKind } from '#shared/domain/alerts/life-cycle.ts';
import type { AlertState } from '#shared/domain/model.ts';
import { EVENT_COLUMNS, type EventRow, eventDto } from './store.ts';

/** An event as short as it can be: a year has hundreds of thousands. */
export interface ShiftEvent {
  readonly rowId: number;
  readonly alertId: number;
  readonly at: string;
  /** As-of time of its cut. */
  readonly asOf: string;
  readonly kind: AlertEventKind;
  readonly from: AlertState | null;
  /** Null: the program. */
  readonly who: string | null;
}

/**
 * What still holds of everything that happened to the alerts of a unit and below it from one instant (included) to
 * another, oldest first; nothing of alerts that a correction took back altogether.
 */
export function listShiftEvents(
  database: ReadDatabase,
  span: { readonly from: string; readonly to: string; readonly unit: string },
): ShiftEvent[] {
  const sql = `
    SELECT event.id AS rowId, event.alert_id AS alertId, event.at, cut.as_of AS asOf, event.kind,
      event.from_state AS "from", event.who
    FROM alert_event AS event CROSS JOIN alert ON alert.id = event.alert_id JOIN cut ON cut.id = event.cut_id
    JOIN unit ON unit.id = alert.unit_id LEFT JOIN unit AS parent ON parent.id = unit.parent_id
    WHERE event.at >= :from AND event.at < :to AND event.withdrawn_at IS NULL
      AND :unit IN ('VN', unit.code, parent.code)
      AND EXISTS (SELECT 1 FROM alert_reading WHERE alert_id = event.alert_id)
    ORDER BY event.at, event.id`;
  return database.prepare(sql).all(span) as ShiftEvent[];
}

/** The events with these row ids in the order of the ids, each with the id of its alert. */
export function describeEvents(
  database: ReadDatabase,
  rowIds: readonly number[],
): { readonly alert: string; readonly event: AlertEventDto }[] {
  const sql = `
    SELECT alert.uuid AS alert, ${EVENT_COLUMNS} FROM json_each(?) AS wanted
    CROSS JOIN alert_event AS event ON event.id = wanted.value
    JOIN alert ON alert.id = event.alert_id JOIN cut ON cut.id = event.cut_id ORDER BY wanted.key`;
  const rows = database.prepare(sql).all(JSON.stringify(rowIds)) as (EventRow & { readonly alert: string })[];
  return rows.map((row) => ({ alert: row.alert, event: eventDto(row) }));
}
