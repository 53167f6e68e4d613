import { Button, FileButton } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import { describeError } from '#renderer/ground/client/errors.ts';
import { useNames } from '#renderer/ground/names.tsx';
import { type Text, useText } from '#renderer/ground/text.tsx';
import type { Column } from '#renderer/tables/column.ts';
import { DataTable } from '#renderer/tables/DataTable.tsx';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { TABLE_ENDINGS } from '#shared/contract/choices.ts';
import type { IntakePreviewDto } from '#shared/contract/intake.ts';
import { previewCounts } from '#shared/contract/preview-counts.ts';
import { problemSentence } from '#shared/text/intake-text.ts';
import { CommitMany } from './CommitMany.tsx';
import classes from './DataView.module.css';
import { ItemBadge, itemWord } from './ItemBadge.tsx';
import { FILE_LIMIT_MB, useInbox, useInboxItems, useTakeFiles } from './inbox.tsx';
import type { InboxItem } from './inbox-item.ts';

/** Hộp đến: where files land; each at once with what it would change and what is wrong with it. */
export function InboxPane() {
  const { t } = useText();
  const items = useInboxItems();
  return (
    <>
      <DropPlace />
      {items.length === 0 ? (
        <EmptyState title={t('intake.inbox.empty')} hint={t('intake.inbox.empty.hint')} />
      ) : (
        <InboxList items={items} />
      )}
    </>
  );
}

function DropPlace() {
  const { t } = useText();
  const take = useTakeFiles();
  return (
    <div className={classes.drop}>
      <IconFileImport size="1.5rem" stroke={1.4} aria-hidden="true" />
      <span>{t('intake.drop')}</span>
      <FileButton multiple accept={TABLE_ENDINGS} onChange={take}>
        {(props) => (
          <Button {...props} variant="default" size="compact-md">
            {t('intake.drop.choose')}
          </Button>
        )}
      </FileButton>
      <span className={classes.soft}>{t('intake.drop.kinds', { limit: FILE_LIMIT_MB })}</span>
    </div>
  );
}

function InboxList({ items }: { readonly items: readonly InboxItem[] }) {
  const text = useText();
  const { t } = text;
  const inbox = useInbox();
  const columns = useInboxColumns();
  const [isAsking, setAsking] = useState(false);
  const ready = items.filter(isCleanAndReady);
  const committed = items.filter(({ state }) => state === 'committed').length;
  const counts = {
    total: items.length,
    ready: ready.length,
    committed,
    open: items.length - ready.length - committed,
  };
  return (
    <Panel
      title={t('intake.tab.inbox')}
      note={<span aria-live="polite">{t('intake.inbox.lead', counts)}</span>}
      flush
      actions={
        <>
          {committed > 0 && (
            <Button size="compact-sm" variant="default" onClick={() => inbox.forgetCommitted()}>
              {t('intake.inbox.clearDone')}
            </Button>
          )}
          <Button size="compact-sm" disabled={ready.length === 0} onClick={() => setAsking(true)}>
            {t('intake.inbox.commitReady', { count: ready.length })}
          </Button>
        </>
      }
    >
      <DataTable
        caption={t('intake.inbox.caption')}
        columns={columns}
        rows={items}
        rowKey={({ key }) => key}
        pageSize={200}
      />
      <CommitMany items={isAsking ? ready : []} onClose={() => setAsking(false)} />
    </Panel>
  );
}

/** Ready, and no cut of it closed: a correction wants its own reason. */
function isCleanAndReady(item: InboxItem): boolean {
  return itemWord(item) === 'ready' && item.preview?.cuts.every(({ state }) => state !== 'closed') === true;
}

function useInboxColumns(): readonly Column<InboxItem>[] {
  const text = useText();
  const names = useNames();
  const { t } = text;
  const number = (key: 'new' | 'changed' | 'same') => ({
    key,
    header: t(`intake.inbox.${key}`),
    value: ({ preview }: InboxItem) => (preview === null ? null : previewCounts(preview)[key]),
    format: 'integer' as const,
    firstSort: 'up' as const,
  });
  return [
    {
      key: 'file',
      header: t('intake.inbox.file'),
      value: ({ file }) => file.name,
      cell: (item) => <FileCell item={item} />,
    },
    {
      key: 'province',
      header: t('intake.inbox.province'),
      value: ({ preview }) => (preview?.province == null ? null : names.fullName(preview.province)),
    },
    {
      key: 'cut',
      header: t('intake.inbox.cut'),
      value: ({ preview }) => preview?.cuts.map(({ code }) => names.cut(code)).join(', ') ?? null,
      sortBy: null,
      cell: ({ preview }) => preview?.cuts.map(({ code }) => names.cut(code)).join(', ') || '–',
    },
    {
      key: 'state',
      header: t('intake.inbox.state'),
      value: (item) => t(`intake.state.${itemWord(item)}`),
      sortBy: itemWord,
      cell: (item) => <ItemBadge item={item} />,
    },
    number('new'),
    number('changed'),
    number('same'),
    {
      key: 'problems',
      header: t('intake.inbox.problems'),
      value: ({ preview }) => (preview === null ? null : problemCounts(preview, text)),
      sortBy: null,
      numeric: true,
    },
    {
      key: 'actions',
      header: t('intake.inbox.actions'),
      value: null,
      numeric: true,
      cell: (item) => <ItemActions item={item} />,
    },
  ];
}

function FileCell({ item }: { readonly item: InboxItem }) {
  const text = useText();
  const { preview, error, origin } = item;
  const refused = preview?.outcome === 'refused' ? preview.problems[0] : undefined;
  return (
    <span className={classes.file}>
      <AppLink to={`/so-lieu/tep/${item.key}`}>{item.file.name}</AppLink>
      {origin === 'folder' && <span className={classes.soft}> {text.t('intake.inbox.fromFolder')}</span>}
      {refused !== undefined && <span className={classes.soft}> {problemSentence(refused, text)}</span>}
      {error !== null && <span className={classes.soft}> {describeError(error, text)}</span>}
    </span>
  );
}

/** '3 / 12 / 1': errors, warnings, questions. */
function problemCounts({ counts, questions }: IntakePreviewDto, { format }: Text): string {
  const total = (severity: string) =>
    counts.filter((one) => one.severity === severity).reduce((sum, { count }) => sum + count, 0);
  return [total('error'), total('warning'), questions.length]
    .map((count) => format.number(count))
    .join(' / ');
}

function ItemActions({ item }: { readonly item: InboxItem }) {
  const { t } = useText();
  const inbox = useInbox();
  const isBusy = ['waiting', 'reading', 'committing'].includes(item.state);
  const action = isBusy
    ? 'stop'
    : item.state === 'cancelled' || item.state === 'failed'
      ? 'again'
      : 'discard';
  const run = {
    stop: () => inbox.stop(item.key),
    again: () => inbox.revise(item.key, {}),
    discard: () => inbox.discard(item.key),
  }[action];
  return (
    <span className={classes.actions}>
      <Button
        size="compact-xs"
        variant="default"
        aria-label={`${t(`intake.inbox.${action}`)}: ${item.file.name}`}
        onClick={run}
      >
        {t(`intake.inbox.${action}`)}
      </Button>
    </span>
  );
}
