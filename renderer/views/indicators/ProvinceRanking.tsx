import { useMemo } from 'react';
import { type Names, useNames } from '#renderer/ground/names.tsx';
import { ownText } from '#renderer/ground/own-figure.ts';
import { type Text, useText } from '#renderer/ground/text.tsx';
import { useThresholds } from '#renderer/ground/use-thresholds.ts';
import { whyColumn } from '#renderer/panels/why/why-column.tsx';
import type { Column } from '#renderer/tables/column.ts';
import { DataTable } from '#renderer/tables/DataTable.tsx';
import type { FileColumn } from '#renderer/tables/table-file.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { StatusGlyph } from '#renderer/ui/StatusGlyph.tsx';
import type { IndicatorPlaceDto } from '#shared/contract/indicators.ts';
import { boundsOfFigure } from '#shared/domain/bounds.ts';
import { perPeopleDigits } from '#shared/domain/per-people.ts';
import { emptyText } from '#shared/text/known-text.ts';
import { monthName } from '#shared/text/reason-text.ts';
import { statusText } from '#shared/text/status-text.ts';
import type { IndicatorPage } from './indicator-page.ts';
import classes from './ProvinceRanking.module.css';

const NOTES = {
  ratio: 'indicators.ranking.note',
  criterion: 'indicators.ranking.criterion',
  count: 'indicators.ranking.count',
} as const;

/** The provinces by value as bars, with what stands behind each and what is missing; sortable. */
export function ProvinceRanking(props: {
  readonly page: IndicatorPage;
  readonly className?: string | undefined;
}) {
  const text = useText();
  const names = useNames();
  const { page } = props;
  const thresholds = useThresholds(page.indicator.code);
  const columns = useMemo(
    () => [
      ...columnsOf(page, text, names, thresholds),
      whyColumn<IndicatorPlaceDto>(text.t('units.why'), page.cut.id, ({ code }) => ({
        what: 'figure',
        unit: code,
        indicator: page.indicator.code,
      })),
    ],
    [page, text, names, thresholds],
  );
  return (
    <Panel
      title={text.t('indicators.ranking')}
      note={[monthName(page.figuresCut, text), text.t(NOTES[page.indicator.kind])]
        .filter(Boolean)
        .join(' · ')}
      className={props.className}
      flush
      scrolls
    >
      <DataTable
        key={page.indicator.code}
        caption={`${text.t('indicators.ranking')}: ${text.pick(page.indicator)}`}
        columns={columns}
        rows={page.provinces}
        rowKey={(place) => place.code}
        sort={{ key: 'value', direction: 'down' }}
        {...(page.figuresCut === null ? {} : { cut: page.figuresCut })}
        fileColumns={fileColumns(text)}
      />
    </Panel>
  );
}

/** The parts of a share, the colour, what the province sent itself. */
function fileColumns(text: Text): FileColumn<IndicatorPlaceDto>[] {
  return [
    {
      header: text.t('indicators.file.numerator'),
      value: (place) => place.numerator,
      format: 'decimal',
      empty: partsEmpty,
    },
    {
      header: text.t('indicators.file.denominator'),
      value: (place) => place.denominator,
      format: 'decimal',
      empty: partsEmpty,
    },
    {
      header: text.t('units.outputs.status'),
      value: (place) => statusText(text, place.status, boundsOfFigure(place)),
    },
    {
      header: text.t('units.outputs.own.column'),
      value: (place) => place.own?.value ?? null,
      format: 'decimal',
    },
    { header: text.t('tableExport.code'), value: (place) => place.code },
  ];
}

/** A count has no parts; what was not sent has none yet. */
const partsEmpty = ({ value, state }: IndicatorPlaceDto) => (value === null ? state : 'notApplicable');

function columnsOf(
  page: IndicatorPage,
  text: Text,
  names: Names,
  thresholds: readonly number[],
): Column<IndicatorPlaceDto>[] {
  const { t } = text;
  const { indicator } = page;
  const top =
    indicator.kind === 'count' ? Math.max(1, ...page.provinces.map((place) => place.value ?? 0)) : 1;
  return [
    {
      key: 'province',
      header: t('indicators.column.province'),
      value: (place) => names.fullName(place.code),
      sortBy: (place) => names.shortName(place.code),
      cell: (place) => <AppLink to={`/don-vi/${place.code}`}>{names.shortName(place.code)}</AppLink>,
    },
    {
      key: 'value',
      header: t('indicators.column.value'),
      value: (place) => place.value,
      format: indicator.kind === 'count' ? 'decimal' : 'percent',
      empty: ({ state }) => state,
      numeric: false,
      width: '34%',
      // Those of a count are per commune.
      thresholds: indicator.kind === 'count' ? [] : thresholds,
      cell: (place, write) => <Bar place={place} kind={indicator.kind} top={top} write={write} />,
    },
    ...partsColumn(page, text),
    ...perPeopleColumn(page, text),
    {
      key: 'reported',
      header: t('indicators.reported'),
      value: (place) => place.reported,
      format: 'integer',
    },
    {
      key: 'notReported',
      header: t('indicators.notReported'),
      value: (place) => place.notReported,
      format: 'integer',
    },
  ];
}

function partsColumn({ indicator }: IndicatorPage, { t, format }: Text): Column<IndicatorPlaceDto>[] {
  if (indicator.kind === 'count') return [];
  return [
    {
      key: 'parts',
      header: t(indicator.kind === 'criterion' ? 'indicators.column.met' : 'indicators.column.parts'),
      value: null,
      sortBy: (place) => place.denominator,
      firstSort: 'down',
      numeric: true,
      cell: (place) =>
        place.denominator === null
          ? emptyText({ t }, place.state)
          : `${format.number(place.numerator)} / ${format.number(place.denominator)}`,
    },
  ];
}

/** Sorted by it the provinces rank whatever their size. */
function perPeopleColumn({ indicator }: IndicatorPage, { t, format }: Text): Column<IndicatorPlaceDto>[] {
  if (indicator.kind !== 'count') return [];
  return [
    {
      key: 'perPeople',
      header: t('perPeople.column'),
      value: ({ perPeople }) => perPeople?.value ?? null,
      format: 'decimal',
      empty: ({ state }) => (state === 'value' ? 'nothingToMeasure' : state),
      firstSort: 'down',
      cell: ({ perPeople, state }) => {
        const value = perPeople?.value ?? null;
        if (value === null) return state === 'value' ? t('perPeople.none') : emptyText({ t }, state);
        return format.number(value, perPeopleDigits(value));
      },
    },
  ];
}

function Bar(props: {
  readonly place: IndicatorPlaceDto;
  readonly kind: IndicatorPage['indicator']['kind'];
  readonly top: number;
  readonly write: (value: number | null) => string;
}) {
  const text = useText();
  const { t } = text;
  const { place, top } = props;
  const bounds = boundsOfFigure(place);
  const own = ownText({ unit: place.code, kind: props.kind, own: place.own }, text);
  const ownWords = own !== null && <small title={t('units.outputs.own.hint')}>{own}</small>;
  if (place.value === null) {
    return (
      <span className={classes.bar}>
        <span className={`${classes.none} hatched`} aria-hidden="true" />
        {emptyText(text, place.state)}
        {ownWords}
      </span>
    );
  }
  return (
    <span className={classes.bar}>
      <span className={classes.track} aria-hidden="true">
        <span
          data-status={place.status}
          data-least={bounds?.atLeast}
          data-most={bounds?.atMost}
          style={{ width: `${(place.value / top) * 100}%` }}
        />
      </span>
      <span className={classes.value}>{props.write(place.value)}</span>
      {place.status !== 'noEvidence' && <StatusGlyph status={place.status} bounds={bounds} size="1rem" />}
      {ownWords}
    </span>
  );
}
