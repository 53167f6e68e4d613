import { useQuery } from '@tanstack/react-query';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { usePerson } from '#renderer/ground/use-person.ts';
import { DataTable } from '#renderer/tables/DataTable.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import { WhoField } from '#renderer/ui/WhoField.tsx';
import { AddCut } from './AddCut.tsx';
import classes from './CalendarView.module.css';
import { RemovedCuts } from './RemovedCuts.tsx';
import { SchedulePanel } from './SchedulePanel.tsx';
import { useOpenedColumns, usePlannedColumns } from './use-columns.tsx';

/** Kỳ và lịch: cuts that are open and to come, and the calendar that plans them. */
export function CalendarView() {
  const { t } = useText();
  const overview = useQuery(useApi().calendar.overview.queryOptions({ input: {} }));
  const person = usePerson();
  const openedColumns = useOpenedColumns(person.who);
  const plannedColumns = usePlannedColumns(person.who);
  if (overview.data === undefined) return <QueryState query={overview} />;
  const { opened, planned, removed, revisions } = overview.data;
  return (
    <div className={classes.screen}>
      <p>{t('calendar.about')}</p>
      <WhoField
        label={t('calendar.who')}
        description={t('calendar.who.about')}
        value={person.who}
        onChange={(event) => person.setWho(event.currentTarget.value)}
        onBlur={() => void person.remember()}
      />
      <Panel title={t('calendar.opened')} actions={<AddCut />}>
        {opened.length === 0 ? (
          <EmptyState title={t('cuts.none.opened')} hint={t('cuts.none')} />
        ) : (
          <DataTable
            caption={t('calendar.opened')}
            columns={openedColumns}
            rows={opened}
            rowKey={({ id }) => id}
            pageSize={10}
          />
        )}
      </Panel>
      <Panel title={t('calendar.planned')}>
        {planned.length === 0 ? (
          <EmptyState title={t('cuts.none.planned')} hint={t('cuts.none.planned.detail')} />
        ) : (
          <DataTable
            caption={t('calendar.planned')}
            columns={plannedColumns}
            rows={planned}
            rowKey={({ id }) => id}
            pageSize={12}
          />
        )}
      </Panel>
      <RemovedCuts removed={removed} />
      <SchedulePanel revision={revisions.at(-1) ?? null} />
    </div>
  );
}
