/** Under which the font of cells without a style is kept; no style of a file has such a name. */
export const OWN_FONT = '\0default';
