/** The ways to draw the communes that are measured side by side; the first is this project's own. */
export const WAY_NAMES = ['own', 'leafletCanvas', 'leafletSvg', 'echarts'] as const;
export type WayName = (typeof WAY_NAMES)[number];
