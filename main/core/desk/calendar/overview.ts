import { readDuty } from '#main/core/ground/calendar/owed-store.ts';
import { knownCuts, listPlanned, type NamedPlan, plannedBy } from '#main/core/ground/calendar/planned.ts';
import { listRevisions } from '#main/core/ground/calendar/store.ts';
import { completenessAt } from '#main/core/ground/cuts/picture-store.ts';
import { cutDto, listCuts } from '#main/core/ground/cuts/store.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import type { CalendarRevisionDto, OpenedCutDto, PlannedCutDto } from '#shared/contract/calendar.ts';
import type { Page } from '#shared/contract/every-page.ts';
import {
  type Asked,
  type CalendarRevision,
  compareCalendars,
  isBegun,
  overlapping,
  type Schedule,
} from '#shared/domain/calendar.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import { stageOf } from '#shared/domain/picture.ts';
import { countProvinces, cutCourses, listProvinces, listRemovals } from './overview-store.ts';

export function calendarOverview(database: ReadDatabase, now: string, { limit, offset }: Page) {
  const known = knownCuts(database, now);
  const shown = known.opened.toReversed().slice(offset, offset + limit);
  const counts = completenessAt(database, shown);
  const courses = cutCourses(
    database,
    shown.map(({ id }) => id),
  );
  const dto = plannedDto(database);
  const opened = shown.flatMap((cut): OpenedCutDto[] => {
    const course = courses.get(cut.id);
    const there = counts.get(cut.id);
    if (course === undefined || there === undefined) return [];
    const { owed, sent, inProvinces: complete } = there;
    const duty = readDuty(database, cut);
    const asked = dto({ ...cut, ...duty }).provinces;
    return [
      {
        ...{ ...cutDto(cut), dueAt: cut.dueAt, owes: [...duty.owes], ...course },
        ...{ owed, sent, complete, provinces: asked, stage: stageOf(cut, there, now) },
      },
    ];
  });
  const revisions = listRevisions(database) as unknown as CalendarRevisionDto[];
  return {
    revisions,
    opened,
    total: known.opened.length,
    planned: known.planned.map(dto),
    removed: listRemovals(database),
  };
}

/** What a change would do to cuts that have not opened. */
export function previewChange(
  database: ReadDatabase,
  change: { readonly from: string; readonly until: string | null; readonly schedule: Schedule },
  now: string,
) {
  const revisions: CalendarRevision[] = listRevisions(database);
  const version = (revisions.at(-1)?.version ?? 0) + 1;
  const after = plannedBy(database, [...revisions, { version, ...change }], now);
  const compared = compareCalendars(listPlanned(database, now), after);
  const dto = plannedDto(database);
  const opened = listCuts(database);
  return {
    added: compared.added.map(dto),
    removed: compared.removed.map(dto),
    changed: compared.changed.map(dto),
    opensNow: after.filter((cut) => isBegun(cut, now)).length,
    overlapping: after.filter((cut) => overlapping(opened, cut).length > 0).map(dto),
  };
}

function plannedDto(database: ReadDatabase): (cut: NamedPlan) => PlannedCutDto {
  const known = new Map<string, [string, string[]][]>();
  const listed = (asks: readonly string[], day: string): number => {
    const provinces = known.get(day) ?? [...listProvinces(database, day)];
    known.set(day, provinces);
    const codes = new Set(asks);
    return provinces.filter(([code, communes]) => codes.has(code) || communes.some((one) => codes.has(one)))
      .length;
  };
  // Nearly every cut asks everybody: the communes need not be read for it.
  const count = (asks: Asked, day: string): number =>
    asks === 'all' ? countProvinces(database, day) : listed(asks, day);
  return ({ code, kind, start, asOf, dueAt, owes, asks, label }) => ({
    ...{ id: code, kind, start, asOf, dueAt, label },
    ...{ owes: [...owes], provinces: count(asks, vietnamDay(asOf)) },
  });
}
