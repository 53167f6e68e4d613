import { useText } from '#renderer/ground/text.tsx';
import { AlertItem } from '#renderer/panels/alerts/AlertItem.tsx';
import { useTopAlerts } from '#renderer/panels/alerts/use-top-alerts.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import classes from './TopAlerts.module.css';

/** The gravest alerts of the cut; the rest is one step away. */
export function TopAlerts(props: { readonly className?: string | undefined }) {
  const { t } = useText();
  const alerts = useTopAlerts();
  const total = alerts.data?.total ?? 0;
  return (
    <Panel
      title={t('overview.alerts')}
      className={props.className}
      flush
      scrolls
      actions={
        <AppLink to="/canh-bao">
          {total > 0 ? t('frame.moreCount', { count: total }) : t('frame.more')}
        </AppLink>
      }
    >
      {alerts.data === undefined || alerts.isError ? (
        <QueryState query={alerts} />
      ) : total === 0 ? (
        <EmptyState title={t('overview.alerts.none')} />
      ) : (
        <ul className={classes.list}>
          {alerts.data.alerts.map((alert) => (
            <AlertItem key={alert.id} alert={alert} />
          ))}
        </ul>
      )}
    </Panel>
  );
}
