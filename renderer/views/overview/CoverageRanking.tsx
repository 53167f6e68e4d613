import { useMemo } from 'react';
import { useCut } from '#renderer/ground/cut.tsx';
import { type Names, useNames } from '#renderer/ground/names.tsx';
import { type Text, useText } from '#renderer/ground/text.tsx';
import { useThresholds } from '#renderer/ground/use-thresholds.ts';
import { provinceFileColumns } from '#renderer/panels/units/ProvincesTable.tsx';
import { WhyButton } from '#renderer/panels/why/WhyButton.tsx';
import { sortRows } from '#renderer/tables/sort-rows.ts';
import { TableMenu } from '#renderer/tables/TableMenu.tsx';
import type { FileColumn } from '#renderer/tables/table-file.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { SplitGlyph } from '#renderer/ui/SplitGlyph.tsx';
import type { ProvinceFiguresDto } from '#shared/contract/status.ts';
import { coveragePlaces } from '#shared/domain/coverage.ts';
import { coverageNote } from '#shared/text/coverage-text.ts';
import { NO_VALUE } from '#shared/text/format.ts';
import { knownText } from '#shared/text/known-text.ts';
import classes from './CoverageRanking.module.css';

/** The 34 provinces by their share of GREEN communes, with reported progress beside operation. */
export function CoverageRanking(props: {
  readonly provinces: readonly ProvinceFiguresDto[];
  readonly className?: string | undefined;
}) {
  const text = useText();
  const { t, locale, pick, format } = text;
  const names = useNames();
  const thresholds = useThresholds('coverage');
  const write = format.percents(
    props.provinces.map(({ coverage }) => coverage),
    thresholds,
  );
  const ranked = useMemo(() => {
    const places = coveragePlaces(props.provinces);
    const placed = props.provinces.map((province, index) => ({ ...province, place: places[index] ?? null }));
    const named = sortRows(placed, pick, 'up', locale);
    return sortRows(named, ({ place }) => place, 'up', locale);
  }, [props.provinces, pick, locale]);
  return (
    <Panel
      title={t('overview.ranking')}
      note={t('overview.ranking.note', { count: ranked.length })}
      className={props.className}
      flush
    >
      <TableMenu
        title={t('overview.ranking')}
        rows={() => ranked}
        count={ranked.length}
        columns={fileColumns(text, names)}
      />
      <ol className={classes.list}>
        {ranked.map((province) => (
          <Row key={province.code} province={province} write={write} />
        ))}
      </ol>
    </Panel>
  );
}

type Ranked = ProvinceFiguresDto & { readonly place: number | null };

function fileColumns(text: Text, names: Names): FileColumn<Ranked>[] {
  const { t } = text;
  return [
    {
      header: t('overview.file.rank'),
      value: (row) => row.place,
      format: 'integer',
      empty: ({ state }) => state,
    },
    { header: t('units.communes.name'), value: (row) => names.fullName(row.code) },
    {
      header: t('units.provinces.coverage'),
      value: (row) => row.coverage,
      format: 'percent',
      empty: ({ state }) => state,
    },
    {
      header: t('units.provinces.green'),
      value: (row) => (row.coverage === null ? null : row.green),
      format: 'integer',
      empty: ({ state }) => state,
    },
    {
      header: t('indicators.reported'),
      value: (row) => row.communes - row.notReported,
      format: 'integer',
    },
    ...provinceFileColumns(text),
  ];
}

function Row(props: { readonly province: Ranked; readonly write: (share: number) => string }) {
  const { province } = props;
  const { t, format, pick } = useText();
  const { id: cut } = useCut();
  const names = useNames();
  const { code, coverage, green, communes, notReported, band, place } = province;
  const share = knownText({ t, format }, coverage, province.state, props.write);
  return (
    <li className={classes.row}>
      <span className={classes.rank} aria-hidden="true">
        {place ?? NO_VALUE}
      </span>
      <AppLink
        to={`/don-vi/${code}`}
        className={classes.name ?? ''}
        aria-label={t('overview.ranking.row', {
          name: names.fullName(code),
          place: place ?? 'none',
          share,
          green,
          communes,
        })}
      >
        {pick(province)}
      </AppLink>
      <span className={classes.track} data-empty={coverage === null || undefined} aria-hidden="true">
        <span className={classes.fill} data-band={band} style={{ width: `${(coverage ?? 0) * 100}%` }} />
      </span>
      <span
        className={classes.share}
        title={coverageNote({ t, format }, province)}
        data-unknown={coverage === null || undefined}
      >
        {share}
      </span>
      {coverage !== null && (
        <span
          className={classes.count}
          title={t('overview.ranking.reported', { reported: communes - notReported, communes })}
          data-partial={notReported > 0 || undefined}
        >
          {format.number(green)}/{format.number(communes)}
        </span>
      )}
      <SplitGlyph
        reported={province.progress}
        operating={province.operating}
        bounds={province}
        size="0.6875rem"
      />
      <WhyButton name={names.fullName(code)} about={{ what: 'unit', unit: code }} cut={cut} />
    </li>
  );
}
