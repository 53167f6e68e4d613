import { Button, Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useQueryValue } from '#renderer/app/address.ts';
import { useCut } from '#renderer/app/cut.tsx';
import { useText } from '#renderer/app/text.tsx';
import { useApi } from '#renderer/client/ApiProvider.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import type { AlertListDto } from '#shared/contract/alerts.ts';
import { ActBar } from './ActBar.tsx';
import { ActDialog, type OpenAct } from './ActDialog.tsx';
import { AlertDetail } from './AlertDetail.tsx';
import { AlertFacets } from './AlertFacets.tsx';
import { AlertFilters } from './AlertFilters.tsx';
import { AlertsFile } from './AlertsFile.tsx';
import classes from './AlertsView.module.css';
import { alertsOf, rowsOf } from './rows.ts';
import type { ActName } from './use-acts.ts';
import { type AlertFilter, alertQueryOf, useAlertFilter } from './use-alert-filter.ts';
import { useCursor } from './use-cursor.ts';
import { useSelection } from './use-selection.ts';
import { useWorkKeys } from './use-work-keys.ts';
import { WorkBar } from './WorkBar.tsx';
import { WorkList } from './WorkList.tsx';

/** More than the gravest cut of the half year has; what lies beyond is one press away. */
const PAGE = 2000;

/** Cảnh báo: every alert of the cut, filtered and counted, to be worked through with mouse or keyboard. */
export function AlertsView() {
  const api = useApi();
  const { id } = useCut();
  const filter = useAlertFilter();
  const [limit, setLimit] = useState(PAGE);
  const list = useQuery(
    api.alerts.list.queryOptions({
      input: { ...alertQueryOf(filter, id), limit, ...(id === undefined ? {} : { cut: id }) },
      placeholderData: (before) => before,
    }),
  );
  if (list.data === undefined || list.isError) return <QueryState query={list} />;
  return <Work list={list.data} filter={filter} onMore={() => setLimit(limit + PAGE)} />;
}

function Work(props: {
  readonly list: AlertListDto;
  readonly filter: AlertFilter;
  readonly onMore: () => void;
}) {
  const { t } = useText();
  const { isNewest } = useCut();
  const { list, filter } = props;
  const rows = useMemo(() => rowsOf(list.alerts, filter.isGrouped), [list.alerts, filter.isGrouped]);
  const order = useMemo(() => alertsOf(rows).map((alert) => alert.id), [rows]);
  const selection = useSelection(order);
  const cursor = useCursor(order);
  const [openId, setOpenId] = useQueryValue('alert');
  const [act, setAct] = useState<OpenAct | null>(null);
  const begin = (name: ActName, ids: readonly string[]) => {
    if (isNewest && ids.length > 0) setAct({ act: name, ids });
  };
  const chosen = selection.ids.size > 0 ? [...selection.ids] : [cursor.id ?? openId ?? []].flat();
  const close = () => setOpenId(null);
  useWorkKeys({
    isPaused: act !== null,
    cursor,
    selection,
    isOpen: openId !== null,
    close,
    act: (name) => begin(name, chosen),
  });
  return (
    <div className={classes.page} data-detail={openId !== null || undefined}>
      <AlertFilters filter={filter} list={list} />
      <Panel
        title={t('alerts.list')}
        note={t('alerts.total', { count: list.total })}
        className={classes.list}
        flush
        actions={
          <>
            <More list={list} onMore={props.onMore} />
            <Checkbox
              size="xs"
              label={t('alerts.group')}
              checked={filter.isGrouped}
              onChange={(event) => filter.set({ isGrouped: event.currentTarget.checked })}
            />
          </>
        }
      >
        <AlertsFile list={list} filter={filter} />
        <div className={classes.work}>
          <WorkBar order={order} selection={selection} onAct={(name) => begin(name, [...selection.ids])} />
          {rows.length === 0 ? (
            <NoAlerts filter={filter} />
          ) : (
            <WorkList {...{ rows, order, selection, cursor, openId }} onOpen={setOpenId} />
          )}
        </div>
      </Panel>
      {openId === null ? (
        <AlertFacets list={list} filter={filter} className={classes.facets} />
      ) : (
        <AlertDetail
          id={openId}
          className={classes.detail}
          actions={<ActBar isDisabled={!isNewest} onAct={(name) => begin(name, [openId])} />}
          onOpen={setOpenId}
          onClose={close}
        />
      )}
      <ActDialog
        open={act}
        onClose={(isDone) => {
          setAct(null);
          if (isDone) selection.clear();
        }}
      />
    </div>
  );
}

function More({ list, onMore }: { readonly list: AlertListDto; readonly onMore: () => void }) {
  const { t } = useText();
  const rest = list.total - list.alerts.length;
  if (rest <= 0) return null;
  return (
    <Button variant="default" size="compact-xs" onClick={onMore}>
      {t('alerts.more', { count: rest })}
    </Button>
  );
}

function NoAlerts({ filter }: { readonly filter: AlertFilter }) {
  const { t } = useText();
  if (filter.isFiltered) {
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
  const key = filter.tab === 'firing' ? 'alerts.none.firing' : 'alerts.none';
  return <EmptyState title={t(key)} hint={t(`${key}.hint`)} />;
}
