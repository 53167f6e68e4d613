import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { SeverityIcon } from '#renderer/ui/SeverityIcon.tsx';
import type { AlertDto } from '#shared/contract/alerts.ts';
import { COUNTRY_CODE } from '#shared/text/unit-names.ts';
import classes from './AlertItem.module.css';

/** One alert: how grave, which rule, the sentence, since when; it leads to its task or unit. */
export function AlertItem(props: { readonly alert: AlertDto; readonly showsState?: boolean }) {
  const { t } = useText();
  const names = useNames();
  const { alert } = props;
  const target = targetOf(alert);
  const label =
    alert.task !== null && alert.unit.code === COUNTRY_CODE
      ? t('alerts.openTask', { code: alert.task })
      : t('alerts.openUnit', { unit: names.fullName(alert.unit.code) });
  return (
    <li className={classes.item}>
      <SeverityIcon severity={alert.severity} />
      <div className={classes.body}>
        <AppLink to={target} className={classes.link ?? ''} title={label}>
          {names.reason(alert.reason)}
        </AppLink>
        <p className={classes.note}>
          {alert.unit.province !== null && <span>{names.fullName(alert.unit.province)}</span>}
          <span>{t(`rule.${alert.rule}`)}</span>
          <span>{t('alerts.since', { state: alert.state, cut: names.cut(alert.since) })}</span>
          {alert.condition !== 'holds' && <em>{t(`alerts.condition.${alert.condition}`)}</em>}
          {props.showsState === true && <span>{t(`alertState.${alert.state}`)}</span>}
        </p>
      </div>
    </li>
  );
}

/** A task of the centre opens its task; everything else opens the unit. */
function targetOf(alert: AlertDto): string {
  const isCentral = alert.unit.code === COUNTRY_CODE;
  if (alert.task !== null && isCentral) return `/nhiem-vu/${encodeURIComponent(alert.task)}`;
  return `/don-vi/${alert.unit.code}`;
}
