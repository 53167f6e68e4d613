import { Button } from '@mantine/core';
import { useNames } from '#renderer/app/names.tsx';
import { useText } from '#renderer/app/text.tsx';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import type { AlertDto } from '#shared/contract/alerts.ts';
import { COUNTRY_CODE } from '#shared/text/unit-names.ts';
import { AlertItem } from './AlertItem.tsx';
import classes from './AlertList.module.css';
import type { AlertFilter } from './use-alert-filter.ts';

/** The alerts themselves, in one list or under their provinces. */
export function AlertList(props: {
  readonly alerts: readonly AlertDto[];
  readonly total: number;
  readonly filter: AlertFilter;
  readonly onMore: () => void;
}) {
  const { t } = useText();
  const { alerts, total, filter } = props;
  if (alerts.length === 0) return <NoAlerts filter={filter} />;
  return (
    <>
      {filter.isGrouped ? (
        <Groups alerts={alerts} />
      ) : (
        <ul>
          {alerts.map((alert) => (
            <AlertItem key={alert.id} alert={alert} showsState />
          ))}
        </ul>
      )}
      {alerts.length < total && (
        <p className={classes.more}>
          <Button variant="default" size="xs" onClick={props.onMore}>
            {t('alerts.more', { count: total - alerts.length })}
          </Button>
        </p>
      )}
    </>
  );
}

function NoAlerts({ filter }: { readonly filter: AlertFilter }) {
  const { t } = useText();
  if (!filter.isFiltered) return <EmptyState title={t('alerts.none')} hint={t('alerts.none.hint')} />;
  return (
    <EmptyState
      title={t('state.empty.filtered')}
      hint={t('state.empty.filtered.hint')}
      action={
        <Button variant="default" size="xs" onClick={filter.clear}>
          {t('state.clearFilters')}
        </Button>
      }
    />
  );
}

function Groups({ alerts }: { readonly alerts: readonly AlertDto[] }) {
  const { t, format } = useText();
  const names = useNames();
  const groups = [...Map.groupBy(alerts, provinceOf)].sort(
    ([, left], [, right]) => right.length - left.length,
  );
  return groups.map(([province, members]) => (
    <section key={province}>
      <h3 className={classes.heading}>
        {province === COUNTRY_CODE ? (
          t('alerts.central')
        ) : (
          <AppLink to={`/don-vi/${province}`}>{names.fullName(province)}</AppLink>
        )}
        <span>{format.number(members.length)}</span>
      </h3>
      <ul>
        {members.map((alert) => (
          <AlertItem key={alert.id} alert={alert} showsState />
        ))}
      </ul>
    </section>
  ));
}

/** The province an alert belongs to; the country's own code for tasks of the centre. */
export function provinceOf(alert: AlertDto): string {
  return alert.unit.province ?? alert.unit.code;
}
