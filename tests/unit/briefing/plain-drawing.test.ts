import { describe, expect, it } from 'vitest';
import { cleanChart } from '#main/core/brief/pictures/chart-svg.ts';
import { plainDrawing } from '#main/core/brief/pictures/plain-drawing.ts';
import { drawChart } from '#shared/charts/engine.ts';
import { chartOption } from '#shared/charts/option.ts';
import { chartStyle } from '#shared/charts/style.ts';
import { UserError } from '#shared/contract/errors.ts';
import { createFormatter } from '#shared/text/format.ts';
import { SCREEN_CHARTS } from '#tests/unit/charts/screen-charts.ts';

const style = chartStyle(createFormatter('vi'), { fontSize: 17 });

describe('a drawing that a screen sends', () => {
  it.each(Object.entries(SCREEN_CHARTS))('passes when it is %s', (_name, chart) => {
    const svg = cleanChart(drawChart(chartOption(chart, style), 600, 300));
    expect(plainDrawing(svg)).toBe(svg);
    // The short form is read by browsers alone: elsewhere such letters are of another size.
    expect(svg).not.toContain('font:');
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
