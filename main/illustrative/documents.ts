import { type Cell, insertRows } from '#main/db/insert-rows.ts';
import type { WriteDatabase } from '#main/db/open.ts';
import { atHour, dayNumber, dayText } from './calendar.ts';
import { type Provenance, stableUuid } from './provenance-store.ts';
import { createRandom, type Random } from './random.ts';
import type { Province, World } from './world.ts';

/**
 * What localities issue. Numbers begin with MH (minh họa) and symbols follow Decree 30/2020/NĐ-CP, so that none
 * can be taken for the number of a real document.
 */
const KINDS = [
  {
    kind: 'plan',
    symbol: 'KH-UBND',
    task: '2.06',
    title: 'Kế hoạch rà soát trụ sở, trang thiết bị, nhân sự của Trung tâm Phục vụ hành chính công cấp xã',
  },
  {
    kind: 'decision',
    symbol: 'QĐ-UBND',
    task: '1.05',
    title: 'Quyết định ban hành quy chế hoạt động của Trung tâm Phục vụ hành chính công cấp xã',
  },
  {
    kind: 'decision',
    symbol: 'QĐ-UBND',
    task: '1.04',
    title: 'Quyết định công bố danh mục thủ tục hành chính cấp tỉnh, cấp xã',
  },
  {
    kind: 'dispatch',
    symbol: 'UBND-KGVX',
    task: '4.05',
    title: 'Công văn đôn đốc nâng cao tỷ lệ hồ sơ trực tuyến toàn trình',
  },
  {
    kind: 'dispatch',
    symbol: 'UBND-NC',
    task: '8.04',
    title: 'Công văn đôn đốc cấp chữ ký số chuyên dùng và chứng thư số công vụ',
  },
  {
    kind: 'report',
    symbol: 'BC-UBND',
    task: '3.03',
    title: 'Báo cáo kết quả đồng bộ hồ sơ lên Cổng Dịch vụ công quốc gia',
  },
  {
    kind: 'guidance',
    symbol: 'HD-SKHCN',
    task: '5.05',
    title: 'Hướng dẫn tổ chức và hoạt động của tổ công nghệ số cộng đồng',
  },
  { kind: 'report', symbol: 'BC-UBND', task: '6.06', title: 'Báo cáo giải ngân kinh phí chuyển đổi số' },
] as const;
const COLUMNS = ['uuid', 'unit_id', 'task_id', 'kind', 'number', 'title', 'issued_on', 'run_id'];

/** Writes three to seven documents a province, each on one of its tasks. */
export function insertDocuments(database: WriteDatabase, world: World, provenance: Provenance): void {
  const random = createRandom('documents');
  const drafts = world.provinces.flatMap((province) => documentsOf(world, province, random));
  const runId = provenance.illustrative({
    key: 'documents',
    name: 'Số liệu minh họa: văn bản của địa phương',
    nameEn: 'Illustrative data: documents of localities',
    receivedAt: atHour('2025-12-29', 16),
    rows: drafts.length,
  });
  insertRows(
    database,
    'document',
    COLUMNS,
    drafts.map((draft, index) => [stableUuid(`document|${index}`), ...draft, runId]),
  );
}

function documentsOf(world: World, province: Province, random: Random): Cell[][] {
  return random
    .shuffled(KINDS)
    .slice(0, random.integer(3, 7))
    .map(({ kind, symbol, task, title }) => {
      const about = world.tasks.find(({ code }) => code === task);
      const from = dayNumber(about?.start ?? '2025-07-01');
      const until = dayNumber(about?.deadline ?? '2025-12-15');
      const issuedOn = dayText(from + random.integer(3, Math.max(4, until - from)));
      return [
        province.unitId,
        about?.id ?? null,
        kind,
        `MH-${random.integer(11, 980)}/${symbol}`,
        title,
        issuedOn,
      ];
    });
}
