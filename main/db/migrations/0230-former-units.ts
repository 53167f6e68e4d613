import type { Database } from 'better-sqlite3';

const TABLES = `
-- A resolution that changed units, as its file came in. Of one that was taken back only this row is left.
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
  undone_by TEXT,
  CHECK ((undone_at IS NULL) = (undone_by IS NULL))
) STRICT;

-- What is no longer: the units of before 1 July 2025, which are built in (act_id is null), and those that a
-- resolution has ended since. ended_on is the first day on which they were no more.
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
CREATE INDEX former_unit_by_parent ON former_unit (parent_id);

-- Into which units it went, by their codes on that day; is_part: these are some of several.
CREATE TABLE former_successor (
  former_id INTEGER NOT NULL REFERENCES former_unit (id),
  code TEXT NOT NULL,
  is_part INTEGER NOT NULL CHECK (is_part IN (0, 1)),
  PRIMARY KEY (former_id, code)
) STRICT, WITHOUT ROWID;
CREATE INDEX former_successor_by_code ON former_successor (code);

-- Population and seat from a day on; null where nobody has told them.
CREATE TABLE unit_fact (
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  valid_from TEXT NOT NULL,
  population INTEGER CHECK (population > 0),
  counted_in INTEGER,
  seat TEXT CHECK (seat <> ''),
  PRIMARY KEY (unit_id, valid_from)
) STRICT, WITHOUT ROWID;
`;

/** After this step the units of before 1 July 2025 have a place; the opening fills it from the built-in catalogue. */
export default function migrate(database: Database): void {
  database.exec(TABLES);
}
