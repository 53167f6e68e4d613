import { SOFT_BREAK } from '#main/core/brief/fit.ts';
import { decodeText, encodeText, type Parts, unzipParts, zipParts } from '#main/core/files/zip.ts';
import { type ChartSpec, leastLabelled } from '#shared/charts/spec.ts';
import { inkOn } from '#shared/domain/colours.ts';
import { embeddedWorkbook } from './embedded-workbook.ts';

export interface RepairOptions {
  /** BCP 47 language of the text, for the spelling checker. */
  readonly language: string;
  /** UTC instant that both dates of the document properties get. */
  readonly asOf: string;
  /** In the order in which the deck holds them: chart1.xml, chart2.xml, ... */
  readonly charts: readonly ChartSpec[];
}

/**
 * Makes a generated deck valid against ISO/IEC 29500-4 and the same bytes for the same content. What it mends was
 * found by validating every part: a third axis id, dPt after dLbls, a line chart without grouping or with
 * invertIfNegative, its markers after its labels, content types of masters that do not exist, tickLblSkip at the end of its axis, empty values, the notes masters
 * after the slides, notes as one paragraph, two shapes of a slide with one id.
 */
export function repairDeck(deck: Uint8Array, options: RepairOptions): Uint8Array {
  const parts = renumberCharts(unzipParts(deck));
  const repaired: Parts = {};
  // [Content_Types].xml first, as the packaging convention wants it; the others in their own order.
  for (const name of Object.keys(parts).sort(partOrder)) {
    const bytes = parts[name];
    if (bytes !== undefined) repaired[name] = repairPart(name, bytes, options);
  }
  dropLostTypes(repaired);
  return zipParts(repaired, (name) => /\.(png|xlsx)$/.test(name));
}

/** The generator names a slide master for each slide and writes one. */
function dropLostTypes(parts: Parts): void {
  const name = '[Content_Types].xml';
  const types = decodeText(parts[name] ?? new Uint8Array());
  const kept = types.replace(/<Override PartName="\/([^"]*)"[^>]*\/>/g, (type: string, part: string) =>
    part in parts ? type : '',
  );
  parts[name] = encodeText(kept);
}

const CHART_NUMBER = /(chart|Microsoft_Excel_(?:Worksheet|Sheet))(\d+)(\.xml|\.xlsx)/g;

/** The generator numbers charts through the life of the process; a deck's own are numbered from 1. */
function renumberCharts(parts: Parts): Parts {
  const found = Object.keys(parts).flatMap((name) => /charts\/chart(\d+)\.xml$/.exec(name)?.[1] ?? []);
  const order = found.map(Number).sort((left, right) => left - right);
  const numbers = new Map(order.map((number, index) => [String(number), index + 1]));
  const renumber = (text: string): string =>
    text.replace(
      CHART_NUMBER,
      (_found, start: string, number: string, end: string) =>
        `${start}${numbers.get(number) ?? number}${end}`,
    );
  return Object.fromEntries(
    Object.entries(parts).map(([name, bytes]) => [
      renumber(name),
      /\.rels$|Content_Types/.test(name) ? encodeText(renumber(decodeText(bytes))) : bytes,
    ]),
  );
}

function partOrder(left: string, right: string): number {
  const first = '[Content_Types].xml';
  if (left === first || right === first) return left === first ? -1 : 1;
  return left < right ? -1 : 1;
}

function repairPart(name: string, bytes: Uint8Array, options: RepairOptions): Uint8Array {
  const embedded = /Microsoft_Excel_(?:Worksheet|Sheet)(\d+)\.xlsx$/.exec(name);
  if (embedded !== null) return workbookOf(Number(embedded[1]), options);
  if (!/\.(xml|rels)$/.test(name)) return bytes;
  return encodeText(breakLines(repairXml(name, decodeText(bytes), options)));
}

function workbookOf(number: number, { charts, asOf }: RepairOptions): Uint8Array {
  const chart = charts[number - 1];
  if (chart === undefined) throw new Error(`The deck has no chart number ${number}`);
  return embeddedWorkbook(chart, asOf);
}

const BROKEN_RUN = /<a:r>(<a:rPr(?:(?!<\/a:r>)[\s\S])*?)<a:t>([^<]*\u2028[^<]*)<\/a:t><\/a:r>/g;

/** A line break inside a paragraph is an element of its own, as tall as the letters before it. */
function breakLines(xml: string): string {
  const broken = xml.replace(BROKEN_RUN, (_found, look: string, text: string) =>
    text
      .split(SOFT_BREAK)
      .map((line) => (line === '' ? '' : `<a:r>${look}<a:t>${line}</a:t></a:r>`))
      .join(`<a:br>${look}</a:br>`),
  );
  return broken.replaceAll(SOFT_BREAK, '\n');
}

function repairXml(name: string, xml: string, options: RepairOptions): string {
  const chart = /charts\/chart(\d+)\.xml$/.exec(name);
  if (chart !== null) return repairChart(xml, options.language, options.charts[Number(chart[1]) - 1]);
  if (name === 'ppt/presentation.xml') return language(orderMasters(xml), options.language);
  if (name === 'docProps/core.xml') return fixDates(xml, options.asOf);
  if (/notesSlides\/notesSlide\d+\.xml$/.test(name))
    return language(splitNotes(xml, options.language), options.language);
  if (/^ppt\/slides\/slide\d+\.xml$/.test(name)) return language(numberShapes(xml), options.language);
  return language(xml, options.language);
}

/** Ids of shapes are unique on a slide (ECMA-376 part 1, 19.3.1.12); nothing in our decks refers to one. */
export function numberShapes(xml: string): string {
  let next = 0;
  return xml.replace(/(<p:cNvPr id=")\d+"/g, (_found, start: string) => {
    next += 1;
    return `${start}${next}"`;
  });
}

function language(xml: string, tag: string): string {
  return xml.replace(/ lang="en-US"/g, ` lang="${tag}"`).replace(/ altLang="[^"]*"/g, '');
}

/** Chart parts: see repairDeck. Exported so that each fact has a test of its own. */
export function repairChart(xml: string, tag: string, spec?: ChartSpec): string {
  const noThirdAxis = xml.replace(
    /(<c:(bar|line|area)Chart>(?:(?!<\/c:\2Chart>)[\s\S])*?<c:axId[^>]*\/>\s*<c:axId[^>]*\/>)\s*<c:axId[^>]*\/>/g,
    '$1',
  );
  const noEmptyValues = noThirdAxis.replace(/<c:pt idx="\d+"><c:v><\/c:v><\/c:pt>/g, '');
  const lines = noEmptyValues.replace(/<c:lineChart>[\s\S]*?<\/c:lineChart>/g, repairLines);
  const axes = lines.replace(/<c:catAx>[\s\S]*?<\/c:catAx>/g, orderAxis);
  const ordered = axes.replace(/<c:ser>[\s\S]*?<\/c:ser>/g, orderSeries);
  return language(spec?.kind === 'stacked' ? colourLabels(ordered, spec) : ordered, tag);
}

function repairLines(xml: string): string {
  const grouped = /<c:lineChart>\s*<c:grouping/.test(xml)
    ? xml
    : xml.replace('<c:lineChart>', '<c:lineChart><c:grouping val="standard"/>');
  const series = grouped.replace(/<c:ser>[\s\S]*?<\/c:ser>/g, orderMarker);
  return series.replace(/<c:invertIfNegative[^>]*\/>/g, '');
}

/** CT_LineSer wants the marker before dPt and dLbls. */
function orderMarker(series: string): string {
  const marker = /<c:marker>[\s\S]*?<\/c:marker>/.exec(series)?.[0];
  const after = series.search(/<c:dPt>|<c:dLbls>/);
  if (marker === undefined || after === -1 || series.indexOf(marker) < after) return series;
  return series.slice(0, after) + marker + series.slice(after).replace(marker, '');
}

/** CT_CatAx wants tickLblSkip before noMultiLvlLbl. */
function orderAxis(axis: string): string {
  const skip = /<c:tickLblSkip [^>]*\/>/.exec(axis)?.[0];
  if (skip === undefined || axis.indexOf('<c:noMultiLvlLbl') > axis.indexOf(skip)) return axis;
  return axis.replace(skip, '').replace('<c:noMultiLvlLbl', `${skip}<c:noMultiLvlLbl`);
}

/** CT_BarSer and CT_PieSer want every dPt before dLbls. */
function orderSeries(series: string): string {
  const points = series.match(/<c:dPt>[\s\S]*?<\/c:dPt>/g);
  const labels = series.indexOf('<c:dLbls>');
  if (points === null || labels === -1 || series.indexOf('<c:dPt>') < labels) return series;
  const without = series.replace(/<c:dPt>[\s\S]*?<\/c:dPt>/g, '');
  return without.replace('<c:dLbls>', () => `${points.join('')}<c:dLbls>`);
}

/** The generator knows one colour for all labels; dark parts need white ones and light parts black ones. */
function colourLabels(xml: string, spec: ChartSpec): string {
  let position = 0;
  const least = leastLabelled(spec);
  return xml.replace(/<c:ser>[\s\S]*?<\/c:ser>/g, (series) => {
    const unlabelled = withoutLabels(spec.series[position]?.values ?? [], least);
    const ink = inkOn(spec.series[position]?.colour ?? '#FFFFFF').slice(1);
    position += 1;
    return series.replace(/<c:dLbls>[\s\S]*?<\/c:dLbls>/, (labels) =>
      labels
        .replace(/<a:srgbClr val="[^"]*"/g, `<a:srgbClr val="${ink}"`)
        .replace('<c:dLbls>', `<c:dLbls>${unlabelled}`),
    );
  });
}

/** Takes the labels from parts too narrow for them; the format code takes those of zeros. */
function withoutLabels(values: readonly (number | null)[], least: number): string {
  return values
    .flatMap((value, at) => (value !== null && value > 0 && value < least ? [at] : []))
    .map((at) => `<c:dLbl><c:idx val="${at}"/><c:delete val="1"/></c:dLbl>`)
    .join('');
}

/** CT_Presentation: notesMasterIdLst stands before sldIdLst. */
function orderMasters(xml: string): string {
  return xml.replace(
    /(<p:sldIdLst>.*?<\/p:sldIdLst>)\s*(<p:notesMasterIdLst>.*?<\/p:notesMasterIdLst>)/s,
    '$2$1',
  );
}

function fixDates(xml: string, asOf: string): string {
  const instant = `${asOf.slice(0, 19)}Z`;
  return xml.replace(
    /(<dcterms:(created|modified) xsi:type="dcterms:W3CDTF">)[^<]*/g,
    (_found, start: string) => `${start}${instant}`,
  );
}

/** Notes come as one paragraph with line breaks in its text: one paragraph for each line. */
function splitNotes(xml: string, tag: string): string {
  return xml.replace(
    /<a:p><a:r><a:rPr lang="en-US" dirty="0"\/><a:t>([\s\S]*?)<\/a:t><\/a:r><a:endParaRPr[^>]*\/><\/a:p>/,
    (_found, text: string) =>
      text
        .split(/\r?\n/)
        .map((line) => `<a:p><a:r><a:rPr lang="${tag}" dirty="0"/><a:t>${line}</a:t></a:r></a:p>`)
        .join(''),
  );
}
