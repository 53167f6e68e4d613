import type { ReadDatabase } from '#main/db/open.ts';

export interface ColourRow {
  readonly code: string;
  readonly level: 'province' | 'commune';
  /** The unit above it. */
  readonly parent: string | null;
  readonly reported: string;
  readonly operating: string;
}

/** Both colours of every province and commune at a cut; none where it has not been judged. */
export function listColours(database: ReadDatabase, cutId: number): ColourRow[] {
  const sql = `
    SELECT unit.code, unit.level, parent.code AS parent, status.reported, status.operating
    FROM unit_status AS status CROSS JOIN unit ON unit.id = status.unit_id
      LEFT JOIN unit AS parent ON parent.id = unit.parent_id
    WHERE status.cut_id = ? AND unit.level <> 'country'`;
  return database.prepare(sql).all(cutId) as ColourRow[];
}
