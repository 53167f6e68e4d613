import codes from '../../assets/illustrative/codes.json' with { type: 'json' };
import type { PlannedCut } from './calendar.ts';
import type { MonthTable } from './output-pins.ts';
import { AN_LAO, HANOI, PHU_LIEN } from './pins.ts';
import { createRandom } from './random.ts';
import type { Commune, World } from './world.ts';

/*
 * What real months are like: reports in which single figures are missing, and places where a handful of people come.
 * None of it touches what the public reports print.
 */

const OUTPUTS = [
  codes.received,
  codes.online,
  codes.results,
  codes.onTime,
  codes.synchronised,
  codes.signed,
  codes.support,
];

/** Share of the communes that leave a figure or two out of a month. */
const INCOMPLETE = 0.012;
/** In these months it is many communes of one province: its software lost a column. */
const LOST_COLUMN: readonly { month: string; province: string; output: string; share: number }[] = [
  { month: 'month-2025-10', province: '68', output: codes.online, share: 0.3 },
];
/** One commune whose month is two figures of seven, twice in a row. */
const SENT_IN_PART = {
  months: ['month-2025-10', 'month-2025-11'],
  commune: '09715',
  sent: [codes.received, codes.support],
};

/** Codes of the outputs that a commune leaves out of a month, by its code. */
export function planLeftOut(world: World, cut: PlannedCut): Map<string, readonly string[]> {
  const random = createRandom(`incomplete|${cut.code}`);
  const leftOut = new Map<string, readonly string[]>();
  for (const commune of world.communes) {
    const isIncomplete = random.chance(INCOMPLETE);
    const outputs = random.shuffled(OUTPUTS).slice(0, random.integer(1, 2));
    const lost = LOST_COLUMN.find(
      ({ month, province }) => month === cut.code && isIn(world, commune, province),
    );
    if (isPrinted(world, commune)) continue;
    if (isIncomplete) leftOut.set(commune.code, outputs);
    else if (lost !== undefined && random.chance(lost.share)) leftOut.set(commune.code, [lost.output]);
  }
  if (SENT_IN_PART.months.includes(cut.code)) {
    leftOut.set(
      SENT_IN_PART.commune,
      OUTPUTS.filter((code) => !SENT_IN_PART.sent.includes(code)),
    );
  }
  return leftOut;
}

function isPrinted(world: World, commune: Commune): boolean {
  return commune.code === PHU_LIEN || commune.code === AN_LAO || isIn(world, commune, HANOI);
}

function isIn(world: World, { province }: Commune, code: string): boolean {
  return world.provinces[province]?.code === code;
}

/** Bạch Long Vĩ, Trường Sa and Thổ Châu, and some communes of the high mountains: two to eight files a month. */
const ISLANDS: readonly string[] = ['11948', '22736', '31105'];
const MOUNTAINS: readonly { province: string; communes: number }[] = [
  { province: '12', communes: 5 },
  { province: '11', communes: 5 },
  { province: '04', communes: 6 },
];

/** Makes the months of some communes very small, from the first month that is theirs. */
export function addSmallNumbers(world: World, cut: PlannedCut, table: MonthTable): void {
  const random = createRandom(`small|${cut.code}`);
  for (const { index } of smallCommunes(world)) {
    const figures = table[index];
    if (!figures) continue;
    const received = random.integer(2, 8);
    const resolved = random.integer(2, received);
    const of = (whole: number, share: number): number =>
      Array.from({ length: whole }, () => random.chance(share)).filter(Boolean).length;
    const resultsOnline = of(resolved, 0.5);
    const documents = resolved + 1;
    Object.assign(figures, {
      ...{ received, resolved, resultsOnline, documents },
      ...{ online: of(received, 0.8), onTime: of(resolved, 0.95), synchronised: of(received, 0.9) },
      ...{ signed: Math.max(resultsOnline, of(documents, 0.9)), support: random.integer(3, 20) },
    });
  }
}

function smallCommunes(world: World): Commune[] {
  const random = createRandom('small');
  const mountains = MOUNTAINS.flatMap(({ province, communes }) => {
    const own = world.provinces.find(({ code }) => code === province)?.communes ?? [];
    return random.shuffled(own.filter(({ kind }) => kind === 'xa')).slice(0, communes);
  });
  return [...world.communes.filter(({ code }) => ISLANDS.includes(code)), ...mountains];
}
