import { type CutRecord, listCuts } from '#main/core/ground/cuts/store.ts';
import type { ReadDatabase, WriteDatabase } from '#main/db/open.ts';
import { UserError } from '#shared/contract/errors.ts';
import { calendarCuts, isBegun, nearestCuts, type PlannedCut } from '#shared/domain/calendar.ts';
import { resolveCut } from '#shared/domain/cuts.ts';
import { listRevisions, listSettledCodes, type Opening, openCut } from './store.ts';

/** Every cut that figures may be for: those that have opened and those that are planned. */
export interface KnownCuts {
  readonly opened: readonly CutRecord[];
  readonly planned: readonly PlannedCut[];
}

export function knownCuts(database: ReadDatabase, now: string): KnownCuts {
  return { opened: listCuts(database), planned: listPlanned(database, now) };
}

/** Cuts of the calendar that have not opened, oldest first. `now`: UTC ISO. */
export function listPlanned(database: ReadDatabase, now: string): PlannedCut[] {
  const settled = listSettledCodes(database);
  return calendarCuts(listRevisions(database), now).filter(({ code }) => !settled.has(code));
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
export function listReached(database: ReadDatabase, now: string): PlannedCut[] {
  return listPlanned(database, now).filter((cut) => isBegun(cut, now));
}

/** The cut a template is for, opened or planned; without a reference the newest that has begun, else the first to come. */
export function collectableCut(
  database: ReadDatabase,
  reference: string | undefined,
  now: string,
): CutRecord | PlannedCut {
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
