import { useMemo } from 'react';
import { useText } from '#renderer/ground/text.tsx';
import type { EntryState } from './entry-state.ts';
import type { GridColumn } from './grid-model.ts';
import type { GridNames } from './use-grid-names.ts';

export interface CellTexts {
  readonly own: (unit: string, column: GridColumn) => string;
  readonly past: (unit: string, column: GridColumn) => string;
}

/** The texts of the grid's cells; of one that takes nothing the word of the plan. */
export function useCellTexts(state: EntryState, { shown }: GridNames): CellTexts {
  const { t } = useText();
  return useMemo(
    () => ({
      own: (unit, column) =>
        state.isLocked(unit, column) ? t('entry.cell.notAsked') : shown(column, state.textOf(unit, column)),
      past: (unit, column) => shown(column, state.model.textOfPast(unit, column)),
    }),
    [t, shown, state],
  );
}
