import type { Database } from 'better-sqlite3';

const TABLES = `
-- What made a cut the picture, or took that from it: enough had come, a person closed it, a person went back to the
-- cut before. The last word of a cut holds; who is null where the program saw it. Nothing is ever taken out.
CREATE TABLE picture_event (
  id INTEGER PRIMARY KEY,
  cut_id INTEGER NOT NULL REFERENCES cut (id),
  kind TEXT NOT NULL CHECK (kind IN ('complete', 'closed', 'back')),
  at TEXT NOT NULL,
  who TEXT CHECK (who <> ''),
  reason TEXT
) STRICT;
CREATE INDEX picture_event_by_cut ON picture_event (cut_id);

-- 'Wait' as the answer to 'close or wait?'.
CREATE TABLE cut_wait (
  id INTEGER PRIMARY KEY,
  cut_id INTEGER NOT NULL REFERENCES cut (id),
  at TEXT NOT NULL,
  who TEXT NOT NULL CHECK (who <> ''),
  reason TEXT
) STRICT;
CREATE INDEX cut_wait_by_cut ON cut_wait (cut_id);
`;

/**
 * By the rule of the picture as it was released: 90% of the provinces in, and 90% of all that is owed; where nobody owed
 * anything, what came is all.
 */
const COMPLETE = `
INSERT INTO picture_event (cut_id, kind, at)
SELECT cut.id, 'complete', ifnull(max(received_at), as_of)
FROM cut JOIN submission ON submission.cut_id = cut.id
GROUP BY cut.id
HAVING CASE WHEN sum(owed) = 0
  THEN EXISTS (SELECT 1 FROM import_run WHERE import_run.cut_id = cut.id AND import_run.state = 'committed')
  ELSE sum(owed > 0 AND sent * 10 >= owed * 9) >= max(1, sum(owed > 0) * 9 / 10) AND sum(sent) * 10 >= sum(owed) * 9 END
ORDER BY as_of;
INSERT INTO picture_event (cut_id, kind, at, who)
SELECT id, 'closed', closed_at, closed_by FROM cut WHERE state = 'closed' ORDER BY closed_at;
`;

/** A month that never was a picture speaks no longer: what was judged by one is judged anew. */
const OUTDATED = `
INSERT OR REPLACE INTO setting (key, value)
SELECT 'judgement.outdated', 'true' WHERE EXISTS (SELECT 1 FROM unit_status) AND EXISTS (
  SELECT 1 FROM cut WHERE kind = 'month' AND id NOT IN (SELECT cut_id FROM picture_event));
`;

/** After this step every cut says whether it ever was the picture: older databases by the same rule. */
export default function migrate(database: Database): void {
  database.exec(TABLES);
  database.exec(COMPLETE);
  database.exec(OUTDATED);
}
