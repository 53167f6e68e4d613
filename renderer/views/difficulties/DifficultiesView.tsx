import { Button, Checkbox, Select, Tabs } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { inPages, useEveryRow } from '#renderer/ground/client/use-every-row.ts';
import { useCut } from '#renderer/ground/cut.tsx';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { filterWords } from '#renderer/tables/filter-words.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { ProvinceSelect } from '#renderer/ui/ProvinceSelect.tsx';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import { Toolbar } from '#renderer/ui/Toolbar.tsx';
import classes from './DifficultiesView.module.css';
import { DifficultyTable } from './DifficultyTable.tsx';
import { DocumentTable } from './DocumentTable.tsx';
import type { DifficultyReport } from './difficulty-types.ts';
import { Explained } from './Explained.tsx';
import { HeatMatrix } from './HeatMatrix.tsx';
import { changeFilter, type DifficultyFilter, useDifficultyFilter } from './use-difficulty-filter.ts';

const PAGE = 1000;
const rowsOf = (page: DifficultyReport) => page.difficulties;

/** Khó khăn: what localities say is in the way, where, since when, and which indicators it explains. */
export function DifficultiesView() {
  const { t } = useText();
  const { id } = useCut();
  const filter = useDifficultyFilter();
  const query = useInfiniteQuery(
    useApi().difficulties.list.infiniteOptions({
      input: (offset: number) => ({ cut: id, open: !filter.all, limit: PAGE, offset }),
      ...inPages(PAGE, rowsOf),
      placeholderData: (before) => before,
    }),
  );
  const rows = useEveryRow(query, rowsOf);
  const report = query.data?.pages[0];
  if (rows === undefined || report === undefined || query.isError) return <QueryState query={query} />;
  const sum = (pick: (category: DifficultyReport['categories'][number]) => number) =>
    report.categories.reduce((total, category) => total + pick(category), 0);
  if (sum((category) => category.total) === 0) return <NobodyReports />;
  const lead = t('difficulties.lead', {
    open: sum((category) => category.open),
    total: sum((category) => category.total),
    provinces: new Set(report.matrix.map((cell) => cell.province)).size,
  });
  return (
    <div className={classes.page} aria-busy={query.isPlaceholderData || undefined}>
      <Toolbar lead={lead}>
        <Filters filter={filter} report={report} />
      </Toolbar>
      <Panel title={t('difficulties.matrix')} note={t('difficulties.matrix.note')}>
        <HeatMatrix report={report} filter={filter} />
      </Panel>
      <div className={classes.columns}>
        <Explained report={report} chosen={filter.category} />
        <Lists report={report} rows={rows} filter={filter} />
      </div>
    </div>
  );
}

/** Not one difficulty was ever reported: a matrix of zeros would say that there is none. */
function NobodyReports() {
  const { t } = useText();
  return (
    <div className={classes.page}>
      <EmptyState title={t('difficulties.nobody')} hint={t('difficulties.nobody.hint')} hatched />
      <Panel title={t('difficulties.documents')} flush scrolls>
        <DocumentTable province={null} />
      </Panel>
    </div>
  );
}

function Filters(props: { readonly filter: DifficultyFilter; readonly report: DifficultyReport }) {
  const { t, pick } = useText();
  const { filter, report } = props;
  return (
    <>
      <Select
        size="sm"
        w="21rem"
        label={t('difficulties.category')}
        placeholder={t('difficulties.all')}
        clearable
        data={report.categories.map((category) => ({ value: category.code, label: pick(category) }))}
        value={filter.category}
        onChange={(category) => changeFilter({ category })}
      />
      <ProvinceSelect
        label={t('difficulties.province')}
        everywhere={t('difficulties.all')}
        value={filter.province}
        onChange={(province) => changeFilter({ province })}
      />
      <Checkbox
        className={classes.check ?? ''}
        label={t('difficulties.onlyOpen')}
        checked={!filter.all}
        onChange={(event) => changeFilter({ all: !event.currentTarget.checked })}
      />
      {(filter.category !== null || filter.province !== null) && (
        <Button
          size="sm"
          variant="default"
          leftSection={<IconX size="1rem" aria-hidden="true" />}
          onClick={() => changeFilter({ category: null, province: null })}
        >
          {t('difficulties.clear')}
        </Button>
      )}
    </>
  );
}

function Lists(props: {
  readonly report: DifficultyReport;
  readonly rows: readonly DifficultyReport['difficulties'][number][];
  readonly filter: DifficultyFilter;
}) {
  const text = useText();
  const { t } = text;
  const names = useNames();
  const [tab, setTab] = useState('difficulties');
  const { report, filter } = props;
  const rows = props.rows.filter(
    (row) =>
      (filter.all || row.resolvedOn === null) &&
      (filter.category === null || row.category === filter.category) &&
      (filter.province === null || (row.unit.province ?? row.unit.code) === filter.province),
  );
  const isList = tab === 'difficulties';
  const category = report.categories.find((one) => one.code === filter.category);
  const filters = filterWords(text, [
    [t('difficulties.category'), category === undefined ? null : text.pick(category)],
    [t('difficulties.province'), filter.province === null ? null : names.fullName(filter.province)],
    [t('difficulties.list'), !filter.all && t('difficulties.onlyOpen')],
  ]);
  return (
    <Panel
      title={t(isList ? 'difficulties.list' : 'difficulties.documents')}
      note={isList ? t('difficulties.list.count', { count: rows.length }) : ''}
      flush
      scrolls
    >
      <Tabs value={tab} onChange={(value) => setTab(value ?? 'difficulties')} keepMounted={false}>
        <Tabs.List className={classes.tabs ?? ''}>
          <Tabs.Tab value="difficulties">{t('difficulties.list')}</Tabs.Tab>
          <Tabs.Tab value="documents">{t('difficulties.documents')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="difficulties">
          {rows.length === 0 ? (
            <EmptyState title={t('difficulties.list.none')} hint={t('state.empty.filtered.hint')} />
          ) : (
            <DifficultyTable rows={rows} categories={report.categories} filters={filters} />
          )}
        </Tabs.Panel>
        <Tabs.Panel value="documents">
          <DocumentTable province={filter.province} />
        </Tabs.Panel>
      </Tabs>
    </Panel>
  );
}
