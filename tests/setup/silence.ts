import type { WriteDatabase } from '#main/db/open.ts';

/** Takes back what the unit and all below it reported for the cut; nothing is judged again. */
export function silence(database: WriteDatabase, cut: string, unit: string): void {
  database
    .prepare(
      `WITH RECURSIVE below (id) AS (
         SELECT id FROM unit WHERE code = :unit
         UNION SELECT unit.id FROM unit JOIN below ON unit.parent_id = below.id)
       DELETE FROM observation WHERE unit_id IN below AND cut_id = (SELECT id FROM cut WHERE code = :cut)`,
    )
    .run({ cut, unit });
}
