/**
 * The words of the plan as types. Everything that is computed, stored, drawn or exported speaks these words.
 * Colours are green | yellow | red; the kinds of empty are never merged with them nor with each other.
 */
export const COLOURS = ['green', 'yellow', 'red'] as const;
export type Colour = (typeof COLOURS)[number];

/** Why a figure is empty. A real zero is none of these: it is a value. */
export const EMPTY_KINDS = ['notReported', 'notApplicable', 'notYetDue'] as const;
export type EmptyKind = (typeof EMPTY_KINDS)[number];

/** What the criteria of a commune say of it: an answer that is missing is not shown to be met, so nothing is open. */
export const COMMUNE_STATUSES = ['green', 'yellow', 'red', 'notReported'] as const;
export type CommuneStatus = (typeof COMMUNE_STATUSES)[number];

/** What a unit's reports say of it. `undetermined`: something came, and what did not come may change the colour. */
export const REPORTED_STATUSES = ['green', 'yellow', 'red', 'undetermined', 'notReported'] as const;
export type ReportedStatus = (typeof REPORTED_STATUSES)[number];

/** What a unit's output indicators say of it; `undetermined` as above. */
export const OPERATING_STATUSES = ['green', 'yellow', 'red', 'undetermined', 'noEvidence'] as const;
export type OperatingStatus = (typeof OPERATING_STATUSES)[number];

/** The colours between which an undetermined status lies; both are the colour itself where it is certain. */
export interface ColourBounds {
  readonly atLeast: Colour;
  readonly atMost: Colour;
}

/** Share of a province's communes that are GREEN, in the bands of the published reports. */
export const COVERAGE_BANDS = ['full', 'above70', 'above50', 'below50', 'notReported'] as const;
export type CoverageBand = (typeof COVERAGE_BANDS)[number];

export const UNIT_LEVELS = ['country', 'province', 'commune'] as const;
export type UnitLevel = (typeof UNIT_LEVELS)[number];

/** thanh_pho and tinh are provinces; xa, phuong and dac_khu are communes. */
export const UNIT_KINDS = ['quoc_gia', 'thanh_pho', 'tinh', 'xa', 'phuong', 'dac_khu'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

export const INDICATOR_KINDS = ['criterion', 'ratio', 'count'] as const;
export type IndicatorKind = (typeof INDICATOR_KINDS)[number];

export const CUT_KINDS = ['moment', 'day', 'week', 'month'] as const;
export type CutKind = (typeof CUT_KINDS)[number];

/** planned: known to the calendar alone; collecting: open for figures; closed by a person: only corrections. */
export const CUT_STATES = ['planned', 'collecting', 'closed'] as const;
export type CutState = (typeof CUT_STATES)[number];

export const SOURCE_KINDS = ['official', 'published', 'illustrative'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** `illustrative`: filled by the program. `real`: begun empty, and never filled with a figure that was made up. */
export const WORKSPACE_KINDS = ['illustrative', 'real'] as const;
export type WorkspaceKind = (typeof WORKSPACE_KINDS)[number];

/** What figures are marked by wherever they go, unless they are real. */
export const WORKSPACE_MARKS = ['illustrative', 'practice'] as const;
export type WorkspaceMark = (typeof WORKSPACE_MARKS)[number];

export const TASK_STATES = ['notStarted', 'inProgress', 'done', 'blocked'] as const;
export type TaskState = (typeof TASK_STATES)[number];

export const TASK_SCOPES = ['centre', 'province', 'commune'] as const;
export type TaskScope = (typeof TASK_SCOPES)[number];

/** Where a task stands against its deadline at a cut. */
export const TASK_SCHEDULES = ['done', 'onTime', 'dueSoon', 'overdue', 'notReported'] as const;
export type TaskSchedule = (typeof TASK_SCHEDULES)[number];

/** The parts that the tasks of a group fall into: those not begun, of which nobody has spoken, stand apart. */
export const TASK_PARTS = [...TASK_SCHEDULES, 'notYetDue'] as const;
export type TaskPart = (typeof TASK_PARTS)[number];

/**
 * A task's report held against its output indicators. `open` = in time, not done, no result yet;
 * `notYetDue` = before its start, so nothing is owed; `notReported` = it runs and nobody said how.
 */
export const TASK_OUTCOMES = [
  'doneWorking',
  'doneNotWorking',
  'doneNoEvidence',
  'workingBeforeDone',
  'late',
  'notYetDue',
  'open',
  'notReported',
] as const;
export type TaskOutcome = (typeof TASK_OUTCOMES)[number];

export const SEVERITIES = ['critical', 'warning', 'notice'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const ALERT_STATES = ['pending', 'firing', 'acknowledged', 'snoozed', 'resolved'] as const;
export type AlertState = (typeof ALERT_STATES)[number];
/** Open: it fired and is not over, taken or put aside or not. One that waits to fire is told apart, never counted in. */
export const OPEN_ALERT_STATES = ['firing', 'acknowledged', 'snoozed'] as const satisfies AlertState[];

export const ALERT_RULES = [
  'taskOverdue',
  'taskDueSoon',
  'coverageLow',
  'criterionMissing',
  'onlineLow',
  'onlineFalling',
  'gap',
  'noReport',
  'regression',
  'suspectOvernight',
  'suspectEqualFigures',
  'suspectEqualRows',
  'suspectRepeatedRow',
  'suspectJump',
  'suspectDeadlineDay',
  'suspectGreenNoRecords',
  'suspectSignatures',
  'evidenceMissing',
] as const;
export type AlertRule = (typeof ALERT_RULES)[number];

/** One figure as it was sent. `value` of a ratio is the fraction numerator / denominator (0..1). */
export interface Figure {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** A fact or sentence: `code` is a key of the message catalogue, `values` are its numbers and names. */
export interface Reason {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number | null>>;
}
