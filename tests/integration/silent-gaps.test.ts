import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Application } from '#main/core/app.ts';
import { gatherNational } from '#main/core/brief/facts.ts';
import { frameWords } from '#main/core/brief/frame-words.ts';
import { gapPage } from '#main/core/brief/pages/comparison.ts';
import { gapReportPages } from '#main/core/brief/pages/reports.ts';
import { createSay } from '#main/core/brief/say.ts';
import { gapTable } from '#main/hosts/cli/gap-table.ts';
import { gapLead } from '#shared/text/gap-text.ts';
import { createTranslator } from '#shared/text/translator.ts';
import { filledFolder } from '#tests/setup/data-folder.ts';
import { bring, makeSmall, openSmall } from './small-center.ts';

const BEFORE = 'week-2025-12-29';
const NEXT = 'week-2026-01-05';
/** A criterion that one commune sends, so that there is such a cut at all. */
const SENT = 'premises';

let application: Application;
beforeAll(async () => {
  const template = filledFolder();
  makeSmall(template);
  application = await openSmall(template);
});
afterAll(() => application.close());

it('leaves who falls silent on the list of gaps, with the gap that was last known, and says how many there may be', async () => {
  const { client } = application;
  const before = await client.gap.get({ cut: BEFORE });
  const inGap = before.units.filter(({ steps }) => (steps ?? 0) > 0);
  expect(inGap.length).toBeGreaterThan(0);
  const provinces = await client.units.list({ date: '2026-01-05' });
  const silentButOne = provinces.units.filter(({ level }) => level === 'commune');
  const speaker = silentButOne.find(({ code }) => inGap.every((unit) => unit.code !== code));
  await bring(application, {
    cut: NEXT,
    figures: [
      {
        unit: speaker?.code ?? '',
        indicator: SENT,
        figure: { value: 1, numerator: null, denominator: null },
      },
    ],
  });
  const after = await client.gap.get({ cut: NEXT });
  const told = new Map(after.units.map((unit) => [unit.code, unit]));
  for (const { code, reported, operating, steps, months } of inGap)
    expect(told.get(code)).toMatchObject({
      reported: 'notReported',
      steps: null,
      months,
      last: { reported, operating, steps },
    });
  // None is in a gap for certain, and none that was is out of it.
  expect(after.gaps.any.atLeast).toBe(0);
  expect(after.gaps.any.atMost).toBeGreaterThanOrEqual(before.gaps.any.atLeast);
  expect(after.gaps.wide.atMost).toBeGreaterThanOrEqual(before.gaps.wide.atLeast);
  // The alerts about them are open, and each stands on the list.
  const { alerts } = await client.alerts.list({ cut: NEXT, rules: ['gap'] });
  for (const { unit } of alerts.filter(({ state }) => state === 'firing'))
    if (unit.province !== null) expect(told.has(unit.code)).toBe(true);
  expect(after.units.length).toBeLessThanOrEqual(after.gaps.any.atMost);
  const text = gapTable(after);
  expect(text).toContain('Nay chưa rõ; lần cuối biết chênh');
  expect(text).toContain(`từ 0 đến ${after.gaps.any.atMost} nơi báo cáo tốt hơn vận hành`);
  expect(text).not.toContain('Không xã nào');
});

it('leaves off the list who operates GREEN for certain by now: no report could make a gap of that', async () => {
  const { client } = application;
  const [listed] = (await client.gap.get({ cut: NEXT })).units;
  const code = listed?.code ?? '';
  expect(listed).toMatchObject({ steps: null });
  const outputs = (await client.plan.indicators()).filter(({ kind }) => kind !== 'criterion');
  await bring(application, {
    cut: 'month-2025-12',
    figures: outputs.map(({ code: indicator, kind }) => ({
      unit: code,
      indicator,
      figure:
        kind === 'ratio'
          ? { value: 1, numerator: 1_000, denominator: 1_000 }
          : { value: 10_000, numerator: null, denominator: null },
    })),
  });
  const { units, gaps } = await client.gap.get({ cut: NEXT });
  expect((await client.units.profile({ code, cut: NEXT })).operating).toBe('green');
  expect(units.map((unit) => unit.code)).not.toContain(code);
  expect(units.length).toBeLessThanOrEqual(gaps.any.atMost);
});

it('lists in a deck those of whom a gap was only known under a title that says so', async () => {
  const { client } = application;
  const facts = await gatherNational(client, { cut: BEFORE, compare: null });
  const say = createSay('vi', facts.names);
  const report = await client.gap.get({ cut: BEFORE });
  const [unit] = report.units;
  if (unit === undefined) throw new Error('No commune in a gap');
  const wide = { ...unit, reported: 'green', operating: 'red', steps: 2, last: null } as const;
  const last = { reported: 'green', operating: 'red', steps: 2 } as const;
  const silent = { ...unit, reported: 'notReported', steps: null, last } as const;
  const titles = (units: (typeof report)['units']) =>
    gapReportPages(facts, { ...report, units }, say, frameWords(say)).map(({ title }) => title);
  const [known, unknown] = [
    'Xã báo Xanh nhưng vận hành Đỏ',
    'Nay chưa rõ; lần cuối biết báo Xanh, vận hành Đỏ',
  ];
  expect(titles([wide, silent])).toEqual(['Báo cáo so với vận hành', known, unknown]);
  expect(titles([silent])).toEqual(['Báo cáo so với vận hành', unknown]);
});

it('tells both ends of every province, on a page of a deck as on the screen', async () => {
  const { client } = application;
  const { gaps, byProvince } = await client.gap.get({ cut: NEXT, byProvince: true });
  const places = byProvince ?? [];
  expect(places.reduce((sum, one) => sum + one.gaps.any.atMost, 0)).toBe(gaps.any.atMost);
  for (const { code, gaps: own } of places)
    expect((await client.gap.get({ cut: NEXT, province: code })).gaps).toEqual(own);
  expect(new Set(places.map(({ gaps: own }) => own.any.atLeast))).toEqual(new Set([0]));
  const facts = await gatherNational(client, { cut: NEXT, compare: null });
  const say = createSay('vi', facts.names);
  const blocks = gapPage(facts, say, frameWords(say)).rows.flatMap(({ cells }) => cells);
  const table = blocks
    .map(({ block }) => (block.type === 'table' ? block.table : null))
    .find((one) => one?.title === 'Tỉnh có nhiều xã chênh lệch nhất (chắc chắn và nhiều nhất)');
  expect(table?.columns.map(({ title }) => title)).toEqual([
    ...['Tỉnh, thành phố', 'Chênh lệch', 'Nhiều nhất', 'Tỷ lệ'],
    ...['Xã báo Xanh nhưng vận hành Đỏ', 'Nhiều nhất'],
  ]);
  const ends = (table?.rows ?? []).map((row) => row.map(({ value }) => value));
  const most = places.map(({ gaps: own }) => [own.any.atMost, own.wide.atMost]);
  expect(ends.map(([, least, any, , wide, wideMost]) => [least, any, wide, wideMost])).toEqual(
    most.toSorted(([left = 0], [right = 0]) => right - left).map(([any, wide]) => [0, any, 0, wide]),
  );
  // What share of its communes are in a gap nobody knows: it is no 0%.
  const shares = new Set((table?.rows ?? []).map((row) => row[3]?.text));
  expect([...shares].filter((text) => text !== '–' && text !== '≥ 0%')).toEqual([]);
});

it('says nothing of an upper end where nothing is open', () => {
  const { t } = createTranslator('vi');
  const row = { green: 0, yellow: 0, red: 0, undetermined: 0, noEvidence: 0 };
  const matrix = {
    ...{ green: { ...row, red: 2, green: 3 }, yellow: row, red: row },
    undetermined: row,
    notReported: row,
  };
  const gaps = { any: { atLeast: 2, atMost: 2 }, wide: { atLeast: 2, atMost: 2 } };
  expect(gapLead({ t }, 'commune', { matrix, gaps })).not.toContain('Nhiều nhất');
  const open = { any: { atLeast: 2, atMost: 3 }, wide: { atLeast: 2, atMost: 2 } };
  expect(gapLead({ t }, 'commune', { matrix, gaps: open })).toContain('Nhiều nhất 3, trong đó 2 XANH | ĐỎ');
});
