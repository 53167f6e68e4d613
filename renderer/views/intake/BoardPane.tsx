import { Button } from '@mantine/core';
import { IconCircleCheckFilled, IconCircleDashed, IconCircleHalf2, IconInbox } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useQueryValue } from '#renderer/ground/address.ts';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useCut } from '#renderer/ground/cut.tsx';
import { useNames } from '#renderer/ground/names.tsx';
import { type Text, useText } from '#renderer/ground/text.tsx';
import type { Column } from '#renderer/tables/column.ts';
import { DataTable } from '#renderer/tables/DataTable.tsx';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import { Toolbar } from '#renderer/ui/Toolbar.tsx';
import type { SubmissionDto } from '#shared/contract/intake.ts';
import { ClosePanel } from './ClosePanel.tsx';
import classes from './DataView.module.css';
import { IntakeCutSelect } from './IntakeCutSelect.tsx';
import { PunctualityPanel } from './PunctualityPanel.tsx';
import { ReminderDialog } from './ReminderDialog.tsx';

/** Bảng nộp báo cáo: what each province owes for a cut, what has come and when; reminders; closing the cut. */
export function BoardPane() {
  const { t, format } = useText();
  const { id } = useCut();
  const [chosen, setChosen] = useQueryValue('ky');
  const cut = chosen ?? id ?? null;
  const board = useQuery(
    useApi().intake.submissions.queryOptions({
      input: cut === null ? {} : { cut },
      placeholderData: (before) => before,
    }),
  );
  const [reminded, setReminded] = useState<readonly string[]>([]);
  if (board.data === undefined) return <QueryState query={board} />;
  const { provinces, dueAt, cut: shown } = board.data;
  const owing = provinces.filter((one) => one.missing + tasksMissing(one) > 0);
  return (
    <>
      <Toolbar lead={t('intake.board.lead', { ...countStates(provinces), due: format.dateTime(dueAt) })}>
        <IntakeCutSelect label={t('intake.inbox.cut')} value={chosen ?? shown.id} onChange={setChosen} />
        <Button
          variant="default"
          disabled={owing.length === 0}
          onClick={() => setReminded(owing.map(({ code }) => code))}
        >
          {t('intake.board.remindAll', { count: owing.length })}
        </Button>
      </Toolbar>
      <div className={classes.board}>
        <BoardTable
          cut={shown.id}
          dueAt={dueAt}
          provinces={provinces}
          onRemind={(code) => setReminded([code])}
        />
        <div className={classes.side}>
          <ClosePanel cut={shown.id} provinces={provinces} />
          <PunctualityPanel cut={shown.id} />
        </div>
      </div>
      <ReminderDialog cut={shown.id} provinces={reminded} onClose={() => setReminded([])} />
    </>
  );
}

/** A row each province: what it owes, what has come, when; who still owes something can be reminded. */
function BoardTable(props: {
  readonly cut: string;
  readonly dueAt: string;
  readonly provinces: readonly SubmissionDto[];
  readonly onRemind: (province: string) => void;
}) {
  const { t } = useText();
  const names = useNames();
  const { cut, dueAt, provinces } = props;
  const columns = useBoardColumns(dueAt, cut, props.onRemind);
  return (
    <Panel title={t('intake.tab.board')} flush>
      <DataTable
        caption={t('intake.board.caption')}
        columns={columns}
        rows={provinces}
        rowKey={({ code }) => code}
        sort={{ key: 'missing', direction: 'down' }}
        fileTitle={`${t('intake.tab.board')}: ${names.cut(cut)}`}
        fileColumns={[
          { header: t('intake.board.expected'), value: ({ expected }) => expected, format: 'integer' },
          {
            header: t('intake.board.tasksOwed'),
            value: ({ tasks }) => tasks?.owed ?? null,
            format: 'integer',
          },
          { header: t('intake.board.dueAt'), value: () => dueAt, format: 'time' },
          { header: t('tableExport.code'), value: ({ code }) => code },
        ]}
        cut={cut}
      />
    </Panel>
  );
}

/** Task reports that the province itself still owes. */
const tasksMissing = ({ tasks }: SubmissionDto): number => (tasks === null ? 0 : tasks.owed - tasks.reported);

function countStates(provinces: readonly SubmissionDto[]) {
  const count = (state: SubmissionDto['state']) => provinces.filter((one) => one.state === state).length;
  return {
    total: provinces.length,
    complete: count('complete'),
    partial: count('partial'),
    inbox: count('inbox'),
    nothing: count('nothing'),
  };
}

const STATE_LOOKS = {
  nothing: { icon: IconCircleDashed, tone: 'bad' },
  inbox: { icon: IconInbox, tone: 'warning' },
  partial: { icon: IconCircleHalf2, tone: 'warning' },
  complete: { icon: IconCircleCheckFilled, tone: 'good' },
} as const;
const STATE_ORDER = ['nothing', 'inbox', 'partial', 'complete'] as const;

function StateCell({ row }: { readonly row: SubmissionDto }) {
  const text = useText();
  const { icon: Icon, tone } = STATE_LOOKS[row.state];
  return (
    <span className={classes.badge} data-tone={tone}>
      <Icon size="1.0625em" aria-hidden="true" />
      {stateText(row, text)}
    </span>
  );
}

function stateText(row: SubmissionDto, { t }: Text): string {
  const marks = [
    // Where nothing has been taken in yet the state itself says that something waits.
    row.waiting > 0 && row.state !== 'inbox' ? t('intake.board.waiting', { count: row.waiting }) : '',
    tasksMissing(row) > 0 ? t('intake.board.tasksMissing', { count: tasksMissing(row) }) : '',
    row.isLate ? t('intake.board.late') : '',
    row.corrected ? t('intake.board.corrected') : '',
  ];
  return [t(`intake.board.state.${row.state}`), ...marks].filter((words) => words !== '').join(' · ');
}

function useBoardColumns(
  dueAt: string,
  cut: string | null,
  onRemind: (province: string) => void,
): readonly Column<SubmissionDto>[] {
  const text = useText();
  const { t, format } = text;
  const names = useNames();
  return [
    {
      key: 'province',
      header: t('intake.board.province'),
      value: ({ code }) => names.fullName(code),
      sortBy: ({ code }) => names.shortName(code),
      cell: ({ code }) => <AppLink to={`/don-vi/${code}`}>{names.fullName(code)}</AppLink>,
    },
    {
      key: 'state',
      header: t('intake.board.state'),
      value: (row) => stateText(row, text),
      sortBy: ({ state }) => STATE_ORDER.indexOf(state),
      cell: (row) => <StateCell row={row} />,
    },
    {
      key: 'received',
      header: t('intake.board.received'),
      value: ({ received }) => received,
      format: 'integer',
      sortBy: ({ received, expected }) => received / expected,
      firstSort: 'up',
      cell: ({ received, expected }) => `${format.number(received)}/${format.number(expected)}`,
    },
    {
      key: 'tasks',
      header: t('intake.board.tasks'),
      value: ({ tasks }) => tasks?.reported ?? null,
      format: 'integer',
      cell: ({ tasks }) =>
        tasks === null
          ? t('intake.board.tasks.none')
          : `${format.number(tasks.reported)}/${format.number(tasks.owed)}`,
      empty: () => ({ words: t('intake.board.tasks.none') }),
    },
    { key: 'missing', header: t('intake.board.missing'), value: ({ missing }) => missing, format: 'integer' },
    {
      key: 'receivedAt',
      header: t('intake.board.receivedAt'),
      value: ({ receivedAt }) => receivedAt,
      format: 'time',
      cell: ({ receivedAt }) => (receivedAt === null ? '–' : format.dateTime(receivedAt)),
    },
    {
      key: 'against',
      header: t('intake.board.against'),
      value: (row) => againstDeadline(row, dueAt, text),
      sortBy: ({ receivedAt }) => receivedAt,
    },
    {
      key: 'remind',
      header: t('intake.inbox.actions'),
      value: null,
      numeric: true,
      cell: ({ code, ...row }) => (
        <span className={classes.actions}>
          <AppLink
            to="/nhap-lieu"
            query={{ tinh: code, ky: cut }}
            title={t('intake.board.enter')}
            aria-label={`${t('intake.board.enter')}: ${names.fullName(code)}`}
          >
            {t('intake.board.enter.short')}
          </AppLink>
          {row.missing + tasksMissing({ code, ...row }) > 0 && (
            <Button
              size="compact-xs"
              variant="default"
              aria-label={`${t('intake.board.reminder')}: ${names.fullName(code)}`}
              onClick={() => onRemind(code)}
            >
              {t('intake.board.reminder')}
            </Button>
          )}
        </span>
      ),
    },
  ];
}

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;

/** 'trước 2 ngày 3 giờ', 'trễ 20 phút'; what came in time says nothing where figures are still owed. */
function againstDeadline(row: SubmissionDto, dueAt: string, { t }: Text): string | null {
  if (row.receivedAt === null) return null;
  const minutes = (Date.parse(row.receivedAt) - Date.parse(dueAt)) / MINUTE_MS;
  if (minutes <= 0 && row.isLate) return t('intake.board.stillMissing');
  const whole = Math.floor(Math.abs(minutes));
  if (whole === 0) return t('intake.board.onTime');
  const time = t('intake.board.duration', {
    days: Math.floor(whole / DAY_MINUTES),
    hours: Math.floor((whole % DAY_MINUTES) / 60),
    minutes: whole < 60 ? whole : 0,
  }).trim();
  return t(minutes > 0 ? 'intake.board.lateBy' : 'intake.board.early', { time });
}
