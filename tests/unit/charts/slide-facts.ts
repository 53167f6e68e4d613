import { chartPart } from '#main/core/brief/pptx/chart-part.ts';
import { embeddedWorkbook } from '#main/core/brief/pptx/embedded-workbook.ts';
import { columnName } from '#main/core/files/workbook/place.ts';
import {
  attributeOf,
  childOf,
  findAll,
  findFirst,
  parseXml,
  textOf,
  type XmlElement,
} from '#main/core/files/xml-tree.ts';
import type { ChartSpec } from '#shared/charts/spec.ts';
import { readWorkbookFile } from '#tests/setup/workbook-file.ts';

/** The part of the native chart with what is needed to read it. */
function nativeChart(spec: ChartSpec) {
  const xml = chartPart(spec, { accent: '#0F4C81', width: 800 });
  const value = (element: XmlElement | undefined, name: string, attribute = 'val'): string => {
    const found = findFirst(element, name);
    return found === undefined ? '' : (attributeOf(xml, found, attribute) ?? '');
  };
  /** The cached figures of a reference, each in its place; gaps stay empty. */
  const cached = (element: XmlElement | undefined): string[] => {
    const found = element === undefined ? [] : findAll(element, 'c:pt');
    const known = new Map(
      found.map((point) => [attributeOf(xml, point, 'idx'), textOf(xml, findFirst(point, 'c:v') ?? point)]),
    );
    return Array.from(
      { length: Number(value(element, 'c:ptCount')) },
      (_, at) => known.get(String(at)) ?? '',
    );
  };
  return { root: parseXml(xml), value, cached };
}

/** What a reader of the native chart sees, a line for each axis and each series. */
export function slideFacts(spec: ChartSpec): string[] {
  const { root, value, cached } = nativeChart(spec);
  const axis = findFirst(root, 'c:dateAx') === undefined ? '' : 'days: ';
  const order = value(root, 'c:orientation') === 'maxMin' ? 'from the top: ' : '';
  const values = findFirst(root, 'c:valAx');
  const groundOf = (element: XmlElement | undefined): string =>
    value(findFirst(element, 'a:bgClr') ?? element, 'a:srgbClr');
  const seriesFacts = (plot: XmlElement, series: XmlElement): string => {
    const look = childOf(series, 'c:spPr');
    return [
      plot.name === 'c:lineChart' ? 'line' : value(plot, 'c:barDir'),
      value(look, 'a:prstDash'),
      // Stacked bars stand upon each other only where they overlap.
      value(plot, 'c:grouping') === 'stacked' && value(plot, 'c:overlap') === '100' ? 'stacked' : '',
      findFirst(look, 'a:pattFill') === undefined ? '' : 'hatched',
      findFirst(series, 'c:errBars') === undefined ? '' : 'upright',
      value(series, 'c:symbol') === 'circle' ? 'dots' : '',
      groundOf(look),
      `${cached(childOf(series, 'c:tx'))}:`,
      ...cached(childOf(series, 'c:val')).map((figure) => (figure === '' ? '-' : figure)),
      ...findAll(series, 'c:dPt').map((point) => `#${groundOf(point)}`),
    ]
      .filter((word) => word !== '')
      .join(' ');
  };
  return [
    axis + order + cached(findFirst(root, 'c:cat')).join('; '),
    `${value(values, 'c:numFmt', 'formatCode')} to ${value(values, 'c:max') || 'what is there'}`,
    ...findAll(root, 'c:barChart', 'c:lineChart').flatMap((plot) =>
      findAll(plot, 'c:ser').map((series) => seriesFacts(plot, series)),
    ),
    ...findAll(root, 'c:legend').map(() => 'legend'),
    ...findAll(root, 'c:legendEntry').map((entry) => `not series ${value(entry, 'c:idx')}`),
    ...(value(root, 'c:dispBlanksAs') === 'gap' ? [] : ['holes are filled']),
  ];
}

/** The rows of the native chart as it shows them without its workbook: names above, labels and figures below. */
export function shownRows(spec: ChartSpec): string[][] {
  const { root, cached } = nativeChart(spec);
  const columns = findAll(root, 'c:ser').map((series) => [
    ...cached(childOf(series, 'c:tx')),
    ...cached(childOf(series, 'c:val')),
  ]);
  const isDays = findFirst(findFirst(root, 'c:cat'), 'c:numCache') !== undefined;
  const points = cached(findFirst(root, 'c:cat'));
  const labels = ['', ...points.map((point) => (isDays ? `day ${point}` : point))];
  return labels.map((label, at) => [label, ...columns.map((column) => column[at] ?? '')]);
}

/** The rows of the workbook behind the chart; cells that are not there are empty. */
export function sheetRows(spec: ChartSpec): string[][] {
  const [sheet] = readWorkbookFile(embeddedWorkbook(spec, '2025-07-31T09:00:00.000Z'));
  return shownRows(spec).map((row, at) =>
    row.map((_, column) => {
      const { value, format } = sheet?.cells.get(`${columnName(column)}${at + 1}`) ?? {};
      return `${format === 14 ? 'day ' : ''}${value ?? ''}`;
    }),
  );
}
