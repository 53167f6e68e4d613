import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Application, createApp, DATABASE_NAME } from '#main/core/app.ts';
import { gatherFacts } from '#main/core/brief/facts.ts';
import { gapChart, gapMatrixTable, gapSentences } from '#main/core/brief/pages/comparison.ts';
import { createSay } from '#main/core/brief/say.ts';
import { communeTable } from '#main/core/brief/tables.ts';
import { openDatabase } from '#main/db/open.ts';
import { gapTable } from '#main/hosts/cli/gap-table.ts';
import { statusTable } from '#main/hosts/cli/status-table.ts';
import { withBounds } from '#main/hosts/cli/with-bounds.ts';
import { matrixTotal } from '#shared/domain/gap.ts';
import { operatingText } from '#shared/text/coverage-text.ts';
import { filledFolder } from '#tests/setup/data-folder.ts';

/** Reported GREEN at the last cut: what is made of their operation by hand. Nobody else is left undetermined. */
const OPEN = [
  ['00070', 'yellow', 'green'],
  ['00145', 'red', 'yellow'],
  ['00199', 'red', 'green'],
] as const;
const PROVINCE = '31';

let application: Application;

beforeAll(async () => {
  const folder = filledFolder();
  const { write, close } = openDatabase(join(folder, DATABASE_NAME));
  write
    .prepare(
      `UPDATE unit_status SET operating = operating_at_least, operating_at_least = NULL, operating_at_most = NULL
       WHERE operating = 'undetermined'`,
    )
    .run();
  const open = write.prepare(`
    UPDATE unit_status SET reported = 'green', operating = 'undetermined', operating_at_least = :atLeast,
      operating_at_most = :atMost, gap_steps = NULL, gap_cuts = 0
    WHERE unit_id = (SELECT id FROM unit WHERE code = :code)
      AND cut_id = (SELECT id FROM cut WHERE code = 'week-2025-12-29')`);
  for (const [code, atLeast, atMost] of OPEN) open.run({ code, atLeast, atMost });
  open.run({ code: PROVINCE, atLeast: 'yellow', atMost: 'green' });
  close();
  application = await createApp({ dataFolder: folder });
});
afterAll(() => application.close());

it('stands in a row or column of its own and in no gap, the worst first in the list of its cell', async () => {
  const { gap } = application.client;
  const { matrix, units } = await gap.get({});
  expect(matrix.green.undetermined).toBe(OPEN.length);
  expect(matrixTotal(matrix)).toBe(3321);
  const codes = new Set(units.map(({ code }) => code));
  expect(OPEN.filter(([code]) => codes.has(code))).toEqual([]);
  const cell = await gap.get({ reported: 'green', operating: 'undetermined' });
  expect(cell.units.map((unit) => [unit.code, unit.operatingAtLeast, unit.operatingAtMost])).toEqual([
    ['00145', 'red', 'yellow'],
    ['00199', 'red', 'green'],
    ['00070', 'yellow', 'green'],
  ]);
});

it('is told to a map by its place, with the colours between which it lies', async () => {
  const { codes, operating, undetermined } = await application.client.map.statuses({ level: 'commune' });
  expect(
    undetermined.map(({ at, operatingAtLeast: atLeast }) => [codes[at], operating[at], atLeast]),
  ).toEqual([...OPEN].sort().map(([code, atLeast]) => [code, 'undetermined', atLeast]));
});

it('is written with both colours by the commands, and as bounds beside the statuses in their JSON', async () => {
  const report = await application.client.status.get({ unit: PROVINCE });
  expect(statusTable(report)).toContain(
    'Trạng thái vận hành: Chưa đủ bằng chứng (ít nhất VÀNG, nhiều nhất XANH)',
  );
  const json = JSON.parse(JSON.stringify(report, withBounds));
  expect(json.unit.status).toEqual({
    reported: 'green',
    operating: 'undetermined',
    bounds: { reported: null, operating: { atLeast: 'yellow', atMost: 'green' } },
    gapSteps: null,
    scoreLow: expect.any(Number),
    scoreHigh: expect.any(Number),
  });
  // Counts of the country that bear one of the same names stay, and its operating coverage has both ends.
  expect(json.national.operatingAtLeast).toEqual(report.national.operatingAtLeast);
  const { operating, operatingCoverage } = report.national;
  expect(operatingCoverage.value).toBe(operating.green / 3321);
  expect(operatingCoverage.maybe.undetermined).toBe(2);
  expect(operatingCoverage.bounds?.atMost).toBeCloseTo(
    (operating.green + 2 + operatingCoverage.maybe.noEvidence) / 3321,
    12,
  );
  // Who is asked for nothing cannot be GREEN.
  expect(operatingCoverage.maybe.noEvidence).toBe(operating.noEvidence - 1);
  expect(statusTable(report)).toMatch(
    /Vận hành XANH: .*\(nhiều nhất .*xã chưa có bằng chứng và 2 xã chưa đủ/,
  );
  // Beside the ends of the coverage, which are under the same name in the country.
  const [first] = report.provinces;
  expect(first?.bounds).toEqual({ atLeast: expect.any(Number), atMost: expect.any(Number) });
  expect(json.provinces[0].bounds).toEqual({ ...first?.bounds, reported: null, operating: null });
  const cell = await application.client.gap.get({ reported: 'green', operating: 'undetermined' });
  expect(gapTable(cell)).toContain('Xanh | Chưa đủ bằng chứng (ít nhất ĐỎ, nhiều nhất XANH)');
});

it('is compared with what it was before, with the colours between which it lies', async () => {
  const input = { from: 'week-2025-12-22', to: 'week-2025-12-29', side: 'operating' } as const;
  const { stoppedReporting, transitions } = await application.client.compare.cuts(input);
  const open = stoppedReporting.filter(({ after }) => after === 'undetermined');
  expect(open.map(({ code, beforeBounds, afterBounds }) => [code, beforeBounds, afterBounds])).toEqual(
    [...OPEN].sort().map(([code, atLeast, atMost]) => [code, null, { atLeast, atMost }]),
  );
  const moved = Object.values(transitions).reduce((sum, row) => sum + (row.undetermined ?? 0), 0);
  expect(moved).toBe(OPEN.length);
});

it('has its place in the chart, the matrix and the table of a briefing', async () => {
  const { client } = application;
  const facts = await gatherFacts(client, { compare: null });
  const say = createSay('vi', facts.names);
  const series = gapChart(facts, say).series.find(({ tone }) => tone === 'undetermined');
  expect(series).toMatchObject({ name: 'Chưa đủ bằng chứng', values: [0, OPEN.length] });
  const table = gapMatrixTable(facts.now.national.gap, say);
  const column = table.columns.findIndex(({ title }) => title === 'Chưa đủ bằng chứng');
  expect(table.rows[0]?.[column]?.value).toBe(OPEN.length);
  const { national } = facts.now;
  const sentences = gapSentences(facts, national.gap, 0, say);
  expect(sentences).toContain(`Vận hành XANH: ${operatingText(say, national.operatingCoverage)}`);
  const briefing = { cut: facts.now.cut.id, language: 'vi', unit: 'VN' } as Parameters<
    typeof communeTable
  >[1];
  const communes = await communeTable(client, briefing);
  const row = communes.rows.find(([code]) => code?.value === '00145');
  const ends = communes.columns
    .map(({ title }) => title)
    .flatMap((title, at) => (title.includes('nhất') ? [at] : []));
  expect(ends.map((at) => row?.[at]?.value)).toEqual([null, null, 'Đỏ', 'Vàng']);
  const gap = communes.columns.findIndex(({ title }) => title === say.t('briefing.column.gap'));
  expect(row?.[gap]?.value).toBe('Chưa đủ bằng chứng');
});
