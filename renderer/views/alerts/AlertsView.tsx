import { Button, Checkbox } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useQueryValue } from '#renderer/ground/address.ts';
import { useCut } from '#renderer/ground/cut.tsx';
import { useText } from '#renderer/ground/text.tsx';
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
import { orderOfRows, rowsOf } from './rows.ts';
import type { ActName } from './use-acts.ts';
import { type AlertFilter, useAlertFilter } from './use-alert-filter.ts';
import { type AlertPages, useAfterAll, useAlertPages } from './use-alert-pages.ts';
import { useCursor } from './use-cursor.ts';
import { useSelection } from './use-selection.ts';
import { useWorkKeys } from './use-work-keys.ts';
import { WorkBar } from './WorkBar.tsx';
import { WorkList } from './WorkList.tsx';

/** Cảnh báo: every alert of the cut, filtered and counted, to be worked through with mouse or keyboard. */
export function AlertsView() {
  const { id } = useCut();
  const filter = useAlertFilter();
  const { query, list, pages } = useAlertPages(filter, id);
  if (list === undefined || query.isError) return <QueryState query={query} />;
  return <Work list={list} pages={pages} filter={filter} />;
}

function Work(props: {
  readonly list: AlertListDto;
  readonly pages: AlertPages;
  readonly filter: AlertFilter;
}) {
  const { t } = useText();
  const { isHome } = useCut();
  const { list, pages, filter } = props;
  const rows = useMemo(() => rowsOf(list, pages.isGrouped), [list, pages.isGrouped]);
  const order = useMemo(() => orderOfRows(rows), [rows]);
  const afterAll = useAfterAll(pages, order);
  const selection = useSelection(order);
  const cursor = useCursor(order, afterAll);
  const [openId, setOpenId] = useQueryValue('alert');
  const [act, setAct] = useState<OpenAct | null>(null);
  const begin = (name: ActName, ids: readonly string[]) => {
    if (isHome && ids.length > 0) setAct({ act: name, ids });
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
          <Checkbox
            size="xs"
            label={t('alerts.group')}
            checked={filter.isGrouped}
            onChange={(event) => filter.set({ isGrouped: event.currentTarget.checked })}
          />
        }
      >
        <AlertsFile list={list} filter={filter} />
        <div className={classes.work}>
          <WorkBar
            total={list.total}
            selection={selection}
            onSelectAll={() => afterAll(selection.choose)}
            onAct={(name) => begin(name, [...selection.ids])}
          />
          {rows.length === 0 ? (
            <NoAlerts filter={filter} />
          ) : (
            <WorkList
              {...{ rows, order, selection, cursor, openId }}
              onOpen={setOpenId}
              readMore={pages.readMore}
            />
          )}
        </div>
      </Panel>
      {openId === null ? (
        <AlertFacets list={list} filter={filter} className={classes.facets} />
      ) : (
        <AlertDetail
          id={openId}
          className={classes.detail}
          actions={<ActBar isDisabled={!isHome} onAct={(name) => begin(name, [openId])} />}
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
  if (filter.tab !== 'firing' && filter.tab !== 'open')
    return <EmptyState title={t('alerts.none.tab')} hint={t('alerts.none.tab.hint')} />;
  const key = filter.tab === 'firing' ? 'alerts.none.firing' : 'alerts.none';
  return <EmptyState title={t(key)} hint={t(`${key}.hint`)} />;
}
