import * as echarts from 'echarts';
import { describe, expect, it } from 'vitest';
import { cleanChart } from '#main/core/brief/pictures/chart-svg.ts';
import { plainDrawing } from '#main/core/brief/pictures/plain-drawing.ts';
import { distribution } from '#shared/charts/distribution.ts';
import { forecastLine } from '#shared/charts/forecast-line.ts';
import { stackedStatus } from '#shared/charts/stacked-status.ts';
import { chartStyle } from '#shared/charts/style.ts';
import { trendLine } from '#shared/charts/trend-line.ts';
import { UserError } from '#shared/contract/errors.ts';

const style = chartStyle('light', 17);
const write = (value: number) => String(value);

const CHARTS = {
  'a stack with a hatched part': stackedStatus(
    {
      labels: ['01/07', '08/07'],
      series: [
        { name: 'Xanh', tone: 'green', values: [1, 2] },
        { name: 'Chưa báo cáo', tone: 'empty', values: [2, 1] },
      ],
      write,
    },
    style,
  ),
  'a line with thresholds': trendLine(
    {
      labels: ['01/07', '08/07'],
      series: [{ name: 'Tỷ lệ', tone: 'reported', values: [0.2, null], dashed: true }],
      write,
      thresholds: [{ value: 0.7, tone: 'green', name: 'green' }],
      current: 1,
    },
    style,
  ),
  'a forecast with its deadline': forecastLine(
    {
      points: [
        { day: '2025-07-01', share: 0.2 },
        { day: '2025-07-08', share: 0.3 },
      ],
      outlook: { completion: '2025-12-01', earliest: '2025-11-01', latest: null },
      deadline: { day: '2025-12-31', name: 'Thời hạn' },
      names: { actual: 'Thực tế', pace: 'Nhịp', fast: 'Sớm', slow: 'Muộn' },
      writeShare: write,
      writeDay: (day) => day,
    },
    style,
  ),
  'a distribution': distribution(
    { bins: [{ from: 0, to: 1, count: 3 }], tone: () => 'green', writeBound: write, writeCount: write },
    style,
  ),
};

function drawn(option: echarts.EChartsCoreOption): string {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: 600, height: 300 });
  chart.setOption(option);
  const svg = chart.renderToSVGString();
  chart.dispose();
  return cleanChart(svg);
}

describe('a drawing that a screen sends', () => {
  it.each(Object.entries(CHARTS))('passes when it is %s', (_name, option) => {
    const svg = drawn(option);
    expect(plainDrawing(svg)).toBe(svg);
  });

  it.each([
    ['a script', '<svg><script>alert(1)</script></svg>'],
    ['a handler', '<svg><rect onload="alert(1)"/></svg>'],
    ['a picture from elsewhere', '<svg><image href="https://example.org/a.png"/></svg>'],
    ['another document', '<svg><foreignObject><p>x</p></foreignObject></svg>'],
    ['a link', '<svg><a href="javascript:alert(1)"><text>x</text></a></svg>'],
    ['a fill from elsewhere', '<svg><rect fill="url(https://example.org/a#b)"/></svg>'],
    ['a style sheet', '<svg><style>@import "https://example.org/a.css"</style></svg>'],
    ['an entity', '<!DOCTYPE svg [<!ENTITY a "b">]><svg><text>&a;</text></svg>'],
    ['two drawings', '<svg></svg><svg></svg>'],
    ['a tag that is never closed', '<svg><g></svg>'],
    ['a comment', '<svg><!-- x --></svg>'],
    ['no drawing at all', 'Hà Nội'],
  ])('is refused when it holds %s', (_name, svg) => {
    expect(() => plainDrawing(svg)).toThrow(UserError);
  });
});
