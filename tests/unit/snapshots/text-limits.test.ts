import { expect, it } from 'vitest';
import { textLimit } from '#main/core/take/snapshots/format/text-limits.ts';

const days = "NOT day_on GLOB '????-??-??*' OR length(day_on) > 40";

it.each([
  ['source', 'uuid', 'length(uuid) <> 36'],
  ['unit', 'code', 'length(code) > 5'],
  ['cut', 'code', 'length(code) > 40'],
  ['task', 'code', 'length(code) > 2000'],
  ['any', 'day_on', days],
  ['any', 'seen_at', 'length(seen_at) > 40'],
  ['any', 'from_state', 'length(from_state) > 40'],
  ['source', 'sha256', 'length(sha256) > 64'],
  ['any', 'lead_agency_en', 'length(lead_agency_en) > 2000'],
  ['any', 'closed_by', 'length(closed_by) > 2000'],
  ['any', 'evidence', 'length(evidence) > 100000'],
  ['a table of later', 'whatever', 'length(whatever) > 100000'],
])('%s.%s may not be: %s', (table, column, limit) => {
  expect(textLimit(table, column, '')).toEqual([limit]);
});

it('what is one of a few words, or is looked at with the other values, needs no length', () => {
  const sql = `CREATE TABLE a (state TEXT NOT NULL CHECK (state IN ('open', 'closed')), estate TEXT)`;
  expect(textLimit('a', 'state', sql)).toEqual([]);
  expect(textLimit('a', 'estate', sql)).toEqual(['length(estate) > 100000']);
  const other = `CREATE TABLE a (estate TEXT NOT NULL CHECK (estate IN ('farm', 'park')), state TEXT)`;
  expect(textLimit('a', 'state', other)).toEqual(['length(state) > 100000']);
  expect(textLimit('observation', 'note', '')).toEqual([]);
});
