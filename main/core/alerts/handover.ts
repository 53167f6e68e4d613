import { requireCut } from '#main/core/cuts/lookup.ts';
import { type CutRecord, cutDto, listCuts } from '#main/core/cuts/store.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import type { AlertDto, AlertEventDto, HandoverDto } from '#shared/contract/alerts.ts';
import { ALERT_STATES, SEVERITIES } from '#shared/domain/model.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import { countOf, countProvinces, groupOf } from './counts.ts';
import { OPEN_STATES } from './list.ts';
import { listMatching } from './matching-store.ts';
import { describeAlerts, findAlerts, listEventsBetween } from './store.ts';

type Entry = HandoverDto['opened'][number];
type Happened = AlertEventDto & { readonly id: string };

const KINDS = ['opened', 'fired', 'acknowledged', 'snoozed', 'woken', 'noted', 'resolved'] as const;

/** What happened to the alerts of a unit between two instants, and what is open now. */
export function describeShift(
  database: ReadDatabase,
  from: string,
  to: string,
  unit: string | undefined,
): HandoverDto {
  const { statusCut } = requireCut(database, undefined);
  const isIn = (alert: AlertDto) => unit === undefined || isBelow(alert, unit);
  const openIds = listMatching(database, { cutId: statusCut.id, states: OPEN_STATES });
  const open = describeAlerts(database, statusCut, openIds).filter(isIn);
  const groups = open.map(groupOf);
  const events = effective(listEventsBetween(database, from, to), open, listCuts(database));
  const ids = [...new Set(events.map(({ id }) => id))];
  const alerts = findAlerts(database, ids, vietnamDay(statusCut.asOf));
  const entries = events.flatMap((event): Entry[] => {
    const alert = alerts.get(event.id);
    return alert === undefined || !isIn(alert) ? [] : [entryOf(event, alert)];
  });
  const handled = entries.filter((entry) => !entry.isProgram);
  return {
    cut: cutDto(statusCut),
    from,
    to,
    counts: countKinds(entries),
    opened: lastOfEach(entries.filter(({ kind }) => kind === 'opened' || kind === 'fired')),
    resolved: lastOfEach(entries.filter(({ kind }) => kind === 'resolved')),
    handled,
    people: [...Map.groupBy(handled, ({ who }) => who)].map(([who, acts]) => ({ who, acts: acts.length })),
    open: {
      total: open.length,
      bySeverity: countOf(SEVERITIES, groups, ({ severity }) => severity),
      byState: countOf(ALERT_STATES, groups, ({ state }) => state),
      byProvince: countProvinces(database, statusCut, groups),
      untaken: open.filter(({ severity, state }) => severity === 'critical' && state === 'firing'),
    },
  };
}

/**
 * Events that tell something of the present. A cut that was computed again after later cuts had come (a
 * correction, other rules) writes a past that nobody saw; of it only what still stands is news: that an alert is
 * open now. Its end is told where it had been seen before.
 */
function effective(
  events: readonly Happened[],
  open: readonly AlertDto[],
  cuts: readonly CutRecord[],
): Happened[] {
  const isOpen = new Set(open.map(({ id }) => id));
  const began = new Set(events.filter(({ kind }) => kind === 'opened').map(({ id }) => id));
  const asOf = new Map(cuts.map((cut) => [cut.code, cut.asOf]));
  const latest = (at: string) => cuts.findLast((cut) => cut.kind !== 'month' && cut.asOf <= at)?.asOf ?? '';
  return events.filter(({ id, at, cut, kind, isProgram }) => {
    const isPast = isProgram && latest(at) > (asOf.get(cut) ?? '');
    if (!isPast) return true;
    return kind === 'resolved' ? !isOpen.has(id) && !began.has(id) : isOpen.has(id);
  });
}

function entryOf({ id: _, ...event }: Happened, alert: AlertDto): Entry {
  return { ...event, alert };
}

function lastOfEach(entries: readonly Entry[]): Entry[] {
  return [...new Map(entries.map((entry) => [entry.alert.id, entry])).values()];
}

function countKinds(entries: readonly Entry[]): HandoverDto['counts'] {
  const counts = Object.fromEntries(KINDS.map((kind) => [kind, 0])) as HandoverDto['counts'];
  for (const { kind } of entries) counts[kind] += 1;
  return counts;
}

/** True for an alert of the unit or of one below it. */
function isBelow({ unit }: AlertDto, code: string): boolean {
  return code === 'VN' || code === unit.code || code === unit.province;
}
