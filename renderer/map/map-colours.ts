import type { Theme } from '#shared/domain/colours.ts';

/** The sea and the lands around: what faded units fade towards. */
export const SEA: Readonly<Record<Theme, string>> = { light: '#E6EBF0', dark: '#10181F' };

/** The colour of land whose figures are still on their way. */
export const WAITING: Readonly<Record<Theme, string>> = { light: '#D5DCE3', dark: '#27323D' };
