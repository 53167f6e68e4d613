import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { inPages, useEveryRow } from '#renderer/ground/client/use-every-row.ts';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { useSay } from '#renderer/ground/use-say.ts';
import type { Column } from '#renderer/tables/column.ts';
import { DataTable } from '#renderer/tables/DataTable.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import { WhoDialog } from '#renderer/ui/WhoDialog.tsx';
import type { ImportRunDto } from '#shared/contract/intake.ts';
import classes from './DataView.module.css';
import { useInbox } from './inbox.tsx';
import { ReceiptDialog } from './ReceiptDialog.tsx';

const PAGE = 1000;
const rowsOf = (page: readonly ImportRunDto[]) => page;

/** Every import from a file, newest first: who, when, what it changed; each can be taken back as a whole. */
export function RunsPane() {
  const { t } = useText();
  const query = useInfiniteQuery(
    useApi().intake.runs.infiniteOptions({
      input: (offset: number) => ({ limit: PAGE, offset }),
      ...inPages(PAGE, rowsOf),
    }),
  );
  const runs = useEveryRow(query, rowsOf);
  const [chosen, setChosen] = useState<ImportRunDto | null>(null);
  const [told, setTold] = useState<ImportRunDto | null>(null);
  const columns = useRunColumns(setChosen, setTold);
  if (runs === undefined) return <QueryState query={query} />;
  if (runs.length === 0)
    return <EmptyState title={t('intake.runs.none')} hint={t('intake.runs.none.hint')} />;
  return (
    <Panel title={t('intake.tab.runs')} flush>
      <DataTable
        caption={t('intake.runs.caption')}
        columns={columns}
        rows={runs}
        rowKey={({ run }) => run}
        pageSize={100}
        fileColumns={[
          { header: t('intake.undo.reason'), value: ({ reason }) => reason },
          { header: t('intake.undo.who'), value: ({ undoneBy }) => undoneBy },
          { header: t('intake.runs.undoneAt'), value: ({ undoneAt }) => undoneAt, format: 'time' },
        ]}
      />
      <UndoDialog run={chosen} onClose={() => setChosen(null)} />
      <ReceiptDialog run={told} onClose={() => setTold(null)} />
    </Panel>
  );
}

function useRunColumns(
  onUndo: (run: ImportRunDto) => void,
  onReceipt: (run: ImportRunDto) => void,
): readonly Column<ImportRunDto>[] {
  const { t, tryText, format } = useText();
  const names = useNames();
  const number = (key: 'new' | 'changed' | 'same', of: (run: ImportRunDto) => number) => ({
    key,
    header: t(`intake.inbox.${key}`),
    value: of,
    format: 'integer' as const,
    firstSort: 'up' as const,
  });
  return [
    {
      key: 'file',
      header: t('intake.inbox.file'),
      value: ({ file }) => file,
      cell: ({ file, reason }) => (
        <span className={classes.file}>
          {file}
          {reason !== null && <span className={classes.soft}> {reason}</span>}
        </span>
      ),
    },
    { key: 'at', header: t('intake.runs.at'), value: ({ at }) => at, format: 'time' },
    { key: 'who', header: t('intake.runs.who'), value: ({ who }) => who },
    {
      key: 'cut',
      header: t('intake.inbox.cut'),
      value: ({ cut }) => (cut === null ? null : names.cut(cut)),
      sortBy: null,
      cell: ({ cut }) => (cut === null ? '–' : names.cut(cut)),
    },
    {
      key: 'kind',
      header: t('intake.runs.kind'),
      value: ({ kind, typed }) => {
        const words = tryText(`intake.runs.kind.${kind}`) ?? kind;
        return typed ? t('intake.runs.typed', { kind: words }) : words;
      },
      sortBy: null,
    },
    number('new', ({ added }) => added),
    number('changed', ({ changed }) => changed),
    number('same', ({ same }) => same),
    {
      key: 'state',
      header: t('intake.inbox.state'),
      value: ({ state }) => t(`intake.runs.state.${state}`),
      sortBy: null,
      cell: ({ state, undoneBy, undoneAt }) => (
        <span>
          {t(`intake.runs.state.${state}`)}
          {undoneAt !== null && (
            <span className={classes.soft}>
              {' '}
              {t('intake.runs.undoneBy', { who: undoneBy ?? '', at: format.dateTime(undoneAt) })}
            </span>
          )}
        </span>
      ),
    },
    {
      key: 'actions',
      header: t('intake.inbox.actions'),
      value: null,
      numeric: true,
      cell: (run) => (
        <span className={classes.actions}>
          {!run.typed && (
            <Button
              size="compact-xs"
              variant="default"
              aria-label={`${t('intake.receipt.open')}: ${run.file}`}
              onClick={() => onReceipt(run)}
            >
              {t('intake.receipt.open')}
            </Button>
          )}
          {run.state === 'committed' && (
            <Button
              size="compact-xs"
              variant="default"
              aria-label={`${t('intake.runs.undo')}: ${run.file}`}
              onClick={() => onUndo(run)}
            >
              {t('intake.runs.undo')}
            </Button>
          )}
        </span>
      ),
    },
  ];
}

/** Asks who takes an import back, and does. */
export function UndoDialog(props: {
  readonly run: Pick<ImportRunDto, 'run' | 'file'> | null;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const say = useSay();
  const api = useApi();
  const inbox = useInbox();
  const { run } = props;
  const submit = async (who: string, reason: string | null) => {
    if (run === null) return;
    const input = { run: run.run, who, ...(reason === null ? {} : { reason }) };
    const { restored, removed } = await api.intake.undo.call(input);
    const taken = inbox.items().find(({ committed }) => committed?.result.run === run.run);
    if (taken !== undefined) inbox.discard(taken.key);
    say.done(t('intake.undone', { restored, removed }));
  };
  return (
    <WhoDialog
      isOpen={run !== null}
      onClose={props.onClose}
      title={t('intake.undo.title', { file: run?.file ?? '' })}
      note={t('intake.undo.note')}
      who={t('intake.undo.who')}
      submit={t('intake.undo.submit')}
      reason={{ label: t('intake.undo.reason'), hint: t('intake.undo.reason.hint'), isRequired: false }}
      onSubmit={submit}
    />
  );
}
