import codes from '../../assets/illustrative/codes.json' with { type: 'json' };
import type { Arrivals } from './criteria-model.ts';
import { AN_LAO, FULL_COVERAGE, PHU_LIEN } from './pins.ts';
import { createRandom, type Random } from './random.ts';
import { type Commune, cutAt, type World } from './world.ts';

/** A criterion that was met is not met from one status cut to another (both included). */
export interface Setback {
  readonly commune: number;
  readonly criterion: number;
  readonly from: number;
  readonly to: number;
}

interface Event {
  readonly province: string;
  readonly criteria: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly share: number;
}

/** Things that set back a part of a province at once. All illustrative. */
const EVENTS: readonly Event[] = [
  { province: '79', criteria: [codes.portal], from: '2025-08-18', to: '2025-08-25', share: 0.4 },
  { province: '52', criteria: [codes.oneStop], from: '2025-09-08', to: '2025-09-15', share: 0.8 },
  { province: '44', criteria: [codes.meeting], from: '2025-09-29', to: '2025-10-06', share: 0.3 },
  {
    province: '19',
    criteria: [codes.premises, codes.equipment],
    from: '2025-10-13',
    to: '2025-11-03',
    share: 0.35,
  },
  { province: '04', criteria: [codes.equipment], from: '2025-10-13', to: '2025-10-27', share: 0.25 },
  { province: '01', criteria: [codes.civilStatus], from: '2025-11-10', to: '2025-11-17', share: 0.3 },
  { province: '33', criteria: [codes.certificate], from: '2025-12-08', to: '2025-12-22', share: 0.1 },
];

/** Everything GREEN from one week to the next, and a part of it taken back later: a question to ask. */
const OVERNIGHT = {
  province: '86',
  on: '2025-10-06',
  backOn: '2025-11-03',
  backTo: '2025-11-17',
  backShare: 0.12,
};

/** What a commune loses now and then: people move, machines fail, software is replaced. */
const FRAGILE = [codes.oneStop, codes.staff, codes.civilStatus, codes.equipment, codes.team];

/** Makes Vĩnh Long GREEN overnight: almost nothing arrives before the day, everything on it. */
export function applyOvernight(world: World, arrivals: Arrivals, moment: number): void {
  const random = createRandom('overnight');
  const on = cutAt(world, OVERNIGHT.on);
  for (const { index } of communesOf(world, OVERNIGHT.province)) {
    const row = arrivals[index];
    if (!row || row.every((arrival) => arrival <= moment) || random.chance(0.1)) continue;
    for (let criterion = 0; criterion < row.length; criterion++)
      if ((row[criterion] ?? 0) > moment) row[criterion] = on;
  }
  for (const { index } of communesOf(world, OVERNIGHT.province)) {
    arrivals[index]?.forEach((arrival, criterion, row) => {
      if (arrival > on) row[criterion] = on;
    });
  }
}

/** All setbacks; none touches the published moment. */
export function planSetbacks(world: World, moment: number): Setback[] {
  const random = createRandom('setbacks');
  const setbacks = [...eventSetbacks(world, random), ...communeSetbacks(world, moment, random)];
  const overnight = new Set(communesOf(world, OVERNIGHT.province).map(({ index }) => index));
  const on = cutAt(world, OVERNIGHT.on);
  return setbacks
    .filter(({ from, to }) => to < moment || from > moment)
    .filter(({ commune, from, to }) => !overnight.has(commune) || to < on || from > on);
}

function eventSetbacks(world: World, random: Random): Setback[] {
  const back = {
    province: OVERNIGHT.province,
    criteria: [codes.staff],
    from: OVERNIGHT.backOn,
    to: OVERNIGHT.backTo,
    share: OVERNIGHT.backShare,
  };
  return [...EVENTS, back].flatMap(({ province, criteria, from, to, share }) =>
    communesOf(world, province)
      .filter(() => random.chance(share))
      .flatMap(({ index }) =>
        criteria.map((code) => ({
          commune: index,
          criterion: world.criteria.indexOf(code),
          from: cutAt(world, from),
          to: cutAt(world, to),
        })),
      ),
  );
}

function communeSetbacks(world: World, moment: number, random: Random): Setback[] {
  const last = world.statusCuts.length - 1;
  return world.communes
    .filter((commune) => random.chance(setbackShare(world, commune)))
    .map(({ index }) => {
      const from = random.chance(0.2) ? random.integer(1, moment - 1) : random.integer(moment + 1, last);
      const length = random.integer(1, 4);
      const end = from < moment ? Math.min(from + length - 1, moment - 1) : from + length - 1;
      return { commune: index, criterion: world.criteria.indexOf(random.pick(FRAGILE)), from, to: end };
    });
}

/** Provinces that got all communes ready keep them so more often. */
function setbackShare(world: World, { code, province }: Commune): number {
  if (code === PHU_LIEN || code === AN_LAO) return 0;
  return FULL_COVERAGE.some((full) => full === world.provinces[province]?.code) ? 0.02 : 0.16;
}

function communesOf(world: World, province: string): readonly Commune[] {
  return world.provinces.find(({ code }) => code === province)?.communes ?? [];
}
