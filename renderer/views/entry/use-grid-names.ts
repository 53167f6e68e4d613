import { useMemo } from 'react';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import type { EntryGridDto } from '#shared/contract/entry.ts';
import { type EnteredReport, REPORT_PARTS, type ReportPart, reportText } from '#shared/domain/entry.ts';
import type { GridColumn } from './grid-model.ts';

/** How rows, columns and texts of a grid are written. */
export interface GridNames {
  readonly row: (code: string) => string;
  readonly task: (code: string) => string;
  readonly column: (column: GridColumn) => string;
  /** The text of a cell: a closed word by its name, a plain number in groups, everything else as typed. */
  readonly shown: (column: GridColumn, text: string) => string;
  /** What is said of a task, on one line. */
  readonly report: (report: EnteredReport) => string;
}

export function useGridNames(grid: EntryGridDto, isOfTasks: boolean): GridNames {
  const { t, pick, format } = useText();
  const names = useNames();
  return useMemo(() => {
    const tasks = new Map((grid.tasks?.rows ?? []).map((one) => [one.task, one]));
    const causes = new Map((grid.tasks?.causes ?? []).map((one) => [one.code, one]));
    const task = (code: string): string => {
      const found = tasks.get(code);
      return found === undefined ? code : `${code} ${pick(found)}`;
    };
    // What a province says for itself is another thing than what its communes come to.
    const unit = (code: string): string =>
      code === grid.unit && grid.rows.length > 1
        ? t('entry.own', { unit: names.fullName(code) })
        : names.fullName(code);
    const part = (code: ReportPart, text: string): string => {
      if (code === 'state') return /^\w+$/.test(text) ? stateName(text) : text;
      if (code === 'cause') return pick(causes.get(text) ?? { name: text, nameEn: text });
      return code === 'doneOn' && /^\d{4}-\d{2}-\d{2}$/.test(text) ? format.date(text) : text;
    };
    const stateName = (code: string): string =>
      code === 'notStarted' || code === 'inProgress' || code === 'done' || code === 'blocked'
        ? t(`taskState.${code}`)
        : code;
    return {
      row: isOfTasks ? task : unit,
      task,
      column: (column) => {
        if (column.kind === 'task') return t(`entry.report.${column.part}`);
        const found = names.indicator(column.indicator);
        const name =
          found === undefined ? column.indicator : pick({ name: found.shortName, nameEn: found.shortNameEn });
        return column.part === 'value' ? name : `${name}: ${t(`entry.part.${column.part}`)}`;
      },
      shown: (column, text) => {
        if (column.kind === 'task') return part(column.part, text);
        if (column.kind === 'criterion' && (text === '0' || text === '1'))
          return t(text === '1' ? 'intake.figure.met' : 'intake.figure.notMet');
        return /^\d{4,15}$/.test(text) ? format.number(Number(text)) : text;
      },
      report: (report) =>
        REPORT_PARTS.map((one) => part(one, reportText(report, one)))
          .filter((text) => text !== '')
          .join(', '),
    };
  }, [t, pick, format, names, grid, isOfTasks]);
}
