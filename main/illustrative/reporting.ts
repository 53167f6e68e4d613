import { atHour, dayNumber, dayText, hasCommunes, MOMENT_DAY, type PlannedCut } from './calendar.ts';
import { createRandom, type Random } from './random.ts';
import type { Province, World } from './world.ts';

/** What a province sent for a cut. `given[i]` = 1 when its commune i is in it. */
export interface Delivery {
  readonly province: Province;
  /** Communes that owed a report. */
  readonly expected: number;
  readonly given: readonly boolean[];
  readonly received: number;
  /** UTC ISO; null when nothing came. */
  readonly receivedAt: string | null;
  readonly isLate: boolean;
}

/** Setbacks of reporting: the share of communes whose report is missing. 1 = the province sent nothing. */
const SILENCES: readonly { province: string; from: string; to: string; missing: number }[] = [
  { province: '11', from: '2025-08-18', to: '2025-08-18', missing: 1 },
  { province: '44', from: '2025-09-29', to: '2025-09-30', missing: 0.6 },
  { province: '12', from: '2025-10-06', to: '2025-10-06', missing: 1 },
  // Vĩnh Long turns GREEN overnight, and all of it reports.
  { province: '86', from: '2025-10-06', to: '2025-10-06', missing: 0 },
  { province: '19', from: '2025-10-13', to: '2025-10-20', missing: 0.45 },
  { province: '04', from: '2025-10-13', to: '2025-10-13', missing: 0.3 },
  { province: '96', from: '2025-11-24', to: '2025-11-24', missing: 1 },
  { province: '68', from: '2025-12-29', to: '2025-12-29', missing: 0.12 },
];

/** Far islands: the line is often down. */
const REMOTE = new Set(['22736', '20333', '11948', '31105']);
/** Provinces that tend to send after the hour. */
const OFTEN_LATE = new Set(['04', '12', '11', '52', '38', '68']);

/** One delivery per province (in order) of a cut. On the published moment every commune has reported. */
export function deliveriesOf(world: World, cut: PlannedCut): Delivery[] {
  const random = createRandom(`reporting|${cut.code}`);
  return world.provinces.map((province) => deliver(province, cut, random));
}

function deliver(province: Province, cut: PlannedCut, random: Random): Delivery {
  const silence = SILENCES.find(
    ({ province: code, from, to }) => code === province.code && cut.day >= from && cut.day <= to,
  );
  const isPinned = cut.day === MOMENT_DAY;
  const areThere = hasCommunes(cut);
  const missing = silence?.missing ?? usualMissing(cut, random);
  const given = province.communes.map(({ code }) => {
    const draw = random.next();
    return areThere && (isPinned || draw >= (REMOTE.has(code) ? Math.max(missing, 0.25) : missing));
  });
  const received = given.filter(Boolean).length;
  // Before there were communes only the tasks of the province come, and no month of outputs does.
  const hasCome = areThere ? received > 0 : cut.kind !== 'month';
  const isLate = !isPinned && hasCome && random.chance(OFTEN_LATE.has(province.code) ? 0.35 : 0.08);
  const receivedAt = hasCome ? arrival(cut, isLate, random) : null;
  const expected = areThere ? province.communes.length : 0;
  return { province, given, expected, received, receivedAt, isLate };
}

/** Some provinces miss a few communes. */
function usualMissing(cut: PlannedCut, random: Random): number {
  if (!random.chance(0.2)) return 0;
  return cut.kind === 'month' ? 0.06 : 0.025;
}

function arrival(cut: PlannedCut, isLate: boolean, random: Random): string {
  const due = dayNumber(cut.dueAt.slice(0, 10));
  const minute = random.integer(0, 59);
  if (isLate) return atHour(dayText(due + random.integer(1, 3)), random.integer(8, 17), minute);
  return atHour(dayText(due), random.integer(8, 15), minute);
}
