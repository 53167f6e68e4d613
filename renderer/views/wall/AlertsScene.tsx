import { useCut } from '#renderer/ground/cut.tsx';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { useTopAlerts } from '#renderer/panels/alerts/use-top-alerts.ts';
import { aboutAlert } from '#renderer/panels/why/about-alert.ts';
import { WhyButton } from '#renderer/panels/why/WhyButton.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import { SeverityIcon } from '#renderer/ui/SeverityIcon.tsx';
import type { AlertDto } from '#shared/contract/alerts.ts';
import { SEVERITIES } from '#shared/domain/model.ts';
import classes from './AlertsScene.module.css';

/** What fits the display in letters that can be read from afar. */
const SHOWN = 5;

/** Counts by severity and the gravest alerts. */
export function AlertsScene() {
  const { t, format } = useText();
  const names = useNames();
  const { id: cut } = useCut();
  const alerts = useTopAlerts();
  if (alerts.data === undefined) return <QueryState query={alerts} />;
  const { data } = alerts;
  if (data.total === 0) return <EmptyState title={t('wall.alerts.none')} />;
  return (
    <div className={classes.scene}>
      <ul className={classes.counts}>
        {SEVERITIES.map((severity) => (
          <li key={severity}>
            <SeverityIcon severity={severity} size="1.1em" />
            <strong>{format.number(data.bySeverity[severity] ?? 0)}</strong>
            <span>{t(`severity.${severity}`)}</span>
          </li>
        ))}
      </ul>
      <ul className={classes.list}>
        {data.alerts.slice(0, SHOWN).map((alert) => (
          <li key={alert.id}>
            <SeverityIcon severity={alert.severity} size="1.3em" />
            <div>
              <p>
                {alert.rule === 'evidenceMissing'
                  ? // Its sentence names communes and rules: too long for letters of this size.
                    `${names.fullName(alert.unit.code)}: ${t('rule.evidenceMissing')}`
                  : names.reason(alert.reason)}
              </p>
              <Place alert={alert} />
            </div>
            <WhyButton name={names.fullName(alert.unit.code)} about={aboutAlert(alert)} cut={cut} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Where it is, and that this cut says nothing of it where it does not: an old fact is not today's. */
function Place({ alert }: { readonly alert: AlertDto }) {
  const { t } = useText();
  const names = useNames();
  const { unit, condition } = alert;
  const words = [
    ...(unit.province === null ? [] : [names.fullName(unit.province)]),
    ...(condition === 'holds' ? [] : [t(`alerts.condition.${condition}`)]),
  ];
  return words.length === 0 ? null : <p className={classes.place}>{words.join(' · ')}</p>;
}
