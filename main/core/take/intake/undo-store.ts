import type { WriteDatabase } from '#main/db/open.ts';

const SAME_FIGURE = (left: string, right: string): string =>
  ['cut_id', 'indicator_id', 'unit_id'].map((name) => `${left}.${name} = ${right}.${name}`).join(' AND ');
const FIELDS = 'cut_id, indicator_id, unit_id, value, numerator, denominator, run_id, sheet, row, note';

/** Gives back what a run replaced and takes away what it brought; says of how many figures. */
export function undoFigures(database: WriteDatabase, id: number, cutId: number | null, at: string) {
  bridgeLater(database, id);
  withdrawCurrent(database, id, cutId, at);
  const restored = database
    .prepare(`
      UPDATE observation SET value = past.value, numerator = past.numerator, denominator = past.denominator,
        run_id = past.run_id, sheet = past.sheet, row = past.row, note = past.note
      FROM observation_past AS past
      WHERE past.replaced_by = :id AND past.state = 'replaced' AND ${SAME_FIGURE('past', 'observation')}`)
    .run({ id }).changes;
  database.prepare(`DELETE FROM observation_past WHERE replaced_by = ? AND state = 'replaced'`).run(id);
  const removed = database
    .prepare('DELETE FROM observation WHERE cut_id = ? AND run_id = ?')
    .run(cutId, id).changes;
  return { restored, removed };
}

export function markUndone(
  database: WriteDatabase,
  id: number,
  { at, who, reason }: { readonly at: string; readonly who: string; readonly reason: string | null },
): void {
  const detail = reason === null ? null : JSON.stringify({ undoReason: reason });
  const sql = `
    UPDATE import_run SET state = 'undone', undone_at = :at, undone_by = :who,
      detail = CASE WHEN :detail IS NULL THEN detail ELSE json_patch(ifnull(detail, '{}'), :detail) END WHERE id = :id`;
  database.prepare(sql).run({ id, at, who, detail });
}

/**
 * Where a later run replaced this one's value, what was before this one becomes what the later run replaced:
 *   before -> this -> later   becomes   before -> later, with this one's value withdrawn
 */
function bridgeLater(database: WriteDatabase, id: number): void {
  database
    .prepare(`
      UPDATE observation_past AS earlier SET replaced_by = own.replaced_by, replaced_at = own.replaced_at
      FROM observation_past AS own
      WHERE earlier.replaced_by = :id AND earlier.state = 'replaced'
        AND own.run_id = :id AND own.state = 'replaced' AND ${SAME_FIGURE('own', 'earlier')}`)
    .run({ id });
  database
    .prepare(`UPDATE observation_past SET state = 'withdrawn' WHERE run_id = ? AND state = 'replaced'`)
    .run(id);
}

function withdrawCurrent(database: WriteDatabase, id: number, cutId: number | null, at: string): void {
  database
    .prepare(`
      INSERT INTO observation_past (${FIELDS}, state, replaced_by, replaced_at)
      SELECT ${FIELDS}, 'withdrawn', :id, :at FROM observation WHERE cut_id = :cutId AND run_id = :id`)
    .run({ id, cutId, at });
}
