import { useMemo } from 'react';
import { useText } from '#renderer/ground/text.tsx';
import type { EntryState } from './entry-state.ts';
import { type GridColumn, textOfPast } from './grid-model.ts';

/** How the text of a cell is shown: a criterion as a word, a plain number in groups, everything else as typed. */
export function useShownText(): (column: GridColumn, text: string) => string {
  const { t, format } = useText();
  return useMemo(
    () => (column, text) => {
      if (column.kind === 'criterion' && (text === '0' || text === '1'))
        return t(text === '1' ? 'intake.figure.met' : 'intake.figure.notMet');
      return /^\d{4,15}$/.test(text) ? format.number(Number(text)) : text;
    },
    [t, format],
  );
}

export interface CellTexts {
  readonly own: (unit: string, column: GridColumn) => string;
  readonly past: (unit: string, column: GridColumn) => string;
}

/** The texts of the grid's cells; of one that takes nothing the word of the plan. */
export function useCellTexts(state: EntryState): CellTexts {
  const { t } = useText();
  const show = useShownText();
  return useMemo(
    () => ({
      own: (unit, column) =>
        state.isLocked(unit, column) ? t('entry.cell.notAsked') : show(column, state.textOf(unit, column)),
      past: (unit, column) => show(column, textOfPast(state.model, unit, column)),
    }),
    [t, show, state],
  );
}
