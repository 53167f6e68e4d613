import { useMemo } from 'react';
import { Chart } from '#renderer/charts/Chart.tsx';
import { useCut } from '#renderer/ground/cut.tsx';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { statusKey } from '#renderer/ui/StatusBadge.tsx';
import { StatusGlyph } from '#renderer/ui/StatusGlyph.tsx';
import type { UnitProfileDto } from '#shared/contract/units.ts';
import classes from './UnitHistory.module.css';
import { historyChart } from './unit-charts.ts';

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

function Columns({ history }: { readonly history: History }) {
  const text = useText();
  return <Chart chart={useMemo(() => historyChart(history, text), [history, text])} height="13rem" />;
}
