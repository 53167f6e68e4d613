import { requireCut } from '#main/core/ground/cuts/lookup.ts';
import { type CutRecord, cutDto } from '#main/core/ground/cuts/store.ts';
import { countMatching, listMatching, type Matching } from '#main/core/judge/alerts/matching-store.ts';
import { describeEvents, listShiftEvents, type ShiftEvent } from '#main/core/judge/alerts/shift-store.ts';
import { describeAlerts, findAlerts, listOpenRowIds } from '#main/core/judge/alerts/store.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import type { HandoverDto, HandoverLineDto, HandoverPart } from '#shared/contract/alerts.ts';
import type { Page } from '#shared/contract/every-page.ts';
import { ALERT_STATES, OPEN_ALERT_STATES, SEVERITIES } from '#shared/domain/model.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import { countOf, countProvinces, totalOf } from './counts.ts';

/** Whose shift, from one instant (included) to another. */
export interface Span {
  readonly from: string;
  readonly to: string;
  readonly unit: string;
}

const KINDS = ['opened', 'fired', 'acknowledged', 'snoozed', 'woken', 'noted', 'resolved'] as const;

type EventPart = Exclude<HandoverPart, 'untaken'>;
const EVENTS_OF: Readonly<Record<EventPart, (events: readonly ShiftEvent[]) => readonly ShiftEvent[]>> = {
  handled: (events) => events.filter(({ who }) => who !== null),
  // One that waited and went before it fired was never open.
  opened: (events) => lastOfEach(events.filter(({ kind }) => kind === 'fired')),
  resolved: (events) =>
    lastOfEach(events.filter(({ kind, from }) => kind === 'resolved' && from !== 'pending')),
};

/** What happened to the alerts of a unit between two instants, and what is open now, in numbers. */
export function describeShift(database: ReadDatabase, span: Span): HandoverDto {
  const { statusCut, all } = requireCut(database, undefined);
  const open = countMatching(database, openIn(statusCut, span));
  const untaken = open.filter(({ severity, state }) => severity === 'critical' && state === 'firing');
  const events = effective(database, span, statusCut, all);
  const counts = Object.fromEntries(KINDS.map((kind) => [kind, 0])) as HandoverDto['counts'];
  for (const { kind } of events) counts[kind] += 1;
  const handled = EVENTS_OF.handled(events);
  return {
    cut: cutDto(statusCut),
    from: span.from,
    to: span.to,
    counts,
    totals: {
      untaken: totalOf(untaken),
      handled: handled.length,
      opened: EVENTS_OF.opened(events).length,
      resolved: EVENTS_OF.resolved(events).length,
    },
    people: [...Map.groupBy(handled, ({ who }) => who)].map(([who, acts]) => {
      return { who: who ?? '', acts: acts.length };
    }),
    open: {
      total: totalOf(open),
      bySeverity: countOf(SEVERITIES, open, ({ severity }) => severity),
      byState: countOf(ALERT_STATES, open, ({ state }) => state),
      byProvince: countProvinces(database, statusCut, open),
    },
  };
}

/** A page of one of its lists. */
export function listShiftLines(
  database: ReadDatabase,
  span: Span,
  part: HandoverPart,
  { limit, offset }: Page,
): HandoverLineDto[] {
  const { statusCut, all } = requireCut(database, undefined);
  if (part === 'untaken') {
    const matching = { ...openIn(statusCut, span), severities: ['critical'], states: ['firing'] } as const;
    const ids = listMatching(database, matching, { order: 'severity', limit, offset, places: [] });
    return describeAlerts(database, statusCut, ids).map((alert) => ({ alert, event: null }));
  }
  const events = EVENTS_OF[part](effective(database, span, statusCut, all)).slice(offset, offset + limit);
  const lines = describeEvents(
    database,
    events.map(({ rowId }) => rowId),
  );
  const ids = [...new Set(lines.map(({ alert }) => alert))];
  const alerts = findAlerts(database, ids, vietnamDay(statusCut.asOf), statusCut.asOf);
  return lines.flatMap((line) => {
    const alert = alerts.get(line.alert);
    return alert === undefined ? [] : [{ alert, event: line.event }];
  });
}

function openIn(cut: CutRecord, { unit }: Span): Matching {
  return { cutId: cut.id, states: OPEN_ALERT_STATES, unit: unit === 'VN' ? undefined : unit };
}

/**
 * Events that tell something of the present: the desk stands on the picture, and what the program sees in a later cut,
 * while that is being collected, is told when that becomes the picture. A cut that was computed again after later cuts had come (a
 * correction, other rules) writes a past that nobody saw; of it only what still stands is news: that an alert is
 * open now. Its end is told where it had been seen before.
 */
function effective(
  database: ReadDatabase,
  span: Span,
  cut: CutRecord,
  cuts: readonly CutRecord[],
): ShiftEvent[] {
  const events = listShiftEvents(database, span);
  const open = listOpenRowIds(database, cut);
  const began = new Set(events.filter(({ kind }) => kind === 'opened').map(({ alertId }) => alertId));
  const latest = latestAsOf(cuts);
  return events.filter(({ alertId, at, asOf, kind, who }) => {
    if (who === null && asOf > cut.asOf) return false;
    const isPast = who === null && latest(at) > asOf;
    if (!isPast) return true;
    const isOpen = open.has(String(alertId));
    return kind === 'resolved' ? !isOpen && !began.has(alertId) : isOpen;
  });
}

/** As-of time of the newest status cut at an instant that was a picture, '' before the first; asked in the order of time. */
function latestAsOf(cuts: readonly CutRecord[]): (at: string) => string {
  const pictures = cuts.filter(({ kind, wasPicture }) => kind !== 'month' && wasPicture === 1);
  const times = pictures.map(({ asOf }) => asOf);
  let next = 0;
  return (at) => {
    while ((times[next] ?? '\uffff') <= at) next += 1;
    return times[next - 1] ?? '';
  };
}

function lastOfEach(events: readonly ShiftEvent[]): ShiftEvent[] {
  return [...new Map(events.map((event) => [event.alertId, event])).values()];
}
