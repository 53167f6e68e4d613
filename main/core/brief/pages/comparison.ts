import type { FrameWords, KeyFigure, Page, TableCell, TableSpec } from '#main/core/brief/description.ts';
import { compareText, type Facts, type NationalFacts } from '#main/core/brief/facts.ts';
import type { Say } from '#main/core/brief/say.ts';
import type { MapColumnsDto } from '#shared/contract/map.ts';
import { type ChangeEvaluation, compareStatuses, difference } from '#shared/domain/change.ts';
import { type GapMatrix, gapMatrix, undeterminedIn } from '#shared/domain/gap.ts';
import type { GapBounds } from '#shared/domain/gap-counts.ts';
import type { FigureState } from '#shared/domain/known.ts';
import { COMMUNE_STATUSES, OPERATING_STATUSES, REPORTED_STATUSES } from '#shared/domain/model.ts';
import { isColour } from '#shared/domain/ranking.ts';
import { operatingText } from '#shared/text/coverage-text.ts';
import { columnWriter } from '#shared/text/figure-writer.ts';
import { writtenDifference } from '#shared/text/format.ts';
import { gapsAtMost } from '#shared/text/gap-text.ts';
import { knownText } from '#shared/text/known-text.ts';
import { waitingText } from '#shared/text/waiting-month.ts';
import {
  changeCell,
  chart,
  countCell,
  countChange,
  type DrawnChart,
  figures,
  gapNote,
  headline,
  page,
  percentCell,
  row,
  table,
  text,
  textCell,
  unitsAxis,
} from './parts.ts';

const PROVINCES_SHOWN = 6;

/** Rows of the communes' columns, for the rules that work on units. */
export function communeRows(columns: MapColumnsDto) {
  return columns.codes.map((code, index) => ({
    code,
    reported: columns.reported[index] ?? ('notReported' as const),
    operating: columns.operating[index] ?? ('noEvidence' as const),
    gapSteps: columns.gapSteps[index] ?? null,
    missing: columns.missing[index] ?? null,
  }));
}

/** Page 6: green outside, red inside. */
export function gapPage(facts: NationalFacts, say: Say, words: FrameWords): Page {
  const rows = communeRows(facts.communes);
  const matrix = gapMatrix(rows);
  const known = rows.filter((unit) => unit.gapSteps !== null).length;
  const inGap = rows.filter((unit) => (unit.gapSteps ?? 0) > 0);
  return page(facts, say, words, {
    id: 'gap',
    title: say.t('briefing.gap.title'),
    rows: [
      headline(
        known === 0
          ? say.t('briefing.gap.headline.noData')
          : say.t('briefing.gap.headline', {
              count: inGap.length,
              wide: matrix.green.red,
              open: isGapOpen(facts),
            }),
      ),
      row(40, [52, chart(facts, gapChart(facts, say))], [48, table(gapMatrixTable(matrix, say))]),
      row(
        48,
        [52, table(gapProvinces(facts, known, say))],
        [48, text(...gapText(facts, matrix, inGap, rows.length - known, say))],
      ),
    ],
    notes: [gapNote(facts, say)],
  });
}

/** Whether more communes may be in a gap than are known to be. */
export function isGapOpen({ now }: Facts): 'yes' | 'no' {
  const { atLeast, atMost } = now.national.gaps.any;
  return atMost > atLeast ? 'yes' : 'no';
}

export function gapChart(facts: Facts, say: Say): DrawnChart {
  const { reported, operating } = facts.now.national;
  const both = (first: number, second: number): number[] => [first, second];
  return {
    title: say.t('briefing.gap.chart'),
    form: 'bars',
    stacked: true,
    axis: unitsAxis([say.t('status.reported'), say.t('status.operating')], say.t('briefing.column.state')),
    unit: 'integer',
    series: [
      ...(['green', 'yellow', 'red'] as const).map((colour) => ({
        name: say.t(`status.${colour}`),
        tone: colour,
        values: both(reported[colour], operating[colour]),
      })),
      {
        name: say.t('status.undetermined'),
        tone: 'undetermined' as const,
        values: both(0, operating.undetermined),
      },
      {
        name: say.t('empty.noData'),
        tone: 'empty' as const,
        values: both(reported.notReported, operating.noEvidence),
      },
      // An empty series would be a line in the legend that says nothing.
    ].filter(({ tone }) => tone !== 'undetermined' || operating.undetermined > 0),
  };
}

/** The 3 x 3 matrix and the row and column of no evidence. */
export function gapMatrixTable(matrix: GapMatrix, say: Say): TableSpec {
  return {
    title: say.t('briefing.gap.matrix'),
    columns: [
      { title: say.t('briefing.column.reported'), width: 26, format: 'text' },
      ...OPERATING_STATUSES.map((status) => ({
        title: say.t(`status.${status}`),
        width: 18,
        format: 'integer' as const,
      })),
    ],
    rows: REPORTED_STATUSES.map((reported) => [
      textCell(say.t(`status.${reported}`), isColour(reported) ? reported : 'none'),
      ...OPERATING_STATUSES.map((operating): TableCell => {
        const isWide = reported === 'green' && operating === 'red' && matrix.green.red > 0;
        return countCell(say, matrix[reported][operating], isWide ? 'red' : undefined);
      }),
    ]),
    emptyText: say.t('briefing.noData'),
  };
}

/** Communes of each province among the units, most first. */
export function countByProvince(facts: Facts, codes: readonly string[]): { code: string; count: number }[] {
  const parents = new Map(facts.units.map((unit) => [unit.code, unit.parent]));
  const counts = new Map<string, number>();
  for (const code of codes) {
    const province = parents.get(code);
    if (province != null) counts.set(province, (counts.get(province) ?? 0) + 1);
  }
  return [...counts]
    .map(([code, count]) => ({ code, count }))
    .sort((left, right) => right.count - left.count || compareText(left.code, right.code));
}

/** Provinces by the gaps that are certain, then by those that are possible; both ends where any is only possible. */
function gapProvinces(facts: NationalFacts, known: number, say: Say): TableSpec {
  const communes = new Map(facts.now.provinces.map((province) => [province.code, province.communes]));
  const rows = facts.gapsByProvince.toSorted(
    ({ gaps: left, code: first }, { gaps: right, code: second }) =>
      right.any.atLeast - left.any.atLeast ||
      right.any.atMost - left.any.atMost ||
      compareText(first, second),
  );
  const isOpen = isGapOpen(facts) === 'yes';
  const ends = (title: string, width: number): TableSpec['columns'][number][] => {
    const most = say.t('briefing.column.atMost');
    return [
      { title, width, format: 'integer' },
      ...(isOpen ? [{ title: most, width: 15, format: 'integer' as const }] : []),
    ];
  };
  const cells = ({ atLeast, atMost }: GapBounds): TableCell[] => [
    countCell(say, atLeast),
    ...(isOpen ? [countCell(say, atMost)] : []),
  ];
  return {
    title: say.t('briefing.gap.provinces', { open: isGapOpen(facts) }),
    columns: [
      { title: say.t('briefing.column.province'), width: 34, format: 'text' },
      ...ends(say.t('gap.name'), 20),
      { title: say.t('briefing.column.share'), width: 20, format: 'percent' },
      ...ends(say.t('briefing.figure.gap'), 30),
    ],
    most: PROVINCES_SHOWN,
    rows: rows.map(({ code, gaps }) => [
      textCell(say.unit(code)),
      ...cells(gaps.any),
      gapShareCell(gaps.any, communes.get(code) ?? gaps.any.atMost, say),
      ...cells(gaps.wide),
    ]),
    emptyText: say.t(known === 0 ? 'briefing.gap.headline.noData' : 'briefing.gap.provincesEmpty'),
  };
}

/** Of all communes; where some cannot be compared it is 'at least', where none can it is not known. */
function gapShareCell({ atLeast, atMost }: GapBounds, communes: number, say: Say): TableCell {
  if (communes === 0 || atMost - atLeast >= communes) return percentCell(say, null);
  const cell = percentCell(say, atLeast / communes);
  return atMost === atLeast ? cell : { ...cell, text: say.t('briefing.atLeast', { share: cell.text }) };
}

/** What the matrix does not show by itself: operating coverage with its ends, who does better than reported, and of whom nothing is known. */
export function gapSentences(facts: Facts, matrix: GapMatrix, unknown: number, say: Say): string[] {
  const better = matrix.red.yellow + matrix.red.green + matrix.yellow.green;
  const open = undeterminedIn(matrix);
  return [
    `${say.t('coverage.operating')}: ${operatingText(say, facts.now.national.operatingCoverage)}`,
    waitingText(say, facts.now.waitingMonth),
    gapsAtMost(say, facts.now.national.gaps),
    say.t('briefing.gap.better', { count: better }),
    say.t('briefing.gap.noEvidence', { count: unknown - open }),
    say.t('briefing.gap.undetermined', { count: open }),
    gapNote(facts, say),
  ];
}

function gapText(
  facts: Facts,
  matrix: GapMatrix,
  inGap: readonly { readonly code: string }[],
  unknown: number,
  say: Say,
): string[] {
  const most = countByProvince(
    facts,
    inGap.map((unit) => unit.code),
  ).slice(0, 3);
  return [
    say.t('briefing.gap.most', {
      count: most.length,
      names: say.names(most.map(({ code }) => say.unit(code))),
    }),
    ...gapSentences(facts, matrix, unknown, say),
  ];
}

/** Page 10: who moved between the two cuts. */
export function changesPage(facts: NationalFacts, say: Say, words: FrameWords): Page {
  const title = say.t('briefing.changes.title');
  if (facts.before === null || facts.communesBefore === null)
    return page(facts, say, words, {
      id: 'changes',
      title,
      rows: [
        headline(say.t('briefing.changes.headline.noData')),
        row(88, [1, text(say.t('briefing.changes.noneHint'))]),
      ],
      notes: [],
    });
  const date = say.format.date(facts.before.cut.asOf);
  const change = changeOfCommunes(facts.communesBefore, facts.communes);
  return page(facts, say, words, {
    id: 'changes',
    title,
    rows: [
      headline(
        say.t('briefing.changes.headline', {
          both: inBoth(change) === 0 ? 'none' : 'some',
          improved: change.improved.length,
          regressed: change.regressed.length,
          started: change.startedReporting.length,
          stopped: change.stoppedReporting.length,
          date,
        }),
      ),
      figures(...changeFigures(change, say), {
        label: say.t('briefing.figure.overdue'),
        ...plain(facts.now.tasks.overdue, say, facts.now.tasks.state),
        change: countChange(
          facts,
          say,
          difference(facts.before.tasks.overdue, facts.now.tasks.overdue),
          false,
        ),
      }),
      row(64, [50, table(transitionTable(change.transitions, say))], [50, table(moversTable(facts, say))]),
    ],
    notes: [
      say.t('briefing.changes.note'),
      say.t('briefing.changes.joined', { joined: change.joined.length, left: change.left.length }),
    ],
  });
}

/** What became of the communes; of colours nothing is known where no commune has one in both cuts. */
function changeFigures(change: ChangeEvaluation, say: Say): KeyFigure[] {
  const both = inBoth(change);
  const improved = change.improved.length;
  const regressed = change.regressed.length;
  const moved = (count: number) => plain(both === 0 ? null : count, say, 'notReported');
  return [
    { label: say.t('briefing.figure.improved'), ...moved(improved) },
    { label: say.t('briefing.figure.regressed'), ...moved(regressed) },
    { label: say.t('briefing.figure.unchanged'), ...moved(change.unchanged) },
    { label: say.t('briefing.figure.stopped'), ...plain(change.stoppedReporting.length, say, 'value') },
  ];
}

/** Communes with a colour in both cuts. */
function inBoth({ unchanged, improved, regressed }: ChangeEvaluation): number {
  return unchanged + improved.length + regressed.length;
}

function plain(value: number | null, say: Say, state: FigureState): Omit<KeyFigure, 'label'> {
  return { value, text: knownText(say, value, state), format: 'integer' };
}

/** The change of the communes' reported colours between two cuts. */
export function changeOfCommunes(before: MapColumnsDto, after: MapColumnsDto) {
  const statuses = (columns: MapColumnsDto): Map<string, string> =>
    new Map(columns.codes.map((code, index) => [code, columns.reported[index] ?? 'notReported']));
  return compareStatuses(statuses(before), statuses(after));
}

function transitionTable(
  transitions: Readonly<Record<string, Readonly<Record<string, number>>>>,
  say: Say,
): TableSpec {
  return {
    title: say.t('briefing.changes.matrix'),
    columns: [
      { title: say.t('briefing.column.before'), width: 26, format: 'text' },
      ...COMMUNE_STATUSES.map((status) => ({
        title: say.t(`status.${status}`),
        width: 18,
        format: 'integer' as const,
      })),
    ],
    rows: COMMUNE_STATUSES.map((from) => [
      textCell(say.t(`status.${from}`), isColour(from) ? from : 'none'),
      ...COMMUNE_STATUSES.map((to) => countCell(say, transitions[from]?.[to] ?? 0)),
    ]),
    emptyText: say.t('briefing.noData'),
  };
}

/** The move of a province as its two shares are written beside it. */
function writtenMove(one: {
  readonly province: { readonly coverageBefore: number | null; readonly coverageAfter: number | null };
  readonly moved: number;
}): number {
  return writtenDifference(one.province.coverageAfter, one.province.coverageBefore) ?? one.moved;
}

function moversTable(facts: Facts, say: Say): TableSpec {
  const compared = (facts.change?.provinces ?? []).flatMap((province) =>
    province.coverageChange === null ? [] : [{ province, moved: province.coverageChange }],
  );
  const changed = compared
    .filter(({ moved }) => moved !== 0)
    .sort((left, right) => Math.abs(right.moved) - Math.abs(left.moved));
  const writeChange = columnWriter('change', changed.map(writtenMove), [], say.format);
  return {
    title: say.t('briefing.changes.movers'),
    columns: [
      { title: say.t('briefing.column.province'), width: 34, format: 'text' },
      { title: say.t('briefing.column.before'), width: 22, format: 'percent' },
      { title: say.t('briefing.column.now'), width: 22, format: 'percent' },
      { title: say.t('briefing.column.changePoints'), width: 22, format: 'text' },
    ],
    most: PROVINCES_SHOWN,
    rows: changed.map(({ province, moved }) => [
      textCell(say.name(province)),
      percentCell(say, province.coverageBefore),
      percentCell(say, province.coverageAfter),
      changeCell(moved, writeChange(writtenMove({ province, moved }))),
    ]),
    emptyText: say.t(compared.length === 0 ? 'briefing.noData' : 'briefing.changes.moversEmpty'),
  };
}
