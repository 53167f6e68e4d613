import type { Catalogue } from '#main/core/ground/catalogue/catalogue.ts';
import { type Cell, insertRows } from '#main/db/insert-rows.ts';
import type { WriteDatabase } from '#main/db/open.ts';
import type { PlanDifficulty } from '#shared/domain/plan.ts';
import { atHour, dayNumber, dayText, MOMENT_DAY } from './calendar.ts';
import type { Masks } from './criteria-store.ts';
import { HANOI } from './pins.ts';
import { type Provenance, stableUuid } from './provenance-store.ts';
import { createRandom, type Random } from './random.ts';
import { type Commune, cutAt, type Province, type World } from './world.ts';

const COLUMNS = ['uuid', 'unit_id', 'category_code', 'text', 'reported_on', 'resolved_on', 'run_id'];
/** Share of the communes lacking a criterion that also say why. */
const SPEAKING = 0.3;
const ASKS = [
  'Đề nghị tỉnh hỗ trợ trong tháng.',
  'Đã báo cáo Ủy ban nhân dân tỉnh, thành phố.',
  'Đề nghị cơ quan chủ quản hướng dẫn xử lý.',
  'Xã đang tạm khắc phục, chưa bảo đảm lâu dài.',
];

/** Causes that the articles of August and November name, with the body they speak of. */
const PUBLISHED: readonly {
  source: string;
  unit: string;
  on: string;
  categories: readonly string[];
  text: string;
}[] = [
  {
    source: 'mst-2025-08-12',
    unit: 'VN',
    on: MOMENT_DAY,
    categories: [
      'software_unstable',
      'one_stop_errors',
      'civil_status_unconnected',
      'instructions_lacking',
      'support_staff_lacking',
      'terminals_lacking',
      'processes_unstandardised',
    ],
    text: 'Nguyên nhân báo cáo nêu đối với tỷ lệ hồ sơ trực tuyến còn thấp.',
  },
  {
    source: 'mst-2025-11-08',
    unit: '31',
    on: '2025-11-08',
    categories: [
      'specialists_lacking',
      'concurrent_posts',
      'facilities_limited',
      'not_fully_online',
      'data_unconnected',
    ],
    text: 'Khó khăn báo cáo nêu tại thành phố Hải Phòng.',
  },
];

/** Writes difficulties: why communes lack what they lack, what provinces say, and what the articles name. */
export function insertDifficulties(
  database: WriteDatabase,
  world: World,
  catalogue: Catalogue,
  masks: Masks,
  provenance: Provenance,
): void {
  const categories = catalogue.plan.difficulties;
  const random = createRandom('difficulties');
  const communes = world.communes.flatMap((commune) =>
    communeDifficulty(world, commune, masks, categories, random),
  );
  const provinces = world.provinces.flatMap((province) => provinceDifficulties(province, categories, random));
  const drafts = [...communes, ...provinces];
  const runId = provenance.illustrative({
    key: 'difficulties',
    name: 'Số liệu minh họa: khó khăn, vướng mắc',
    nameEn: 'Illustrative data: difficulties',
    receivedAt: atHour('2025-12-29', 16),
    rows: drafts.length,
  });
  const rows = [...drafts.map((draft) => [...draft, runId]), ...publishedRows(world, categories, provenance)];
  insertRows(
    database,
    'difficulty',
    COLUMNS,
    rows.map((row, index) => [stableUuid(`difficulty|${index}`), ...row]),
  );
}

/** Unit, category, text, reported on, resolved on. */
type Draft = Cell[];

function communeDifficulty(
  world: World,
  commune: Commune,
  masks: Masks,
  categories: readonly PlanDifficulty[],
  random: Random,
): Draft[] {
  const moment = cutAt(world, MOMENT_DAY);
  const met = masks[moment]?.[commune.index] ?? 0;
  const lacking = world.criteria.filter((_, bit) => !((met >> bit) & 1));
  if (lacking.length === 0 || !random.chance(SPEAKING)) return [];
  const criterion = random.pick(lacking);
  const fitting = categories.filter(({ indicators }) => indicators.includes(criterion));
  const category = random.pick(fitting.length > 0 ? fitting : categories);
  const bit = world.criteria.indexOf(criterion);
  const solved = world.statusCuts.find(
    (_, cut) => cut > moment && ((masks[cut]?.[commune.index] ?? 0) >> bit) & 1,
  );
  const reportedOn = dayText(dayNumber('2025-07-07') + random.integer(0, 24));
  const text = `Trung tâm Phục vụ hành chính công ${commune.name}: ${lowerFirst(category.name)}. ${random.pick(ASKS)}`;
  return [[commune.unitId, category.code, text, reportedOn, solved?.day ?? null]];
}

function provinceDifficulties(
  province: Province,
  categories: readonly PlanDifficulty[],
  random: Random,
): Draft[] {
  const count = random.integer(2, 4) + (province.code === HANOI ? 1 : 0);
  return random
    .shuffled(categories)
    .slice(0, count)
    .map((category) => {
      const day = dayNumber('2025-07-14') + random.integer(0, 140);
      const resolved = day + random.integer(14, 90);
      const isOver = random.chance(0.55) && resolved <= dayNumber('2025-12-29');
      const text = `${province.name}: ${lowerFirst(category.name)}. ${random.pick(ASKS.slice(2, 3).concat('Kiến nghị Trung ương sớm có giải pháp chung.'))}`;
      return [province.unitId, category.code, text, dayText(day), isOver ? dayText(resolved) : null];
    });
}

function publishedRows(
  world: World,
  categories: readonly PlanDifficulty[],
  provenance: Provenance,
): Cell[][] {
  return PUBLISHED.flatMap(({ source, unit, on, categories: codes, text }) => {
    const runId = provenance.published(source, null, codes.length);
    const unitId = world.provinces.find(({ code }) => code === unit)?.unitId ?? world.countryId;
    return codes.map((code) => {
      const name = categories.find((category) => category.code === code)?.name ?? code;
      return [unitId, code, `${name}. ${text}`, on, null, runId];
    });
  });
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
}
