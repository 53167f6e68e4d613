/**
 * What can be chosen from and how much is allowed, as plain values. They stand apart from the schemas that check them,
 * because the user interface offers them without checking anything: it must not carry the schemas of the contract.
 */

/** WCAG 2.2, 1.4.3: text of ordinary size. */
export const READABLE_CONTRAST = 4.5;
export const LOGO_BYTES_AT_MOST = 2 * 1024 * 1024;

/** The briefings that are built in. */
export const BRIEFING_KINDS = ['national', 'province', 'gap', 'tasks', 'handover'] as const;
export type BriefingKind = (typeof BRIEFING_KINDS)[number];
/** Widths of a picture: 1280, 2560 and 3840 pixels. */
export const PICTURE_SCALES = ['1x', '2x', '4k'] as const;

/** As a side of a comparison: figures of this machine, whatever the caller looks at. */
export const WORKSPACE = 'workspace';

/** `inbox`: every readable file waits for a person. `clean`: files without errors and questions go straight in. */
export const WATCH_POLICIES = ['inbox', 'clean'] as const;
/** Where good files and returned ones are moved to, below the watched folder. */
export const WATCH_FOLDERS = { done: 'da-nhan', rejected: 'tra-lai' } as const;

/** Id of the question whether bytes that are in already are taken in again, and its one answer. */
export const SEEN_QUESTION = 'seen:';
export const SEEN_AGAIN = 'again';

/** Id of the question whether codes that communes of before July 2025 had as well are today's or theirs, and its answers. */
export const FORMER_QUESTION = 'former:';
export const FORMER_NEW = 'new';
export const FORMER_OLD = 'old';

/** Id of the question whether denominators that are far larger than ever before are right, and its one answer. */
export const SIZE_QUESTION = 'size:';
export const SIZE_CONFIRMED = 'confirmed';

/** What a row of a table can be said to be: of a unit, or of none and why. */
export const ROW_KINDS = ['unit', 'total', 'section', 'summary', 'note', 'signature', 'header'] as const;
export type RowKind = (typeof ROW_KINDS)[number];

/** How the units of a table stand: one below the other, or from left to right. */
export const ORIENTATIONS = ['down', 'across'] as const;
export type Orientation = (typeof ORIENTATIONS)[number];

/** What a recipe reads: figures, or reports in words. */
export const RECIPE_KINDS = ['figures', 'taskReport', 'difficulty', 'document'] as const;
export type RecipeKind = (typeof RECIPE_KINDS)[number];

/** Which rows of a sheet are shown. */
export const SHEET_FILTERS = ['all', 'problems', 'leftOut'] as const;

/** How a file goes back: as its sender's own workbook, or as a new one with the rows in error, and why. */
export const RETURN_WAYS = ['own', 'format', 'large', 'odd'] as const;
export type ReturnWay = (typeof RETURN_WAYS)[number];

/** Endings that tables usually come with, as a dialog for files wants them; what a file is, its content says. */
export const TABLE_ENDINGS =
  '.xlsx,.xlsm,.xltx,.xlsb,.xls,.xlt,.ods,.ots,.fods,.html,.htm,.xml,.csv,.tsv,.txt,.json';

/** Id of the question whether the single figures of a file that contradicts its own sums or rates are right, and its answer. */
export const PROOF_QUESTION = 'proof:';
export const PROOF_CONFIRMED = 'figures';

/** What a column of a table tells of its rows. */
export const COLUMN_KEYS = [
  'unitCode',
  'unitName',
  'province',
  'provinceCode',
  'district',
  'cut',
  'indicator',
] as const;

/** Which part of a figure a column holds. */
export const FIGURE_PARTS = ['value', 'numerator', 'denominator', 'note'] as const;
