/** What an id column points at; ids inside a file are local to it. */
export type Reference = 'unit' | 'subject' | 'indicator' | 'task' | 'cut' | 'source' | 'run' | 'alert';

export interface ColumnDescription {
  readonly name: string;
  readonly reference: Reference | null;
  /** A missing target leaves the column empty instead of leaving the row out. */
  readonly isOptional: boolean;
}

export interface TableDescription {
  readonly name: string;
  readonly sql: string;
  readonly columns: readonly ColumnDescription[];
}

/** What an id of a table's own rows is to others. */
const KINDS: Readonly<Record<string, Reference>> = {
  unit: 'unit',
  task: 'task',
  indicator: 'indicator',
  cut: 'cut',
  source: 'source',
  import_run: 'run',
  alert: 'alert',
};
/** Units that are only named (the country of a province) count here, too; everywhere else a unit is a subject. */
const NAMED_UNITS = new Set(['unit.id', 'unit.parent_id', 'unit_name.unit_id', 'source.sender_unit_id']);

function table(name: string, body: string, ending = 'STRICT'): TableDescription {
  const sql = `CREATE TABLE ${name} (\n${body}\n) ${ending}`;
  const columns = [...body.matchAll(/^(\w+) (?:INTEGER|REAL|TEXT|BLOB)\b.*$/gm)];
  return { name, sql, columns: columns.flatMap(([line, column = '']) => readColumn(name, column, line)) };
}

/** An id that nothing in the file points at is given anew by SQLite: no column of ours. */
function readColumn(table: string, name: string, line: string): ColumnDescription[] {
  const isOwn = name === 'id';
  const target = isOwn ? table : /REFERENCES (\w+) \(id\)/.exec(line)?.[1];
  const kind = KINDS[target ?? ''] ?? null;
  if (isOwn && kind === null) return [];
  const reference = kind === 'unit' && !NAMED_UNITS.has(`${table}.${name}`) ? 'subject' : kind;
  return [{ name, reference, isOptional: kind !== null && !isOwn && !line.includes('NOT NULL') }];
}

const KEYED = 'STRICT, WITHOUT ROWID';

/** The place of hash and signature: one row, the only one of the second page, so that its bytes end that page. */
const SEAL = table('seal', 'id INTEGER PRIMARY KEY CHECK (id = 1),\nbody BLOB NOT NULL');

/** One JSON object: what the file says about itself. */
const MANIFEST = table(
  'manifest',
  `id INTEGER PRIMARY KEY CHECK (id = 1),
body TEXT NOT NULL CHECK (json_valid(body) AND length(body) <= 200000)`,
);

const CATALOGUE: readonly TableDescription[] = [
  table(
    'unit',
    `id INTEGER PRIMARY KEY,
code TEXT NOT NULL UNIQUE CHECK (length(code) <= 5),
level TEXT NOT NULL CHECK (level IN ('country', 'province', 'commune')),
parent_id INTEGER REFERENCES unit (id),
area_km2 REAL,
lon REAL,
lat REAL,
valid_from TEXT NOT NULL CHECK (valid_from GLOB '????-??-??'),
valid_to TEXT CHECK (valid_to GLOB '????-??-??'),
CHECK ((level = 'country') = (parent_id IS NULL))`,
  ),
  table(
    'unit_name',
    `unit_id INTEGER NOT NULL REFERENCES unit (id),
role TEXT NOT NULL CHECK (role IN ('official', 'spelling', 'former')),
kind TEXT CHECK (kind IN ('quoc_gia', 'thanh_pho', 'tinh', 'xa', 'phuong', 'dac_khu')),
name TEXT NOT NULL CHECK (length(name) <= 2000),
name_en TEXT CHECK (length(name_en) <= 2000),
valid_from TEXT NOT NULL CHECK (valid_from GLOB '????-??-??'),
valid_to TEXT CHECK (valid_to GLOB '????-??-??'),
PRIMARY KEY (unit_id, role, valid_from, name),
CHECK (role <> 'official' OR (kind IS NOT NULL AND name_en IS NOT NULL))`,
    KEYED,
  ),
  table(
    'task_group',
    `code TEXT PRIMARY KEY CHECK (length(code) <= 2000),
position INTEGER NOT NULL UNIQUE,
name TEXT NOT NULL CHECK (length(name) <= 2000),
name_en TEXT NOT NULL CHECK (length(name_en) <= 2000)`,
  ),
  table(
    'task',
    `id INTEGER PRIMARY KEY,
code TEXT NOT NULL UNIQUE CHECK (length(code) <= 2000),
group_code TEXT REFERENCES task_group (code),
phase TEXT NOT NULL CHECK (phase IN ('urgent', 'breakthrough', 'regular')),
scope TEXT NOT NULL CHECK (scope IN ('centre', 'province', 'commune')),
name TEXT NOT NULL CHECK (length(name) <= 2000),
name_en TEXT NOT NULL CHECK (length(name_en) <= 2000),
lead_agency TEXT NOT NULL CHECK (length(lead_agency) <= 2000),
lead_agency_en TEXT NOT NULL CHECK (length(lead_agency_en) <= 2000),
start TEXT NOT NULL CHECK (start GLOB '????-??-??'),
deadline TEXT NOT NULL CHECK (deadline GLOB '????-??-??'),
origin TEXT NOT NULL CHECK (origin IN ('published', 'illustrative')),
CHECK (start <= deadline)`,
  ),
  table(
    'indicator',
    `id INTEGER PRIMARY KEY,
code TEXT NOT NULL UNIQUE CHECK (length(code) <= 2000),
position INTEGER NOT NULL,
kind TEXT NOT NULL CHECK (kind IN ('criterion', 'ratio', 'count')),
direction TEXT NOT NULL CHECK (direction IN ('up', 'down')),
name TEXT NOT NULL CHECK (length(name) <= 2000),
name_en TEXT NOT NULL CHECK (length(name_en) <= 2000),
short_name TEXT NOT NULL CHECK (length(short_name) <= 2000),
short_name_en TEXT NOT NULL CHECK (length(short_name_en) <= 2000),
definition TEXT NOT NULL CHECK (length(definition) <= 100000),
definition_en TEXT NOT NULL CHECK (length(definition_en) <= 100000),
unit_label TEXT NOT NULL CHECK (length(unit_label) <= 2000),
unit_label_en TEXT NOT NULL CHECK (length(unit_label_en) <= 2000),
green_from REAL,
yellow_from REAL,
weight REAL NOT NULL,
origin TEXT NOT NULL CHECK (origin IN ('published', 'illustrative')),
origin_note TEXT CHECK (length(origin_note) <= 100000)`,
  ),
  table(
    'task_output',
    `task_id INTEGER NOT NULL REFERENCES task (id),
indicator_id INTEGER NOT NULL REFERENCES indicator (id),
target REAL NOT NULL,
PRIMARY KEY (task_id, indicator_id)`,
    KEYED,
  ),
  table(
    'difficulty_category',
    `code TEXT PRIMARY KEY CHECK (length(code) <= 2000),
position INTEGER NOT NULL UNIQUE,
name TEXT NOT NULL CHECK (length(name) <= 2000),
name_en TEXT NOT NULL CHECK (length(name_en) <= 2000)`,
  ),
  table(
    'difficulty_cause',
    `category_code TEXT NOT NULL REFERENCES difficulty_category (code),
indicator_id INTEGER NOT NULL REFERENCES indicator (id),
PRIMARY KEY (category_code, indicator_id)`,
    KEYED,
  ),
];

const FIGURES: readonly TableDescription[] = [
  table(
    'cut',
    `id INTEGER PRIMARY KEY,
code TEXT NOT NULL UNIQUE CHECK (length(code) <= 40),
kind TEXT NOT NULL CHECK (kind IN ('moment', 'day', 'week', 'month')),
start TEXT NOT NULL CHECK (start GLOB '????-??-??*' AND length(start) <= 40),
as_of TEXT NOT NULL CHECK (as_of GLOB '????-??-??T*Z' AND length(as_of) <= 40),
due_at TEXT NOT NULL CHECK (due_at GLOB '????-??-??T*Z' AND length(due_at) <= 40),
state TEXT NOT NULL CHECK (state IN ('open', 'closed')),
closed_at TEXT CHECK (length(closed_at) <= 40),
closed_by TEXT CHECK (length(closed_by) <= 2000),
CHECK ((state = 'closed') = (closed_at IS NOT NULL))`,
  ),
  table(
    'source',
    `id INTEGER PRIMARY KEY,
uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
kind TEXT NOT NULL CHECK (kind IN ('official', 'published', 'illustrative')),
name TEXT NOT NULL CHECK (length(name) <= 2000),
name_en TEXT CHECK (length(name_en) <= 2000),
sha256 TEXT CHECK (length(sha256) <= 64),
bytes INTEGER,
sheets TEXT NOT NULL CHECK (json_valid(sheets) AND json_type(sheets) = 'array' AND length(sheets) <= 100000),
sender_unit_id INTEGER REFERENCES unit (id),
received_at TEXT NOT NULL CHECK (length(received_at) <= 40),
note TEXT CHECK (length(note) <= 100000),
note_en TEXT CHECK (length(note_en) <= 100000)`,
  ),
  table(
    'import_run',
    `id INTEGER PRIMARY KEY,
uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
source_id INTEGER NOT NULL REFERENCES source (id),
cut_id INTEGER REFERENCES cut (id),
kind TEXT NOT NULL CHECK (kind IN ('built-in', 'import', 'correction', 'snapshot')),
state TEXT NOT NULL CHECK (state = 'committed'),
committed_at TEXT NOT NULL CHECK (length(committed_at) <= 40),
who TEXT NOT NULL CHECK (length(who) <= 2000),
reason TEXT CHECK (length(reason) <= 100000),
rows INTEGER NOT NULL,
added INTEGER NOT NULL,
changed INTEGER NOT NULL,
same INTEGER NOT NULL,
CHECK (kind <> 'correction' OR reason IS NOT NULL)`,
  ),
  // Column for column the workspace's own table: SQLite then copies whole records.
  table(
    'observation',
    `cut_id INTEGER NOT NULL REFERENCES cut (id),
indicator_id INTEGER NOT NULL REFERENCES indicator (id),
unit_id INTEGER NOT NULL REFERENCES unit (id),
value REAL,
numerator INTEGER,
denominator INTEGER,
run_id INTEGER NOT NULL REFERENCES import_run (id),
sheet INTEGER NOT NULL DEFAULT 0,
row INTEGER NOT NULL DEFAULT 0,
note TEXT,
PRIMARY KEY (cut_id, indicator_id, unit_id)`,
    KEYED,
  ),
  table(
    'submission',
    `cut_id INTEGER NOT NULL REFERENCES cut (id),
unit_id INTEGER NOT NULL REFERENCES unit (id),
expected INTEGER NOT NULL,
received INTEGER NOT NULL,
received_at TEXT CHECK (length(received_at) <= 40),
state TEXT NOT NULL CHECK (state IN ('nothing', 'inbox', 'partial', 'complete')),
corrected INTEGER NOT NULL CHECK (corrected IN (0, 1)),
run_id INTEGER REFERENCES import_run (id),
PRIMARY KEY (cut_id, unit_id)`,
    KEYED,
  ),
];

const REPORTS: readonly TableDescription[] = [
  table(
    'task_report',
    `cut_id INTEGER NOT NULL REFERENCES cut (id),
task_id INTEGER NOT NULL REFERENCES task (id),
unit_id INTEGER NOT NULL REFERENCES unit (id),
state TEXT NOT NULL CHECK (state IN ('notStarted', 'inProgress', 'done', 'blocked')),
progress REAL NOT NULL CHECK (progress BETWEEN 0 AND 1),
done_on TEXT CHECK (done_on GLOB '????-??-??*' AND length(done_on) <= 40),
note TEXT CHECK (length(note) <= 100000),
run_id INTEGER NOT NULL REFERENCES import_run (id),
PRIMARY KEY (cut_id, task_id, unit_id),
CHECK ((state = 'done') = (done_on IS NOT NULL))`,
    KEYED,
  ),
  table(
    'difficulty',
    `uuid TEXT PRIMARY KEY CHECK (length(uuid) = 36),
unit_id INTEGER NOT NULL REFERENCES unit (id),
category_code TEXT NOT NULL REFERENCES difficulty_category (code),
text TEXT NOT NULL CHECK (length(text) <= 100000),
reported_on TEXT NOT NULL CHECK (reported_on GLOB '????-??-??*' AND length(reported_on) <= 40),
resolved_on TEXT CHECK (resolved_on GLOB '????-??-??*' AND length(resolved_on) <= 40),
run_id INTEGER NOT NULL REFERENCES import_run (id)`,
  ),
  table(
    'document',
    `uuid TEXT PRIMARY KEY CHECK (length(uuid) = 36),
unit_id INTEGER NOT NULL REFERENCES unit (id),
task_id INTEGER REFERENCES task (id),
kind TEXT NOT NULL CHECK (kind IN ('plan', 'decision', 'dispatch', 'report', 'guidance')),
number TEXT NOT NULL CHECK (length(number) <= 2000),
title TEXT NOT NULL CHECK (length(title) <= 2000),
issued_on TEXT NOT NULL CHECK (issued_on GLOB '????-??-??*' AND length(issued_on) <= 40),
run_id INTEGER NOT NULL REFERENCES import_run (id)`,
  ),
];

const JUDGEMENT: readonly TableDescription[] = [
  table(
    'rule_set',
    `version INTEGER PRIMARY KEY,
created_at TEXT NOT NULL CHECK (length(created_at) <= 40),
who TEXT NOT NULL CHECK (length(who) <= 2000),
note TEXT NOT NULL CHECK (length(note) <= 100000),
rules TEXT NOT NULL CHECK (json_valid(rules) AND length(rules) <= 100000)`,
  ),
  // Column for column and check for check the workspace's own tables, like observation.
  table(
    'unit_status',
    `cut_id INTEGER NOT NULL REFERENCES cut (id),
unit_id INTEGER NOT NULL REFERENCES unit (id),
rule_version INTEGER NOT NULL REFERENCES rule_set (version),
reported TEXT NOT NULL CHECK (reported IN ('green', 'yellow', 'red', 'notReported')),
operating TEXT NOT NULL CHECK (operating IN ('green', 'yellow', 'red', 'noEvidence')),
operating_score REAL,
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
PRIMARY KEY (cut_id, unit_id)`,
    KEYED,
  ),
  table(
    'task_status',
    `cut_id INTEGER NOT NULL REFERENCES cut (id),
task_id INTEGER NOT NULL REFERENCES task (id),
unit_id INTEGER NOT NULL REFERENCES unit (id),
rule_version INTEGER NOT NULL REFERENCES rule_set (version),
schedule TEXT NOT NULL CHECK (schedule IN ('done', 'onTime', 'dueSoon', 'overdue', 'notReported')),
outcome TEXT NOT NULL,
progress REAL,
facts TEXT NOT NULL CHECK (json_valid(facts)),
PRIMARY KEY (cut_id, task_id, unit_id)`,
    KEYED,
  ),
  table(
    'figure_total',
    `cut_id INTEGER NOT NULL REFERENCES cut (id),
indicator_id INTEGER NOT NULL REFERENCES indicator (id),
unit_id INTEGER NOT NULL REFERENCES unit (id),
units INTEGER NOT NULL,
reported INTEGER NOT NULL,
not_applicable INTEGER NOT NULL,
value REAL,
numerator INTEGER,
denominator INTEGER,
median REAL,
PRIMARY KEY (cut_id, indicator_id, unit_id)`,
    KEYED,
  ),
  table(
    'alert',
    `id INTEGER PRIMARY KEY,
uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
rule TEXT NOT NULL CHECK (length(rule) <= 2000),
subject TEXT NOT NULL CHECK (length(subject) <= 2000),
unit_id INTEGER NOT NULL REFERENCES unit (id),
task_id INTEGER REFERENCES task (id),
indicator_id INTEGER REFERENCES indicator (id),
since_cut_id INTEGER NOT NULL REFERENCES cut (id)`,
  ),
  table(
    'alert_reading',
    `cut_id INTEGER NOT NULL REFERENCES cut (id),
alert_id INTEGER NOT NULL REFERENCES alert (id),
state TEXT NOT NULL CHECK (state IN ('pending', 'firing', 'acknowledged', 'snoozed', 'resolved')),
severity TEXT NOT NULL CHECK (severity IN ('critical', 'warning', 'notice')),
condition TEXT NOT NULL CHECK (condition IN ('holds', 'clear', 'noData')),
held INTEGER NOT NULL,
clear INTEGER NOT NULL,
fired_cut TEXT CHECK (length(fired_cut) <= 40),
handling TEXT CHECK (handling IS NULL OR (json_valid(handling) AND length(handling) <= 100000)),
evidence TEXT NOT NULL CHECK (json_valid(evidence) AND length(evidence) <= 100000),
PRIMARY KEY (cut_id, alert_id)`,
    KEYED,
  ),
  table(
    'alert_event',
    `id INTEGER PRIMARY KEY,
alert_id INTEGER NOT NULL REFERENCES alert (id),
at TEXT NOT NULL CHECK (length(at) <= 40),
cut_id INTEGER NOT NULL REFERENCES cut (id),
who TEXT CHECK (who <> '' AND length(who) <= 2000),
kind TEXT NOT NULL CHECK (kind IN ('opened', 'fired', 'acknowledged', 'snoozed', 'woken', 'noted', 'resolved')),
from_state TEXT CHECK (length(from_state) <= 40),
to_state TEXT NOT NULL CHECK (length(to_state) <= 40),
note TEXT CHECK (length(note) <= 100000),
until TEXT CHECK (length(until) <= 40),
withdrawn_at TEXT CHECK (length(withdrawn_at) <= 40)`,
  ),
];

/** Tables that hold data, in an order in which every row finds what it points at. */
export const DATA_TABLES: readonly TableDescription[] = [...CATALOGUE, ...FIGURES, ...REPORTS, ...JUDGEMENT];

/** Everything a snapshot of format 1 consists of; the seal comes first and so gets the second page. */
export const FORMAT_TABLES: readonly TableDescription[] = [SEAL, MANIFEST, ...DATA_TABLES];
