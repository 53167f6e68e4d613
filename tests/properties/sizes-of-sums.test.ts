import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { loadFigures } from '#main/core/figures/inputs-store.ts';
import { boundsReader } from '#main/core/figures/sum-bounds-store.ts';
import { listIndicatorKeys } from '#main/core/ground/rules/store.ts';
import { groundReader } from '#main/core/ground/units/walk.ts';
import { IDS, smallDatabase } from '#tests/fixtures/small-database.ts';

/** Everything is asked of everybody. */
const ALL = { notAsked: {}, outOfTurn: new Set<string>() };
/** By id: a province, and so many others that what is read of it is little of all. */
const MORE = Array.from({ length: 40 }, (_, place) => 100 + place);
const ELSEWHERE = Array.from({ length: 400 }, (_, place) => 1000 + place);
const COMMUNES = [IDS['11446'], IDS['11629'], ...MORE];
const OTHER_PROVINCE = 5;
/** July, before it May and June. */
const MONTHS = [11, 12, IDS.month] as const;
const [MAY, JUNE, JULY] = MONTHS;

/** What of a steady month is otherwise: nothing came, or so many files (of a count: cases). */
const oddity = fc.record({
  month: fc.constantFrom(...MONTHS),
  // Few, so that some have sent nothing before.
  commune: fc.constantFrom(...COMMUNES.slice(0, 3)),
  indicator: fc.constantFrom(IDS.online, IDS.support),
  size: fc.constantFrom(null, null, null, 0, 100, 149, 150, 151, 400),
});

type Oddity = typeof oddity extends fc.Arbitrary<infer One> ? One : never;

/** Two provinces, each commune of which sent the same in every month. */
const database = smallDatabase([]);
database.exec(`
  INSERT INTO cut (id, code, kind, start, as_of, due_at) VALUES
    (${MAY}, 'month-2025-05', 'month', '2025-05-01', '2025-05-31T09:00:00.000Z', '2025-06-05T09:00:00.000Z'),
    (${JUNE}, 'month-2025-06', 'month', '2025-06-01', '2025-06-30T09:00:00.000Z', '2025-07-05T09:00:00.000Z')`);
const unit = database.prepare(
  `INSERT INTO unit (id, code, level, parent_id, valid_from) VALUES (?, ?, ?, ?, '2025-01-01')`,
);
unit.run(OTHER_PROVINCE, '32', 'province', IDS.VN);
for (const commune of MORE) unit.run(commune, `c${commune}`, 'commune', IDS['31']);
for (const commune of ELSEWHERE) unit.run(commune, `c${commune}`, 'commune', OTHER_PROVINCE);
for (const commune of [...COMMUNES, ...ELSEWHERE]) {
  for (const month of MONTHS)
    for (const indicator of [IDS.online, IDS.support]) send({ month, commune, indicator, size: 100 });
}
afterAll(() => database.close());

function send({ month, commune, indicator, size }: Oddity): void {
  database
    .prepare('DELETE FROM observation WHERE cut_id = ? AND unit_id = ? AND indicator_id = ?')
    .run(month, commune, indicator);
  if (size === null) return;
  const half = Math.floor(size / 2);
  const figure =
    indicator === IDS.support ? [size, null, null] : [size === 0 ? null : half / size, half, size];
  database
    .prepare(
      'INSERT INTO observation (cut_id, unit_id, indicator_id, value, numerator, denominator, run_id) VALUES (?, ?, ?, ?, ?, ?, 1)',
    )
    .run(month, commune, indicator, ...figure);
}

test('knowing what one month before came to changes no bound of a sum, it only spares reading', () => {
  const ground = groundReader(database)('2025-07-31');
  const keys = listIndicatorKeys(database);
  const compare = (oddities: readonly Oddity[], before: number): void => {
    for (const one of oddities) send(one);
    const sent = loadFigures(database, JULY, keys, ground, ALL);
    const earlier = loadFigures(database, before, keys, ground, ALL);
    const plain = boundsReader(database, JULY, ground, keys, sent);
    const spared = boundsReader(database, JULY, ground, keys, sent, () => earlier);
    for (const { members } of ground.places)
      for (const column of keys.keys()) expect(spared(members, column)).toEqual(plain(members, column));
  };
  fc.assert(
    fc.property(fc.array(oddity, { maxLength: 12 }), fc.constantFrom(MAY, JUNE), (oddities, before) => {
      database.exec('BEGIN');
      try {
        compare(oddities, before);
      } finally {
        database.exec('ROLLBACK');
      }
    }),
  );
});
