import { PAGE_COLOURS } from '#main/core/brief/palette.ts';
import { FONT_FAMILY } from '#main/core/brief/pictures/font-metrics.ts';
import { columnName } from '#main/core/files/workbook/place.ts';
import { escapeXml } from '#main/core/files/xml-text.ts';
import { isDense, leastLabelled } from '#shared/charts/reading.ts';
import type { ChartSpec, ChartTone, ChartUnit } from '#shared/charts/spec.ts';
import { toneColour } from '#shared/charts/style.ts';
import { inkOn } from '#shared/domain/colours.ts';
import { type NativeSeries, type NativeTable, nativeTable } from './native-table.ts';
import { hex } from './units.ts';

/** Number formats of Office; it writes them with the separators of the reader's own system. */
const CODES: Readonly<Record<ChartUnit, string>> = {
  integer: '#,##0',
  decimal: '#,##0.00',
  percent: '0.0%',
};
const DAY_CODE = 'dd/mm/yyyy';
/** English metric units in a point. */
const POINT = 12700;

interface Part {
  readonly chart: ChartSpec;
  readonly table: NativeTable;
  /** The house's colour. */
  readonly accent: string;
  /** Of the place in points. */
  readonly width: number;
}

/**
 * The part of a native chart (ECMA-376 part 1, 21.2), its elements in the order of the schema: figures are found in
 * the embedded workbook, empty ones stay gaps and never become zeros.
 */
export function chartPart(chart: ChartSpec, look: Pick<Part, 'accent' | 'width'>): string {
  const part: Part = { chart, table: nativeTable(chart), ...look };
  const drawn = part.table.series.map((series, at) => ({ at, series, isBar: isBar(series, chart) }));
  const write = (isBars: boolean): string[] =>
    drawn.filter((one) => one.isBar === isBars).map((one) => seriesXml(one.series, one.at, part));
  const [bars, lines] = [write(true), write(false)];
  const plots = `${bars.length > 0 ? barPlot(bars, chart) : ''}${lines.length > 0 ? linePlot(lines) : ''}`;
  const axes = `${alongXml(part)}${valueAxisXml(part, bars.length > 0)}`;
  const plotArea = `<c:plotArea><c:layout/>${plots}${axes}</c:plotArea>`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>${plotArea}${legendXml(part)}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`;
}

/** A single series is named by the title; one whose bars have colours of their own has none to show. */
function legendXml({ chart, table: { series } }: Part): string {
  if (series.length === 1 && chart.axis.kind !== 'days') return '';
  const unshown = series.flatMap(({ states }, at) =>
    states === undefined ? [] : [`<c:legendEntry><c:idx val="${at}"/><c:delete val="1"/></c:legendEntry>`],
  );
  return `<c:legend><c:legendPos val="t"/>${unshown.join('')}<c:overlay val="0"/>${textXml(10, PAGE_COLOURS.ink)}</c:legend>`;
}

function isBar({ role }: NativeSeries, { form }: ChartSpec): boolean {
  return role === 'figures' && form !== 'lines';
}

const AXES = '<c:axId val="1"/><c:axId val="2"/>';

function barPlot(series: readonly string[], { form, stacked, axis }: ChartSpec): string {
  const direction = form === 'bars' ? 'bar' : 'col';
  // Two bars are no thicker than one of four.
  const gap = stacked === undefined && axis.points.length < 4 ? 150 : stacked && form === 'bars' ? 45 : 35;
  const grouping = stacked === undefined ? 'clustered' : 'stacked';
  const overlap = stacked === undefined ? '' : '<c:overlap val="100"/>';
  return `<c:barChart><c:barDir val="${direction}"/><c:grouping val="${grouping}"/><c:varyColors val="0"/>${series.join('')}<c:gapWidth val="${gap}"/>${overlap}${AXES}</c:barChart>`;
}

function linePlot(series: readonly string[]): string {
  return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series.join('')}<c:marker val="1"/>${AXES}</c:lineChart>`;
}

function seriesXml(series: NativeSeries, at: number, part: Part): string {
  const column = columnName(at + 1);
  const { labels } = part.table;
  const last = labels.length + 1;
  const name = `<c:tx><c:strRef><c:f>Sheet1!$${column}$1</c:f><c:strCache>${cacheXml([series.name])}</c:strCache></c:strRef></c:tx>`;
  const isTime = part.chart.axis.kind === 'days';
  const [ref, cache] = isTime ? ['c:numRef', 'c:numCache'] : ['c:strRef', 'c:strCache'];
  const code = isTime ? `<c:formatCode>${DAY_CODE}</c:formatCode>` : '';
  const categories = `<c:cat><${ref}><c:f>Sheet1!$A$2:$A$${last}</c:f><${cache}>${code}${cacheXml(labels)}</${cache}></${ref}></c:cat>`;
  const values = `<c:val><c:numRef><c:f>Sheet1!$${column}$2:$${column}$${last}</c:f><c:numCache><c:formatCode>General</c:formatCode>${cacheXml(series.values)}</c:numCache></c:numRef></c:val>`;
  const [look, end] = isBar(series, part.chart)
    ? [barLook(series, part), '']
    : [lineLook(series, part), '<c:smooth val="0"/>'];
  return `<c:ser><c:idx val="${at}"/><c:order val="${at}"/>${name}${look}${categories}${values}${end}</c:ser>`;
}

function cacheXml(items: readonly (string | number | null)[]): string {
  const points = items.map((item, at) =>
    item === null ? '' : `<c:pt idx="${at}"><c:v>${escapeXml(String(item))}</c:v></c:pt>`,
  );
  return `<c:ptCount val="${items.length}"/>${points.join('')}`;
}

function barLook(series: NativeSeries, part: Part): string {
  const { chart } = part;
  const points = (series.states ?? []).map((state, at) =>
    state === series.tone
      ? ''
      : `<c:dPt><c:idx val="${at}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr>${fillXml(state, part)}</c:spPr></c:dPt>`,
  );
  const labels = labelsXml(series, chart, toneColour(series.tone, lookOf(part)));
  return `<c:spPr>${fillXml(series.tone, part)}</c:spPr><c:invertIfNegative val="0"/>${points.join('')}${labels}`;
}

const lookOf = ({ accent }: Part) => ({ theme: 'light' as const, accent });

/** Solid, diagonal lines for what was not reported, light ones the other way for what is undetermined. */
function fillXml(tone: ChartTone, part: Part): string {
  const ground = `<a:srgbClr val="${hex(toneColour(tone, lookOf(part)))}"/>`;
  if (tone === 'undetermined') {
    const grey = hex(toneColour('empty', lookOf(part)));
    return `<a:pattFill prst="wdDnDiag"><a:fgClr><a:srgbClr val="${grey}"/></a:fgClr><a:bgClr>${ground}</a:bgClr></a:pattFill>`;
  }
  if (tone !== 'empty') return `<a:solidFill>${ground}</a:solidFill>`;
  return `<a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="7C8490"/></a:fgClr><a:bgClr>${ground}</a:bgClr></a:pattFill>`;
}

/** Figures on bars: white on dark parts and dark on light ones; none where a part has no room, and none for its zero. */
function labelsXml({ values }: NativeSeries, chart: ChartSpec, fill: string): string {
  const isInside = chart.stacked !== undefined;
  const least = leastLabelled(chart);
  const hidden = values.flatMap((value, at) =>
    value !== null && value < least ? [`<c:dLbl><c:idx val="${at}"/><c:delete val="1"/></c:dLbl>`] : [],
  );
  if (least === Number.POSITIVE_INFINITY) return '';
  const look = textXml(isDense(chart) ? 7 : 10, isInside ? inkOn(fill) : PAGE_COLOURS.ink);
  const shown = ['LegendKey', 'Val', 'CatName', 'SerName', 'Percent', 'BubbleSize'].map(
    (what) => `<c:show${what} val="${what === 'Val' ? 1 : 0}"/>`,
  );
  return `<c:dLbls>${hidden.join('')}<c:numFmt formatCode="${CODES[chart.unit]}" sourceLinked="0"/>${look}<c:dLblPos val="${isInside ? 'ctr' : 'outEnd'}"/>${shown.join('')}</c:dLbls>`;
}

const DASHES = { dashed: 'dash', dotted: 'sysDot', solid: 'solid' } as const;

function lineLook(series: NativeSeries, part: Part): string {
  const isFigures = series.role === 'figures';
  const fill = `<a:solidFill><a:srgbClr val="${hex(toneColour(series.tone, lookOf(part)))}"/></a:solidFill>`;
  const stroke = (points: number): string =>
    `<a:ln w="${Math.round(points * POINT)}" cap="flat">${fill}<a:prstDash val="${DASHES[series.dash ?? 'solid']}"/><a:round/></a:ln>`;
  const size = isDense(part.chart) ? 4 : 6;
  const marker =
    isFigures && series.joined === undefined
      ? `<c:symbol val="circle"/><c:size val="${size}"/><c:spPr>${fill}<a:ln><a:noFill/></a:ln></c:spPr>`
      : '<c:symbol val="none"/>';
  // An upright line: the error bar of its only point, down to the axis.
  const down =
    series.role === 'deadline'
      ? `<c:errBars><c:errDir val="y"/><c:errBarType val="minus"/><c:errValType val="percentage"/><c:noEndCap val="1"/><c:val val="100"/><c:spPr>${stroke(1.5)}</c:spPr></c:errBars>`
      : '';
  return `<c:spPr>${stroke(isFigures ? 2.5 : 1.5)}</c:spPr><c:marker>${marker}</c:marker>${down}`;
}

/** Wider than this many points for each category, names of columns stand level. */
const LEVEL_NAME = 40;

/** The axis the points stand along. */
function alongXml({ chart, table, width }: Part): string {
  const { axis, form } = chart;
  const isLying = form === 'bars';
  const isNamed = axis.kind === 'units' || axis.kind === 'classes';
  const turn = isLying ? '' : turnOf(isNamed, table, width);
  const head = axisHead({
    id: 1,
    scaling: `<c:orientation val="${isLying ? 'maxMin' : 'minMax'}"/>`,
    side: isLying ? 'l' : 'b',
    code: axis.kind === 'days' ? DAY_CODE : 'General',
    text: textXml(isDense(chart) ? 7 : 10, PAGE_COLOURS.ink, turn),
  });
  if (axis.kind === 'days')
    return `<c:dateAx>${head}<c:auto val="0"/><c:lblOffset val="100"/><c:baseTimeUnit val="days"/><c:majorUnit val="${daysApart(table, width)}"/><c:majorTimeUnit val="days"/></c:dateAx>`;
  // Every unit is named; Office would leave out every second one of 34.
  const skip = isNamed ? '<c:tickLblSkip val="1"/>' : '';
  return `<c:catAx>${head}<c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>${skip}<c:noMultiLvlLbl val="1"/></c:catAx>`;
}

/** A letter of an axis, wide enough for the font that stands in where ours is missing, and the room beside a label, in points. */
const LETTER_WIDTH = 6.4;
const LABEL_GAP = 8;

/** Names that do not fit beside each other stand at an angle; so do dates, which other programs would write one into the other. */
function turnOf(isNamed: boolean, { labels }: NativeTable, width: number): string {
  if (isNamed) return width < LEVEL_NAME * labels.length ? ' rot="-3600000"' : '';
  const widest = Math.max(0, ...labels.map((label) => String(label).length));
  return width < labels.length * (widest * LETTER_WIDTH + LABEL_GAP) ? ' rot="-2700000"' : '';
}

/** A date and the room beside it in points. */
const DATE_WIDTH = 90;

/** How many days lie between two dates on the axis, so that one fits beside the other. */
function daysApart({ labels }: NativeTable, width: number): number {
  const span = Number(labels.at(-1)) - Number(labels[0]);
  return Math.max(1, Math.ceil((span * DATE_WIDTH) / width));
}

function valueAxisXml({ chart: { form, unit, maximum } }: Part, hasBars: boolean): string {
  // Bars that lie carry their own figures.
  const isHidden = form === 'bars';
  const most = maximum === undefined ? '' : `<c:max val="${maximum}"/>`;
  const head = axisHead({
    id: 2,
    scaling: `<c:orientation val="minMax"/>${most}<c:min val="0"/>`,
    isHidden,
    side: isHidden ? 'b' : 'l',
    grid: isHidden ? '' : `<c:majorGridlines><c:spPr>${GRID_LINE}</c:spPr></c:majorGridlines>`,
    code: unit === 'percent' ? '0%' : CODES[unit],
    text: textXml(9, PAGE_COLOURS.faint),
  });
  const step = maximum === 1 ? '<c:majorUnit val="0.25"/>' : '';
  return `<c:valAx>${head}<c:crossBetween val="${hasBars ? 'between' : 'midCat'}"/>${step}</c:valAx>`;
}

const GRID_LINE = `<a:ln w="${POINT / 2}"><a:solidFill><a:srgbClr val="${hex(PAGE_COLOURS.grid)}"/></a:solidFill></a:ln>`;

function axisHead(axis: {
  readonly id: 1 | 2;
  readonly scaling: string;
  readonly isHidden?: boolean;
  readonly side: 'l' | 'b';
  readonly grid?: string;
  readonly code: string;
  readonly text: string;
}): string {
  const { id, scaling, isHidden = false, side, grid = '', code, text } = axis;
  return `<c:axId val="${id}"/><c:scaling>${scaling}</c:scaling><c:delete val="${isHidden ? 1 : 0}"/><c:axPos val="${side}"/>${grid}<c:numFmt formatCode="${code}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="${id === 1 ? 'low' : 'nextTo'}"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${text}<c:crossAx val="${id === 1 ? 2 : 1}"/><c:crosses val="autoZero"/>`;
}

function textXml(size: number, colour: string, turn = ''): string {
  return `<c:txPr><a:bodyPr${turn}/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size * 100}" b="0"><a:solidFill><a:srgbClr val="${hex(colour)}"/></a:solidFill><a:latin typeface="${FONT_FAMILY}"/></a:defRPr></a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>`;
}
