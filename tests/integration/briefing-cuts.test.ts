import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Application, createApp, DATABASE_NAME } from '#main/core/app.ts';
import { type Block, type Briefing, blocksOf } from '#main/core/brief/description.ts';
import { gatherFacts } from '#main/core/brief/facts.ts';
import { gatherCommunes } from '#main/core/brief/facts-province.ts';
import { makeBriefing } from '#main/core/brief/make.ts';
import { communeTable } from '#main/core/brief/tables.ts';
import { openDatabase } from '#main/db/open.ts';
import { filledFolder } from '#tests/setup/data-folder.ts';
import { recomputeAll } from '#tests/setup/recompute.ts';
import { silence } from '#tests/setup/silence.ts';

const OLDER = 'week-2025-11-03';
const NEWEST = 'week-2025-12-29';
/** Of Hải Phòng (31): one leaves between the two cuts, the other joins. */
const [LEAVING, JOINING] = ['10507', '10525'];
const CHANGE_DAY = '2025-12-01';
/** Nobody reports anything; the communes of Hải Phòng have been silent for two weeks before. */
const SILENT = 'week-2025-12-22';
const [FIRST_WITHOUT, BEFORE] = ['week-2025-12-08', 'week-2025-12-15'];
const IN_HANOI = '00004';
/** Hanoi alone has reported, also of the month before. */
const [LONELY, LONELY_MONTH] = ['week-2025-08-04', 'month-2025-07'];
let app: Application;

beforeAll(async () => {
  const folder = filledFolder();
  const { write, close } = openDatabase(join(folder, DATABASE_NAME));
  for (const [column, code] of [
    ['valid_to', LEAVING],
    ['valid_from', JOINING],
  ]) {
    write.prepare(`UPDATE unit SET ${column} = ? WHERE code = ?`).run(CHANGE_DAY, code);
    write
      .prepare(
        `UPDATE unit_name SET ${column} = ?
         WHERE unit_id = (SELECT id FROM unit WHERE code = ?) AND role = 'official'`,
      )
      .run(CHANGE_DAY, code);
  }
  silence(write, FIRST_WITHOUT, '31');
  silence(write, BEFORE, '31');
  silence(write, BEFORE, IN_HANOI);
  silence(write, SILENT, 'VN');
  const others = write
    .prepare(`SELECT code FROM unit WHERE level = 'province' AND code <> '01'`)
    .pluck()
    .all();
  for (const code of others as string[]) for (const cut of [LONELY, LONELY_MONTH]) silence(write, cut, code);
  write.transaction(() => recomputeAll(write, '2026-02-01T00:00:00.000Z')).immediate();
  close();
  app = await createApp({ dataFolder: folder });
}, 120_000);

afterAll(() => app.close());

const national = (cut: string) => makeBriefing(app.client, { kind: 'national', language: 'vi', cut });

describe('a briefing of a cut between which and now communes have come and gone', () => {
  it.each([
    [OLDER, LEAVING, JOINING],
    ['month-2025-11', LEAVING, JOINING],
    [NEWEST, JOINING, LEAVING],
  ])('tells at %s of the communes there were then, every one', async (cut, there, gone) => {
    const { rows } = await communeTable(app.client, await national(cut));
    const codes = rows.map(([code]) => code?.value);
    const columns = await app.client.map.statuses({ cut, level: 'commune' });
    expect(codes).toEqual(columns.codes);
    expect(codes).toContain(there);
    expect(codes).not.toContain(gone);
  });

  it('refuses a commune that it cannot name instead of leaving it out', async () => {
    const facts = await gatherFacts(app.client, { cut: OLDER });
    const units = facts.units.filter(({ code }) => code !== LEAVING);
    await expect(gatherCommunes(app.client, { ...facts, units })).rejects.toMatchObject({
      code: 'UNIT_UNKNOWN',
    });
  });
});

describe('the briefing of a month', () => {
  it('compares the statuses of its last cut with those of the cut before that one', async () => {
    const { compareCut, pages } = await national('month-2025-11');
    expect(compareCut).toBe('week-2025-11-17');
    expect(compareCut).toBe((await national('week-2025-11-24')).compareCut);
    const changes = JSON.stringify(pages.find(({ id }) => id === 'changes')?.rows);
    expect(changes).toContain('17/11/2025');
  });
});

/** Blocks of one sort on a page of a briefing. */
function blocksIn<T extends Block['type']>({ pages }: Briefing, id: string, type: T) {
  const blocks = pages.filter((page) => page.id === id).flatMap(blocksOf);
  return blocks.filter((block): block is Extract<Block, { type: T }> => block.type === type);
}

const headlineOf = (briefing: Briefing, id: string) => blocksIn(briefing, id, 'headline')[0]?.text;

/** How many communes have a colour at the cut. */
async function spokeAt(cut: string): Promise<number> {
  const { reported, communes } = (await app.client.status.get({ cut })).national;
  return communes - reported.notReported;
}

/** The page's figure cards by their labels. */
function cardsOf(briefing: Briefing, id: string) {
  const cards = blocksIn(briefing, id, 'figures').flatMap(({ figures }) => figures);
  return Object.fromEntries(
    cards.map(({ label, value, text, change }) => [label, [value, text, change?.text]]),
  );
}

describe('the briefing of a cut at which nobody has reported', () => {
  it('knows no Green commune and no full province, and no change of them, before and after', async () => {
    const unknown = 'không đủ số liệu để so sánh';
    const cards = cardsOf(await national(SILENT), 'situation');
    expect(cards['Tỉnh, thành phố đạt 100%']).toEqual([null, 'Chưa báo cáo', unknown]);
    expect(cards['Xã, phường, đặc khu Xanh']).toEqual([null, 'Chưa báo cáo', unknown]);
    const after = await national(NEWEST);
    expect(blocksIn(after, 'situation', 'text')[0]?.paragraphs[0]).toBe(
      'Chưa so sánh được độ phủ xanh với 22/12/2025: quá nhiều xã chưa báo cáo ở một trong hai kỳ.',
    );
    const next = cardsOf(after, 'situation');
    expect(next['Tỉnh, thành phố đạt 100%']).toEqual([expect.any(Number), expect.any(String), unknown]);
    expect(next['Xã, phường, đặc khu Xanh']).toEqual([expect.any(Number), expect.any(String), unknown]);
  });

  it('leaves the cut out of the lines of the forecast', async () => {
    const [block] = blocksIn(await national(NEWEST), 'forecast', 'chart');
    const { axis, series } = block?.chart ?? {};
    expect(axis?.points.at(-2)).toBe('2025-12-22T09:00:00.000Z');
    expect(series?.map(({ values }) => values.slice(-3))).toEqual([
      [expect.any(Number), null, expect.any(Number)],
      [expect.any(Number), null, expect.any(Number)],
    ]);
  });

  it('does not call silent communes of a province not yet Green', async () => {
    const ask = (cut: string, unit: string) =>
      makeBriefing(app.client, { kind: 'province', language: 'vi', cut, unit });
    expect(headlineOf(await ask(BEFORE, '31'), 'map')).toBe('Chưa xã nào của Hải Phòng báo cáo ở kỳ này');
    expect(headlineOf(await ask(BEFORE, '01'), 'map')).toBe('1 xã chưa Xanh, trong đó 1 xã chưa báo cáo');
    const green = cardsOf(await ask(NEWEST, '31'), 'situation')['Xã, phường, đặc khu Xanh'];
    expect(green).toEqual([expect.any(Number), expect.any(String), 'không đủ số liệu để so sánh']);
  });

  it('says who stopped and who began to report, and calls nobody silent unchanged', async () => {
    const spoke = await spokeAt(BEFORE);
    const stopped = await national(SILENT);
    expect(headlineOf(stopped, 'changes')).toBe(
      `Không xã nào báo cáo ở cả hai kỳ, ${spoke.toLocaleString('vi')} xã ngừng báo cáo so với 15/12/2025`,
    );
    const cards = cardsOf(stopped, 'changes');
    for (const label of ['Xã tiến bộ', 'Xã thụt lùi', 'Xã giữ nguyên'])
      expect(cards[label]?.slice(0, 2)).toEqual([null, 'Chưa báo cáo']);
    expect(cards['Xã ngừng báo cáo']?.[0]).toBe(spoke);
    expect(headlineOf(await national(NEWEST), 'changes')).toContain(' xã bắt đầu báo cáo so với 22/12/2025');
    const between = cardsOf(await national(BEFORE), 'changes');
    const counts = ['Xã tiến bộ', 'Xã thụt lùi', 'Xã giữ nguyên', 'Xã ngừng báo cáo'];
    const sum = counts.reduce((total, label) => total + Number(between[label]?.[0]), 0);
    expect(sum).toBe(await spokeAt(FIRST_WITHOUT));
  });
});

describe('the lists of a briefing', () => {
  it('are whole in the workbook, latest first, where a page shows a part and says how many more', async () => {
    const briefing = await makeBriefing(app.client, {
      kind: 'province',
      language: 'vi',
      cut: OLDER,
      unit: '12',
    });
    const { tasks } = await app.client.units.profile({ code: '12', cut: OLDER });
    const watched = tasks.filter(({ schedule }) => schedule === 'overdue' || schedule === 'dueSoon');
    const [table] = blocksIn(briefing, 'work', 'table').map((block) => block.table);
    const deadlines = table?.rows.map(([, deadline]) => String(deadline?.value)) ?? [];
    expect(table?.most).toBeLessThan(watched.length);
    expect(deadlines).toEqual(watched.map(({ deadline }) => deadline).toSorted());
    const { pages } = await app.client.briefing.describe({ briefing: 'province', cut: OLDER, unit: '12' });
    const shown = pages
      .filter(({ id }) => id === 'work')
      .flatMap(({ rows }) => rows.flatMap(({ cells }) => cells));
    const tables = shown.flatMap(({ block }) => (block.type === 'table' ? [block.table.rows.length] : []));
    expect(tables[0]).toBe(table?.most);
  });
});

describe('the briefing of a cut at which one province alone has reported', () => {
  it('takes nobody for less than full, and no condition for not met, of whom nothing is known', async () => {
    const lonely = await national(LONELY);
    const { provinces, criteria } = await app.client.status.get({ cut: LONELY });
    const full = provinces.filter(({ band }) => band === 'full').length;
    const cards = cardsOf(lonely, 'situation');
    expect(cards['Tỉnh, thành phố đạt 100%']?.[1]).toBe(`${full}–${full + 33}/34`);
    const said = blocksIn(lonely, 'situation', 'text')[0]?.paragraphs ?? [];
    expect(said).toContain(
      '1 tỉnh, thành phố có 100% xã Xanh: Hà Nội. 33 địa phương khác chưa rõ, tùy xã chưa báo cáo.',
    );
    expect(said).toContain(
      `Không điều kiện nào chắc chắn đạt trên 90% số xã. ${criteria.length} điều kiện chưa rõ, tùy xã chưa báo cáo.`,
    );
  });

  it('does not tell its applications as those of the country', async () => {
    const lonely = await national(LONELY);
    expect(headlineOf(lonely, 'online')).toMatch(
      /^\d+,\d+% hồ sơ của cả nước nộp trực tuyến \(mới có 126\/3\.\d+ xã báo cáo\)$/,
    );
  });
});
