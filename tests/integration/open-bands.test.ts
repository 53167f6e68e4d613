import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Application, createApp } from '#main/core/app.ts';
import type { MapSpec, Page } from '#main/core/brief/description.ts';
import { gatherNational } from '#main/core/brief/facts.ts';
import { frameWords } from '#main/core/brief/frame-words.ts';
import { recommendationsPage } from '#main/core/brief/pages/outlook.ts';
import { mapPage, situationPage } from '#main/core/brief/pages/situation.ts';
import { createSay } from '#main/core/brief/say.ts';
import { filledFolder } from '#tests/setup/data-folder.ts';

/** A week in which silent communes of Sơn La leave open whether it lies below half or above. */
const OPEN = 'week-2025-07-07';
const PROVINCE = ['14', 'Sơn La'] as const;
/** Everybody reported. */
const CERTAIN = 'moment-2025-07-31T1600';

let application: Application;
beforeAll(async () => {
  application = await createApp({ dataFolder: filledFolder() });
});
afterAll(() => application.close());

async function pagesAt(cut: string): Promise<Record<'situation' | 'map' | 'advice', Page>> {
  const facts = await gatherNational(application.client, { cut, compare: null });
  const say = createSay('vi', facts.names);
  const words = frameWords(say);
  return {
    situation: situationPage(facts, say, words),
    map: mapPage(facts, say, words),
    advice: recommendationsPage(facts, say, words),
  };
}

function mapOf({ rows }: Page): MapSpec {
  const blocks = rows.flatMap(({ cells }) => cells.map(({ block }) => block));
  const found = blocks.find((block) => block.type === 'map');
  if (found?.type !== 'map') throw new Error('A page without its map');
  return found.map;
}

it('stand on no page of a deck as if they were certain', async () => {
  const { situation, map, advice } = await pagesAt(OPEN);
  const [code, name] = PROVINCE;
  const open = `1 địa phương có thể ở dưới hay trên mức đó, tùy xã chưa báo cáo: ${name}.`;
  expect(JSON.stringify(situation)).toContain(open);
  expect(JSON.stringify(map)).toContain(', 1 địa phương chưa rõ');
  const { areas, legend } = mapOf(map);
  const striped = areas.filter(({ pattern }) => pattern === 'stripes');
  expect(striped.map((area) => area.code)).toEqual([code]);
  expect(legend.at(-1)).toMatchObject({ label: 'Từ 50% trở xuống; nhiều nhất: Trên 50%', count: '1' });
  const counted = legend.reduce((sum, { count }) => sum + Number(count), 0);
  expect(counted).toBe(34);
  const advised = JSON.stringify(advice).match(/có độ phủ xanh từ 50% trở xuống \(([^)]*)\)/)?.[1];
  expect(advised).not.toBe(undefined);
  expect(advised).not.toContain(name);
});

it('are told to the map with what they are at most', async () => {
  const { codes, coverage, coverageOpen } = await application.client.map.statuses({
    level: 'province',
    cut: OPEN,
  });
  const { provinces } = await application.client.status.get({ cut: OPEN });
  const wanted = provinces.filter(
    ({ coverage: share, bounds }) => share !== null && bounds?.atMost !== share,
  );
  expect(coverageOpen.map(({ at, atMost }) => [codes[at], atMost])).toEqual(
    wanted.map((one) => [one.code, one.bounds?.atMost]),
  );
  expect(coverageOpen.every(({ at, atMost }) => atMost > (coverage[at] ?? 1))).toBe(true);
  const communes = await application.client.map.statuses({ level: 'commune', cut: OPEN });
  expect(communes.coverageOpen.length).toBeGreaterThan(5);
});

it('are told of a criterion as of the coverage itself: met by all that are silent, by nobody who said no', async () => {
  const { client, context } = application;
  const asked = { level: 'province', code: 'devices' } as const;
  const { codes, values, shareOpen } = await client.map.indicator({ ...asked, cut: OPEN });
  const sql = `
    SELECT parent.code, count(*) AS communes, count(observation.value) AS answered, total(observation.value) AS met
    FROM unit JOIN unit AS parent ON parent.id = unit.parent_id AND unit.level = 'commune'
    LEFT JOIN observation ON observation.unit_id = unit.id AND cut_id = (SELECT id FROM cut WHERE code = ?)
      AND indicator_id = (SELECT id FROM indicator WHERE code = 'devices')
    GROUP BY parent.code HAVING answered BETWEEN 1 AND communes - 1`;
  type Row = { code: string; communes: number; answered: number; met: number };
  const rows = context.read.prepare(sql).all(OPEN) as Row[];
  expect(rows.length).toBeGreaterThan(0);
  expect(shareOpen.map(({ at, atMost }) => [codes[at], values[at], atMost])).toEqual(
    rows.map(({ code, communes, answered, met }) => [
      code,
      met / communes,
      (met + communes - answered) / communes,
    ]),
  );
  expect((await client.map.indicator({ ...asked, cut: CERTAIN })).shareOpen).toEqual([]);
  expect((await client.map.indicator({ ...asked, level: 'commune', cut: OPEN })).shareOpen).toEqual([]);
});

it('are none where everybody reported: 8, 13, 6 and 7 as published', async () => {
  const { map, situation } = await pagesAt(CERTAIN);
  const { areas, legend } = mapOf(map);
  expect(areas.filter(({ pattern }) => pattern !== undefined)).toEqual([]);
  expect(legend.map(({ count }) => count)).toEqual(['8', '13', '6', '7', '0']);
  expect(JSON.stringify([map, situation])).not.toContain('chưa rõ');
});
