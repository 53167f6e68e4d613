import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { REPORT_PARTS } from '#shared/domain/entry.ts';
import { CUT_STATES, INDICATOR_KINDS, TASK_STATES } from '#shared/domain/model.ts';
import { reads, writes } from './base.ts';
import { commitEvent, figure, problemSeverity, reasonText, who } from './intake.ts';
import { reportChange } from './report-kinds.ts';
import { cutReference, unitCode } from './words.ts';

/** So long a note may be; a figure is never near it. */
const TEXT_AT_MOST = 2000;
/** More than a province of every indicator twice over. */
const CELLS_AT_MOST = 20_000;

const part = z.enum(['value', 'numerator', 'denominator', ...REPORT_PARTS]);
/** Of a part of a report `indicator` is the code of the task, and `unit` the body that says it. */
const place = { unit: z.string().max(20), indicator: z.string().max(60) };
const cellPlace = { ...place, part };
const typedText = z.string().max(TEXT_AT_MOST);

/** What a grid is opened for: a province (its communes are the rows) or one commune, and a cut. */
const gridOf = { unit: unitCode, cut: cutReference };
const draftOf = { who, ...gridOf };

const report = z.object({
  state: z.enum(TASK_STATES),
  /** A fraction. */
  progress: z.number(),
  doneOn: z.string().nullable(),
  cause: z.string().nullable(),
  note: z.string().nullable(),
});
const task = z.string();

/** The tasks that the unit reports on at the cut; null where it reports on none. */
const tasks = z.object({
  rows: z.array(z.object({ task, name: z.string(), nameEn: z.string(), deadline: z.string() })),
  /** Whether the cut asks for them; a body may report all the same. */
  isOwed: z.boolean(),
  causes: z.array(z.object({ code: z.string(), name: z.string(), nameEn: z.string() })),
  /** In force in the cut. */
  reports: z.array(report.extend({ task, run: z.number().int() })),
  /** Said last at an earlier cut: a state lasts. */
  past: z.array(report.extend({ task, cut: z.string() })),
});

const shownFigure = z.object({ ...place, ...figure.shape, run: z.number().int() });

/** `values` fill the sentence `intake.problem.<code>`; part: the cell it is about, null for the figure as a whole. */
const verdict = z.object({
  ...place,
  part: part.nullable(),
  severity: problemSeverity,
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type EntryVerdictDto = z.infer<typeof verdict>;

/** How what was typed is read; only what could be read is listed. */
const reading = z.object({ ...place, ...figure.shape });

const draftCell = z.object({
  ...cellPlace,
  text: z.string(),
  /** What another window of the same person wrote into the cell at the same time. */
  aside: z.string().nullable(),
  at: z.string(),
});
export type EntryCellDto = z.infer<typeof draftCell>;

const by = { who: z.string(), at: z.string() };
const moved = z.object({ ...place, was: figure.nullable(), now: figure.nullable(), ...by });
const movedReport = z.object({ ...place, was: report.nullable(), now: report.nullable(), ...by });

const judged = { verdicts: z.array(verdict), readings: z.array(reading) };

const grid = z.object({
  unit: z.string(),
  cut: z.object({
    id: z.string(),
    state: z.enum(CUT_STATES),
    dueAt: z.string(),
    closedAt: z.string().nullable(),
    closedBy: z.string().nullable(),
  }),
  /** The cut before of the same kind, whose figures stand beside; null when there is none. */
  before: z.object({ id: z.string(), asOf: z.string() }).nullable(),
  /** Codes of the communes that the cut asks, in their order; at months the unit above them first, for itself. */
  rows: z.array(z.string()),
  columns: z.array(z.object({ indicator: z.string(), kind: z.enum(INDICATOR_KINDS) })),
  /** What the plan does not ask: nothing can be typed there. */
  notAsked: z.array(z.object(place)),
  /** In force in the cut; `run`: position in `runs`. */
  figures: z.array(shownFigure),
  /** Of the cut before. */
  past: z.array(z.object({ ...place, ...figure.shape })),
  tasks: tasks.nullable(),
  runs: z.array(z.object({ source: z.string(), sourceEn: z.string(), who: z.string(), at: z.string() })),
});
export type EntryGridDto = z.infer<typeof grid>;

const draft = z.object({
  /** null: nothing has been typed. */
  savedAt: z.string().nullable(),
  cells: z.array(draftCell),
  /** What others have typed into the same cells and not committed. */
  others: z.array(z.object({ ...cellPlace, text: z.string(), at: z.string(), who: z.string() })),
  /** Figures in force that have become others since they were typed over. */
  moved: z.array(moved),
  movedReports: z.array(movedReport),
  /** Closed since the draft was begun. */
  closedMeanwhile: z.boolean(),
  ...judged,
});
export type EntryDraftDto = z.infer<typeof draft>;

const listedDraft = z.object({ ...draftOf, cells: z.number().int(), savedAt: z.string() });

const change = z.object({
  ...place,
  state: z.enum(['new', 'changed', 'same']),
  now: figure,
  before: figure.nullable(),
});

const preview = z.object({
  /** Names what was seen: `commit` takes in just that. */
  revision: z.string(),
  totals: z.object({ new: z.number().int(), changed: z.number().int(), same: z.number().int() }),
  changes: z.array(change),
  reportTotals: z.object({ new: z.number().int(), changed: z.number().int(), same: z.number().int() }),
  /** Those that are new or another. */
  reports: z.array(reportChange),
  errors: z.number().int(),
  /** To be looked at and confirmed before it is committed. */
  questions: z.array(verdict),
  moved: z.array(moved),
  movedReports: z.array(movedReport),
  needsReason: z.boolean(),
});
export type EntryPreviewDto = z.infer<typeof preview>;

export const entry = {
  /** Rows, columns, figures in force and those of the cut before. UNIT_UNKNOWN, CUT_UNKNOWN, ENTRY_CUT_PLANNED. */
  grid: reads.input(z.object(gridOf)).output(grid),
  /** What somebody has typed into a grid and not committed, as it is judged now. */
  draft: reads.input(z.object(draftOf)).output(draft),
  /** Every draft that waits, newest first. */
  drafts: reads.output(z.array(listedDraft)),
  /** Judges cells as files are judged, beside the figures in force; writes nothing. */
  check: reads
    .input(
      z.object({ ...gridOf, cells: z.array(z.object({ ...cellPlace, text: typedText })).max(CELLS_AT_MOST) }),
    )
    .output(z.object(judged)),
  /**
   * Keeps what was typed; an empty text takes a cell out of the draft. `before`: what the writer last knew of the cell in
   * the draft. Where another window has written something else meanwhile, that stays, and this is put aside beside it.
   */
  save: writes('drafts')
    .input(
      z.object({
        ...draftOf,
        cells: z
          .array(z.object({ ...cellPlace, text: typedText, before: typedText.default('') }))
          .max(CELLS_AT_MOST),
      }),
    )
    .output(z.object({ savedAt: z.string().nullable(), cells: z.array(draftCell), ...judged })),
  /** Throws a draft away. */
  discard: writes('drafts')
    .input(z.object(draftOf))
    .output(z.object({ cells: z.number().int() })),
  /** What committing the draft would change. ENTRY_EMPTY. */
  preview: reads.input(z.object(draftOf)).output(preview),
  /**
   * Takes a draft in as a run like a file's. ENTRY_CHANGED when it, a figure under it or the cut is no longer what the
   * preview showed; IMPORT_NOT_READY while cells are wrong (unless `acceptValid`: those stay in the draft) or questions are
   * not `confirmed`; CUT_CLOSED without a reason; ENTRY_EMPTY.
   */
  commit: writes('figures', 'statuses', 'alerts', 'cuts', 'drafts')
    .input(
      z.object({
        ...draftOf,
        revision: z.string().max(100),
        confirmed: z.boolean().default(false),
        acceptValid: z.boolean().default(false),
        reason: reasonText.optional(),
      }),
    )
    .output(eventIterator(commitEvent)),
};
