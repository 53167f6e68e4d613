import { z } from 'zod';
import { ALERT_CAUSES } from '#shared/domain/alerts/life-cycle.ts';
import { reads, writes } from './base.ts';
import { page } from './pages.ts';
import { personName } from './settings.ts';
import {
  alertRule,
  alertState,
  bilingual,
  cut,
  cutReference,
  planCode,
  reason,
  severity,
  unitCode,
  viewedCut,
} from './words.ts';

export const alertCondition = z.enum(['holds', 'clear', 'noData']);

/** What a person decided and what still stands; `until` is the last day (yyyy-mm-dd) or null for no end. */
const alertHandling = z.object({
  kind: z.enum(['acknowledged', 'snoozed']),
  who: z.string(),
  note: z.string(),
  until: z.string().nullable(),
});

export const alert = z.object({
  id: z.string(),
  rule: alertRule,
  severity,
  state: alertState,
  /** What the cut says: the condition holds, is gone (the alert waits to resolve), or nobody can tell. */
  condition: alertCondition,
  unit: z.object({ code: z.string(), ...bilingual, province: z.string().nullable() }),
  task: z.string().nullable(),
  taskGroup: z.string().nullable(),
  indicator: z.string().nullable(),
  /** The cut at which the condition was first seen. */
  since: z.string(),
  sinceAsOf: z.string(),
  /** Cuts with data in which the condition held. */
  held: z.number().int(),
  /** Months of data that those cuts rest on; null where each cut is evidence of its own. */
  months: z.number().int().nullable(),
  handling: alertHandling.nullable(),
  /** The sentence with its facts, of the last cut in which the condition held. */
  reason,
});
export type AlertDto = z.infer<typeof alert>;

/** What a filter can be saved as; the cut and the page are not part of it. */
export const alertQuery = z.object({
  rules: z.array(alertRule).optional(),
  severities: z.array(severity).optional(),
  /** Default: what is open, that is firing, acknowledged or snoozed; a pending one is asked for by name. */
  states: z.array(alertState).optional(),
  /** A unit and everything below it. */
  unit: unitCode.optional(),
  taskGroup: planCode.optional(),
  /** Found in names of unit, province, task or indicator, with or without accents. */
  text: z.string().max(200).optional(),
  /** Only alerts that fired at or after this cut or day; where they wait to fire, that were first seen then. */
  since: cutReference.optional(),
});
export type AlertQuery = z.infer<typeof alertQuery>;

const alertFilter = alertQuery.extend({
  cut: cutReference.optional(),
  /** Most severe first; by province, in the order of their codes or the one with most alerts first; or the newest first. */
  order: z.enum(['severity', 'province', 'fullest', 'newest']).default('severity'),
  ...page(200),
});

const severityCounts = z.record(severity, z.number().int());

const alertProvince = z.object({
  /** The province, or VN for the centre's own tasks. */
  code: z.string(),
  ...bilingual,
  total: z.number().int(),
  ...{ critical: z.number().int(), warning: z.number().int(), notice: z.number().int() },
});

export const alertList = z.object({
  cut: viewedCut,
  ruleVersion: z.number().int(),
  total: z.number().int(),
  /** Counts leave out their own part of the filter, so that they tell what another choice would show. */
  bySeverity: severityCounts,
  byState: z.record(alertState, z.number().int()),
  byRule: z.partialRecord(alertRule, z.number().int()),
  /** Over what the whole filter leaves; most severe, then most alerts first. */
  byProvince: z.array(alertProvince),
  alerts: z.array(alert),
});
export type AlertListDto = z.infer<typeof alertList>;

export const alertEvent = z.object({
  at: z.string(),
  cut: z.string(),
  who: z.string(),
  isProgram: z.boolean(),
  kind: z.enum(['opened', 'fired', 'acknowledged', 'snoozed', 'woken', 'noted', 'resolved']),
  from: alertState.nullable(),
  to: alertState,
  note: z.string().nullable(),
  until: z.string().nullable(),
  /** Why the program did it, where the figures alone do not say: worse than what was taken, or its rule is off. */
  cause: z.enum(ALERT_CAUSES).nullable(),
  /** Seen by the program once and taken back after the cut was corrected. */
  withdrawnAt: z.string().nullable(),
});
export type AlertEventDto = z.infer<typeof alertEvent>;

export const alertDetail = z.object({
  cut,
  alert,
  ruleVersion: z.number().int(),
  explanation: z.array(reason),
  /** How it stood after every cut of its life, oldest first. */
  course: z.array(
    z.object({
      cut: z.string(),
      asOf: z.string(),
      state: alertState,
      condition: alertCondition,
      severity,
      reason,
    }),
  ),
  /** Everything that happened, oldest first. */
  events: z.array(alertEvent),
  /** Other alerts of the same rule on the same subject, newest first. */
  others: z.array(z.object({ id: z.string(), since: z.string(), until: z.string().nullable() })),
});
export type AlertDetailDto = z.infer<typeof alertDetail>;

const act = {
  ids: z.array(z.string().max(64)).min(1).max(5000),
  who: personName,
  note: z.string().trim().min(1).max(2000),
};

/** `changed` counts alerts that are another than before; `skipped` tells why the others are not. */
export const actResult = z.object({
  changed: z.number().int(),
  skipped: z.array(z.object({ id: z.string(), why: z.enum(['unknown', 'pending', 'resolved', 'same']) })),
});
export type ActResultDto = z.infer<typeof actResult>;

export const savedFilter = z.object({ name: z.string().trim().min(1).max(60), filter: alertQuery });
export type SavedFilterDto = z.infer<typeof savedFilter>;

const shift = { from: z.iso.datetime(), to: z.iso.datetime(), unit: unitCode.optional() };

/**
 * Lists of the hand-over. untaken: critical alerts that nobody has taken, most severe first. handled: what people did,
 * in the order they did it. opened, resolved: what fired and, of that, what ended; a cut that was computed again tells only
 * what came of it.
 */
export const HANDOVER_PARTS = ['untaken', 'handled', 'opened', 'resolved'] as const;
export type HandoverPart = (typeof HANDOVER_PARTS)[number];

const handoverLine = z.object({
  alert,
  /** What happened to it; null where nothing has to have happened. */
  event: alertEvent.nullable(),
});
export type HandoverLineDto = z.infer<typeof handoverLine>;

export const handover = z.object({
  /** The picture: what is open is open at it. */
  cut,
  from: z.string(),
  to: z.string(),
  counts: z.record(alertEvent.shape.kind, z.number().int()),
  /** Lines of each list: `handoverLines` gives them. */
  totals: z.record(z.enum(HANDOVER_PARTS), z.number().int()),
  people: z.array(z.object({ who: z.string(), acts: z.number().int() })),
  open: z.object({
    total: z.number().int(),
    bySeverity: severityCounts,
    byState: z.record(alertState, z.number().int()),
    byProvince: z.array(alertProvince),
  }),
});
export type HandoverDto = z.infer<typeof handover>;

export const alerts = {
  /** Alerts as they stood at a cut (default: the picture). */
  list: reads.input(alertFilter).output(alertList),
  /** One alert with its history, as it stood at a cut (default: the last of its life). ALERT_UNKNOWN else. */
  get: reads.input(z.object({ id: z.string().max(64), cut: cutReference.optional() })).output(alertDetail),
  /** Takes alerts that fire at the picture, until a day or for as long as they last. */
  acknowledge: writes('alerts')
    .input(z.object({ ...act, until: z.iso.date().optional() }))
    .output(actResult),
  /** Puts alerts aside until the next cut. */
  snooze: writes('alerts').input(z.object(act)).output(actResult),
  /** Gives alerts back that were taken or put aside. */
  wake: writes('alerts').input(z.object(act)).output(actResult),
  /** Adds a note to the history of alerts in any state. */
  note: writes('alerts').input(z.object(act)).output(actResult),
  /** What the next shift must know of the time between two instants (UTC ISO). */
  handover: reads.input(z.object(shift)).output(handover),
  /** One list of it, page by page. */
  handoverLines: reads
    .input(z.object({ ...shift, part: z.enum(HANDOVER_PARTS), ...page(200) }))
    .output(z.array(handoverLine)),
  savedFilters: reads.output(z.array(savedFilter)),
  /** Keeps a filter under its name, in place of one of the same name; returns all. */
  saveFilter: writes('settings').input(savedFilter).output(z.array(savedFilter)),
  removeFilter: writes('settings')
    .input(z.object({ name: z.string().max(60) }))
    .output(z.array(savedFilter)),
};
