import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useCut } from '#renderer/ground/cut.tsx';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { WhyButton } from '#renderer/panels/why/WhyButton.tsx';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import { SeverityIcon } from '#renderer/ui/SeverityIcon.tsx';
import type { AlertDetailDto, AlertDto } from '#shared/contract/alerts.ts';
import type { WhySubject } from '#shared/contract/why.ts';
import { COUNTRY_CODE } from '#shared/text/unit-names.ts';
import { AlertCourse } from './AlertCourse.tsx';
import classes from './AlertDetail.module.css';
import { AlertFacts } from './AlertFacts.tsx';
import { AlertHistory } from './AlertHistory.tsx';
import { StateMark } from './StateMark.tsx';

/** Everything about one alert beside the list: why, evidence, every cut of its life, who did what. */
export function AlertDetail(props: {
  readonly id: string;
  readonly className?: string | undefined;
  readonly actions: ReactNode;
  readonly onOpen: (id: string) => void;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const { id: cut } = useCut();
  const detail = useQuery(
    useApi().alerts.get.queryOptions({ input: { id: props.id, ...(cut === undefined ? {} : { cut }) } }),
  );
  return (
    <Panel
      title={t('alerts.detail')}
      className={props.className}
      scrolls
      actions={
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('alerts.detail.close')}
          onClick={props.onClose}
        >
          <IconX size="1.125rem" aria-hidden="true" />
        </ActionIcon>
      }
    >
      {detail.data === undefined || detail.isError ? (
        <QueryState query={detail} />
      ) : (
        <div className={classes.detail}>
          <Head alert={detail.data.alert} />
          {props.actions}
          <Why detail={detail.data} />
          <AlertFacts reason={detail.data.alert.reason} />
          <AlertCourse detail={detail.data} />
          <AlertHistory events={detail.data.events} />
          <Others detail={detail.data} onOpen={props.onOpen} />
        </div>
      )}
    </Panel>
  );
}

function Head({ alert }: { readonly alert: AlertDto }) {
  const { t } = useText();
  const names = useNames();
  const { unit, task } = alert;
  return (
    <div className={classes.head}>
      <SeverityIcon severity={alert.severity} size="1.375rem" />
      <div>
        <h3>{t(`rule.${alert.rule}`)}</h3>
        <p className={classes.note}>
          <StateMark state={alert.state} />
          {unit.code !== COUNTRY_CODE && (
            <AppLink to={`/don-vi/${unit.code}`}>{names.fullName(unit.code)}</AppLink>
          )}
          {unit.province !== null && (
            <AppLink to={`/don-vi/${unit.province}`}>{names.fullName(unit.province)}</AppLink>
          )}
          {task !== null && (
            <AppLink to={`/nhiem-vu/${encodeURIComponent(task)}`}>
              {t('alerts.openTask', { code: task })}
            </AppLink>
          )}
        </p>
      </div>
    </div>
  );
}

/** The figures an alert rests on: its indicator's, its task group's, or those that colour its unit. */
function whyOf({ indicator, task, taskGroup, unit }: AlertDto): WhySubject {
  if (indicator !== null) return { what: 'figure', unit: unit.code, indicator };
  if (taskGroup !== null) return { what: 'group', group: taskGroup };
  return task === null ? { what: 'unit', unit: unit.code } : { what: 'count', count: 'overdue' };
}

function Why({ detail }: { readonly detail: AlertDetailDto }) {
  const { t } = useText();
  const names = useNames();
  const { alert } = detail;
  return (
    <section>
      <h3>
        {t('alerts.detail.why')}{' '}
        <WhyButton name={t(`rule.${alert.rule}`)} about={whyOf(alert)} cut={detail.cut.id} />
      </h3>
      <ul className={classes.reasons}>
        {detail.explanation.map((reason) => (
          <li key={reason.code}>{names.reason(reason)}</li>
        ))}
      </ul>
      <p className={classes.note}>{t('alerts.detail.rules', { version: detail.ruleVersion })}</p>
    </section>
  );
}

function Others(props: { readonly detail: AlertDetailDto; readonly onOpen: (id: string) => void }) {
  const { t } = useText();
  const names = useNames();
  const { others } = props.detail;
  if (others.length === 0) return null;
  return (
    <section>
      <h3>{t('alerts.detail.others')}</h3>
      <ul className={classes.others}>
        {others.map(({ id, since, until }) => (
          <li key={id}>
            <button type="button" onClick={() => props.onOpen(id)}>
              {until === null
                ? t('alerts.detail.other.open', { since: names.cut(since) })
                : t('alerts.detail.other', { since: names.cut(since), until: names.cut(until) })}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
