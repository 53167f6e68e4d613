import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { CUT_STATES } from '#shared/domain/model.ts';
import { reads, writes } from './base.ts';
import { ORIENTATIONS, RETURN_WAYS } from './choices.ts';
import { intakeRevision, revision } from './intake-revision.ts';
import { sheetSearch, sheetSearchInput, sheetWindow, sheetWindowInput } from './intake-sheet.ts';
import { colourChanges, intakeProblem, intakeProof, problemCount, usedRecipe } from './intake-words.ts';
import { page } from './pages.ts';
import { receipt } from './receipt.ts';
import { REPORT_KINDS, reportChange, reportCounts } from './report-kinds.ts';
import { cut, cutReference, provinceCode, sourceKind, unitCode } from './words.ts';

export type { ColourChangesDto, IntakeProblemDto, IntakeProofDto } from './intake-words.ts';
export { problemSeverity } from './intake-words.ts';

export const who = z.string().trim().min(1).max(120);
export const reasonText = z.string().trim().min(1).max(2000);
const runId = z.string().max(60);
const draftId = z.string().max(60);

/** Answered in `revise` with one of the candidates' codes under the question's id. */
export const intakeQuestion = z.object({
  id: z.string(),
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  candidates: z.array(z.object({ code: z.string(), label: z.string() })),
  rows: z.number().int(),
});
export type IntakeQuestionDto = z.infer<typeof intakeQuestion>;

const column = z.object({
  /** Its letters; of a sheet whose units stand across the number of its row. */
  column: z.string(),
  header: z.string(),
  /** 'unitCode', 'value:devices', 'numerator:*' ...: what `answers` takes under the column's question id. */
  meaning: z.string(),
  certainty: z.enum(['chosen', 'recipe', 'certain', 'remembered', 'suggested', 'none']),
  questionId: z.string(),
  /** The month that its header names, as it is written. */
  cut: z.string().nullable().default(null),
});

/** A file read against the current data; nothing of it is written. */
export const intakePreview = z.object({
  /** Names the preview in `revise`, `changes`, `commit`; null when the file was refused outright. */
  id: draftId.nullable(),
  /** Names the file in the inbox, also a refused one; null when it was only looked at. */
  kept: draftId.nullable(),
  file: z.string(),
  bytes: z.number().int(),
  sha256: z.string().nullable(),
  format: z.enum(['xlsx', 'xlsb', 'xls', 'ods', 'html', 'xml', 'csv', 'json']).nullable(),
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  /** `unchanged`: these very bytes are in already, and nothing of them would change a figure. */
  outcome: z.enum(['ready', 'unchanged', 'refused', 'questions', 'errors']),
  /** null for a file that could not be read at all, or was last read before there was proof. */
  proof: intakeProof.nullable().default(null),
  province: z.string().nullable(),
  cuts: z.array(z.object({ code: z.string(), state: z.enum(CUT_STATES) })),
  rows: z.number().int(),
  /** Rows without an error. */
  accepted: z.number().int(),
  figures: z.number().int(),
  totals: z.object({ new: z.number().int(), changed: z.number().int(), same: z.number().int() }),
  /** Reports in words, those kinds that the file has. */
  reports: z.array(reportCounts),
  /** Communes of the province that the file says nothing of, by cut. */
  missing: z.array(z.object({ cut: z.string(), communes: z.array(z.string()) })),
  sheets: z.array(
    z.object({
      sheet: z.string(),
      shape: z.enum(['wide', 'long']).nullable(),
      /** What reports in words it holds; null for figures, and for a sheet that was left out. */
      reports: z.enum(REPORT_KINDS).nullable(),
      columns: z.array(column),
      /** How its units stand; across, rows of its header, and those left out, are columns, A the first. */
      orientation: z.enum(ORIENTATIONS).default('down'),
      /** The rows of its header, and those below of no unit, by the rule that left them out: the first 2,000. */
      header: z.object({ first: z.number().int(), last: z.number().int() }).nullable().default(null),
      /** The last row above the figures: the header, a row of column numbers or codes behind it. */
      headEnds: z.number().int().nullable().default(null),
      leftOut: z.array(z.object({ row: z.number().int(), rule: z.string() })).default([]),
    }),
  ),
  counts: z.array(problemCount),
  problems: z.array(intakeProblem),
  questions: z.array(intakeQuestion),
  /** The newest import in force of a file of the very same bytes. */
  seen: z.object({ run: z.string(), at: z.string() }).nullable(),
  /** The recipes that its sheets were read by. */
  recipes: z.array(usedRecipe).default([]),
  /** Keys of answers that were given to questions which the file does not ask; absent where there is none. */
  unasked: z.array(z.string()).optional(),
});
export type IntakePreviewDto = z.infer<typeof intakePreview>;

/** A file that waits for a person; its preview comes without problems, missing communes and columns. */
export const inboxFile = z.object({
  id: draftId,
  origin: z.enum(['person', 'folder']),
  receivedAt: z.string(),
  revision: intakeRevision,
  preview: intakePreview,
});
export type InboxFileDto = z.infer<typeof inboxFile>;

export const figure = z.object({
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
});

const changedFigure = z.object({
  cut: z.string(),
  unit: z.string(),
  indicator: z.string(),
  state: z.enum(['new', 'changed', 'same']),
  now: figure,
  before: figure.nullable(),
  sheet: z.string().nullable(),
  row: z.number().int(),
});

export const pastValue = z.object({
  ...figure.shape,
  state: z.enum(['current', 'replaced', 'withdrawn']),
  run: z.string(),
  kind: z.string(),
  at: z.string(),
  who: z.string(),
  reason: z.string().nullable(),
  until: z.string().nullable(),
  source: z.string(),
  sourceKind,
  /** The data file it came through; null when it did not. */
  through: z.string().nullable(),
  sheet: z.string().nullable(),
  row: z.number().int(),
  note: z.string().nullable(),
});
export type PastValueDto = z.infer<typeof pastValue>;

export const importRun = z.object({
  run: z.string(),
  file: z.string(),
  cut: z.string().nullable(),
  kind: z.string(),
  state: z.enum(['committed', 'undone']),
  at: z.string(),
  who: z.string(),
  reason: z.string().nullable(),
  rows: z.number().int(),
  added: z.number().int(),
  changed: z.number().int(),
  same: z.number().int(),
  undoneAt: z.string().nullable(),
  undoneBy: z.string().nullable(),
  /** Typed into the entry grid; else it came as a file. */
  typed: z.boolean(),
});
export type ImportRunDto = z.infer<typeof importRun>;

export const commitResult = z.object({
  run: z.string(),
  cuts: z.array(z.string()),
  rows: z.number().int(),
  added: z.number().int(),
  changed: z.number().int(),
  same: z.number().int(),
});
export type CommitResultDto = z.infer<typeof commitResult>;

export const commitEvent = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('progress'),
    stage: z.enum(['figures', 'judgement']),
    done: z.number().int(),
    total: z.number().int(),
  }),
  z.object({ kind: z.literal('done'), result: commitResult }),
]);

export const submission = z.object({
  code: z.string(),
  expected: z.number().int(),
  received: z.number().int(),
  missing: z.number().int(),
  /** Task reports the province itself owes, and those that have come; null where the cut asks it for none. */
  tasks: z.object({ owed: z.number().int(), reported: z.number().int() }).nullable(),
  receivedAt: z.string().nullable(),
  state: z.enum(['nothing', 'inbox', 'partial', 'complete']),
  /** Files of this province for the cut that wait for a person. */
  waiting: z.number().int(),
  /** Arrived, or still not complete, after the deadline. */
  isLate: z.boolean(),
  corrected: z.boolean(),
});
export type SubmissionDto = z.infer<typeof submission>;

export const intakeCut = cut.extend({
  dueAt: z.string(),
  closedAt: z.string().nullable(),
  closedBy: z.string().nullable(),
  events: z.array(
    z.object({
      kind: z.enum(['opened', 'closed', 'reopened', 'labelled', 'dueMoved', 'startMoved']),
      at: z.string(),
      who: z.string(),
      reason: z.string().nullable(),
    }),
  ),
});
export type IntakeCutDto = z.infer<typeof intakeCut>;

export const punctuality = z.object({
  cut: z.string(),
  inTime: z.number().int(),
  late: z.number().int(),
  incomplete: z.number().int(),
});
export type PunctualityDto = z.infer<typeof punctuality>;

export const intake = {
  /**
   * Reads one file against the current data. A file that cannot be read is refused with its problem, not thrown.
   * INBOX_FULL, DISK_FULL when it cannot be kept.
   */
  inspect: writes('inbox')
    .input(
      z.object({
        file: z.file().optional(),
        /** Instead of `file`, for one too large for a message: what `uploads.receive` gave. */
        upload: z.string().max(60).optional(),
        /** Puts the file into the inbox, where it stays, also across restarts, until it is committed or discarded. */
        keep: z.boolean().default(false),
        ...revision,
      }),
    )
    .output(intakePreview),
  /** Every file that waits for a person, oldest first. */
  inbox: reads.output(z.array(inboxFile)),
  /** Reads the file of a preview again with answers, corrected cells, rows left out. IMPORT_UNKNOWN. */
  revise: writes('inbox')
    .input(z.object({ id: draftId, ...revision }))
    .output(intakePreview),
  /** Rows of a sheet of a preview as they stand in the file, with what was made of them. IMPORT_UNKNOWN, FILE_UNREADABLE. */
  sheet: reads.input(sheetWindowInput).output(sheetWindow),
  /** The rows of a sheet in which words stand, or that have problems, or were left out. IMPORT_UNKNOWN, FILE_UNREADABLE. */
  sheetSearch: reads.input(sheetSearchInput).output(sheetSearch),
  /** The figures of a preview one page at a time, and with the first page the reports in words in these states. */
  changes: reads
    .input(
      z.object({
        id: draftId,
        states: z.array(z.enum(['new', 'changed', 'same'])).default(['changed']),
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(2000).default(200),
      }),
    )
    .output(
      z.object({
        total: z.number().int(),
        figures: z.array(changedFigure),
        /** As many as can be looked through; `reports` of the preview says how many there are. */
        reports: z.array(reportChange),
      }),
    ),
  /**
   * Which colours a preview would change, tried and undone. Null where it bears upon none, or has too many figures for
   * a try: the receipt tells them. IMPORT_UNKNOWN.
   */
  colours: reads.input(z.object({ id: draftId })).output(colourChanges.nullable()),
  /**
   * Takes a preview in as one transaction. Bytes that are in already and would change nothing give the import they
   * came with; where they would, IMPORT_SEEN until that question is answered. IMPORT_NOT_READY while errors or other
   * questions are left, unless `acceptValid` takes the rest; CUT_CLOSED when a closed cut would change without a reason.
   */
  commit: writes('figures', 'statuses', 'alerts', 'cuts', 'inbox')
    .input(
      z.object({ id: draftId, who, acceptValid: z.boolean().default(false), reason: reasonText.optional() }),
    )
    .output(eventIterator(commitEvent)),
  /** Throws a preview away, and the file where it was kept. */
  discard: writes('inbox')
    .input(z.object({ id: draftId }))
    .output(z.object({})),
  /** Takes a whole import back. RUN_UNKNOWN, CUT_CLOSED. */
  undo: writes('figures', 'statuses', 'alerts', 'cuts')
    .input(z.object({ run: runId, who, reason: reasonText.optional() }))
    .output(
      z.object({
        runs: z.array(z.string()),
        cuts: z.array(z.string()),
        restored: z.number().int(),
        removed: z.number().int(),
      }),
    ),
  /** Runs that came from files, newest first, page by page. */
  runs: reads.input(z.object({ cut: cutReference.optional(), ...page(100) })).output(z.array(importRun)),
  /** What was said of the file of an import when it came in; null of one that has none: typed, in a data file, or long ago. RUN_UNKNOWN. */
  receipt: reads.input(z.object({ run: runId })).output(receipt.nullable()),
  /** Every value a figure ever had, newest first; the first one in force stands at the top. */
  history: reads
    .input(z.object({ cut: cutReference, unit: unitCode, indicator: z.string().max(60) }))
    .output(z.array(pastValue)),
  /** What each province owes for a cut and what has arrived. */
  submissions: reads
    .input(z.object({ cut: cutReference.optional() }))
    .output(z.object({ cut, dueAt: z.string(), provinces: z.array(submission) })),
  /** The text that reminds a province of what it still owes; null when nothing is missing. */
  reminder: reads
    .input(
      z.object({
        cut: cutReference.optional(),
        province: provinceCode,
        language: z.enum(['vi', 'en']).default('vi'),
      }),
    )
    .output(z.object({ text: z.string().nullable(), missing: z.array(z.string()), tasks: z.number().int() })),
  /**
   * Closes a cut for figures, which makes it a picture, with the list of what is missing. CUT_ALREADY_CLOSED by whom and
   * when; CUT_NOT_BEGUN for a cut of the future; CUT_CLOSE_POOR where little of the next picture has come, unless `anyway`
   says that it is meant.
   */
  close: writes('figures', 'statuses', 'alerts', 'cuts')
    .input(z.object({ cut: cutReference, who, anyway: z.boolean().optional() }))
    .output(
      z.object({ cut, missing: z.array(z.object({ province: z.string(), communes: z.number().int() })) }),
    ),
  /** Opens a closed cut again; who and why stay on record. CUT_NOT_CLOSED. */
  reopen: writes('cuts', 'statuses', 'alerts')
    .input(z.object({ cut: cutReference, who, reason: reasonText }))
    .output(z.object({ cut })),
  /** Every cut, months too, newest first, with its deadline and the times it was closed and opened again. */
  cuts: reads.output(z.array(intakeCut)),
  /** How many provinces were complete in time, late, or not complete, for the newest cuts of one kind; oldest first. */
  punctuality: reads.input(z.object({ cut: cutReference.optional() })).output(z.array(punctuality)),
  /** The rejected rows marked in the sender's own workbook; a CSV or a very large file becomes a workbook of them. */
  rejected: reads
    .input(z.object({ id: draftId }))
    .output(
      z.object({ name: z.string(), file: z.file(), cells: z.number().int(), way: z.enum(RETURN_WAYS) }),
    ),
  /** The templates of all provinces for a cut in one zip. */
  templates: reads
    .input(z.object({ cut: cutReference.optional() }))
    .output(z.object({ name: z.string(), file: z.file() })),
  /** The workbook that a province, or the Centre (VN: its tasks alone), fills in for a cut. */
  template: reads
    .input(z.object({ province: z.string().regex(/^(\d{2}|VN)$/), cut: cutReference.optional() }))
    .output(z.object({ name: z.string(), file: z.file() })),
};
