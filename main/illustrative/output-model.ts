import type { PlannedCut } from './calendar.ts';
import { HANOI, HANOI_JULY, HCMC } from './pins.ts';
import { createRandom, type Random } from './random.ts';
import type { Commune, Province, World } from './world.ts';

/** What a commune did in a month: counts only, shares are made of them. Null = not applicable there. */
export interface MonthFigures {
  received: number;
  online: number;
  resolved: number;
  resultsOnline: number;
  onTime: number;
  synchronised: number;
  documents: number;
  signed: number;
  support: number;
}

/** Criteria that show in the outputs of a commune. */
export interface Conditions {
  readonly hasSignatures: boolean;
  readonly isConnected: boolean;
  readonly hasTeam: boolean;
}

interface Character {
  readonly size: number;
  readonly online: number;
  readonly gain: number;
  readonly results: number;
  readonly onTime: number;
  readonly synchronised: number;
  readonly signed: number;
  readonly support: number;
}

/** Work of all months against July; the summer rush of births, schools and land files comes in autumn. */
const SEASON = [1.06, 1, 0.97, 1.05, 1.07, 1.02, 1.1];
/** Hồ Chí Minh City received far more per day in June than in July, in 30 days instead of 31. */
const HCMC_JUNE = 1.7;
/** Months that were lost to a change of software: fall of the online share. */
const FALLS: readonly { province: string; month: string; by: number }[] = [
  { province: '52', month: 'month-2025-09', by: 0.16 },
  { province: '66', month: 'month-2025-11', by: 0.14 },
];
/** Files a month of a commune of 45 km² in an average province. */
const USUAL_FILES: Readonly<Record<string, number>> = { phuong: 590, xa: 300, dac_khu: 60 };

/** A generator of months: the character of provinces and communes stays, the month and chance change. */
export function createOutputModel(
  world: World,
): (commune: Commune, month: number, conditions: Conditions) => MonthFigures {
  const provinces = world.provinces.map(provinceCharacter);
  const random = createRandom('communes');
  const communes = world.communes.map((commune) =>
    communeCharacter(commune, provinces[commune.province], random),
  );
  const monthly = createRandom('months');
  return (commune, month, conditions) => {
    const character = communes[commune.index];
    const province = world.provinces[commune.province];
    const cut = world.monthCuts[month];
    if (!character || !province || !cut) throw new Error(`No commune ${commune.code} or month ${month}`);
    return drawMonth(character, province, cut, month, conditions, monthly);
  };
}

function provinceCharacter(province: Province): Character {
  const random = createRandom(`province|${province.code}`);
  const isHanoi = province.code === HANOI;
  const isCity = isHanoi || province.code === HCMC;
  return {
    size: isCity ? 1.5 : random.between(0.75, 1.2),
    online: isHanoi ? HANOI_JULY.online : random.between(0.47, 0.72),
    gain: isHanoi ? 0.045 : random.between(0.012, 0.045),
    results: isHanoi ? HANOI_JULY.results : random.between(0.18, 0.5),
    onTime: random.between(0.84, 0.95),
    synchronised: random.between(0.68, 0.9),
    signed: random.between(0.78, 0.94),
    support: random.between(70, 240),
  };
}

function communeCharacter(commune: Commune, province: Character | undefined, random: Random): Character {
  if (!province) throw new Error(`Commune ${commune.code} has no province`);
  const crowding = clamp((45 / commune.areaKm2) ** 0.35, 0.3, 1.5);
  return {
    size: (USUAL_FILES[commune.kind] ?? 300) * crowding * province.size * Math.exp(0.3 * random.normal()),
    online: province.online + 0.1 * random.normal(),
    gain: province.gain,
    results: province.results * Math.exp(0.25 * random.normal()),
    onTime: province.onTime + 0.05 * random.normal(),
    synchronised: province.synchronised + 0.07 * random.normal(),
    signed: province.signed + 0.05 * random.normal(),
    support: province.support * Math.exp(0.4 * random.normal()),
  };
}

/** `month` counts from June = 0; July = 1 is the month the characters describe. */
function drawMonth(
  character: Character,
  province: Province,
  cut: PlannedCut,
  month: number,
  conditions: Conditions,
  random: Random,
): MonthFigures {
  const since = month - 1;
  const june = province.code === HCMC && month === 0 ? HCMC_JUNE : 1;
  const fall = FALLS.find((one) => one.province === province.code && one.month === cut.code)?.by ?? 0;
  const draw = (whole: number, share: number, spread: number): number =>
    Math.round(whole * clamp(share + spread * random.normal(), 0.01, 1));
  const received = Math.max(
    3,
    Math.round(character.size * (SEASON[month] ?? 1) * june * Math.exp(0.08 * random.normal())),
  );
  const resolved = draw(received, 0.93, 0.03);
  // Without signatures nothing can be signed, and so no result returned online: a real zero.
  const usable = conditions.hasSignatures ? 1 : 0;
  const resultsOnline = usable * draw(resolved, character.results + 0.045 * since, 0.03);
  const documents = resolved + Math.round(received * 0.4);
  const synchronisedShare = (character.synchronised + 0.03 * since) * (conditions.isConnected ? 1 : 0.8);
  return {
    received,
    online: draw(received, character.online + character.gain * since - fall, 0.03),
    resolved,
    resultsOnline,
    onTime: draw(resolved, character.onTime + 0.013 * since, 0.02),
    synchronised: draw(received, synchronisedShare, 0.03),
    documents,
    // A result that is returned online has been signed.
    signed: usable * Math.max(draw(documents, character.signed + 0.022 * since, 0.03), resultsOnline),
    support: Math.round(
      character.support *
        (1 + 0.22 * since) *
        (conditions.hasTeam ? 1 : 0.3) *
        Math.exp(0.2 * random.normal()),
    ),
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
