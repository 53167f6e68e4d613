import type { Figure, IndicatorKind, TaskState } from './model.ts';

/** A cell of the grid of figures is one part of a figure. */
export type FigurePart = keyof Figure;

/** A cell of the grid of tasks is one part of what a body says of a task, in the order of the columns. */
export const REPORT_PARTS = ['state', 'progress', 'doneOn', 'cause', 'note'] as const;
export type ReportPart = (typeof REPORT_PARTS)[number];

export type EntryPart = FigurePart | ReportPart;

export const isReportPart = (part: EntryPart): part is ReportPart =>
  (REPORT_PARTS as readonly string[]).includes(part);

/** The cells of an indicator, in the order of the columns. */
export function entryParts(kind: IndicatorKind): readonly FigurePart[] {
  return kind === 'ratio' ? ['numerator', 'denominator'] : ['value'];
}

const MET = ['1', 'c', 'có', 'co', 'y', 'yes', 'x', 'đạt', 'dat'];
const NOT_MET = ['0', 'k', 'không', 'khong', 'ko', 'n', 'no', 'chưa', 'chua'];

/**
 * What a person typed, as it is kept: without spaces at its ends; a criterion as 1 or 0 where it is one of the short ways
 * to say so. Everything else is kept as typed and judged like the cell of a file.
 */
export function settleEntry(kind: IndicatorKind, typed: string): string {
  const text = typed.normalize('NFC').trim();
  if (kind !== 'criterion') return text;
  const word = text.toLowerCase();
  if (MET.includes(word)) return '1';
  return NOT_MET.includes(word) ? '0' : text;
}

/** The text of a part of a figure in force, as if it had been typed; empty where it has none. */
export function entryText(figure: Figure | null | undefined, kind: IndicatorKind, part: FigurePart): string {
  if (figure == null) return '';
  if (kind !== 'ratio') return figure.value === null ? '' : String(figure.value);
  // A rate that came without its counts stands where the count would, with its sign.
  if (part === 'numerator' && figure.numerator === null && figure.value !== null)
    return percentText(figure.value);
  const count = part === 'numerator' ? figure.numerator : figure.denominator;
  return count === null ? '' : String(count);
}

/** A fraction as it is typed: 45,5%. */
const percentText = (fraction: number): string => `${Number((fraction * 100).toFixed(6))}%`.replace('.', ',');

/** What a body says of a task; `state` and `cause` by their codes, `doneOn` yyyy-mm-dd. */
export interface EnteredReport {
  readonly state: TaskState;
  /** A fraction. */
  readonly progress: number;
  readonly doneOn: string | null;
  readonly cause: string | null;
  readonly note: string | null;
}

/** The text of a part of a report, as if it had been typed; empty where it has none. */
export function reportText(report: EnteredReport | null | undefined, part: ReportPart): string {
  if (report == null) return '';
  return part === 'progress' ? percentText(report.progress) : (report[part] ?? '');
}

/**
 * What stands in a part that nobody typed into: what is in force, but for what the typed state has made untrue. A task
 * that is done or not begun has the progress that follows from it, and only one that is done a day.
 */
export function untypedText(
  report: EnteredReport | null | undefined,
  part: ReportPart,
  state: TaskState | null,
): string {
  const isOther = report != null && state !== null && state !== report.state;
  if (isOther && part === 'doneOn') return '';
  if (isOther && part === 'progress' && [state, report.state].some((one) => FIXED_STATES.includes(one)))
    return '';
  return reportText(report, part);
}

const FIXED_STATES: readonly TaskState[] = ['notStarted', 'done'];
