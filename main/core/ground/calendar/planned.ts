import { type CutRecord, listCuts } from '#main/core/ground/cuts/store.ts';
import type { ReadDatabase, WriteDatabase } from '#main/db/open.ts';
import { UserError } from '#shared/contract/errors.ts';
import {
  type CalendarRevision,
  calendarCuts,
  isBegun,
  nearestCuts,
  type PlannedCut,
} from '#shared/domain/calendar.ts';
import { resolveCut } from '#shared/domain/cuts.ts';
import { listPlannedNotes, listRevisions, listSettledCodes, type Opening, openCut } from './store.ts';

/** A planned cut as people have named it and moved its hour. */
export interface NamedPlan extends PlannedCut {
  readonly label: string | null;
}

/** Every cut that figures may be for: those that have opened and those that are planned. */
export interface KnownCuts {
  readonly opened: readonly CutRecord[];
  readonly planned: readonly NamedPlan[];
}

export function knownCuts(database: ReadDatabase, now: string): KnownCuts {
  return { opened: listCuts(database), planned: listPlanned(database, now) };
}

/** Cuts of the calendar that have not opened, oldest first. `now`: UTC ISO. */
export function listPlanned(database: ReadDatabase, now: string): NamedPlan[] {
  return plannedBy(database, listRevisions(database), now);
}

/** The same by revisions that need not be those of the database. */
export function plannedBy(
  database: ReadDatabase,
  revisions: readonly CalendarRevision[],
  now: string,
): NamedPlan[] {
  const settled = listSettledCodes(database);
  const notes = listPlannedNotes(database);
  return calendarCuts(revisions, now)
    .filter(({ code }) => !settled.has(code))
    .map((cut) => {
      const { label = null, dueAt = null } = notes.get(cut.code) ?? {};
      return { ...cut, label, dueAt: dueAt ?? cut.dueAt };
    });
}

/** Opens those of the cuts that are still planned. CUT_UNPLANNED for one that the calendar does not know. */
export function openPlanned(database: WriteDatabase, codes: readonly string[], opening: Opening): void {
  const { opened, planned } = knownCuts(database, opening.at);
  for (const code of codes) {
    if (opened.some((cut) => cut.code === code)) continue;
    const cut = planned.find((one) => one.code === code);
    if (cut === undefined) throw unplanned(code, { opened, planned });
    openCut(database, cut, opening);
  }
}

/** The planned cuts whose time has begun. */
export function listReached(database: ReadDatabase, now: string): NamedPlan[] {
  return listPlanned(database, now).filter((cut) => isBegun(cut, now));
}

/** The cut a template is for, opened or planned; without a reference the newest that has begun, else the first to come. */
export function collectableCut(
  database: ReadDatabase,
  reference: string | undefined,
  now: string,
): CutRecord | NamedPlan {
  const known = knownCuts(database, now);
  const all = [...known.opened, ...known.planned];
  if (reference === undefined) {
    const isOfStatuses = ({ kind }: Pick<CutRecord, 'kind'>) => kind !== 'month';
    const ofStatuses = known.opened.findLast(isOfStatuses) ?? known.planned.find(isOfStatuses);
    const cut = ofStatuses ?? known.opened.at(-1) ?? known.planned[0];
    if (cut === undefined) throw new UserError('NO_DATA', { why: 'calendar' });
    return cut;
  }
  const cut = all.find(({ code }) => code === reference) ?? resolveCut(all, reference);
  if (cut === null) throw unplanned(reference, known);
  return cut;
}

function unplanned(code: string, { opened, planned }: KnownCuts): UserError {
  const nearest = nearestCuts([...opened, ...planned], code).map((cut) => cut.code);
  return new UserError('CUT_UNPLANNED', { cut: code, nearest: nearest.join(', ') || '–' });
}
