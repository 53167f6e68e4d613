import { type CutRecord, listCuts } from '#main/core/ground/cuts/store.ts';
import { countTouched, listUnitActsInForce, unitGround } from '#main/core/ground/units/acts-store.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import type { UnitActProblemDto, UnitActsReadDto } from '#shared/contract/unit-acts.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import { reason } from '#shared/domain/reason.ts';
import {
  evaluateUnitActs,
  type StandingUnit,
  touchedBy,
  type UnitChange,
  unitsAfter,
} from '#shared/domain/unit-acts.ts';
import { boundariesAfter, outdatedBy } from '#shared/domain/unit-boundaries.ts';
import type { ReadActs } from './read.ts';

const NOTHING: UnitChange = { begun: [], ended: [], changed: [], enlarged: [], reduced: [] };
/** A day further off is a slip. */
const YEARS_AHEAD = 5;

/** What a file would do to the units of the database, and what keeps it from doing so. Reads only. */
export function lookAtActs(
  database: ReadDatabase,
  { file, day, document, acts, places, problems }: ReadActs,
  now: string,
): UnitActsReadDto {
  const told = { file, day, document };
  if (day === null)
    return {
      ...told,
      problems: [...problems],
      change: NOTHING,
      names: {},
      ...noneTouched(),
      undrawn: [],
      outdated: [],
    };
  const ground = unitGround(database, day);
  const { change, problems: found } = evaluateUnitActs(ground, acts);
  const placed = found.map(({ at, reason: why }): UnitActProblemDto => {
    const place = at === null ? undefined : places[at];
    return { reason: why, sheet: place?.sheet ?? null, row: place?.row ?? null };
  });
  const cuts = cutsFrom(database, day);
  const ended = change.ended.map(({ code }) => code);
  return {
    ...told,
    problems: [...problems, ...dayProblems(database, day, cuts, now), ...placed],
    change,
    names: namesOf(ground.standing, change),
    touched: countTouched(database, ended, day),
    cuts: cuts.filter(({ state, kind }) => state !== 'closed' && kind !== 'month').map(({ code }) => code),
    undrawn: undrawnAfter(database, change),
    outdated: outdatedBy(change),
  };
}

function noneTouched(): Pick<UnitActsReadDto, 'touched' | 'cuts'> {
  return { touched: { figures: 0, reports: 0, alerts: 0 }, cuts: [] };
}

/** Cuts on whose day an act of that day holds. */
export function cutsFrom(database: ReadDatabase, day: string): CutRecord[] {
  return listCuts(database).filter((cut) => vietnamDay(cut.asOf) >= day);
}

/** A closed cut keeps its units, and what was decided later keeps its ground. */
function dayProblems(
  database: ReadDatabase,
  day: string,
  cuts: readonly CutRecord[],
  now: string,
): UnitActProblemDto[] {
  const closed = cuts.findLast(({ state }) => state === 'closed');
  const later = listUnitActsInForce(database).findLast((act) => act.day > day);
  const latest = `${Number(now.slice(0, 4)) + YEARS_AHEAD}${now.slice(4, 10)}`;
  const found = [
    ...(closed === undefined
      ? []
      : [reason('reason.units.closedCut', { day, cut: closed.code, until: vietnamDay(closed.asOf) })]),
    ...(later === undefined
      ? []
      : [reason('reason.units.laterAct', { day, document: later.document, until: later.day })]),
    ...(day > latest ? [reason('reason.units.dayFar', { day })] : []),
  ];
  return found.map((one) => ({ reason: one, sheet: null, row: null }));
}

function namesOf(standing: ReadonlyMap<string, StandingUnit>, change: UnitChange): UnitActsReadDto['names'] {
  const after = unitsAfter(standing, change);
  const places = change.begun.map(({ parent }) => parent);
  const sources = change.begun.flatMap(({ madeFrom }) => madeFrom.map(({ code }) => code));
  const given = change.enlarged.flatMap(({ by }) => by.map(({ code }) => code));
  const takers = [...change.ended, ...change.reduced].flatMap(({ into }) => into);
  const codes = new Set([...touchedBy(change), ...places, ...sources, ...given, ...takers]);
  return Object.fromEntries(
    [...codes].flatMap((code) => {
      const unit = standing.get(code) ?? after.get(code);
      return unit === undefined ? [] : [[code, { kind: unit.kind, name: unit.name, nameEn: unit.nameEn }]];
    }),
  );
}

/** Communes that the change would leave without a boundary that anybody has drawn. */
function undrawnAfter(database: ReadDatabase, change: UnitChange): string[] {
  const before = listUnitActsInForce(database).map((act) => act.change);
  const own = touchedBy(change);
  return [...boundariesAfter([...before, change])]
    .filter(([code, parts]) => parts === null && own.has(code))
    .map(([code]) => code)
    .toSorted();
}
