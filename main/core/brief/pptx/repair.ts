import { SOFT_BREAK } from '#main/core/brief/fit.ts';
import { decodeText, encodeText, type Parts, unzipParts, zipParts } from '#main/core/files/zip.ts';

export interface RepairOptions {
  /** BCP 47 language of the text, for the spelling checker. */
  readonly language: string;
  /** UTC instant that both dates of the document properties get. */
  readonly asOf: string;
  /** In the order in which the deck holds them: chart1.xml, chart2.xml, ... */
  readonly charts: readonly NativeChart[];
}

/** What stands in a deck for a chart: we write both ourselves, the generator only makes room for them. */
export interface NativeChart {
  readonly part: string;
  readonly workbook: Uint8Array;
}

/**
 * Makes a generated deck valid against ISO/IEC 29500-4 and the same bytes for the same content. What it mends was
 * found by validating every part: content types of masters that do not exist, the notes masters after the slides, notes
 * as one paragraph, two shapes of a slide with one id.
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
  if (embedded !== null) return chartOf(embedded[1], options).workbook;
  if (!/\.(xml|rels)$/.test(name)) return bytes;
  return encodeText(breakLines(repairXml(name, decodeText(bytes), options)));
}

function chartOf(number: string | undefined, { charts }: RepairOptions): NativeChart {
  const chart = charts[Number(number) - 1];
  if (chart === undefined) throw new Error(`The deck has no chart number ${number}`);
  return chart;
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
  if (chart !== null) return language(chartOf(chart[1], options).part, options.language);
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
