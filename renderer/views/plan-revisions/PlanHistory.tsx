import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { changeQuery } from '#renderer/ground/address.ts';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import type { PlanRevisionDto } from '#shared/contract/plan-revisions.ts';
import { DifferenceList } from './DifferenceList.tsx';
import { DownloadPlan } from './DownloadPlan.tsx';
import classes from './PlanHistory.module.css';

/** Every revision of the plan, newest first: by whom, when, why, from which day, and what it changed. */
export function PlanHistory() {
  const { t } = useText();
  const query = useQuery(useApi().plan.revisions.queryOptions());
  if (query.data === undefined || query.isError) return <QueryState query={query} />;
  const revisions = query.data;
  return (
    <Panel title={t('planRevisions.tab.history')}>
      <ol className={classes.list}>
        {revisions.map((one, at) => (
          <Revision key={one.version} revision={one} before={revisions[at + 1]?.version ?? null} />
        ))}
      </ol>
    </Panel>
  );
}

function Revision(props: { readonly revision: PlanRevisionDto; readonly before: number | null }) {
  const { t, format } = useText();
  const { revision, before } = props;
  const [isOpen, setOpen] = useState(false);
  const { version, createdAt, who, note, validFrom, isActive } = revision;
  return (
    <li data-active={isActive || undefined}>
      <p className={classes.head}>
        <strong>{t('planRevisions.revision', { version })}</strong>
        {isActive && <span className={classes.active}>{t('planRevisions.newest')}</span>}
        <span className={classes.note}>
          {format.dateTime(createdAt)} · {who} ·{' '}
          {validFrom === null
            ? t('planRevisions.from.always')
            : t('planRevisions.from.day', { day: format.date(validFrom) })}
        </span>
      </p>
      <p>{note}</p>
      <div className={classes.actions}>
        {before !== null && (
          <Button size="compact-sm" variant="default" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {t('planRevisions.history.changes', { version: before })}
          </Button>
        )}
        <Button
          size="compact-sm"
          variant="default"
          onClick={() =>
            changeQuery({ phan: null, muc: null, ban: isActive ? null : String(version) }, { push: true })
          }
        >
          {t('planRevisions.history.view')}
        </Button>
        <DownloadPlan revision={version} />
      </div>
      {isOpen && before !== null && <Changes from={before} to={version} />}
    </li>
  );
}

function Changes(input: { readonly from: number; readonly to: number }) {
  const { t } = useText();
  const query = useQuery(useApi().plan.diff.queryOptions({ input }));
  if (query.data === undefined || query.isError) return <QueryState query={query} />;
  const { differences } = query.data;
  return differences.length === 0 ? (
    <p>{t('planRevisions.history.rulesOnly')}</p>
  ) : (
    <DifferenceList differences={differences} />
  );
}
