import type { ReadDatabase, WriteDatabase } from '#main/db/open.ts';
import type { AlertRule } from '#shared/domain/model.ts';
import { alertUuid } from './alert-store.ts';

/** The alert that an id means today. */
export interface NamedAlert {
  readonly rowId: number;
  readonly id: string;
}

/**
 * The alert with this id; where no cut shows it any more, the one that took its place, however often that happened.
 * Null for an id that never was. One that a correction took away altogether is itself.
 */
export function findAlert(database: ReadDatabase, id: string): NamedAlert | null {
  const own = database.prepare(`
    SELECT id AS rowId, uuid AS id, EXISTS (SELECT 1 FROM alert_reading WHERE alert_id = alert.id) AS lives
    FROM alert WHERE uuid = ?`);
  const later = database
    .prepare(
      'SELECT alert.uuid FROM alert_alias JOIN alert ON alert.id = alert_id WHERE alert_alias.uuid = ?',
    )
    .pluck();
  const first = own.get(id) as (NamedAlert & { readonly lives: 0 | 1 }) | undefined;
  const seen = new Set<string>();
  for (let name: string | undefined = id; name !== undefined && !seen.has(name); ) {
    seen.add(name);
    const found = own.get(name) as typeof first;
    if (found?.lives === 1) return { rowId: found.rowId, id: found.id };
    name = later.get(name) as string | undefined;
  }
  return first === undefined ? null : { rowId: first.rowId, id: first.id };
}

/** An alert at a cut, by what people's decisions hold by. */
export interface PlacedAlert {
  readonly alertId: number;
  readonly rule: AlertRule;
  readonly subject: string;
}

/** The alerts that had a reading at a cut. */
function listPlaced(database: ReadDatabase, cutId: number): PlacedAlert[] {
  const sql = `
    SELECT alert.id AS alertId, alert.rule, alert.subject FROM alert_reading AS reading
    CROSS JOIN alert ON alert.id = reading.alert_id WHERE reading.cut_id = ?`;
  return database.prepare(sql).all(cutId) as PlacedAlert[];
}

/**
 * The alerts of a cut are now `readings`, which are not written yet: whatever happened at the cut to the same rule and
 * subject is theirs, and the id of an alert that had been there means the one that is there instead.
 */
export function takeOver(database: WriteDatabase, cutId: number, readings: readonly PlacedAlert[]): void {
  const now = new Map(readings.map((one) => [keyOf(one), one.alertId]));
  const moveEvent = database.prepare('UPDATE alert_event SET alert_id = ? WHERE id = ?');
  const ofEvents = listPlacedEvents(database, cutId);
  const replaced = new Map<number, number>();
  for (const one of [...listPlaced(database, cutId), ...ofEvents]) {
    const alertId = now.get(keyOf(one));
    if (alertId !== undefined && alertId !== one.alertId) replaced.set(one.alertId, alertId);
  }
  for (const event of ofEvents) {
    const alertId = now.get(keyOf(event));
    if (alertId !== undefined && alertId !== event.alertId) moveEvent.run(alertId, event.id);
  }
  const name = database.prepare(
    'INSERT OR REPLACE INTO alert_alias (uuid, alert_id) SELECT uuid, ? FROM alert WHERE id = ?',
  );
  for (const [earlier, alertId] of replaced) name.run(alertId, earlier);
}

// A note to an alert that was over by then is no word about one that stands at the cut.
function listPlacedEvents(database: ReadDatabase, cutId: number): (PlacedAlert & { readonly id: number })[] {
  const sql = `
    SELECT event.id, event.alert_id AS alertId, alert.rule, alert.subject
    FROM alert_event AS event CROSS JOIN alert ON alert.id = event.alert_id
    WHERE event.cut_id = ? AND NOT (event.kind = 'noted' AND event.to_state = 'resolved')`;
  return database.prepare(sql).all(cutId) as ReturnType<typeof listPlacedEvents>;
}

const keyOf = ({ rule, subject }: PlacedAlert) => `${rule}|${subject}`;

/**
 * Gives every alert of an older version the id that rule, subject and first cut make; the id it had stays an alias.
 * Of two that would be one the second keeps its history until its cuts are judged again.
 */
export function renameAlerts(database: WriteDatabase): void {
  const sql = `
    SELECT alert.id AS alertId, alert.uuid, alert.rule, alert.subject, cut.code AS since
    FROM alert JOIN cut ON cut.id = alert.since_cut_id ORDER BY alert.id`;
  type Row = PlacedAlert & { readonly uuid: string; readonly since: string };
  const rows = (database.prepare(sql).all() as Row[]).map((row) => {
    return { ...row, right: alertUuid(row.rule, row.subject, row.since) };
  });
  const owners = new Map(rows.filter((row) => row.uuid === row.right).map((row) => [row.right, row.alertId]));
  for (const { right, alertId } of rows) if (!owners.has(right)) owners.set(right, alertId);
  const wrong = rows.filter((row) => row.uuid !== row.right);
  const rename = database.prepare('UPDATE alert SET uuid = ? WHERE id = ?');
  const alias = database.prepare('INSERT OR REPLACE INTO alert_alias (uuid, alert_id) VALUES (?, ?)');
  // Out of the way first: one may have the id that another is to get.
  for (const { alertId } of wrong) rename.run(`earlier-${alertId}`, alertId);
  for (const { alertId, uuid, right } of wrong) {
    const owner = owners.get(right) ?? alertId;
    if (owner === alertId) rename.run(right, alertId);
    alias.run(uuid, owner);
  }
}
