import { UnsoundFile } from '#main/core/files/unsound-file.ts';
import { LIMITS, type LimitName } from './limits.ts';

/** error: the figure, or the whole row where its unit is in doubt, is not taken. warning: taken, look at it. question: somebody has to answer first. */
export type ProblemSeverity = 'error' | 'warning' | 'question';

/** Each code has its sentence in the message catalogue under `intake.problem.<code>`. */
export const PROBLEM_CODES = [
  // The file as a whole.
  'FILE_EMPTY',
  'FILE_NO_FIGURES',
  'FILE_KIND_UNKNOWN',
  'FILE_KIND_OLD_EXCEL',
  'FILE_KIND_SNAPSHOT',
  'FILE_ENCRYPTED',
  'FILE_MACRO',
  'FILE_UNREADABLE',
  'FILE_EXTENSION_WRONG',
  'FILE_DAMAGED',
  'ARCHIVE_UNSAFE',
  'LIMIT_EXCEEDED',
  'XML_DOCTYPE',
  'NUL_BYTE',
  'ENCODING_MIXED',
  'ENCODING_GUESSED',
  'LEGACY_TEXT',
  'QUOTE_BROKEN',
  'QUOTE_UNCLOSED',
  'JSON_INVALID',
  'SHEET_SKIPPED',
  'SHEET_HIDDEN',
  // Headers.
  'HEADER_NOT_FOUND',
  'COLUMN_UNKNOWN',
  'COLUMN_SUGGESTED',
  'COLUMN_TWICE',
  'RECIPE_USED',
  'UNITS_ACROSS',
  'RECIPE_NO_FIT',
  'RECIPE_OTHER_KIND',
  'LAYOUT_NO_UNIT',
  'LAYOUT_NO_FIGURE',
  'ROW_TOO_WIDE',
  'ROW_SHIFTED',
  'HEADER_CHANGES',
  'TOTALS_LEFT_OUT',
  'SECTIONS_LEFT_OUT',
  'SIGNATURES_LEFT_OUT',
  'HEADERS_LEFT_OUT',
  'SUMMARIES_LEFT_OUT',
  'NOTES_LEFT_OUT',
  'FOOTER_LEFT_OUT',
  'ROWS_TAKEN_OUT',
  'TEMPLATE_FOREIGN',
  'TEMPLATE_OTHER_CUT',
  'TEMPLATE_OTHER_RULES',
  // Units.
  'UNIT_MISSING',
  'UNIT_UNKNOWN',
  'UNIT_AMBIGUOUS',
  'UNIT_SUGGESTED',
  'UNIT_CODE_NAME_DIFFER',
  'UNIT_PROVINCE_DIFFERS',
  'PROVINCE_UNKNOWN',
  'UNIT_CODE_ZERO_LOST',
  'UNIT_KIND_OLD',
  'UNIT_FORMER',
  'CODES_OF_BEFORE',
  'UNIT_DIVIDED',
  'FORMER_BESIDE_NEW',
  'FORMER_PARTS_MISSING',
  'FORMER_PARTS_DIFFER',
  'FORMER_RATES_ALONE',
  'FORMER_SUMMED',
  'UNIT_OTHER_PROVINCE',
  'UNIT_ENDED',
  // Indicators and cuts.
  'INDICATOR_UNKNOWN',
  'CUT_MISSING',
  'CUT_IN_TITLE',
  'CUT_UNKNOWN',
  'CUT_REMOVED',
  'CUT_OTHER',
  'CUT_NEW',
  'CUT_KIND_UNUSUAL',
  // Values.
  'VALUE_MISSING',
  'VALUE_NOT_CRITERION',
  'WORD_UNKNOWN',
  'VALUE_NOT_NUMBER',
  'VALUE_NOT_WHOLE',
  'VALUE_NEGATIVE',
  'VALUE_OUT_OF_RANGE',
  'VALUE_PERCENT_ASSUMED',
  'VALUE_PERCENT_OR_FRACTION',
  'VALUE_DIFFERS_FROM_PARTS',
  'TOTAL_DIFFERS',
  'PROOF_DIFFERS',
  'HEADER_UNREAD',
  'SCALE_MIXED',
  'SCALE_BELOW_PERCENT',
  'SCALE_ABOVE_ONE',
  'NUMERATOR_ABOVE_DENOMINATOR',
  'DENOMINATOR_MISSING',
  'DENOMINATOR_WHICH',
  'DENOMINATOR_NOWHERE',
  'COUNT_OR_RATE',
  'DENOMINATOR_ZERO',
  'PARTS_NOT_ASKED',
  'NOT_APPLICABLE_ASKED',
  'CELL_FORMULA',
  'CELL_FORMULA_NO_VALUE',
  'CELL_ERROR',
  // What is typed into the entry grid.
  'ENTRY_NOT_APPLICABLE',
  'ENTRY_NOT_ASKED',
  'ENTRY_NOTHING',
  'ENTRY_OUTSIDE',
  'ENTRY_PERCENT_AND_COUNT',
  // The file held against itself and the past.
  'ROW_TWICE_SAME',
  'ROW_TWICE_DIFFERENT',
  'COMMUNES_MISSING',
  'INDICATOR_NOT_HELD',
  'INDICATOR_OUT_OF_TURN',
  'ALL_SAME_AS_BEFORE',
  'JUMP',
  'OVERNIGHT',
  'PROVINCES_SEVERAL',
  'DENOMINATOR_OUTGROWN',
  'DENOMINATORS_OUTGROWN',
  // Reports in words.
  'TASK_UNKNOWN',
  'TASK_OUTSIDE_SCOPE',
  'TASK_NOT_HELD',
  'STATE_UNKNOWN',
  'STATE_MISSING',
  'PROGRESS_NO_NUMBER',
  'PROGRESS_OUT_OF_RANGE',
  'PROGRESS_MISSING',
  'PROGRESS_DIFFERS',
  'DONE_WITHOUT_DATE',
  'DATE_WITHOUT_DONE',
  'DATE_INVALID',
  'DATE_IN_FUTURE',
  'DATE_BEFORE_PLAN',
  'CAUSE_UNKNOWN',
  'CAUSE_MISSING',
  'TEXT_MISSING',
  'TEXT_TOO_LONG',
  'CATEGORY_UNKNOWN',
  'RESOLVED_BEFORE_SINCE',
  'DIFFICULTY_UNKNOWN',
  'INDICATORS_UNKNOWN',
  'DOCUMENT_KIND_UNKNOWN',
  'REPORT_UNIT_MISSING',
  'REPORT_TWICE_SAME',
  'REPORT_TWICE_DIFFERENT',
  'FILE_SEEN_BEFORE',
  'FILE_SEEN_CHANGES',
  'CUT_CLOSED',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

export type ProblemValues = Readonly<Record<string, string | number>>;

/** Something about a file that its sender or the officer must know. Row as in the file (1-based), column letters. */
export interface Problem {
  readonly severity: ProblemSeverity;
  readonly code: ProblemCode;
  readonly values: ProblemValues;
  readonly sheet: string | null;
  readonly row: number | null;
  readonly column: string | null;
  /** The key of the answer that settles it. */
  readonly key?: string;
}

export interface Place {
  readonly sheet?: string | null;
  readonly row?: number | null;
  readonly column?: string | null;
  readonly key?: string;
}

/** A problem with the parts of its place that are known. */
export function problem(
  severity: ProblemSeverity,
  code: ProblemCode,
  values: ProblemValues = {},
  place: Place = {},
): Problem {
  const { sheet = null, row = null, column = null, key } = place;
  const at = { severity, code, values, sheet, row, column };
  return key === undefined ? at : { ...at, key };
}

/** The file cannot be read further; the problem says why and where. */
export class FileRefused extends Error {
  readonly problem: Problem;

  constructor(code: ProblemCode, values: ProblemValues = {}, place: Place = {}) {
    super(`${code} ${JSON.stringify({ ...values, ...place })}`);
    this.name = 'FileRefused';
    this.problem = problem('error', code, values, place);
  }
}

/** Why a file is read no further; null for any other error. */
export function refusalOf(error: unknown): Problem | null {
  if (error instanceof UnsoundFile) return problem('error', error.code, error.values);
  return error instanceof FileRefused ? error.problem : null;
}

/** Refuses because of a limit; the sentence names the limit, what was found and what to do. */
export function limitExceeded(limit: LimitName, found: number, place: Place = {}): FileRefused {
  return new FileRefused('LIMIT_EXCEEDED', { limit, allowed: LIMITS[limit], found }, place);
}
