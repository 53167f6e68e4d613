import type {
  FrameWords,
  KeyFigure,
  MapSpec,
  Page,
  TableCell,
  TableSpec,
} from '#main/core/brief/description.ts';
import { compareText } from '#main/core/brief/facts.ts';
import type { ProvinceFacts } from '#main/core/brief/facts-province.ts';
import { STATUS_COLOURS } from '#main/core/brief/palette.ts';
import type { Say } from '#main/core/brief/say.ts';
import type { UnitProfileDto } from '#shared/contract/units.ts';
import { boundsOfFigure, boundsOfSide } from '#shared/domain/bounds.ts';
import { coveragePlaces, drawn } from '#shared/domain/coverage.ts';
import { gapEmpty } from '#shared/domain/gap.ts';
import type { FigureState } from '#shared/domain/known.ts';
import { COMMUNE_STATUSES, type ReportedStatus } from '#shared/domain/model.ts';
import { isColour } from '#shared/domain/ranking.ts';
import { coverageHeadline, reportingNote } from '#shared/text/coverage-text.ts';
import { type Empty, emptyText, knownText } from '#shared/text/known-text.ts';
import { titleWithMonth } from '#shared/text/reason-text.ts';
import { statusText } from '#shared/text/status-text.ts';
import { askedOf, outputOfCode } from './attention.ts';
import {
  chart,
  countCell,
  countChange,
  cutsAxis,
  type DrawnChart,
  figures,
  headline,
  map,
  page,
  percentCell,
  row,
  shareChange,
  table,
  text,
  textCell,
} from './parts.ts';
import { hasReports, isOverdue } from './province-work.ts';
import { archipelagoNames } from './situation.ts';

const TREND_CUTS = 16;
const COMMUNES_SHOWN = 16;
/** The others stand in the notes. */
const REASONS_SHOWN = 8;

/** Province page 1: coverage, place among the provinces, trend. */
export function provinceSituationPage(facts: ProvinceFacts, say: Say, words: FrameWords): Page {
  const { figures: own } = facts;
  const unit = say.unit(own.code);
  const { provinces } = facts.now;
  const places = coveragePlaces(provinces);
  const ranks = places.filter((other) => other !== null).length;
  const place = places[provinces.findIndex(({ code }) => code === own.code)] ?? null;
  return page(facts, say, words, {
    id: 'situation',
    title: say.t('briefing.province.situation', { unit }),
    rows: [
      headline(
        own.coverage === null
          ? say.t('briefing.province.headline.noData', { unit })
          : say.t('briefing.province.headline', {
              green: own.green,
              communes: own.communes,
              share: coverageHeadline(say, own),
              // The only province that reported has no place among others.
              rank: ranks > 1 ? (place ?? 'none') : 'none',
              tied: places.filter((other) => other === place).length > 1 ? 'yes' : 'no',
              ranks,
            }),
      ),
      figures(...situationFigures(facts, say)),
      row(
        64,
        [58, chart(facts, trendChart(facts, say))],
        [
          42,
          text(...openStatuses(facts, say), ...facts.profile.reasons.slice(0, REASONS_SHOWN).map(say.reason)),
        ],
      ),
    ],
    notes: facts.profile.reasons.map(say.reason),
  });
}

/** Of the province's own two colours those that are not certain, with the colours between which they lie. */
function openStatuses({ profile }: ProvinceFacts, say: Say): string[] {
  return (['reported', 'operating'] as const).flatMap((side) => {
    const bounds = boundsOfSide(profile, side);
    return bounds === null
      ? []
      : [`${say.t(`status.${side}.long`)}: ${statusText(say, 'undetermined', bounds)}.`];
  });
}

function situationFigures(facts: ProvinceFacts, say: Say): KeyFigure[] {
  const { figures: own, profile, alerts } = facts;
  const change = facts.change?.provinces.find(({ code }) => code === own.code);
  const overdue = hasReports(profile.tasks) ? profile.tasks.filter(isOverdue).length : null;
  const green = own.coverage === null ? null : own.green;
  const inGap = facts.communes.some((commune) => commune.gapSteps !== null) ? facts.inGap : null;
  const format = 'integer' as const;
  return [
    {
      label: say.t('briefing.figure.coverage.unit'),
      value: own.coverage,
      text: knownText(say, own.coverage, own.state, (share) => say.format.percent(share)),
      format: 'percent',
      change: shareChange(facts, say, change?.coverageChange ?? null),
    },
    {
      label: say.t('briefing.figure.green'),
      value: green,
      text: knownText(
        say,
        green,
        own.state,
        (known) => `${say.format.number(known)}/${say.format.number(own.communes)}`,
      ),
      format,
      change: countChange(facts, say, change?.greenChange ?? null),
    },
    {
      label: say.t('briefing.figure.overdue'),
      value: overdue,
      text:
        overdue === null
          ? say.t('empty.notReported')
          : `${say.format.number(overdue)}/${say.format.number(profile.tasks.length)}`,
      format,
    },
    {
      label: say.t('briefing.figure.gapAny'),
      value: inGap,
      text: inGap === null ? emptyText(say, noGapKnown(facts)) : say.format.number(inGap),
      format,
    },
    {
      label: say.t('briefing.figure.alertsAll'),
      value: alerts.total,
      text: say.format.number(alerts.total),
      format,
    },
  ];
}

/** Why no gap is known: nobody reported, nothing shows how it works, or not enough. */
function noGapKnown({ figures: { state }, communes }: ProvinceFacts): Empty {
  if (state !== 'value') return state;
  return communes.some((commune) => gapEmpty(commune) === 'undetermined') ? 'undetermined' : 'noEvidence';
}

function trendChart(facts: ProvinceFacts, say: Say): DrawnChart {
  const points = facts.profile.history.filter((point) => point.asOf <= facts.now.cut.asOf).slice(-TREND_CUTS);
  return {
    title: say.t('briefing.province.trend'),
    form: 'lines',
    axis: cutsAxis(points, say),
    unit: 'integer',
    series: [
      {
        name: say.t('briefing.forecast.green'),
        tone: 'green',
        empty: say.t('empty.fewReported'),
        values: points.map((point) => drawn(point.green, point)),
      },
    ],
    ...(facts.figures.communes > 0 ? { maximum: facts.figures.communes } : {}),
  };
}

/** Province page 2: every commune's colour, and which are not GREEN yet. */
export function provinceMapPage(facts: ProvinceFacts, say: Say, words: FrameWords): Page {
  const unit = say.unit(facts.figures.code);
  const others = facts.communes.filter((commune) => commune.reported !== 'green');
  const silent = others.filter((commune) => commune.reported === 'notReported').length;
  return page(facts, say, words, {
    id: 'map',
    title: say.t('briefing.province.map', { unit }),
    rows: [
      headline(
        facts.figures.coverage === null
          ? say.t('briefing.province.headline.noData', { unit })
          : say.t('briefing.province.communesHeadline', { count: others.length, silent }),
      ),
      row(88, [62, map(communeMap(facts, say))], [38, table(communesTable(facts, say))]),
    ],
    notes: [
      say.t('briefing.province.rowsShown', {
        shown: Math.min(COMMUNES_SHOWN, others.length),
        total: others.length,
      }),
    ],
  });
}

function communeMap(facts: ProvinceFacts, say: Say): MapSpec {
  const unit = say.unit(facts.figures.code);
  const colourOf = (status: ReportedStatus): string | null =>
    status === 'notReported' ? null : STATUS_COLOURS[status];
  const counts = new Map<ReportedStatus, number>();
  for (const { reported } of facts.communes) counts.set(reported, (counts.get(reported) ?? 0) + 1);
  return {
    level: 'commune',
    description: say.t('briefing.province.mapDescription', { unit }),
    areas: facts.communes.map((commune) => ({
      code: commune.code,
      name: say.name(commune),
      value: say.t(`status.${commune.reported}`),
      colour: colourOf(commune.reported),
    })),
    format: 'text',
    legendTitle: say.t('briefing.province.legend'),
    legend: COMMUNE_STATUSES.map((status) => ({
      label: say.t(`status.${status}`),
      colour: colourOf(status),
      count: say.format.number(counts.get(status) ?? 0),
    })),
    labels: facts.communes
      .toSorted(
        (left, right) => (right.areaKm2 ?? 0) - (left.areaKm2 ?? 0) || compareText(left.code, right.code),
      )
      .flatMap(({ lon, lat, ...commune }) =>
        lon === null || lat === null ? [] : [{ code: commune.code, lon, lat, lines: [say.name(commune)] }],
      ),
    archipelagoNames: archipelagoNames(say),
  };
}

function communesTable(facts: ProvinceFacts, say: Say): TableSpec {
  const others = facts.communes
    .filter((commune) => commune.reported !== 'green')
    .sort(
      (left, right) => (right.missing ?? 99) - (left.missing ?? 99) || compareText(left.code, right.code),
    );
  return {
    title: say.t('briefing.province.communes', { unit: say.unit(facts.figures.code) }),
    columns: [
      { title: say.t('briefing.column.unit'), width: 44, format: 'text' },
      { title: say.t('briefing.column.reported'), width: 32, format: 'text' },
      { title: say.t('briefing.province.missing'), width: 28, format: 'integer' },
    ],
    rows: others.map((commune) => [
      textCell(say.name(commune)),
      textCell(say.t(`status.${commune.reported}`), isColour(commune.reported) ? commune.reported : 'none'),
      countCell(say, commune.missing),
    ]),
    emptyText: say.t('briefing.province.communesHeadline', { count: 0, silent: 0 }),
  };
}

/** Province page 3: which conditions are missing, and the outputs beside the country's. */
export function provinceCriteriaPage(facts: ProvinceFacts, say: Say, words: FrameWords): Page {
  const { criteria } = facts.profile;
  const open = criteria.filter((criterion) => criterion.notMet > 0);
  const answered = criteria.filter((criterion) => criterion.met + criterion.notMet > 0).length;
  const isPartial = criteria.some((criterion) => criterion.notReported > 0);
  const reported = answered === 0 ? 'none' : isPartial ? 'some' : 'all';
  return page(facts, say, words, {
    id: 'criteria',
    title: say.t('briefing.province.criteria', { unit: say.unit(facts.figures.code) }),
    rows: [
      headline(
        say.t('briefing.province.criteriaHeadline', {
          count: open.length,
          reported,
          answered,
          criteria: criteria.length,
        }),
      ),
      row(88, [50, table(criteriaTable(criteria, say))], [50, table(outputsTable(facts, say))]),
    ],
    notes: [say.t('briefing.online.note')],
  });
}

function criteriaTable(criteria: UnitProfileDto['criteria'], say: Say): TableSpec {
  return {
    title: say.t('briefing.province.criteriaTable'),
    columns: [
      { title: say.t('briefing.column.indicator'), width: 46, format: 'text' },
      { title: say.t('briefing.column.met'), width: 18, format: 'integer' },
      { title: say.t('briefing.column.notMet'), width: 18, format: 'integer' },
      { title: say.t('status.notReported'), width: 18, format: 'integer' },
    ],
    rows: criteria.map((criterion) => [
      textCell(say.indicator(criterion.code)),
      countCell(say, criterion.share === null ? null : criterion.met, undefined, criterion.shareState),
      countCell(
        say,
        criterion.share === null ? null : criterion.notMet,
        criterion.notMet > 0 ? 'yellow' : undefined,
        criterion.shareState,
      ),
      countCell(say, criterion.notReported, criterion.notReported > 0 ? 'none' : undefined),
    ]),
    emptyText: say.t('briefing.noData'),
  };
}

function outputsTable(facts: ProvinceFacts, say: Say): TableSpec {
  const value = (
    kind: 'ratio' | 'count',
    figure: number | null,
    colour?: TableCell['colour'],
    state?: FigureState,
  ): TableCell => (kind === 'ratio' ? percentCell : countCell)(say, figure, colour, state);
  const countryCell = ({ kind, code }: UnitProfileDto['outputs'][number]): TableCell => {
    const country = outputOfCode(facts, code);
    const cell = value(kind, country?.value ?? null, undefined, country?.state);
    const reporting = country?.value == null ? '' : reportingNote(say, askedOf(country));
    // Of a few of its communes it is not yet the country's.
    return reporting === '' ? cell : { ...cell, text: `${cell.text} (${reporting})` };
  };
  return {
    title: titleWithMonth(say.t('briefing.province.outputs'), facts.profile.outputs[0]?.cut, say),
    columns: [
      { title: say.t('briefing.column.indicator'), width: 46, format: 'text' },
      { title: say.t('briefing.column.value'), width: 20, format: 'percent' },
      { title: say.t('briefing.column.country'), width: 20, format: 'percent' },
      { title: say.t('briefing.column.state'), width: 22, format: 'text' },
    ],
    rows: facts.profile.outputs.map((output) => [
      textCell(say.indicator(output.code)),
      output.value === null && output.own !== null
        ? textCell(say.t('units.outputs.own', { value: value(output.kind, output.own.value).text }), 'none')
        : value(output.kind, output.value, isColour(output.status) ? output.status : 'none', output.state),
      countryCell(output),
      textCell(statusText(say, output.status, boundsOfFigure(output))),
    ]),
    emptyText: say.t('briefing.province.outputsEmpty'),
  };
}
