import type { ReadDatabase } from '#main/db/open.ts';
import type { SourceKind } from '#shared/domain/model.ts';

/** Kinds of the sources that committed runs rest on, each once. */
export function listSourceKinds(database: ReadDatabase): SourceKind[] {
  const sql = `
    SELECT DISTINCT source.kind FROM source
    JOIN import_run ON import_run.source_id = source.id
    WHERE import_run.state = 'committed' ORDER BY source.kind`;
  return database.prepare(sql).pluck().all() as SourceKind[];
}
