import type { ReadDatabase } from '#main/db/open.ts';
import { SOURCE_KINDS, type SourceKind } from '#shared/domain/model.ts';

/** Kinds of the sources that committed runs rest on, each once. */
export function listSourceKinds(database: ReadDatabase): SourceKind[] {
  // Of each kind the first source that counts is enough: there are as many runs as files ever came.
  const sql = `
    SELECT asked.value FROM json_each(?) AS asked
    WHERE EXISTS (SELECT 1 FROM source CROSS JOIN import_run ON import_run.source_id = source.id
      WHERE source.kind = asked.value AND import_run.state = 'committed')
    ORDER BY asked.value`;
  return database.prepare(sql).pluck().all(JSON.stringify(SOURCE_KINDS)) as SourceKind[];
}
