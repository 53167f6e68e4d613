import { IconArrowBackUp, IconCircleCheckFilled, IconCopy, IconInbox } from '@tabler/icons-react';
import { useNames } from '#renderer/ground/names.tsx';
import { type Text, useText } from '#renderer/ground/text.tsx';
import type { Column } from '#renderer/tables/column.ts';
import { DataTable } from '#renderer/tables/DataTable.tsx';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import type { WatchedFileDto } from '#shared/contract/watch.ts';
import { watchSentence } from '#shared/text/watch-text.ts';
import classes from './DataView.module.css';
import { useInboxItems } from './inbox.tsx';

const LOOKS = {
  waiting: { icon: IconInbox, tone: 'warning' },
  committed: { icon: IconCircleCheckFilled, tone: 'good' },
  duplicate: { icon: IconCopy, tone: undefined },
  rejected: { icon: IconArrowBackUp, tone: 'bad' },
  discarded: { icon: IconArrowBackUp, tone: undefined },
} as const;

/** What the folder brought, newest first, each with what became of it and where it lies. */
export function WatchFiles({ files }: { readonly files: readonly WatchedFileDto[] }) {
  const { t } = useText();
  const columns = useFileColumns();
  if (files.length === 0)
    return <EmptyState title={t('watch.files.none')} hint={t('watch.files.none.hint')} />;
  return (
    <Panel title={t('watch.files')} flush>
      <DataTable
        caption={t('watch.files')}
        columns={columns}
        rows={files}
        rowKey={({ takenAt, name }) => `${takenAt} ${name}`}
        pageSize={100}
      />
    </Panel>
  );
}

function useFileColumns(): readonly Column<WatchedFileDto>[] {
  const text = useText();
  const { t } = text;
  const names = useNames();
  return [
    {
      key: 'file',
      header: t('intake.inbox.file'),
      value: ({ name }) => name,
      cell: (file) => <FileCell file={file} />,
    },
    { key: 'at', header: t('watch.files.when'), value: ({ takenAt }) => takenAt, format: 'time' },
    {
      key: 'outcome',
      header: t('watch.files.outcome'),
      value: (file) => outcomeText(file, text),
      sortBy: ({ outcome }) => outcome,
      cell: (file) => <OutcomeCell file={file} />,
    },
    {
      key: 'province',
      header: t('intake.inbox.province'),
      value: ({ province }) => (province === null ? null : names.fullName(province)),
      sortBy: null,
      cell: ({ province }) => (province === null ? '–' : names.fullName(province)),
    },
    {
      key: 'cuts',
      header: t('intake.inbox.cut'),
      value: ({ cuts }) => cuts.map(names.cut).join(', '),
      sortBy: null,
      cell: ({ cuts }) => cuts.map(names.cut).join(', ') || '–',
    },
    {
      key: 'place',
      header: t('watch.files.place'),
      value: ({ place }) => place,
      sortBy: null,
      cell: ({ place, finishedAt, outcome }) => (
        <span className={classes.file}>
          {place ?? (finishedAt === null && outcome !== 'waiting' ? t('watch.files.moving') : '–')}
        </span>
      ),
    },
  ];
}

function FileCell({ file }: { readonly file: WatchedFileDto }) {
  const item = useInboxItems().find(({ preview }) => preview?.kept != null && preview.kept === file.inbox);
  return (
    <span className={classes.file}>
      {item === undefined ? file.name : <AppLink to={`/so-lieu/tep/${item.key}`}>{file.name}</AppLink>}
    </span>
  );
}

function OutcomeCell({ file }: { readonly file: WatchedFileDto }) {
  const text = useText();
  const { icon: Icon, tone } = LOOKS[file.outcome];
  return (
    <>
      <span className={classes.badge} data-tone={tone}>
        <Icon size="1.0625em" aria-hidden="true" />
        {text.t(`watch.outcome.${file.outcome}`)}
      </span>
      {file.reason !== null && <span className={classes.why}>{reasonText(file.reason, text)}</span>}
    </>
  );
}

function outcomeText({ outcome, reason }: WatchedFileDto, text: Text): string {
  const state = text.t(`watch.outcome.${outcome}`);
  return reason === null ? state : `${state}: ${reasonText(reason, text)}`;
}

function reasonText(reason: NonNullable<WatchedFileDto['reason']>, text: Text): string {
  return watchSentence(reason, text, text.format.dateTime);
}
