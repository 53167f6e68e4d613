import type { PlannedCut } from './calendar.ts';
import type { MonthTable } from './output-pins.ts';
import { AN_LAO, FULL_COVERAGE, PHU_LIEN } from './pins.ts';
import { createRandom, type Random } from './random.ts';
import type { Commune, World } from './world.ts';

/** Months in which many communes of one province send the very same figures. */
const COPIED: readonly { month: string; province: string; communes: number }[] = [
  { month: 'month-2025-09', province: '80', communes: 26 },
  { month: 'month-2025-11', province: '38', communes: 18 },
  { month: 'month-2025-12', province: '51', communes: 14 },
];
/** Communes that send their month before once more: a few for themselves, many as if by one hand. */
const REPEATED: readonly { month: string; province: string; communes: number }[] = [
  { month: 'month-2025-10', province: '40', communes: 3 },
  { month: 'month-2025-11', province: '22', communes: 11 },
];
/** Communes that sign the very same share of the very same number of documents. */
const SAME_SHARE = { month: 'month-2025-10', province: '66', communes: 9, signed: 372, documents: 400 };
/** Communes where all goes well but one thing: a quarter of the files is late. */
const LATE_ALONE = {
  months: ['month-2025-10', 'month-2025-11', 'month-2025-12'],
  province: '25',
  communes: 4,
};
/** GREEN communes that report not one file in the month. */
const SILENT: Readonly<Record<string, number>> = {
  'month-2025-08': 14,
  'month-2025-09': 11,
  'month-2025-10': 8,
  'month-2025-11': 6,
  'month-2025-12': 7,
};
/** Communes with fewer signatures than results that must have been signed. */
const UNSIGNED: Readonly<Record<string, number>> = {
  'month-2025-08': 9,
  'month-2025-09': 12,
  'month-2025-10': 6,
  'month-2025-12': 5,
};

/** Puts suspicious patterns into a month, so that the checks on reporting itself have something to ask. */
export function addOddities(
  world: World,
  cut: PlannedCut,
  table: MonthTable,
  before: MonthTable | null,
): void {
  const random = createRandom(`oddities|${cut.code}`);
  for (const { month, province, communes } of COPIED) {
    if (month === cut.code) copyFigures(world, table, province, communes, random);
  }
  for (const { month, province, communes } of REPEATED) {
    if (month !== cut.code || before === null) continue;
    for (const { index } of communesOf(world, province).slice(0, communes))
      table[index] = before[index] ?? null;
  }
  if (LATE_ALONE.months.includes(cut.code)) makeLateAlone(world, table);
  if (cut.code === SAME_SHARE.month) signTheSame(world, table);
  for (const commune of drawn(world, SILENT[cut.code] ?? 0, FULL_COVERAGE, random)) silence(table, commune);
  for (const commune of drawn(world, UNSIGNED[cut.code] ?? 0, ['68', '92', '01'], random)) {
    const figures = table[commune.index];
    if (!figures) continue;
    figures.resultsOnline = Math.max(figures.resultsOnline, Math.round(figures.resolved * 0.2));
    figures.signed = Math.floor(figures.resultsOnline * random.between(0.3, 0.8));
  }
}

function copyFigures(world: World, table: MonthTable, province: string, count: number, random: Random): void {
  const own = communesOf(world, province);
  const [first, ...others] = random.shuffled(own.filter(({ index }) => table[index]?.signed)).slice(0, count);
  const model = first && table[first.index];
  if (model) for (const { index } of others) table[index] = { ...model };
}

function signTheSame(world: World, table: MonthTable): void {
  const { province, communes, signed, documents } = SAME_SHARE;
  // What is returned electronically has been signed, so that only who returned less can have signed so little.
  const able = communesOf(world, province).filter(
    ({ index }) => (table[index]?.resultsOnline ?? signed) < signed,
  );
  for (const { index } of able.slice(0, communes)) Object.assign(table[index] ?? {}, { signed, documents });
}

function makeLateAlone(world: World, table: MonthTable): void {
  for (const { index } of communesOf(world, LATE_ALONE.province).slice(0, LATE_ALONE.communes)) {
    const figures = table[index];
    if (!figures) continue;
    const { received, resolved, documents } = figures;
    const share = (whole: number, of: number): number => Math.round(whole * of);
    Object.assign(figures, {
      ...{ online: share(received, 0.9), resultsOnline: share(resolved, 0.8), onTime: share(resolved, 0.74) },
      ...{ synchronised: share(received, 0.97), signed: share(documents, 0.97), support: 150 },
    });
  }
}

function communesOf(world: World, province: string): readonly Commune[] {
  return world.provinces.find(({ code }) => code === province)?.communes ?? [];
}

/** No file: the shares have nothing to be shares of. Support went on. */
function silence(table: MonthTable, { index }: Commune): void {
  const figures = table[index];
  if (!figures) return;
  const none = {
    received: 0,
    online: 0,
    resolved: 0,
    resultsOnline: 0,
    onTime: 0,
    synchronised: 0,
    documents: 0,
    signed: 0,
  };
  table[index] = { ...figures, ...none };
}

function drawn(world: World, count: number, provinces: readonly string[], random: Random): Commune[] {
  const pool = world.provinces
    .filter(({ code }) => provinces.includes(code))
    .flatMap(({ communes }) => communes);
  const free = pool.filter(({ code }) => code !== PHU_LIEN && code !== AN_LAO);
  return random.shuffled(free).slice(0, count);
}
