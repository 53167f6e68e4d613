import { afterAll, expect, test } from 'vitest';
import { createFigureTable } from '#main/core/take/intake/check/figure-table.ts';
import { diffFigures } from '#main/core/take/intake/diff.ts';
import type { Figure } from '#shared/domain/model.ts';
import { IDS, MONTH, smallDatabase } from '#tests/fixtures/small-database.ts';

const BEFORE: Figure = { value: 0.5, numerator: 1, denominator: 2 };
const database = smallDatabase([[IDS['11446'], IDS.online, BEFORE]]);
afterAll(() => database.close());

function stateOf(unit: string, figure: Figure): string | undefined {
  const table = createFigureTable();
  const { cuts, indicators, units } = table;
  const place = { sheet: 0, row: 2, note: null };
  table.add(
    cuts.indexOf(MONTH),
    indicators.indexOf('applications_online'),
    units.indexOf(unit),
    figure,
    place,
  );
  const { totals } = diffFigures(database, table);
  return Object.entries(totals).find(([, figures]) => figures === 1)?.[0];
}

test.each([
  ['the same figure', '11446', BEFORE, 'same'],
  ['the same figure but for the last bit', '11446', { ...BEFORE, value: 0.5 + 2 ** -53 }, 'same'],
  ['another value', '11446', { ...BEFORE, value: 0.6 }, 'changed'],
  ['another numerator', '11446', { ...BEFORE, numerator: 2 }, 'changed'],
  ['another denominator', '11446', { ...BEFORE, denominator: 4 }, 'changed'],
  ['what no longer applies', '11446', { value: null, numerator: null, denominator: null }, 'changed'],
  ['a figure of another unit', '11629', BEFORE, 'new'],
])('calls %s of %s what it is', (_, unit, figure, state) => {
  expect(stateOf(unit, figure)).toBe(state);
});
