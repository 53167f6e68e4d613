import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { ScheduleBadge } from '#renderer/ui/ScheduleBadge.tsx';
import { SeverityIcon } from '#renderer/ui/SeverityIcon.tsx';
import type { UnitProfileDto } from '#shared/contract/units.ts';
import { delayText } from '#shared/text/delay-text.ts';
import { knownText } from '#shared/text/known-text.ts';
import { ageText } from '#shared/text/task-text.ts';
import classes from './UnitLists.module.css';

interface Props {
  readonly profile: UnitProfileDto;
}

/** Alerts that concern the unit at this cut. */
export function UnitAlerts({ profile }: Props) {
  const { t } = useText();
  const names = useNames();
  return (
    <Panel title={t('units.alerts')} note={countOf(profile.alerts)}>
      {profile.alerts.length === 0 && <p className={classes.none}>{t('units.alerts.none')}</p>}
      <ul className={classes.list}>
        {profile.alerts.map((alert) => (
          <li key={alert.id} className={classes.alert}>
            <SeverityIcon severity={alert.severity} />
            <span>
              {names.reason(alert.reason)}
              {alert.condition !== 'holds' && <em> ({t(`alerts.condition.${alert.condition}`)})</em>}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** The unit's tasks with deadline and state. */
export function UnitTasks({ profile }: Props) {
  const text = useText();
  const { t, pick, format } = text;
  const writeShare = format.percents(profile.tasks.map(({ progress }) => progress));
  // The sentences above speak of the tasks of the centre, which alone colour the country.
  const centre = profile.tasks.filter(({ scope }) => scope === 'centre').length;
  const note =
    profile.unit.level === 'country'
      ? t('units.tasks.country', { total: profile.tasks.length, centre })
      : countOf(profile.tasks);
  const whyOf = (task: UnitProfileDto['tasks'][number]): string =>
    task.schedule === 'done' ? '' : [delayText(text, task), task.note ?? ''].filter(Boolean).join(' · ');
  return (
    <Panel title={t('units.tasks')} note={note}>
      {profile.tasks.length === 0 && <p className={classes.none}>{t('units.tasks.none')}</p>}
      <ul className={classes.list}>
        {profile.tasks.map((task) => (
          <li key={task.code} className={classes.task}>
            <span className={classes.code}>{task.code}</span>
            <AppLink to={`/nhiem-vu/${encodeURIComponent(task.code)}`}>{pick(task)}</AppLink>
            <span className={classes.note}>{format.date(task.deadline)}</span>
            <span className={classes.note}>
              {knownText({ t, format }, task.progress, 'notReported', writeShare)}
              {task.age !== null && task.age > 0 && ` · ${ageText(text, task.age)}`}
            </span>
            <ScheduleBadge schedule={task.schedule} />
            {whyOf(task) !== '' && <span className={classes.why}>{whyOf(task)}</span>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Causes the unit has reported, open ones first. */
export function UnitDifficulties({ profile }: Props) {
  const { t, pick, format } = useText();
  return (
    <Panel title={t('units.difficulties')} note={countOf(profile.difficulties)}>
      {profile.difficulties.length === 0 && <p className={classes.none}>{t('units.difficulties.none')}</p>}
      <ul className={classes.list}>
        {profile.difficulties.map((difficulty) => (
          <li key={difficulty.id} className={classes.entry}>
            <strong>{pick(difficulty)}</strong>
            <span>{difficulty.text}</span>
            <span className={classes.note}>
              {difficulty.resolvedOn === null
                ? t('units.difficulties.open', { date: format.date(difficulty.reportedOn) })
                : t('units.difficulties.resolved', {
                    date: format.date(difficulty.reportedOn),
                    resolved: format.date(difficulty.resolvedOn),
                  })}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Documents the unit has issued. */
export function UnitDocuments({ profile }: Props) {
  const { t, format } = useText();
  return (
    <Panel title={t('units.documents')} note={countOf(profile.documents)}>
      {profile.documents.length === 0 && <p className={classes.none}>{t('units.documents.none')}</p>}
      <ul className={classes.list}>
        {profile.documents.map((item) => (
          <li key={item.id} className={classes.entry}>
            <strong>{item.title}</strong>
            <span className={classes.note}>
              {t('units.documents.issued', { number: item.number, date: format.date(item.issuedOn) })}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function countOf(list: readonly unknown[]): string {
  return list.length === 0 ? '' : String(list.length);
}
