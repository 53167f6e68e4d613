import type { EChartsOption } from 'echarts';

/** Lines, and columns cut into parts, run over the cuts; every other chart shows one cut. */
export function isHistory({ series }: EChartsOption): boolean {
  return [series ?? []]
    .flat()
    .some((one) => one.type === 'line' || (one.type === 'bar' && one.stack !== undefined));
}
