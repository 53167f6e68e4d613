import { useQuery } from '@tanstack/react-query';
import { useNames } from '#renderer/app/names.tsx';
import { useText } from '#renderer/app/text.tsx';
import { useApi } from '#renderer/client/ApiProvider.tsx';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { vietnamDay } from '#shared/domain/periods.ts';
import classes from './ForecastLine.module.css';
import { VerdictBadge } from './VerdictBadge.tsx';

/** The forecast of a task group or a unit in one line, with the way to the whole of it. */
export function ForecastLine(props: { readonly code: string; readonly cut: string | undefined }) {
  const { t } = useText();
  const names = useNames();
  const { data } = useQuery(
    useApi().forecast.get.queryOptions({ input: { cut: props.cut }, placeholderData: (before) => before }),
  );
  if (data === undefined) return null;
  const outlook = [data.national, ...data.groups, ...data.provinces].find((one) => one.code === props.code);
  const reason = outlook?.reasons[0];
  if (outlook === undefined || reason === undefined) return null;
  return (
    <p className={classes.line}>
      <span>{t('forecast.line', { text: names.reason(reason) })}</span>
      <VerdictBadge outlook={outlook} day={vietnamDay(data.cut.asOf)} />
      <AppLink to="/du-bao" query={{ for: props.code }}>
        {t('forecast.open')}
      </AppLink>
    </p>
  );
}
