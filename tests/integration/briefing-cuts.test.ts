import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Application, createApp, DATABASE_NAME } from '#main/core/app.ts';
import { gatherFacts } from '#main/core/brief/facts.ts';
import { gatherCommunes } from '#main/core/brief/facts-province.ts';
import { makeBriefing } from '#main/core/brief/make.ts';
import { communeTable } from '#main/core/brief/tables.ts';
import { openDatabase } from '#main/db/open.ts';
import { filledFolder } from '#tests/setup/data-folder.ts';
import { recomputeAll } from '#tests/setup/recompute.ts';

const OLDER = 'week-2025-11-03';
const NEWEST = 'week-2025-12-29';
/** Of Hải Phòng (31): one leaves between the two cuts, the other joins. */
const [LEAVING, JOINING] = ['10507', '10525'];
const CHANGE_DAY = '2025-12-01';
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
