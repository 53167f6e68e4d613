import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useText } from '#renderer/ground/text.tsx';
import type { Column } from '#renderer/tables/column.ts';
import { DataTable } from '#renderer/tables/DataTable.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import type { IntakePreviewDto } from '#shared/contract/intake.ts';
import { foldText } from '#shared/text/fold.ts';
import { type Choices, filterGroups, meaningOptions, withOwn } from './column-meanings.ts';
import { useInbox } from './inbox.tsx';
import type { InboxItem } from './inbox-item.ts';

type SheetColumn = IntakePreviewDto['sheets'][number]['columns'][number];

/** What each column was taken to mean and why; another meaning can be given, and is remembered for the sender. */
export function ColumnsView(props: { readonly item: InboxItem; readonly preview: IntakePreviewDto }) {
  const text = useText();
  const { t } = text;
  const inbox = useInbox();
  const { item, preview } = props;
  const indicators = useQuery(useApi().plan.indicators.queryOptions()).data ?? [];
  const meanings = meaningOptions(indicators, text);
  const answers = item.revision.answers;
  const columns: readonly Column<SheetColumn>[] = [
    {
      key: 'column',
      header: t('intake.columns.column'),
      value: ({ column }) => column,
      sortBy: null,
      width: '4rem',
    },
    { key: 'header', header: t('intake.columns.header'), value: ({ header }) => header, sortBy: null },
    {
      key: 'meaning',
      header: t('intake.columns.meaning'),
      value: ({ meaning, questionId }) => meaningText(meanings, answers[questionId] ?? meaning),
      sortBy: null,
      width: '26rem',
      cell: ({ meaning, questionId, header }) => (
        <Select
          size="xs"
          aria-label={`${t('intake.columns.meaning')}: ${header}`}
          data={withOwn(
            meanings,
            meaning,
            t(meaning.startsWith('base:') ? 'intake.meaning.base' : 'intake.meaning.unknown'),
          )}
          value={answers[questionId] ?? meaning}
          allowDeselect={false}
          disabled={item.state !== 'read'}
          searchable
          maxDropdownHeight="50vh"
          filter={({ options, search }) => filterGroups(options, foldText(search))}
          onChange={(code) => {
            if (code !== null) inbox.revise(item.key, { answers: { ...answers, [questionId]: code } });
          }}
        />
      ),
    },
    {
      key: 'certainty',
      header: t('intake.columns.certainty'),
      value: ({ certainty, questionId }) =>
        t(`intake.certainty.${answers[questionId] === undefined ? certainty : 'chosen'}`),
      sortBy: null,
    },
  ];
  return preview.sheets
    .filter((sheet) => sheet.columns.length > 0)
    .map((sheet) => (
      <Panel key={sheet.sheet} title={sheet.sheet} note={t('intake.columns.note')} flush>
        <DataTable
          caption={t('intake.columns.caption')}
          columns={columns}
          rows={sheet.columns}
          rowKey={({ column }) => column}
        />
      </Panel>
    ));
}

function meaningText(meanings: readonly Choices[], meaning: string): string {
  const known = meanings.flatMap(({ items }) => items).find(({ value }) => value === meaning);
  return known?.label ?? meaning;
}
