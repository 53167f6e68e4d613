import type { Database } from 'better-sqlite3';

const TABLES = `
-- A row is a cut that has opened. owes, asks: what it owes and from whom, as the calendar said when it opened; null =
-- what its kind owes, from everybody.
ALTER TABLE cut ADD COLUMN label TEXT CHECK (label <> '');
ALTER TABLE cut ADD COLUMN opened_at TEXT;
ALTER TABLE cut ADD COLUMN owes TEXT CHECK (owes IS NULL OR json_valid(owes));
ALTER TABLE cut ADD COLUMN asks TEXT CHECK (asks IS NULL OR json_valid(asks));

-- In figures and task reports: what is owed, and what of it is in force.
ALTER TABLE submission ADD COLUMN owed INTEGER NOT NULL DEFAULT 0 CHECK (owed >= 0);
ALTER TABLE submission ADD COLUMN sent INTEGER NOT NULL DEFAULT 0 CHECK (sent BETWEEN 0 AND owed);

-- Which cuts there will be. A revision holds for cuts as of valid_from until valid_to, both days included; where two
-- hold, the one written last.
CREATE TABLE calendar_revision (
  version INTEGER PRIMARY KEY,
  valid_from TEXT NOT NULL,
  valid_to TEXT CHECK (valid_to >= valid_from),
  schedule TEXT NOT NULL CHECK (json_valid(schedule)),
  created_at TEXT NOT NULL,
  who TEXT NOT NULL CHECK (who <> ''),
  note TEXT NOT NULL
) STRICT;

-- Cuts of the calendar that a person took out of it: they do not open by themselves.
CREATE TABLE cut_removal (
  code TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  who TEXT NOT NULL CHECK (who <> ''),
  reason TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE cut_event_more (
  id INTEGER PRIMARY KEY,
  cut_id INTEGER NOT NULL REFERENCES cut (id),
  kind TEXT NOT NULL CHECK (kind IN ('opened', 'closed', 'reopened', 'labelled', 'dueMoved', 'startMoved')),
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  reason TEXT,
  detail TEXT CHECK (detail IS NULL OR json_valid(detail))
) STRICT;
INSERT INTO cut_event_more SELECT id, cut_id, kind, at, who, reason, detail FROM cut_event;
DROP TABLE cut_event;
ALTER TABLE cut_event_more RENAME TO cut_event;
CREATE INDEX cut_event_by_cut ON cut_event (cut_id);
`;

/** A week is the seven days that end with its as-of; older imports counted them from it. */
const WEEKS = `
INSERT INTO cut_event (cut_id, kind, at, who, reason, detail)
SELECT id, 'startMoved', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'KH02 Center', NULL,
  json_object('from', start, 'to', date(as_of, '+7 hours', '-6 days'))
FROM cut WHERE kind = 'week' AND start <> date(as_of, '+7 hours', '-6 days');
UPDATE cut SET start = date(as_of, '+7 hours', '-6 days') WHERE kind = 'week';
`;

const OPENED = `
UPDATE cut SET opened_at = min(
  strftime('%Y-%m-%dT%H:%M:%fZ', start, '-7 hours'),
  ifnull((SELECT min(committed_at) FROM import_run WHERE import_run.cut_id = cut.id), '9999'));
UPDATE cut SET owes = '["criteria","taskReports"]'
WHERE kind <> 'month' AND EXISTS (SELECT 1 FROM task_report WHERE task_report.cut_id = cut.id);
`;

const SUBMISSIONS = `
UPDATE submission SET
  owed = expected * (SELECT count(*) FROM indicator WHERE (indicator.kind = 'criterion') = (cut.kind <> 'month'))
    + CASE WHEN cut.owes IS NOT NULL THEN (SELECT count(*) FROM task
        WHERE task.scope <> 'centre' AND task.start <= date(cut.as_of, '+7 hours')) ELSE 0 END
FROM cut WHERE cut.id = submission.cut_id;
WITH sent AS MATERIALIZED (
  SELECT observation.cut_id, commune.parent_id AS unit_id, count(*) AS figures
  FROM observation JOIN unit AS commune ON commune.id = observation.unit_id AND commune.level = 'commune'
    JOIN indicator ON indicator.id = observation.indicator_id JOIN cut ON cut.id = observation.cut_id
  WHERE (indicator.kind = 'criterion') = (cut.kind <> 'month')
    AND commune.valid_from <= date(cut.as_of, '+7 hours')
    AND (commune.valid_to IS NULL OR commune.valid_to > date(cut.as_of, '+7 hours'))
  GROUP BY observation.cut_id, commune.parent_id
)
UPDATE submission SET sent = sent.figures FROM sent
WHERE sent.cut_id = submission.cut_id AND sent.unit_id = submission.unit_id;
UPDATE submission SET sent = sent + (SELECT count(*) FROM task_report JOIN task ON task.id = task_report.task_id
  WHERE task_report.cut_id = submission.cut_id AND task_report.unit_id = submission.unit_id
    AND task.scope <> 'centre' AND task.start <= date(cut.as_of, '+7 hours'))
FROM cut WHERE cut.id = submission.cut_id AND cut.owes IS NOT NULL;
`;

/** The calendar that the built-in half year followed; it ends with the last cut there is. */
const BUILT_IN_CALENDAR = `
INSERT INTO calendar_revision (version, valid_from, valid_to, schedule, created_at, who, note)
SELECT 1, min(date(as_of, '+7 hours')), max(date(as_of, '+7 hours')),
  '{"weekly":{"weekday":1,"hour":16,"minute":0,"dueAfterHours":0,"owes":["criteria","taskReports"],"asks":"all"},"monthly":{"dueDay":5,"dueHour":17,"owes":["outputs"],"asks":"all"},"moments":[]}',
  strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'KH02 Center', 'Lịch của số liệu minh họa / Calendar of the illustrative data'
FROM cut WHERE EXISTS (SELECT 1 FROM import_run WHERE import_run.cut_id = cut.id AND import_run.kind = 'built-in')
HAVING count(*) > 0;
`;

/**
 * After this step cuts are planned by a calendar that is data, a cut says since when it has been open and what it
 * owes, the board counts figures, and every week is the seven days that end with its as-of; where that moved the
 * start of a week, its course says so.
 */
export default function migrate(database: Database): void {
  database.exec(TABLES);
  database.exec(WEEKS);
  database.exec(OPENED);
  database.exec(SUBMISSIONS);
  database.exec(BUILT_IN_CALENDAR);
}
