import codes from '../../assets/illustrative/codes.json' with { type: 'json' };
import { AN_LAO, FULL_COVERAGE, GREEN_AT_MOMENT, PHU_LIEN, SIGNATURES_LACKING } from './pins.ts';
import { createRandom, type Random } from './random.ts';
import type { Commune, Province, World } from './world.ts';

/** Status cut (index) from which a criterion is met; NEVER = not within the half year. */
const NEVER = 99;

/** `arrivals[commune][criterion]`, before the setbacks. */
export type Arrivals = Uint8Array[];

/** How often a commune that is not GREEN lacks a criterion; the eight without a published share lack more. */
const LACKING: Readonly<Record<string, number>> = {
  [codes.meeting]: 2.4,
  [codes.devices]: 6,
  [codes.oneStop]: 15.5,
  [codes.portal]: 15.5,
  [codes.civilStatus]: 25,
  [codes.premises]: 15.5,
  [codes.equipment]: 16,
  [codes.staff]: 17,
  [codes.team]: 15.5,
  [codes.procedures]: 15.5,
};
/** In the seven named provinces. */
const LACKING_SIGNATURES: Readonly<Record<string, number>> = {
  [codes.signature]: 26,
  [codes.certificate]: 22,
};

/** Provinces far behind on 31 July: more criteria missing per commune, and a slower second half-year. */
const FAR_BEHIND = new Set(['04', '12', '38', '40', '52', '68', '86']);
const MISSING_COUNT = { near: [34, 28, 20, 11, 7], far: [13, 19, 24, 21, 13, 10] };

/** When GREEN communes got ready: share by status cut, 30 June to 31 July. */
const READY = [36, 16, 15, 14, 13, 6];

/** When each commune comes to meet each criterion; on 31 July 16:00 exactly what the report says. */
export function planArrivals(world: World, moment: number): Arrivals {
  const random = createRandom('criteria');
  const arrivals: Arrivals = world.communes.map(() => new Uint8Array(world.criteria.length));
  for (const province of world.provinces) {
    const green = new Set(chooseGreen(province, random));
    for (const commune of province.communes) {
      const row = arrivals[commune.index];
      if (!row) continue;
      if (green.has(commune)) arriveGreen(row, moment, random);
      else arriveLater(row, chooseMissing(world, province, random), world, province, moment, random);
    }
  }
  return arrivals;
}

/** Wards come first more often than rural communes and islands. */
function chooseGreen(province: Province, random: Random): readonly Commune[] {
  if (FULL_COVERAGE.some((code) => code === province.code)) return province.communes;
  const pinned = new Set([PHU_LIEN, AN_LAO]);
  const ease = (commune: Commune): number =>
    random.next() + (commune.kind === 'phuong' ? 0.35 : 0) + (pinned.has(commune.code) ? 9 : 0);
  const ranked = province.communes.map((commune) => ({ commune, rank: ease(commune) }));
  ranked.sort((a, b) => b.rank - a.rank);
  return ranked.slice(0, GREEN_AT_MOMENT[province.code] ?? 0).map(({ commune }) => commune);
}

function chooseMissing(world: World, province: Province, random: Random): Set<number> {
  const lacksSignatures = SIGNATURES_LACKING.includes(province.code);
  const weights: number[] = world.criteria.map((code) => {
    if (code === codes.signature || code === codes.certificate) {
      return lacksSignatures ? (LACKING_SIGNATURES[code] ?? 0) : 0;
    }
    return LACKING[code] ?? 0;
  });
  const count = 1 + random.weighted(FAR_BEHIND.has(province.code) ? MISSING_COUNT.far : MISSING_COUNT.near);
  const missing = new Set<number>();
  while (missing.size < count) {
    const criterion = random.weighted(weights);
    weights[criterion] = 0;
    missing.add(criterion);
  }
  return missing;
}

/** The last criterion arrives in the week the commune gets ready, the others before or with it. */
function arriveGreen(row: Uint8Array, moment: number, random: Random): void {
  const ready = Math.min(random.weighted(READY), moment);
  for (let criterion = 0; criterion < row.length; criterion++) {
    row[criterion] = random.chance(0.6) ? 0 : random.integer(0, ready);
  }
  row[random.integer(0, row.length - 1)] = ready;
}

function arriveLater(
  row: Uint8Array,
  missing: ReadonlySet<number>,
  world: World,
  province: Province,
  moment: number,
  random: Random,
): void {
  const last = world.statusCuts.length - 1;
  const isFar = FAR_BEHIND.has(province.code);
  const ready = isFar ? random.integer(moment + 3, last) : random.integer(moment + 1, moment + 15);
  for (let criterion = 0; criterion < row.length; criterion++) {
    if (!missing.has(criterion)) row[criterion] = random.chance(0.6) ? 0 : random.integer(0, moment);
    else row[criterion] = random.integer(moment + 1, ready);
  }
  const isStuck = random.chance(neverShare(province.code, isFar));
  row[random.pick([...missing])] = isStuck ? NEVER : ready;
  if (isStuck) for (const criterion of missing) if (random.chance(0.4)) row[criterion] = NEVER;
}

/** Share of the communes that still lack something at the end of the year. */
function neverShare(province: string, isFar: boolean): number {
  if (province === '12') return 0.45;
  if (province === '04') return 0.4;
  return isFar ? 0.2 : 0.1;
}
