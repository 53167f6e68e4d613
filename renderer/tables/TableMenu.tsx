import { Loader, Menu } from '@mantine/core';
import { IconFileSpreadsheet, IconFileTypeCsv, IconTableExport } from '@tabler/icons-react';
import { useState } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useCut } from '#renderer/ground/cut.tsx';
import { collectFile, saveBlob } from '#renderer/ground/save-file.ts';
import { useText } from '#renderer/ground/text.tsx';
import { useSay } from '#renderer/ground/use-say.ts';
import { PanelTool } from '#renderer/ui/panel-tools.tsx';
import type { TABLE_FORMATS } from '#shared/contract/screen-export.ts';
import { monthName, titleWithMonth } from '#shared/text/reason-text.ts';
import classes from './TableMenu.module.css';
import { type FileColumn, fileTable } from './table-file.ts';

type Format = (typeof TABLE_FORMATS)[number];

export interface TableMenuProps<Row> {
  /** What the table shows: the name of the file and of its sheet. */
  readonly title: string;
  readonly columns: readonly FileColumn<Row>[];
  /** Every row in the order of the screen, not only those drawn; asked for when a file is wanted. */
  readonly rows: () => readonly Row[] | Promise<readonly Row[]>;
  /** Null where it shows only when all are fetched. */
  readonly count: number | null;
  /** What was filtered, in words. */
  readonly filters?: readonly string[] | undefined;
  /** The cut the figures speak of; by default the one on screen. */
  readonly cut?: string | undefined;
}

/** 'Xuất bảng thành tệp': stands in the heading of the panel that holds the table, or above it. */
export function TableMenu<Row>(props: TableMenuProps<Row>) {
  const { t } = useText();
  const [save, isBusy] = useTableFile(props);
  return (
    <PanelTool>
      <Menu position="bottom-end" withinPortal returnFocus loop>
        <Menu.Target>
          <button
            type="button"
            className={classes.button}
            disabled={isBusy}
            title={t('tableExport.menu')}
            aria-label={t('tableExport.menu.of', { title: props.title })}
          >
            {isBusy ? <Loader size="0.875rem" /> : <IconTableExport size="1rem" aria-hidden="true" />}
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            {props.count === null ? t('tableExport.menu') : t('tableExport.title', { count: props.count })}
          </Menu.Label>
          <Menu.Item leftSection={<IconFileSpreadsheet size="1rem" />} onClick={() => save('xlsx')}>
            {t('tableExport.xlsx')}
          </Menu.Item>
          <Menu.Item leftSection={<IconFileTypeCsv size="1rem" />} onClick={() => save('csv')}>
            {t('tableExport.csv')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </PanelTool>
  );
}

function useTableFile<Row>(props: TableMenuProps<Row>): [(format: Format) => void, boolean] {
  const api = useApi();
  const text = useText();
  const { t, locale } = text;
  const say = useSay();
  const { id } = useCut();
  const [isBusy, setBusy] = useState(false);
  const write = async (format: Format): Promise<void> => {
    const cut = props.cut ?? id;
    const month = monthName(cut, text);
    const monthColumn = { header: t('cutKind.month'), value: () => month };
    const columns = month === null ? props.columns : [...props.columns, monthColumn];
    const table = fileTable(columns, await props.rows(), text);
    const { name, rows, download } = await api.briefing.table.call({
      ...table,
      format,
      title: titleWithMonth(props.title, cut, text),
      language: locale,
      filters: [...(props.filters ?? [])],
      ...(cut === undefined ? {} : { cut }),
    });
    saveBlob(await collectFile(api, download), name);
    say.done(t('tableExport.done', { count: rows, file: name }));
  };
  const save = (format: Format): void => {
    setBusy(true);
    write(format)
      .catch(say.error)
      .finally(() => setBusy(false));
  };
  return [save, isBusy];
}
