CREATE TABLE act (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind <> ''),
  who TEXT CHECK (who <> ''),
  unit TEXT,
  cut TEXT,
  -- What it was done with: a file, a version, a person.
  subject TEXT,
  count INTEGER,
  reason TEXT
) STRICT;

CREATE TABLE alert (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  rule TEXT NOT NULL,
  subject TEXT NOT NULL,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  task_id INTEGER REFERENCES task (id),
  indicator_id INTEGER REFERENCES indicator (id),
  since_cut_id INTEGER NOT NULL REFERENCES cut (id)
) STRICT;

CREATE TABLE alert_alias (
  uuid TEXT PRIMARY KEY,
  alert_id INTEGER NOT NULL REFERENCES alert (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE alert_event (
  id INTEGER PRIMARY KEY,
  alert_id INTEGER NOT NULL REFERENCES alert (id),
  at TEXT NOT NULL,
  cut_id INTEGER NOT NULL REFERENCES cut (id),
  who TEXT CHECK (who <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('opened', 'fired', 'acknowledged', 'snoozed', 'woken', 'noted', 'resolved')),
  from_state TEXT,
  to_state TEXT NOT NULL,
  note TEXT,
  until TEXT,
  withdrawn_at TEXT
, severity TEXT CHECK (severity IN ('critical', 'warning', 'notice'))) STRICT;

CREATE TABLE alert_reading (
  cut_id INTEGER NOT NULL REFERENCES cut (id),
  alert_id INTEGER NOT NULL REFERENCES alert (id),
  state TEXT NOT NULL CHECK (state IN ('pending', 'firing', 'acknowledged', 'snoozed', 'resolved')),
  severity TEXT NOT NULL CHECK (severity IN ('critical', 'warning', 'notice')),
  condition TEXT NOT NULL CHECK (condition IN ('holds', 'clear', 'noData')),
  held INTEGER NOT NULL,
  clear INTEGER NOT NULL,
  fired_cut TEXT,
  handling TEXT CHECK (handling IS NULL OR json_valid(handling)),
  evidence TEXT NOT NULL CHECK (json_valid(evidence)),
  PRIMARY KEY (cut_id, alert_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE calendar_revision (
  version INTEGER PRIMARY KEY,
  valid_from TEXT NOT NULL,
  valid_to TEXT CHECK (valid_to >= valid_from),
  schedule TEXT NOT NULL CHECK (json_valid(schedule)),
  created_at TEXT NOT NULL,
  who TEXT NOT NULL CHECK (who <> ''),
  note TEXT NOT NULL
) STRICT;

CREATE TABLE cut (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('moment', 'day', 'week', 'month')),
  start TEXT NOT NULL,
  as_of TEXT NOT NULL,
  due_at TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'closed')),
  closed_at TEXT,
  closed_by TEXT, label TEXT CHECK (label <> ''), opened_at TEXT, owes TEXT CHECK (owes IS NULL OR json_valid(owes)), asks TEXT CHECK (asks IS NULL OR json_valid(asks)), revision INTEGER REFERENCES rule_set (version),
  CHECK ((state = 'closed') = (closed_at IS NOT NULL))
) STRICT;

CREATE TABLE "cut_event" (
  id INTEGER PRIMARY KEY,
  cut_id INTEGER NOT NULL REFERENCES cut (id),
  kind TEXT NOT NULL CHECK (kind IN ('opened', 'closed', 'reopened', 'labelled', 'dueMoved', 'startMoved')),
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  reason TEXT,
  detail TEXT CHECK (detail IS NULL OR json_valid(detail))
) STRICT;

CREATE TABLE cut_removal (
  code TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  who TEXT NOT NULL CHECK (who <> ''),
  reason TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE cut_wait (
  id INTEGER PRIMARY KEY,
  cut_id INTEGER NOT NULL REFERENCES cut (id),
  at TEXT NOT NULL,
  who TEXT NOT NULL CHECK (who <> ''),
  reason TEXT
) STRICT;

CREATE TABLE difficulty (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  category_code TEXT NOT NULL REFERENCES difficulty_category (code),
  text TEXT NOT NULL,
  reported_on TEXT NOT NULL,
  resolved_on TEXT,
  run_id INTEGER NOT NULL REFERENCES import_run (id)
, indicators TEXT CHECK (indicators IS NULL OR json_valid(indicators))) STRICT;

CREATE TABLE difficulty_category (
  code TEXT PRIMARY KEY,
  position INTEGER NOT NULL UNIQUE,
  name TEXT NOT NULL,
  name_en TEXT NOT NULL
) STRICT;

CREATE TABLE difficulty_cause (
  category_code TEXT NOT NULL REFERENCES difficulty_category (code),
  indicator_id INTEGER NOT NULL REFERENCES indicator (id),
  PRIMARY KEY (category_code, indicator_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  task_id INTEGER REFERENCES task (id),
  kind TEXT NOT NULL CHECK (kind IN ('plan', 'decision', 'dispatch', 'report', 'guidance')),
  number TEXT NOT NULL,
  title TEXT NOT NULL,
  issued_on TEXT NOT NULL,
  run_id INTEGER NOT NULL REFERENCES import_run (id)
) STRICT;

CREATE TABLE "entry_cell" (
  draft_id INTEGER NOT NULL REFERENCES entry_draft (id) ON DELETE CASCADE,
  unit TEXT NOT NULL,
  indicator TEXT NOT NULL,
  part TEXT NOT NULL CHECK (part IN ('value', 'numerator', 'denominator',
    'state', 'progress', 'doneOn', 'cause', 'note')),
  text TEXT NOT NULL,
  aside TEXT,
  typed_at TEXT NOT NULL,
  base TEXT CHECK (base IS NULL OR json_valid(base)),
  PRIMARY KEY (draft_id, unit, indicator, part)
) STRICT, WITHOUT ROWID;

CREATE TABLE entry_draft (
  id INTEGER PRIMARY KEY,
  who TEXT NOT NULL CHECK (who <> ''),
  unit TEXT NOT NULL,
  cut TEXT NOT NULL,
  begun_at TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  UNIQUE (who, unit, cut)
) STRICT;

CREATE TABLE figure_total (
  cut_id INTEGER NOT NULL REFERENCES cut (id),
  indicator_id INTEGER NOT NULL REFERENCES indicator (id),
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  units INTEGER NOT NULL,
  reported INTEGER NOT NULL,
  not_applicable INTEGER NOT NULL,
  value REAL,
  numerator INTEGER,
  denominator INTEGER,
  median REAL, low REAL CHECK (low >= 0), high REAL CHECK (high >= low),
  PRIMARY KEY (cut_id, indicator_id, unit_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE former_successor (
  former_id INTEGER NOT NULL REFERENCES former_unit (id),
  code TEXT NOT NULL,
  is_part INTEGER NOT NULL CHECK (is_part IN (0, 1)),
  PRIMARY KEY (former_id, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE former_unit (
  id INTEGER PRIMARY KEY,
  level TEXT NOT NULL CHECK (level IN ('province', 'district', 'commune')),
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  parent_id INTEGER REFERENCES former_unit (id),
  ended_on TEXT NOT NULL,
  -- The name without accents and the code, each word behind a space; then those of the places it lay in.
  folded TEXT NOT NULL,
  around TEXT NOT NULL,
  act_id INTEGER REFERENCES unit_act (id),
  UNIQUE (code, level, ended_on)
) STRICT;

CREATE TABLE import_receipt (
  source_id INTEGER PRIMARY KEY REFERENCES source (id) ON DELETE CASCADE,
  receipt TEXT NOT NULL
) STRICT;

CREATE TABLE import_run (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  source_id INTEGER NOT NULL REFERENCES source (id),
  cut_id INTEGER REFERENCES cut (id),
  kind TEXT NOT NULL CHECK (kind IN ('built-in', 'import', 'correction', 'snapshot')),
  state TEXT NOT NULL CHECK (state IN ('committed', 'undone')),
  committed_at TEXT NOT NULL,
  who TEXT NOT NULL,
  reason TEXT,
  rows INTEGER NOT NULL DEFAULT 0,
  added INTEGER NOT NULL DEFAULT 0,
  changed INTEGER NOT NULL DEFAULT 0,
  same INTEGER NOT NULL DEFAULT 0,
  undone_at TEXT,
  undone_by TEXT,
  detail TEXT CHECK (detail IS NULL OR json_valid(detail)), through_id INTEGER REFERENCES import_run (id),
  CHECK ((state = 'undone') = (undone_at IS NOT NULL)),
  CHECK (kind <> 'correction' OR reason IS NOT NULL)
) STRICT;

CREATE TABLE inbox_file (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('person', 'folder')),
  received_at TEXT NOT NULL,
  provinces TEXT NOT NULL CHECK (json_valid(provinces)),
  cuts TEXT NOT NULL CHECK (json_valid(cuts)),
  revision TEXT NOT NULL CHECK (json_valid(revision)),
  preview TEXT NOT NULL CHECK (json_valid(preview)),
  asked TEXT NOT NULL CHECK (json_valid(asked))
) STRICT, WITHOUT ROWID;

CREATE TABLE indicator (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('criterion', 'ratio', 'count')),
  direction TEXT NOT NULL CHECK (direction IN ('up', 'down')),
  name TEXT NOT NULL,
  name_en TEXT NOT NULL,
  short_name TEXT NOT NULL,
  short_name_en TEXT NOT NULL,
  definition TEXT NOT NULL,
  definition_en TEXT NOT NULL,
  unit_label TEXT NOT NULL,
  unit_label_en TEXT NOT NULL,
  green_from REAL,
  yellow_from REAL,
  weight REAL NOT NULL,
  origin_note TEXT
, role TEXT, asks TEXT NOT NULL DEFAULT 'commune' CHECK (asks IN ('commune', 'province')), words TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(words)), valid_from TEXT, valid_to TEXT, origin TEXT NOT NULL DEFAULT 'official'
  CHECK (origin IN ('official', 'published', 'illustrative'))) STRICT;

CREATE TABLE observation (
  cut_id INTEGER NOT NULL REFERENCES cut (id),
  indicator_id INTEGER NOT NULL REFERENCES indicator (id),
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  value REAL,
  numerator INTEGER,
  denominator INTEGER,
  run_id INTEGER NOT NULL REFERENCES import_run (id),
  sheet INTEGER NOT NULL DEFAULT 0,
  row INTEGER NOT NULL DEFAULT 0,
  note TEXT,
  PRIMARY KEY (cut_id, indicator_id, unit_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE observation_past (
  id INTEGER PRIMARY KEY,
  cut_id INTEGER NOT NULL REFERENCES cut (id),
  indicator_id INTEGER NOT NULL REFERENCES indicator (id),
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  value REAL,
  numerator INTEGER,
  denominator INTEGER,
  run_id INTEGER NOT NULL REFERENCES import_run (id),
  sheet INTEGER NOT NULL,
  row INTEGER NOT NULL,
  note TEXT,
  state TEXT NOT NULL CHECK (state IN ('replaced', 'withdrawn')),
  replaced_by INTEGER NOT NULL REFERENCES import_run (id),
  replaced_at TEXT NOT NULL
) STRICT;

CREATE TABLE picture_event (
  id INTEGER PRIMARY KEY,
  cut_id INTEGER NOT NULL REFERENCES cut (id),
  kind TEXT NOT NULL CHECK (kind IN ('complete', 'closed', 'back')),
  at TEXT NOT NULL,
  who TEXT CHECK (who <> ''),
  reason TEXT
) STRICT;

CREATE TABLE pillar (
  code TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  name_en TEXT NOT NULL
) STRICT;

CREATE TABLE plan (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  name_en TEXT NOT NULL,
  short_name TEXT NOT NULL,
  short_name_en TEXT NOT NULL
) STRICT;

CREATE TABLE planned_cut (
  code TEXT PRIMARY KEY,
  label TEXT CHECK (label <> ''),
  due_at TEXT
) STRICT;

CREATE TABLE recipe (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  sender TEXT NOT NULL,
  kind TEXT NOT NULL,
  shape TEXT NOT NULL,
  content TEXT NOT NULL,
  made_at TEXT NOT NULL,
  made_by TEXT NOT NULL,
  ended_at TEXT,
  UNIQUE (name, version)
) STRICT;

CREATE TABLE report_past (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('taskReport', 'difficulty', 'document')),
  key TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  run_id INTEGER NOT NULL REFERENCES import_run (id),
  state TEXT NOT NULL CHECK (state IN ('replaced', 'withdrawn')),
  replaced_by INTEGER NOT NULL REFERENCES import_run (id),
  replaced_at TEXT NOT NULL
) STRICT;

CREATE TABLE rule_set (
  version INTEGER PRIMARY KEY,
  created_at TEXT NOT NULL,
  who TEXT NOT NULL,
  note TEXT NOT NULL,
  rules TEXT NOT NULL CHECK (json_valid(rules))
, valid_from TEXT, plan TEXT CHECK (plan IS NULL OR json_valid(plan))) STRICT;

CREATE TABLE sender_column (
  sender TEXT NOT NULL,
  header TEXT NOT NULL,
  meaning TEXT NOT NULL,
  chosen_at TEXT NOT NULL,
  PRIMARY KEY (sender, header)
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

CREATE TABLE snapshot_made (
  id TEXT PRIMARY KEY,
  file TEXT NOT NULL,
  made_at TEXT NOT NULL,
  as_of TEXT NOT NULL,
  scope TEXT NOT NULL CHECK (json_valid(scope)),
  cuts TEXT NOT NULL CHECK (json_valid(cuts)),
  bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  signed_by TEXT
, who TEXT CHECK (who <> '')) STRICT, WITHOUT ROWID;

CREATE TABLE source (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('official', 'published', 'illustrative')),
  name TEXT NOT NULL,
  name_en TEXT,
  sha256 TEXT,
  bytes INTEGER,
  sheets TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(sheets)),
  sender_unit_id INTEGER REFERENCES unit (id),
  received_at TEXT NOT NULL,
  note TEXT,
  note_en TEXT
) STRICT;

CREATE TABLE submission (
  cut_id INTEGER NOT NULL REFERENCES cut (id),
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  expected INTEGER NOT NULL,
  received INTEGER NOT NULL DEFAULT 0,
  received_at TEXT,
  state TEXT NOT NULL CHECK (state IN ('nothing', 'inbox', 'partial', 'complete')),
  corrected INTEGER NOT NULL DEFAULT 0 CHECK (corrected IN (0, 1)),
  run_id INTEGER REFERENCES import_run (id), owed INTEGER NOT NULL DEFAULT 0 CHECK (owed >= 0), sent INTEGER NOT NULL DEFAULT 0 CHECK (sent BETWEEN 0 AND owed),
  PRIMARY KEY (cut_id, unit_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE task (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  group_code TEXT REFERENCES task_group (code),
  scope TEXT NOT NULL CHECK (scope IN ('centre', 'province', 'commune')),
  name TEXT NOT NULL,
  name_en TEXT NOT NULL,
  lead_agency TEXT NOT NULL,
  lead_agency_en TEXT NOT NULL,
  start TEXT NOT NULL,
  deadline TEXT NOT NULL,
  pillar_code TEXT REFERENCES pillar (code), origin_note TEXT, valid_from TEXT, valid_to TEXT, phase TEXT NOT NULL DEFAULT '', origin TEXT NOT NULL DEFAULT 'official'
  CHECK (origin IN ('official', 'published', 'illustrative')),
  CHECK (start <= deadline)
) STRICT;

CREATE TABLE task_extension (
  task_id INTEGER NOT NULL REFERENCES task (id),
  valid_from TEXT NOT NULL,
  deadline TEXT NOT NULL,
  document TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (task_id, valid_from)
) STRICT, WITHOUT ROWID;

CREATE TABLE task_group (
  code TEXT PRIMARY KEY,
  position INTEGER NOT NULL UNIQUE,
  name TEXT NOT NULL,
  name_en TEXT NOT NULL
, short_name TEXT NOT NULL DEFAULT '', short_name_en TEXT NOT NULL DEFAULT '') STRICT;

CREATE TABLE task_output (
  task_id INTEGER NOT NULL REFERENCES task (id),
  indicator_id INTEGER NOT NULL REFERENCES indicator (id),
  target REAL NOT NULL,
  PRIMARY KEY (task_id, indicator_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE task_phase (
  code TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  name_en TEXT NOT NULL,
  short_name TEXT NOT NULL,
  short_name_en TEXT NOT NULL,
  start TEXT NOT NULL,
  ends_on TEXT NOT NULL
) STRICT;

CREATE TABLE task_report (
  cut_id INTEGER NOT NULL REFERENCES cut (id),
  task_id INTEGER NOT NULL REFERENCES task (id),
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  state TEXT NOT NULL CHECK (state IN ('notStarted', 'inProgress', 'done', 'blocked')),
  progress REAL NOT NULL CHECK (progress BETWEEN 0 AND 1),
  done_on TEXT,
  note TEXT,
  run_id INTEGER NOT NULL REFERENCES import_run (id), cause TEXT REFERENCES difficulty_category (code),
  PRIMARY KEY (cut_id, task_id, unit_id),
  CHECK ((state = 'done') = (done_on IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE task_status (
  cut_id INTEGER NOT NULL REFERENCES cut (id),
  task_id INTEGER NOT NULL REFERENCES task (id),
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  rule_version INTEGER NOT NULL REFERENCES rule_set (version),
  schedule TEXT NOT NULL CHECK (schedule IN ('done', 'onTime', 'dueSoon', 'overdue', 'notReported')),
  outcome TEXT NOT NULL,
  progress REAL,
  facts TEXT NOT NULL CHECK (json_valid(facts)),
  PRIMARY KEY (cut_id, task_id, unit_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE task_target (
  task_id INTEGER NOT NULL REFERENCES task (id),
  indicator_id INTEGER NOT NULL REFERENCES indicator (id),
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  target REAL NOT NULL,
  PRIMARY KEY (task_id, indicator_id, unit_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE trusted_key (
  public_key TEXT PRIMARY KEY,
  fingerprint TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE,
  is_own INTEGER NOT NULL CHECK (is_own IN (0, 1)),
  added_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE unit (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  level TEXT NOT NULL CHECK (level IN ('country', 'province', 'commune')),
  parent_id INTEGER REFERENCES unit (id),
  area_km2 REAL,
  lon REAL,
  lat REAL,
  valid_from TEXT NOT NULL,
  valid_to TEXT,
  CHECK ((level = 'country') = (parent_id IS NULL))
) STRICT;

CREATE TABLE unit_act (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  day TEXT NOT NULL,
  document TEXT NOT NULL,
  file TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  who TEXT NOT NULL CHECK (who <> ''),
  reason TEXT,
  at TEXT NOT NULL,
  -- What it did, unit by unit, so that it can be taken back.
  detail TEXT NOT NULL CHECK (json_valid(detail)),
  undone_at TEXT,
  undone_by TEXT, undo_reason TEXT,
  CHECK ((undone_at IS NULL) = (undone_by IS NULL))
) STRICT;

CREATE TABLE unit_fact (
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  valid_from TEXT NOT NULL,
  population INTEGER CHECK (population > 0),
  counted_in INTEGER,
  seat TEXT CHECK (seat <> ''),
  PRIMARY KEY (unit_id, valid_from)
) STRICT, WITHOUT ROWID;

CREATE TABLE unit_name (
  id INTEGER PRIMARY KEY,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  role TEXT NOT NULL CHECK (role IN ('official', 'spelling', 'former', 'learned')),
  kind TEXT CHECK (kind IN ('quoc_gia', 'thanh_pho', 'tinh', 'xa', 'phuong', 'dac_khu')),
  name TEXT NOT NULL,
  name_en TEXT,
  valid_from TEXT NOT NULL,
  valid_to TEXT,
  CHECK (role <> 'official' OR (kind IS NOT NULL AND name_en IS NOT NULL))
) STRICT;

CREATE TABLE "unit_status" (
  cut_id INTEGER NOT NULL REFERENCES cut (id),
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  rule_version INTEGER NOT NULL REFERENCES rule_set (version),
  reported TEXT NOT NULL CHECK (reported IN ('green', 'yellow', 'red', 'undetermined', 'notReported')),
  reported_at_least TEXT CHECK (reported_at_least IN ('yellow', 'red')),
  reported_at_most TEXT CHECK (reported_at_most IN ('green', 'yellow')),
  operating TEXT NOT NULL CHECK (operating IN ('green', 'yellow', 'red', 'undetermined', 'noEvidence')),
  operating_at_least TEXT CHECK (operating_at_least IN ('yellow', 'red')),
  operating_at_most TEXT CHECK (operating_at_most IN ('green', 'yellow')),
  operating_score REAL,
  score_low REAL,
  score_high REAL,
  gap_steps INTEGER CHECK (gap_steps BETWEEN -2 AND 2),
  gap_cuts INTEGER NOT NULL DEFAULT 0,
  reported_since INTEGER REFERENCES cut (id),
  operating_since INTEGER REFERENCES cut (id),
  met INTEGER,
  missing INTEGER,
  communes INTEGER,
  green INTEGER,
  yellow INTEGER,
  red INTEGER,
  not_reported INTEGER,
  corrected INTEGER NOT NULL DEFAULT 0 CHECK (corrected IN (0, 1)),
  facts TEXT NOT NULL CHECK (json_valid(facts)),
  PRIMARY KEY (cut_id, unit_id),
  CHECK ((reported = 'undetermined') = (reported_at_least IS NOT NULL)),
  CHECK ((reported_at_least IS NULL) = (reported_at_most IS NULL)),
  CHECK ((operating = 'undetermined') = (operating_at_least IS NOT NULL)),
  CHECK ((operating_at_least IS NULL) = (operating_at_most IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE watch_file (
  id INTEGER PRIMARY KEY,
  folder TEXT NOT NULL,
  name TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  modified_ms REAL NOT NULL,
  sha256 TEXT NOT NULL,
  taken_at TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('waiting', 'committed', 'duplicate', 'rejected', 'discarded')),
  inbox_id TEXT,
  run TEXT,
  report TEXT NOT NULL CHECK (json_valid(report)),
  finished_at TEXT,
  place TEXT,
  CHECK ((outcome = 'waiting') <= (inbox_id IS NOT NULL)),
  CHECK ((outcome = 'committed') <= (run IS NOT NULL))
) STRICT;

CREATE TABLE workspace (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  kind TEXT NOT NULL CHECK (kind IN ('illustrative', 'real')),
  -- NULL: the program's own words for an illustrative one.
  name TEXT CHECK (length(name) BETWEEN 1 AND 80),
  created_at TEXT NOT NULL,
  -- When it was copied to practise on; NULL in what is no practice copy.
  practice_since TEXT CHECK (practice_since IS NULL OR kind = 'real')
) STRICT;

CREATE INDEX act_by_time ON act (at);

CREATE INDEX alert_alias_by_alert ON alert_alias (alert_id);

CREATE INDEX alert_by_since ON alert (since_cut_id);

CREATE INDEX alert_by_subject ON alert (rule, subject);

CREATE INDEX alert_by_unit ON alert (unit_id);

CREATE INDEX alert_event_by_alert ON alert_event (alert_id);

CREATE INDEX alert_event_by_cut ON alert_event (cut_id);

CREATE INDEX alert_event_by_time ON alert_event (at);

CREATE INDEX alert_event_of_people ON alert_event (at) WHERE who IS NOT NULL;

CREATE INDEX alert_reading_by_alert ON alert_reading (alert_id);

CREATE INDEX cut_by_time ON cut (as_of, kind);

CREATE INDEX cut_event_by_cut ON cut_event (cut_id);

CREATE INDEX cut_event_by_time ON cut_event (at);

CREATE INDEX cut_wait_by_cut ON cut_wait (cut_id);

CREATE INDEX cut_wait_by_time ON cut_wait (at);

CREATE INDEX difficulty_by_category ON difficulty (category_code, reported_on);

CREATE INDEX difficulty_by_end ON difficulty (resolved_on, reported_on, unit_id, category_code);

CREATE INDEX difficulty_by_run ON difficulty (run_id);

CREATE INDEX difficulty_by_unit ON difficulty (unit_id, category_code, reported_on, resolved_on);

CREATE INDEX document_by_run ON document (run_id);

CREATE INDEX document_by_unit ON document (unit_id, issued_on);

CREATE INDEX entry_draft_by_cut ON entry_draft (cut);

CREATE INDEX former_successor_by_code ON former_successor (code);

CREATE INDEX former_unit_by_parent ON former_unit (parent_id);

CREATE INDEX import_run_by_cut ON import_run (cut_id, kind, state);

CREATE INDEX import_run_by_outer ON import_run (through_id) WHERE through_id IS NOT NULL;

CREATE INDEX import_run_by_source ON import_run (source_id);

CREATE INDEX import_run_by_time ON import_run (committed_at) WHERE kind <> 'built-in' AND through_id IS NULL;

CREATE INDEX import_run_undone ON import_run (undone_at) WHERE undone_at IS NOT NULL AND through_id IS NULL;

CREATE INDEX observation_past_by_figure ON observation_past (cut_id, indicator_id, unit_id);

CREATE INDEX observation_past_by_origin ON observation_past (run_id);

CREATE INDEX observation_past_by_run ON observation_past (replaced_by);

CREATE INDEX picture_event_by_cut ON picture_event (cut_id);

CREATE INDEX picture_event_by_time ON picture_event (at) WHERE kind = 'back';

CREATE UNIQUE INDEX recipe_by_name ON recipe (name) WHERE ended_at IS NULL;

CREATE UNIQUE INDEX recipe_by_shape ON recipe (sender, kind, shape) WHERE ended_at IS NULL;

CREATE INDEX report_past_by_origin ON report_past (run_id);

CREATE INDEX report_past_by_run ON report_past (replaced_by);

CREATE INDEX snapshot_made_by_time ON snapshot_made (made_at, id);

CREATE INDEX source_by_content ON source (sha256);

CREATE INDEX source_by_kind ON source (kind);

CREATE INDEX task_by_group ON task (group_code);

CREATE INDEX task_report_by_run ON task_report (run_id);

CREATE INDEX task_status_by_unit ON task_status (unit_id, cut_id, task_id, schedule, progress);

CREATE INDEX unit_act_by_time ON unit_act (at);

CREATE INDEX unit_act_undone ON unit_act (undone_at) WHERE undone_at IS NOT NULL;

CREATE INDEX unit_by_parent ON unit (parent_id);

CREATE INDEX unit_name_by_unit ON unit_name (unit_id);

CREATE UNIQUE INDEX unit_name_official ON unit_name (unit_id, valid_from) WHERE role = 'official';

CREATE INDEX unit_status_of_places ON unit_status (unit_id, cut_id, communes, green, not_reported)
  WHERE communes IS NOT NULL;

CREATE INDEX watch_file_by_content ON watch_file (sha256);

CREATE INDEX watch_file_by_inbox ON watch_file (inbox_id);

CREATE INDEX watch_file_open ON watch_file (folder, name) WHERE finished_at IS NULL;
