import type {
  Block,
  Direction,
  FrameWords,
  KeyFigure,
  MapSpec,
  Page,
  PageProvenance,
  PageRow,
  TableCell,
  TableSpec,
} from '#main/core/brief/description.ts';
import type { Facts } from '#main/core/brief/facts.ts';
import { cutDate, type Say, shorten } from '#main/core/brief/say.ts';
import { type ChartSpec, chartFault } from '#shared/charts/spec.ts';
import type { PaletteStatus } from '#shared/domain/colours.ts';
import { areComparable, type Reporting, type StatusCounts } from '#shared/domain/coverage.ts';
import type { Colour, ColourBounds } from '#shared/domain/model.ts';
import { type Day, vietnamDay } from '#shared/domain/periods.ts';
import { isColour } from '#shared/domain/ranking.ts';
import { columnWriter } from '#shared/text/figure-writer.ts';
import { type Empty, emptyText, knownText } from '#shared/text/known-text.ts';
import { monthName } from '#shared/text/reason-text.ts';
import { statusCutMark } from '#shared/text/status-cut.ts';
import { statusText } from '#shared/text/status-text.ts';
import { waitingMark } from '#shared/text/waiting-month.ts';

/** Height weights of rows: the page's body is 100. */
const HEADLINE_HEIGHT = 12;
const FIGURES_HEIGHT = 24;

/** A row of the page; widths are weights. */
export function row(height: number, ...cells: readonly [width: number, block: Block][]): PageRow {
  return { height, cells: cells.map(([width, block]) => ({ width, block })) };
}

export function headline(text: string): PageRow {
  return row(HEADLINE_HEIGHT, [1, { type: 'headline', text }]);
}

export function figures(...list: readonly KeyFigure[]): PageRow {
  return row(FIGURES_HEIGHT, [1, { type: 'figures', figures: list }]);
}

/** A chart of a page: it speaks of the cut of all its page. */
export type DrawnChart = Omit<ChartSpec, 'asOf'>;

export function chart(facts: Facts, drawn: DrawnChart, emptyText?: string): Block {
  const spec = { ...drawn, asOf: facts.now.cut.id };
  const fault = chartFault(spec);
  if (fault !== null) throw new RangeError(`${spec.title}: ${fault}`);
  const block = { type: 'chart', chart: spec } as const;
  return emptyText === undefined ? block : { ...block, emptyText };
}

/** How many communes stand behind a point of a history. */
export function reportingOf(counts: StatusCounts): Reporting {
  const { green, yellow, red, notReported } = counts;
  return { communes: green + yellow + red + notReported, notReported };
}

/** The axis of a history. */
export function cutsAxis(points: readonly { readonly asOf: string }[], say: Say): ChartSpec['axis'] {
  return { kind: 'cuts', name: say.t('cut.label'), points: points.map((point) => point.asOf) };
}

/** An axis of things with names, under the head of their column. */
export function unitsAxis(points: readonly string[], name: string): ChartSpec['axis'] {
  return { kind: 'units', name, points };
}

/** The country's share as a line across; none where it is not known. */
export function countryLine(share: number | null, say: Say): Pick<ChartSpec, 'thresholds'> {
  if (share === null) return {};
  const name = say.t('briefing.ranking.country', { share: say.format.percent(share) });
  return { thresholds: [{ name, value: share, tone: 'neutral' }] };
}

export function table(spec: TableSpec): Block {
  return { type: 'table', table: spec };
}

export function map(spec: MapSpec): Block {
  return { type: 'map', map: spec };
}

/** Paragraphs that have something to say: a sentence for 'none' may be empty. */
export function text(...paragraphs: readonly (string | null)[]): Block {
  return {
    type: 'text',
    paragraphs: paragraphs.filter((line): line is string => line !== null && line.trim() !== ''),
  };
}

export function textCell(value: string, colour?: Colour | 'none'): TableCell {
  return colour === undefined ? { value, text: value } : { value, text: value, colour };
}

/** A status in its tint, an undetermined one with the colours between which it lies. */
export function statusCell(say: Say, status: PaletteStatus, bounds: ColourBounds | null): TableCell {
  return textCell(statusText(say, status, bounds), isColour(status) ? status : 'none');
}

/** As much of the text as a page has room for; a workbook holds all of it. */
export function shortCell(value: string, most: number): TableCell {
  return { value, text: shorten(value, most) };
}

/**
 * A text with a remark behind it. A page that has no room for both shortens the text first: without the remark ('cannot be
 * seen now', the cause of a delay) it would say something else.
 */
export function notedCell(said: string, note: string, most: number): TableCell {
  if (note === '') return shortCell(said, most);
  const kept = ` (${shorten(note, most)})`;
  return {
    value: `${said} (${note})`,
    text: `${shorten(said, Math.max(most - kept.length, most / 2))}${kept}`,
  };
}

/** The day of a cut, by its code: a date in a workbook, as people write it on a page. */
export function cutCell(say: Say, code: string): TableCell {
  const text = cutDate(code, say.format);
  return { value: /\d{4}-\d{2}-\d{2}/.exec(code)?.[0] ?? text, text };
}

/** A count; one of which nobody says why it is not there was not reported. */
export function countCell(
  say: Say,
  value: number | null,
  colour?: Colour | 'none',
  empty: Empty = 'notReported',
): TableCell {
  return figureCell(value, value === null ? emptyText(say, empty) : say.format.number(value), colour);
}

export function percentCell(
  say: Say,
  value: number | null,
  colour?: Colour | 'none',
  empty: Empty = 'notReported',
): TableCell {
  return figureCell(value, value === null ? emptyText(say, empty) : say.format.percent(value), colour);
}

/** A change of a share in points, as `columnWriter` writes those of its column. */
export function changeCell(value: number, text: string): TableCell {
  return { value: text, text, colour: value > 0 ? 'green' : 'red' };
}

function figureCell(value: number | null, text: string, colour: Colour | 'none' | undefined): TableCell {
  return colour === undefined ? { value, text } : { value, text, colour };
}

/** Writes the coverages that stand on one page with the same decimals, and why where there is none. */
export function coverageWriter(
  { now, rules }: Facts,
  say: Say,
): (place: Pick<Facts['now']['provinces'][number], 'coverage' | 'state'>) => string {
  const { above, half } = rules.coverage;
  const write = columnWriter(
    'percent',
    now.provinces.map(({ coverage }) => coverage),
    [above, half],
    say.format,
  );
  return ({ coverage, state }) => knownText(say, coverage, state, write);
}

/** A day (yyyy-mm-dd) kept as such for workbooks. */
export function dateCell(say: Say, day: string | null): TableCell {
  return { value: day, text: say.format.date(day) };
}

/** The day of what tasks and colours say: of a month, that of the last cut before its end. */
export function statusDay({ now: { cut } }: Facts): Day {
  return vietnamDay((cut.statusCut ?? cut).asOf);
}

/** What a page says of its source; the same for every page of one set of facts. */
export function provenanceOf(facts: Facts, say: Say): PageProvenance {
  const { cut, ruleVersion, mark } = facts.now;
  return {
    source: sourceText(facts, say),
    asOf: cut.asOf,
    cut: cut.id,
    ruleVersion,
    mark,
    corrected: cut.corrected,
    collecting: facts.collecting,
    statusCut: statusCutMark(say, cut),
    waiting: waitingMark(say, facts.now.waitingMonth),
  };
}

function sourceText(facts: Facts, say: Say): string {
  const kinds = facts.origins.map((kind) => say.t(`briefing.source.${kind}`));
  const named = kinds.length > 1 ? say.t('briefing.source.mixed', { kinds: say.items(kinds) }) : kinds[0];
  const text = named ?? say.t('briefing.source.none');
  const file = facts.file === null ? '' : `, ${fileText(facts.file, say)}`;
  return `${say.t('app.name')} – ${text}${file}`;
}

/** Which file, and how far it can be trusted: a page travels without the screen that said so. */
function fileText({ name, verdict, isJudgedAnew }: NonNullable<Facts['file']>, say: Say): string {
  const values = { file: name, verdict: say.t(`snapshots.verdict.${verdict}`), anew: String(isJudgedAnew) };
  return say.t('briefing.source.file', values);
}

export interface PageParts {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly PageRow[];
  readonly notes: readonly (string | null)[];
}

/** A page with its provenance; the notes end with the source, as the speaker must be able to name it. */
export function page(facts: Facts, say: Say, words: FrameWords, parts: PageParts): Page {
  const provenance = provenanceOf(facts, say);
  const notes = parts.notes.filter((line): line is string => line !== null && line.trim() !== '');
  const rows = parts.rows.map(({ height, cells }) => ({
    height,
    cells: cells.map(({ width, block }) => ({ width, block: withEvenShares(block, facts, say) })),
  }));
  return { ...parts, rows, notes: [...notes, words.provenanceLine(provenance)], provenance };
}

/** The block with the same decimals in all shares of a column, and no share on a threshold that it does not reach. */
function withEvenShares(block: Block, { rules }: Facts, { format }: Say): Block {
  if (block.type !== 'table' && block.type !== 'figures') return block;
  const { coverage, operating } = rules;
  const limits = [coverage.above, coverage.half];
  for (const { greenFrom, yellowFrom } of Object.values(operating.indicators))
    limits.push(greenFrom, yellowFrom);
  if (block.type === 'figures') {
    const figures = block.figures.map((figure) =>
      figure.format === 'percent' && figure.value !== null
        ? { ...figure, text: format.percent(figure.value, limits) }
        : figure,
    );
    return { ...block, figures };
  }
  const isShare = ({ value, text }: TableCell): boolean =>
    typeof value === 'number' && text === format.percent(value);
  const writers = block.table.columns.map((_, column) => {
    const cells = block.table.rows.flatMap((cells) => cells[column] ?? []);
    const shares = cells.filter(isShare).map(({ value }) => Number(value));
    return columnWriter('percent', shares, limits, format);
  });
  const rows = block.table.rows.map((cells) =>
    cells.map((cell, column) =>
      isShare(cell) ? { ...cell, text: writers[column]?.(Number(cell.value)) ?? cell.text } : cell,
    ),
  );
  return { ...block, table: { ...block.table, rows } };
}

/** What a gap is, and of which month the operating colours are. */
export function gapNote({ now }: Facts, say: Say): string {
  return say.t('briefing.gap.note', { month: monthName(now.outputs[0]?.cut, say) ?? 'none' });
}

/** Whether a change is good: more is better, unless less is. */
export function directionOf(difference: number | null, moreIsBetter = true): Direction {
  if (difference === null) return 'unknown';
  if (difference === 0) return 'same';
  return difference > 0 === moreIsBetter ? 'better' : 'worse';
}

/** The change of a count since the comparison cut, in words for a figure card. */
export function countChange(
  facts: Facts,
  say: Say,
  difference: number | null,
  moreIsBetter = true,
): NonNullable<KeyFigure['change']> {
  return change(facts, say, difference, moreIsBetter, (difference, date) =>
    say.t('briefing.change.count', { difference: say.format.signed(difference), date }),
  );
}

/**
 * What a place had at the cut of comparison, where nearly all of its communes reported both then and now; else null:
 * the difference would be that of who reported.
 */
export function comparable<Place extends { readonly communes: number; readonly reportedUnits: number }>(
  now: Place,
  earlier: Place | null | undefined,
): Place | null {
  const reporting = ({ communes, reportedUnits }: Place) => ({
    communes,
    notReported: communes - reportedUnits,
  });
  return earlier && areComparable(reporting(now), reporting(earlier)) ? earlier : null;
}

/** The change of a fraction, in percentage points. */
export function shareChange(
  facts: Facts,
  say: Say,
  difference: number | null,
): NonNullable<KeyFigure['change']> {
  return change(facts, say, difference, true, (difference, date) =>
    say.t('briefing.change.points', { points: say.format.signedPoints(difference), date }),
  );
}

function change(
  facts: Facts,
  say: Say,
  difference: number | null,
  moreIsBetter: boolean,
  words: (difference: number, date: string) => string,
): NonNullable<KeyFigure['change']> {
  if (facts.before === null) return { text: say.t('briefing.change.none'), direction: 'unknown' };
  if (difference === null) return { text: say.t('briefing.change.unknown'), direction: 'unknown' };
  const date = say.format.date(facts.before.cut.asOf);
  if (difference === 0) return { text: say.t('briefing.change.same', { date }), direction: 'same' };
  return { text: words(difference, date), direction: directionOf(difference, moreIsBetter) };
}
