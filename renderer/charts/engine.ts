import { type ECharts, init } from '#shared/charts/engine.ts';

export { drawChart } from '#shared/charts/engine.ts';

/** An empty chart in the element; dispose of it when the element goes. */
export function createChart(element: HTMLElement): ECharts {
  return init(element, null, { renderer: 'svg' });
}
