import { useMemo } from 'react';
import { useCut } from '#renderer/ground/cut.tsx';
import { type Text, useText } from '#renderer/ground/text.tsx';
import { OutlookBadge } from '#renderer/panels/forecast/OutlookBadge.tsx';
import {
  completionText,
  groundsText,
  paceText,
  shareNote,
  verdictText,
} from '#renderer/panels/forecast/outlook.ts';
import { whyColumn } from '#renderer/panels/why/why-column.tsx';
import type { Column } from '#renderer/tables/column.ts';
import { DataTable } from '#renderer/tables/DataTable.tsx';
import type { FileColumn } from '#renderer/tables/table-file.ts';
import type { OutlookDto } from '#shared/contract/forecast.ts';
import classes from './OutlookTable.module.css';
import { spanOf, Timeline } from './Timeline.tsx';

/** One row an outlook: how far, when done, in which range, and whether that is late. */
export function OutlookTable(props: {
  readonly caption: string;
  readonly outlooks: readonly OutlookDto[];
  /** The day of the cut, yyyy-mm-dd. */
  readonly day: string;
  readonly nameOf: (outlook: OutlookDto) => string;
  readonly chosen: string;
  readonly onChoose: (code: string) => void;
}) {
  const text = useText();
  const { outlooks, day, nameOf, onChoose } = props;
  const { id: cut } = useCut();
  const columns = useMemo(
    () => [
      ...columnsOf(text, outlooks, day, nameOf, onChoose),
      whyColumn<OutlookDto>(text.t('units.why'), cut, ({ code }) => ({ what: 'forecast', code }), nameOf),
    ],
    [text, outlooks, day, nameOf, onChoose, cut],
  );
  return (
    <DataTable
      caption={props.caption}
      columns={columns}
      rows={outlooks}
      rowKey={(outlook) => outlook.code}
      fileTitle={`${text.t('frame.forecast')}: ${props.caption}`}
      fileColumns={fileColumnsOf(text)}
      isSelected={(outlook) => outlook.code === props.chosen}
    />
  );
}

function columnsOf(
  text: Text,
  outlooks: readonly OutlookDto[],
  day: string,
  nameOf: (outlook: OutlookDto) => string,
  onChoose: (code: string) => void,
): Column<OutlookDto>[] {
  const { t } = text;
  const span = spanOf(outlooks, day);
  return [
    {
      key: 'name',
      header: t('forecast.column.name'),
      value: nameOf,
      width: '18%',
      cell: (outlook) => (
        <button
          type="button"
          className={classes.name}
          title={t('forecast.choose', { name: nameOf(outlook) })}
          onClick={() => onChoose(outlook.code)}
        >
          {nameOf(outlook)}
        </button>
      ),
    },
    shareColumn(text, day),
    completionColumn(text),
    {
      key: 'timeline',
      header: t('forecast.column.timeline'),
      value: null,
      width: '14%',
      cell: (outlook) => <Timeline outlook={outlook} span={span} day={day} />,
    },
    {
      key: 'deadline',
      header: t('forecast.column.deadline'),
      value: (outlook) => outlook.deadline,
      format: 'date',
      empty: () => 'notApplicable',
    },
    {
      key: 'verdict',
      header: t('forecast.column.verdict'),
      value: (outlook) => verdictText(outlook, day, text),
      sortBy: (outlook) => outlook.completion,
      cell: (outlook) => <OutlookBadge outlook={outlook} day={day} />,
    },
  ];
}

/** Who is silent at the cut has no share there; what was last known stands below, with its day. */
function shareColumn(text: Text, day: string): Column<OutlookDto> {
  const { t } = text;
  return {
    key: 'share',
    header: t('forecast.column.share'),
    value: (outlook) => (outlook.state === 'notReported' ? null : outlook.share),
    format: 'percent',
    empty: () => 'notReported',
    cell: (outlook, write) => (
      <span className={`${classes.noted} ${classes.share}`}>
        {outlook.state === 'notReported' || outlook.share === null
          ? t('empty.notReported')
          : write(outlook.share)}
        <small>{shareNote(outlook, day, text, write)}</small>
      </span>
    ),
  };
}

/** The day, or why none is named, over what that rests on. */
function completionColumn(text: Text): Column<OutlookDto> {
  const { t } = text;
  return {
    key: 'completion',
    header: t('forecast.column.completion'),
    value: (outlook) => outlook.completion,
    format: 'date',
    empty: (outlook) => ({ words: completionText(outlook, text) }),
    cell: (outlook) => (
      <span className={classes.noted}>
        {completionText(outlook, text)}
        <small>{groundsText(outlook, text)}</small>
      </span>
    ),
  };
}

/** What a file has beside the columns of the screen. */
function fileColumnsOf(text: Text): FileColumn<OutlookDto>[] {
  const unsaid = (outlook: OutlookDto) => ({ words: completionText(outlook, text) });
  return [
    {
      header: text.t('forecast.column.lastKnown'),
      value: (outlook) => outlook.share,
      format: 'percent',
      empty: () => 'notReported',
    },
    {
      header: text.t('forecast.column.asOf'),
      value: (outlook) => outlook.asOf,
      format: 'date',
      empty: () => 'notReported',
    },
    {
      header: text.t('forecast.chart.fast'),
      value: (outlook) => outlook.earliest,
      format: 'date',
      empty: unsaid,
    },
    {
      header: text.t('forecast.chart.slow'),
      value: (outlook) => outlook.latest,
      format: 'date',
      empty: unsaid,
    },
    { header: text.t('forecast.column.pace'), value: (outlook) => paceText(outlook, text) },
    {
      header: text.t('forecast.column.hitRate'),
      value: (outlook) => outlook.tested?.hitRate ?? null,
      format: 'percent',
      empty: unsaid,
    },
  ];
}
