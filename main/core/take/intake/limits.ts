import { ENTRY_LIMITS } from '#main/core/files/archive.ts';

const KIB = 1024;
const MIB = 1024 * KIB;

/**
 * How much a file from outside may ask of the machine. Each name has a sentence that says what it protects, in
 * the message catalogue under `intake.limit.<name>`; a file that goes beyond is refused with that name.
 * Bytes unless the name says otherwise.
 */
export const LIMITS = {
  fileBytes: 512 * MIB,
  // Some 300,000 observations: parsed and judged they still fit into 300 MB.
  jsonBytes: 16 * MIB,
  // Read whole: what a page of 3,321 rows takes with all that Excel writes around a cell, and room.
  htmlBytes: 24 * MIB,
  // Kept until the page is done: thirty times all communes.
  htmlRows: 100_000,
  // Sheets that stand in one part are found by reading it again for each.
  rereadBytes: 512 * MIB,
  // Rows of figures that are written once and said to be there many times.
  repeatedRows: 5_000,
  // Each picture is one.
  archiveEntries: 1_000,
  partBytes: 256 * MIB,
  totalBytes: 512 * MIB,
  ...ENTRY_LIMITS,
  sheets: 100,
  rows: 5_000_000,
  columns: 400,
  // Excel's own limit for the text of one cell.
  cellCharacters: 32_767,
  rowBytes: MIB,
  depth: 24,
  sharedTexts: 1_000_000,
  sharedCharacters: 16 * MIB,
  // XML between two tags: more is no cell of a report.
  tagDistance: MIB,
  problemsKept: 2_000,
  questionsKept: 2_000,
  // Twice the communes: names in two spellings, and still below two seconds of searching.
  unknownWords: 6_000,
} as const;

export type LimitName = keyof typeof LIMITS;
