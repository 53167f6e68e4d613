import { z } from 'zod';
import { OWED } from '#shared/domain/calendar.ts';
import { CUT_KINDS, CUT_STATES } from '#shared/domain/model.ts';
import { dayNumber } from '#shared/domain/periods.ts';
import { CUT_STAGES } from '#shared/domain/picture.ts';
import { reads, writes } from './base.ts';
import { page } from './pages.ts';
import { cut } from './words.ts';

const who = z.string().trim().min(1).max(100);
const words = z.string().trim().min(1).max(500);
const label = z.string().trim().min(1).max(100);
const code = z.string().max(40);
const instant = z.iso.datetime();
const day = z.string().refine((text) => dayNumber(text) !== null && text >= '2020-01-01' && text < '2100');
const hour = z.number().int().min(0).max(23);
const minute = z.number().int().min(0).max(59);
const dueAfterHours = z
  .number()
  .int()
  .min(0)
  .max(24 * 31);

const duty = (owes: readonly (typeof OWED)[number][]) => ({
  owes: z.array(z.enum(OWED).extract(owes)).min(1),
  /** Everybody, or the codes of provinces (with all their communes) and communes. */
  asks: z.union([
    z.literal('all'),
    z
      .array(z.string().regex(/^(\d{2}|\d{5})$/))
      .min(1)
      .max(4000),
  ]),
});
const ofStatus = duty(['criteria', 'taskReports']);

/** Which cuts there will be; `null` where there are none of a kind. Weekdays: 1 = Monday … 7 = Sunday. */
const schedule = z.object({
  weekly: z
    .object({ weekday: z.number().int().min(1).max(7), hour, minute, dueAfterHours, ...ofStatus })
    .nullable(),
  monthly: z
    .object({ dueDay: z.number().int().min(1).max(31), dueHour: hour, ...duty(['outputs']) })
    .nullable(),
  moments: z.array(z.object({ day, hour, minute, dueAfterHours, ...ofStatus })).max(100),
});

const revision = z.object({
  version: z.number().int(),
  from: z.string(),
  until: z.string().nullable(),
  schedule,
  createdAt: z.string(),
  who: z.string(),
  note: z.string(),
});
export type CalendarRevisionDto = z.infer<typeof revision>;

const planned = z.object({
  id: code,
  kind: z.enum(CUT_KINDS),
  start: z.string(),
  asOf: z.string(),
  dueAt: z.string(),
  owes: z.array(z.enum(OWED)),
  /** How many provinces are asked. */
  provinces: z.number().int(),
  label: z.string().nullable(),
});
export type PlannedCutDto = z.infer<typeof planned>;

const opened = cut.extend({
  ...planned.shape,
  openedAt: z.string().nullable(),
  closedAt: z.string().nullable(),
  closedBy: z.string().nullable(),
  /** Figures and task reports that are owed, and that are in force. */
  owed: z.number().int(),
  sent: z.number().int(),
  /** Provinces that have sent anything, and that have sent 90% of what they owe. */
  begun: z.number().int(),
  complete: z.number().int(),
  state: z.enum(CUT_STATES),
  /** In the eyes of people: of one that is not closed, whether enough has come, or its hour is over. */
  stage: z.enum(CUT_STAGES),
});
export type OpenedCutDto = z.infer<typeof opened>;

const removed = z.object({
  id: code,
  at: z.string(),
  who: z.string(),
  reason: z.string().nullable(),
});
export type RemovedCutDto = z.infer<typeof removed>;

const change = z.object({ from: day, until: day.nullable().default(null), schedule });

export const calendar = {
  /** The revisions, oldest first; cuts that have opened, newest first; cuts that are planned, next first; the last that were removed. */
  overview: reads.input(z.object(page(60))).output(
    z.object({
      revisions: z.array(revision),
      opened: z.array(opened),
      /** Cuts that have opened, on all pages. */
      total: z.number().int(),
      planned: z.array(planned),
      /** Cuts that a person took out and nobody opened again, the last first. */
      removed: z.array(removed).max(100),
    }),
  ),
  /**
   * What a change would do to cuts that have not opened, how many of those would open at once, and which would share days
   * with weeks that are open. CALENDAR_INVALID.
   */
  preview: reads.input(change).output(
    z.object({
      added: z.array(planned),
      removed: z.array(planned),
      changed: z.array(planned),
      opensNow: z.number().int(),
      overlapping: z.array(planned),
    }),
  ),
  /** Writes a further revision of the calendar. Cuts that have opened stay as they are. CALENDAR_INVALID. */
  change: writes('cuts')
    .input(change.extend({ who, note: words }))
    .output(z.object({ version: z.number().int() })),
  /**
   * Opens a planned cut, or adds one: by its code, its month or a day of its week. CUT_UNKNOWN for anything else, CUT_EXISTS, CUT_DUE_EARLY, CUT_TOO_FAR (400 days), CUT_OVERLAPS
   * for a week that shares days with others, unless `overlap` says that it is meant.
   */
  add: writes('cuts', 'statuses', 'alerts')
    .input(
      z.object({
        ...{ cut: code, label: label.optional(), dueAt: instant.optional(), who },
        overlap: z.boolean().optional(),
      }),
    )
    .output(z.object({ cut })),
  /** Gives a cut, opened or planned, a name beside its date, or takes it away. CUT_UNKNOWN. */
  label: writes('cuts')
    .input(z.object({ cut: code, label: label.nullable(), who }))
    .output(z.object({ cut })),
  /** Moves the hour a cut, opened or planned, is due; only lateness follows. CUT_UNKNOWN, CUT_DUE_EARLY. */
  moveDue: writes('cuts', 'statuses', 'alerts')
    .input(z.object({ cut: code, dueAt: instant, who, reason: words }))
    .output(z.object({ cut, dueAt: z.string() })),
  /** Takes an empty or a planned cut out. CUT_NOT_EMPTY says what is in it; CUT_UNKNOWN, CUT_CLOSED. */
  remove: writes('cuts', 'statuses', 'alerts')
    .input(z.object({ cut: code, who, reason: words.optional() }))
    .output(z.object({ cut: code })),
};
