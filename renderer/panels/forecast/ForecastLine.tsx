import { useQuery } from '@tanstack/react-query';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { vietnamDay } from '#shared/domain/periods.ts';
import { isUnitCode } from '#shared/domain/plan.ts';
import classes from './ForecastLine.module.css';
import { OutlookBadge } from './OutlookBadge.tsx';
import { completionText, paceText } from './outlook.ts';

/** The forecast of a task group or a unit in one line, with the way to the whole of it. */
export function ForecastLine(props: { readonly code: string; readonly cut: string | undefined }) {
  const { t } = useText();
  const names = useNames();
  const found = useOutlook(props.code, props.cut);
  if (found === undefined) return null;
  const text = found.outlook.reasons.map((reason) => names.reason(reason)).join(' ');
  const key = !isUnitCode(props.code) ? 'forecast.line.group' : 'forecast.line.coverage';
  return (
    <p className={classes.line}>
      <span>{t(key, { text })}</span>
      <OutlookBadge outlook={found.outlook} day={found.day} />
      <AppLink to="/du-bao" query={{ for: props.code }}>
        {t('forecast.open')}
      </AppLink>
    </p>
  );
}

/** The expected day of a task group, or its pace, and whether that is late: for a place without room for more. */
export function ForecastShort(props: { readonly code: string; readonly cut: string | undefined }) {
  const text = useText();
  const found = useOutlook(props.code, props.cut);
  if (found === undefined) return null;
  return (
    <span className={classes.short}>
      {found.outlook.kind === 'withheld' || found.outlook.kind === 'beyondHorizon'
        ? paceText(found.outlook, text)
        : text.t('forecast.short', { completion: completionText(found.outlook, text) })}
      <OutlookBadge outlook={found.outlook} day={found.day} />
    </span>
  );
}

/** The outlook of the country, a group or a province with the day of its cut; undefined until it is there. */
function useOutlook(code: string, cut: string | undefined) {
  const { data } = useQuery(
    useApi().forecast.get.queryOptions({ input: { cut }, placeholderData: (before) => before }),
  );
  if (data === undefined) return undefined;
  const { cut: viewed } = data;
  const outlook = [data.national, ...data.groups, ...data.provinces].find((one) => one.code === code);
  return outlook && { outlook, day: vietnamDay((viewed.statusCut ?? viewed).asOf) };
}
