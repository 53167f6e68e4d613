import { idOf } from '#main/core/ground/catalogue/ids-store.ts';
import type { WriteDatabase } from '#main/db/open.ts';
import codes from '../../assets/illustrative/codes.json' with { type: 'json' };
import type { PlannedCut } from './calendar.ts';
import type { MonthTable } from './output-pins.ts';
import { HCMC } from './pins.ts';
import type { Provenance } from './provenance-store.ts';
import type { World } from './world.ts';

const NOTE =
  'Tháng 6/2025 chưa có xã, phường mới nên số liệu là của cả thành phố. Báo cáo công bố nêu số hồ sơ mỗi ngày của tháng 7 thấp hơn nhiều so với tháng 6, không nêu con số; con số này là minh họa.';

/**
 * Before there were communes a month stands on a province. The report compares July of Hồ Chí Minh City with its June,
 * so June has this one figure: what the communes to come would have received.
 */
export function insertCityMonth(
  database: WriteDatabase,
  world: World,
  cut: PlannedCut,
  table: MonthTable,
  provenance: Provenance,
): void {
  const city = world.provinces.find(({ code }) => code === HCMC);
  if (city === undefined) throw new Error(`No province ${HCMC}`);
  const received = city.communes.reduce((sum, { index }) => sum + (table[index]?.received ?? 0), 0);
  const runId = provenance.illustrative({
    key: `${cut.code}|${city.code}`,
    name: `Số liệu minh họa: kết quả tháng, ${city.name}`,
    nameEn: `Illustrative data: monthly outputs, ${city.name}`,
    sheet: 'Kết quả',
    senderId: city.unitId,
    cut,
    receivedAt: cut.dueAt,
    rows: 1,
  });
  const sql =
    'INSERT INTO observation (cut_id, indicator_id, unit_id, value, run_id, note) VALUES (?, ?, ?, ?, ?, ?)';
  const indicator = idOf(world.indicators, codes.received);
  database.prepare(sql).run(cut.id, indicator, city.unitId, received, runId, NOTE);
}
