/** Of the grid, in pixels: rows and columns stand at places that are computed. */
export const ROW_PX = 27;
/** Rows of the header show three lines of their long names. */
export const HEADER_ROW_PX = 56;
export const HEAD_PX = 46;
/** The row's number and what it was understood as. */
export const GUTTER_PX = 176;
export const COLUMN_PX = { least: 48, named: 104, unknown: 110, most: 260, letter: 7.2, around: 18 } as const;
