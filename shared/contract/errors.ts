/**
 * Every way the application says no to a person. The code is stable: scripts, tests and the message catalogue
 * (`error.<CODE>`) rely on it. Anything else that is thrown is our own mistake.
 */
export const ERROR_CODES = [
  'UNIT_UNKNOWN',
  'UNIT_SEVERAL',
  'CUT_UNKNOWN',
  'TASK_UNKNOWN',
  'INDICATOR_UNKNOWN',
  'CATEGORY_UNKNOWN',
  'RULES_INVALID',
  'ALERT_UNKNOWN',
  'ALERT_UNTIL_PAST',
  'RULE_VERSION_UNKNOWN',
  'PERSON_UNKNOWN',
  'PLAN_INVALID',
  'PLAN_CHANGED',
  'PLAN_UNCHANGED',
  'PLAN_DATE',
  'PLAN_FILE_REFUSED',
  'UNIT_FILE_REFUSED',
  'UNIT_FILE_PROBLEMS',
  'UNIT_ACT_UNKNOWN',
  'UNIT_ACT_HELD',
  'UNIT_ENDED',
  'NO_DATA',
  'RUN_UNKNOWN',
  'IMPORT_UNKNOWN',
  'IMPORT_NOT_READY',
  'IMPORT_SEEN',
  'CUT_CLOSED',
  'CUT_NOT_CLOSED',
  'CUT_CLOSE_EARLY',
  'CUT_CLOSE_POOR',
  'RECIPE_UNKNOWN',
  'RECIPE_NOTHING',
  'RECIPE_OTHER',
  'RECIPE_SHAPE',
  'RECIPE_TAKEN',
  'RECIPE_FILE',
  'STAFF_FULL',
  'STAFF_UNKNOWN',
  'CUT_UNPLANNED',
  'CUT_TOO_FAR',
  'CUT_EXISTS',
  'CUT_DUE_EARLY',
  'CUT_OVERLAPS',
  'CUT_NOT_EMPTY',
  'CUT_ALREADY_CLOSED',
  'CUT_NOT_BEGUN',
  'CUT_NOT_OPEN',
  'ENTRY_CUT_PLANNED',
  'ENTRY_CHANGED',
  'ENTRY_EMPTY',
  'CALENDAR_INVALID',
  'PICTURE_STANDS',
  'PICTURE_FIRST',
  'INPUT_INVALID',
  'OPTION_UNKNOWN',
  'OPTION_MISSING',
  'DATA_FOLDER_UNWRITABLE',
  'DATABASE_FOREIGN',
  'DATABASE_DAMAGED',
  'DATABASE_NEWER',
  'DATABASE_BUSY',
  'DATABASE_VANISHED',
  'DATABASE_MOVED',
  'WORKSPACE_MISSING',
  'WORKSPACE_EXISTS',
  'WORKSPACE_NOT_REAL',
  'WORKSPACE_PRACTICE',
  'WORKSPACE_ELSEWHERE',
  'FOLDER_NOT_EMPTY',
  'PRACTICE_DATA',
  'ILLUSTRATIVE_ONLY',
  'RESTORE_OTHER_WORKSPACE',
  'BACKUP_UNKNOWN',
  'BACKUP_NONE',
  'BACKUP_UNUSABLE',
  'RESTORE_ELSEWHERE',
  'RESTORE_BUSY',
  'PORT_IN_USE',
  'RENDERER_MISSING',
  'FOLDER_MISSING',
  'FILE_UNWRITABLE',
  'FILE_BUSY',
  'DISK_FULL',
  'FILE_UNREADABLE',
  'DECK_REFUSED',
  'BRAND_REFUSED',
  'JOB_FAILED',
  'PART_MALFORMED',
  'SNAPSHOT_REFUSED',
  'SNAPSHOT_TARGET_UNFIT',
  'SNAPSHOT_NOT_OPEN',
  'SNAPSHOT_READ_ONLY',
  'SNAPSHOTS_TOO_MANY',
  'UPLOAD_UNKNOWN',
  'INBOX_FULL',
  'WATCH_OFF',
  'WATCH_FOLDER_UNFIT',
  'KEY_MISSING',
  'KEY_EXISTS',
  'KEY_INVALID',
  'KEY_DAMAGED',
  'KEY_NAME_IN_USE',
  'PASSPHRASE_WRONG',
  'CANCELLED',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

export function isErrorCode(code: string): code is ErrorCode {
  return (ERROR_CODES as readonly string[]).includes(code);
}

export type ErrorValues = Readonly<Record<string, string | number>>;

/** Something the person in front of the screen can mend; `values` fill the sentence of `error.<code>`. */
export class UserError extends Error {
  readonly code: ErrorCode;
  readonly values: ErrorValues;

  constructor(code: ErrorCode, values: ErrorValues = {}, options?: { readonly cause?: unknown }) {
    super(`${code} ${JSON.stringify(values)}`, options);
    this.name = 'UserError';
    this.code = code;
    this.values = values;
  }
}
