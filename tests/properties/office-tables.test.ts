import { expect, test } from 'vitest';
import { type JudgedTables, judgeTables } from '#tests/fixtures/intake/office/judge.ts';

/** 2,000 of them: `npm run bench -- office-tables`. */
const TABLES = 120;

test('nothing wrong of a random table of an office is called proven, and faultless ones are seldom asked about', async () => {
  const found: JudgedTables = await judgeTables(TABLES);
  expect(found.wronglyProven).toEqual([]);
  expect(found.faulty).toBeGreaterThan(TABLES / 5);
  expect(found.faultless).toBeGreaterThan(TABLES / 2);
  expect(found.proven / found.faultless).toBeGreaterThan(0.9);
}, 120_000);
