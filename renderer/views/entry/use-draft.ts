import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Api, useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { EntryState } from './entry-state.ts';
import type { GridColumn, GridModel } from './grid-model.ts';

/** Whose draft of which grid. */
export interface DraftOf {
  readonly who: string;
  readonly unit: string;
  readonly cut: string;
}

export interface Saving {
  readonly savedAt: string | null;
  readonly isBusy: boolean;
  readonly error: unknown;
  /** Sends what is not saved yet; settles when there is nothing left, false when it could not be saved. */
  readonly flush: () => Promise<boolean>;
}

// Long enough that a run of keys is one message, short enough that a crash costs no more than a cell.
const SAVE_AFTER_MS = 250;
const CHECK_AFTER_MS = 120;

/** The state of a grid, kept at the engine while it is typed, and what others write into it. */
export function useDraft(key: DraftOf, model: GridModel) {
  const api = useApi();
  const [state] = useState(() => new EntryState(model));
  useEffect(() => state.setModel(model), [state, model]);
  const saving = useSaving(state, key, api);
  const draft = useQuery(api.entry.draft.queryOptions({ input: { ...key } }));
  const { data } = draft;
  useEffect(() => {
    if (data !== undefined) state.setDraft(state.model.fromWire(data));
  }, [state, data]);
  useLiveCheck(state, key, api);
  return { state, draft, saving: { ...saving, savedAt: saving.savedAt ?? data?.savedAt ?? null } };
}

function useSaving(state: EntryState, key: DraftOf, api: Api): Saving {
  const [told, setTold] = useState<Omit<Saving, 'flush'>>({ savedAt: null, isBusy: false, error: null });
  const running = useRef<Promise<boolean> | null>(null);
  const { who, unit, cut } = key;
  const send = useCallback(async (): Promise<boolean> => {
    for (let cells = state.unsaved(); cells.length > 0; cells = state.unsaved()) {
      setTold((before) => ({ ...before, isBusy: true }));
      try {
        const answer = await api.entry.save.call({
          ...{ who, unit, cut },
          cells: cells.map(({ unit: row, column, text, before }) => ({
            ...state.model.toWire(row, column),
            ...{ text, before },
          })),
        });
        state.saved(cells, state.model.fromWire(answer));
        setTold({ savedAt: answer.savedAt, isBusy: false, error: null });
      } catch (error) {
        setTold((before) => ({ ...before, isBusy: false, error }));
        return false;
      }
    }
    return true;
  }, [state, api, who, unit, cut]);
  const flush = useCallback((): Promise<boolean> => {
    // One after the other: what is typed while one is on its way goes with the next.
    running.current ??= send().finally(() => {
      running.current = null;
    });
    return running.current;
  }, [send]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    state.onTyped = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), SAVE_AFTER_MS);
    };
    const now = () => void flush();
    window.addEventListener('pagehide', now);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pagehide', now);
      state.commit();
      void flush();
    };
  }, [state, flush]);
  return { ...told, flush };
}

/** Has the text that is being typed judged as the checks of files judge it. */
function useLiveCheck(state: EntryState, { unit, cut }: DraftOf, api: Api): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let asked = '';
    const look = () => {
      if (state.mode === 'ready' || state.text === asked || state.text.trim() === '') return;
      asked = state.text;
      clearTimeout(timer);
      timer = setTimeout(() => void ask(asked), CHECK_AFTER_MS);
    };
    const ask = async (text: string): Promise<void> => {
      const { row, column } = state.selection.active;
      const at = state.columnAt(column);
      const own = state.unitAt(row);
      const cells = together(state.model, at).flatMap((one) => {
        const typed = one.part === at.part ? state.model.settle(at, text) : state.cell(own, one)?.text;
        return typed === undefined ? [] : [{ ...state.model.toWire(own, one), text: typed }];
      });
      try {
        const { verdicts } = state.model.fromWire(await api.entry.check.call({ unit, cut, cells }));
        state.setLive(
          text,
          verdicts.filter(({ part }) => part === null || part === at.part),
        );
      } catch {
        // The cell is judged again when it is saved; that says what is wrong with the line.
      }
    };
    const stop = state.subscribe(look);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [state, unit, cut, api]);
}

/** The columns whose cells are judged together: the parts of a figure, or all that is said of a task. */
const together = ({ columns }: GridModel, { indicator }: GridColumn): readonly GridColumn[] =>
  columns.filter((one) => one.indicator === indicator);
