import { useCallback } from 'react';
import { Chart } from '#renderer/charts/Chart.tsx';
import { useCut } from '#renderer/ground/cut.tsx';
import { useNames } from '#renderer/ground/names.tsx';
import { type Text, useText } from '#renderer/ground/text.tsx';
import { statusKey } from '#renderer/ui/StatusBadge.tsx';
import { StatusGlyph } from '#renderer/ui/StatusGlyph.tsx';
import { stackedStatus } from '#shared/charts/stacked-status.ts';
import type { ChartStyle } from '#shared/charts/style.ts';
import type { UnitProfileDto } from '#shared/contract/units.ts';
import classes from './UnitHistory.module.css';

type History = UnitProfileDto['history'];

/** The reported status cut by cut: a row of glyphs for a commune, columns of communes above that. */
export function UnitHistory(props: { readonly profile: UnitProfileDto }) {
  const { unit, history } = props.profile;
  return unit.level === 'commune' ? <GlyphRow history={history} /> : <Columns history={history} />;
}

function GlyphRow({ history }: { readonly history: History }) {
  const { t, format } = useText();
  const { id } = useCut();
  const names = useNames();
  return (
    <ol className={classes.row} aria-label={t('units.history.commune')}>
      {history.map((point) => (
        <li
          key={point.cut}
          className={classes.point}
          aria-current={point.cut === id ? 'true' : undefined}
          title={`${names.cut(point.cut)}: ${t(statusKey(point.reported))}`}
        >
          <StatusGlyph status={point.reported} size="1.125rem" />
          <span>{format.dayAndMonth(point.asOf)}</span>
          <span className="visually-hidden">{t(statusKey(point.reported))}</span>
          {point.corrected && (
            <span className={classes.corrected} title={t('cut.corrected')}>
              <span aria-hidden="true">✎</span>
              <span className="visually-hidden">{t('cut.corrected')}</span>
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}

function seriesOf(history: History, text: Text) {
  return [
    {
      name: text.t('status.green'),
      tone: 'green' as const,
      values: history.map((point) => point.green),
    },
    {
      name: text.t('units.history.other'),
      // Yellow and red together: a colour of neither.
      tone: 'neutral' as const,
      values: history.map((point) => point.communes - point.green - point.notReported),
    },
    {
      name: text.t('status.notReported'),
      tone: 'empty' as const,
      values: history.map((point) => point.notReported),
    },
  ];
}

function Columns({ history }: { readonly history: History }) {
  const text = useText();
  const build = useCallback(
    (style: ChartStyle) =>
      stackedStatus(
        {
          labels: history.map((point) => text.format.dayAndMonth(point.asOf)),
          series: seriesOf(history, text),
          write: (value) => text.format.number(value),
        },
        style,
      ),
    [history, text],
  );
  const series = seriesOf(history, text);
  return (
    <Chart
      label={text.t('units.history.green')}
      height="13rem"
      build={build}
      table={{
        columns: [text.t('cut.label'), ...series.map(({ name }) => name)],
        rows: history.map((point, position) => [
          text.format.dateTime(point.asOf),
          ...series.map(({ values }) => text.format.number(values[position])),
        ]),
      }}
    />
  );
}
