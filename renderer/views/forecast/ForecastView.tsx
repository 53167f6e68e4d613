import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { changeQuery, useAddress } from '#renderer/ground/address.ts';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useCut } from '#renderer/ground/cut.tsx';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { verdictOf } from '#renderer/panels/forecast/outlook.ts';
import { Panel } from '#renderer/ui/Panel.tsx';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import type { OutlookDto } from '#shared/contract/forecast.ts';
import { FORECAST_POINTS } from '#shared/domain/forecast-course.ts';
import {
  FORECAST_HITS_FROM,
  FORECAST_HITS_TO,
  FORECAST_NOMINAL,
  FORECAST_ORIGINS,
} from '#shared/domain/forecast-test.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import { isUnitCode } from '#shared/domain/plan.ts';
import classes from './ForecastView.module.css';
import { OutlookChart } from './OutlookChart.tsx';
import { OutlookTable } from './OutlookTable.tsx';
import { TimelineKey } from './Timeline.tsx';

/** Dự báo: when groups and provinces complete, where such forecasts have proved true. */
export function ForecastView() {
  const { id } = useCut();
  const query = useQuery(
    useApi().forecast.get.queryOptions({ input: { cut: id }, placeholderData: (before) => before }),
  );
  if (query.data === undefined || query.isError) return <QueryState query={query} />;
  const { national, groups, provinces, cut } = query.data;
  return (
    <Outlooks
      {...{ national, groups, provinces }}
      cut={cut.id}
      day={vietnamDay((cut.statusCut ?? cut).asOf)}
    />
  );
}

function Outlooks(props: {
  readonly national: OutlookDto;
  readonly groups: readonly OutlookDto[];
  readonly provinces: readonly OutlookDto[];
  readonly cut: string;
  readonly day: string;
}) {
  const text = useText();
  const names = useNames();
  const { query } = useAddress();
  const { national, groups, provinces, day } = props;
  const chosen = query.get('for') ?? national.code;
  const nameOf = useCallback(
    (outlook: OutlookDto) => {
      if (outlook.code === national.code) return text.t('forecast.national');
      return !isUnitCode(outlook.code)
        ? `${outlook.code}. ${names.group(outlook.code) ?? text.pick(outlook)}`
        : names.shortName(outlook.code);
    },
    [text, names, national.code],
  );
  const choose = useCallback((code: string) => changeQuery({ for: code }), []);
  const all = [national, ...groups, ...provinces];
  const shown = all.find((outlook) => outlook.code === chosen) ?? national;
  return (
    <div className={classes.page}>
      <p className={classes.lead}>
        {text.t('forecast.summary', {
          ...summaryOf(all, day),
          groups: groups.length,
          provinces: provinces.length,
        })}
      </p>
      <TimelineKey />
      <div className={classes.columns}>
        <div className={classes.column}>
          <Panel title={text.t('forecast.groups')} note={text.t('forecast.groups.note')} flush>
            <OutlookTable
              caption={text.t('forecast.groups')}
              outlooks={groups}
              {...{ day, nameOf, chosen }}
              onChoose={choose}
            />
          </Panel>
          <Panel title={text.t('forecast.provinces')} note={text.t('forecast.provinces.note')} flush>
            <OutlookTable
              caption={text.t('forecast.provinces')}
              outlooks={provinces}
              {...{ day, nameOf, chosen }}
              onChoose={choose}
            />
          </Panel>
        </div>
        <div className={classes.side}>
          <Panel title={nameOf(shown)}>
            <OutlookChart outlook={shown} cut={props.cut} name={nameOf(shown)} />
            <ul className={classes.reasons}>
              {shown.reasons.map((reason) => (
                <li key={reason.code}>{names.reason(reason)}</li>
              ))}
            </ul>
            {shown !== national && (
              <button type="button" className={classes.back} onClick={() => choose(national.code)}>
                {text.t('forecast.national')}
              </button>
            )}
          </Panel>
          <Method />
        </div>
      </div>
    </div>
  );
}

function Method() {
  const { t } = useText();
  return (
    <Panel title={t('forecast.method')}>
      <ol className={classes.method}>
        <li>{t('forecast.method.1', { points: FORECAST_POINTS })}</li>
        <li>{t('forecast.method.2', { nominal: FORECAST_NOMINAL })}</li>
        <li>
          {t('forecast.method.3', {
            origins: FORECAST_ORIGINS,
            hitsFrom: FORECAST_HITS_FROM,
            hitsTo: FORECAST_HITS_TO,
          })}
        </li>
        <li>{t('forecast.method.4')}</li>
      </ol>
    </Panel>
  );
}

function summaryOf(outlooks: readonly OutlookDto[], day: string) {
  const verdicts = outlooks.map((outlook) => verdictOf(outlook, day));
  const count = (...wanted: readonly string[]) =>
    verdicts.filter((verdict) => wanted.includes(verdict)).length;
  return {
    late: count('late', 'past'),
    inTime: count('inTime', 'complete'),
    unknown: count('unknown'),
  };
}
