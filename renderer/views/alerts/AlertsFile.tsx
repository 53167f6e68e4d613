import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useCut } from '#renderer/ground/cut.tsx';
import { type Names, useNames } from '#renderer/ground/names.tsx';
import { type Text, useText } from '#renderer/ground/text.tsx';
import { filterWords } from '#renderer/tables/filter-words.ts';
import { TableMenu } from '#renderer/tables/TableMenu.tsx';
import type { FileColumn } from '#renderer/tables/table-file.ts';
import type { AlertDto, AlertListDto } from '#shared/contract/alerts.ts';
import { everyPage } from '#shared/contract/every-page.ts';
import { orderOf } from './alert-pages.ts';
import { provinceOf } from './rows.ts';
import { type AlertFilter, alertQueryOf } from './use-alert-filter.ts';

/** Every alert that the filter leaves as a file, those too that the list has not asked for yet. */
export function AlertsFile({ list, filter }: { readonly list: AlertListDto; readonly filter: AlertFilter }) {
  const text = useText();
  const names = useNames();
  const api = useApi();
  const { id } = useCut();
  const asked = {
    ...alertQueryOf(filter, id),
    order: orderOf(filter.isGrouped),
    ...(id === undefined ? {} : { cut: id }),
  };
  const rows = () => everyPage(async (page) => (await api.alerts.list.call({ ...asked, ...page })).alerts);
  return (
    <TableMenu
      title={text.t('alerts.list')}
      columns={columnsOf(text, names)}
      rows={rows}
      count={list.total}
      filters={filterLines(filter, text, names)}
    />
  );
}

function columnsOf(text: Text, names: Names): FileColumn<AlertDto>[] {
  const { t } = text;
  return [
    { header: t('alerts.file.severity'), value: (alert) => t(`severity.${alert.severity}`) },
    { header: t('alerts.file.sentence'), value: (alert) => names.reason(alert.reason) },
    { header: t('alerts.file.unit'), value: (alert) => names.fullName(alert.unit.code) },
    { header: t('alerts.file.province'), value: (alert) => names.shortName(provinceOf(alert)) },
    { header: t('tableExport.code'), value: (alert) => alert.unit.code },
    { header: t('alerts.file.rule'), value: (alert) => t(`rule.${alert.rule}`) },
    { header: t('alerts.file.state'), value: (alert) => t(`alertState.${alert.state}`) },
    { header: t('alerts.file.since'), value: (alert) => alert.sinceAsOf, format: 'time' },
    {
      header: t('alerts.file.held'),
      value: (alert) => t('gap.cuts.value', { months: alert.months ?? 0, cuts: alert.held }),
    },
    { header: t('alerts.file.task'), value: (alert) => alert.task },
    { header: t('alerts.file.who'), value: (alert) => alert.handling?.who ?? null },
    { header: t('alerts.file.note'), value: (alert) => alert.handling?.note ?? null },
    { header: t('alerts.file.until'), value: (alert) => alert.handling?.until ?? null, format: 'date' },
  ];
}

function filterLines(filter: AlertFilter, text: Text, names: Names): string[] {
  const { t } = text;
  const { tab, severity, rule, province, taskGroup, isNew } = filter;
  return filterWords(text, [
    [t('alerts.file.state'), t(`alerts.tab.${tab}`)],
    [t('alerts.file.severity'), severity && t(`severity.${severity}`)],
    [t('alerts.file.rule'), rule && t(`rule.${rule}`)],
    [t('alerts.file.province'), province && names.fullName(province)],
    [t('plan.file.group'), taskGroup],
    [t('alerts.file.search'), filter.text],
    [t('alerts.file.since'), isNew && t('alerts.file.isNew')],
  ]);
}
