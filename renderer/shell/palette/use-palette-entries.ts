import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { goTo, hrefTo } from '#renderer/ground/address.ts';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useCut } from '#renderer/ground/cut.tsx';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import type { Command, Commands } from '#renderer/shell/use-commands.ts';
import { createSearchIndex, type SearchEntry, type SearchIndex, unitEntries } from './search-index.ts';

export interface PaletteEntries {
  readonly index: SearchIndex;
  /** Shown before anything is typed. */
  readonly initial: readonly SearchEntry[];
  readonly run: (entry: SearchEntry) => void;
  readonly isReady: boolean;
}

/** Everything the palette offers: units, tasks, screens and commands, indexed once per language and list. */
export function usePaletteEntries(commands: Commands): PaletteEntries {
  const text = useText();
  const { units } = useNames();
  const { id } = useCut();
  const input = { cut: id };
  const tasks = useQuery(useApi().plan.tasks.queryOptions({ input, placeholderData: (before) => before }))
    .data?.tasks;
  const unitItems = useMemo(() => unitEntries(units, text.locale), [units, text.locale]);
  const taskItems = useMemo(
    () => (tasks ?? []).map((task) => entryOf('tasks', task.code, text.pick(task), task.code, [task.name])),
    [tasks, text],
  );
  const initial = useMemo(
    () =>
      Object.entries(commands).flatMap(([name, { label, run }]) => {
        // The palette is open already.
        if (run === null || name === 'search') return [];
        return [entryOf(name.startsWith('/') ? 'screens' : 'commands', name, text.t(label), '', [])];
      }),
    [commands, text],
  );
  const index = useMemo(
    () => createSearchIndex([...unitItems, ...taskItems, ...initial]),
    [unitItems, taskItems, initial],
  );
  return {
    index,
    initial,
    isReady: units.length > 0,
    run: (entry) => runEntry(entry, commands),
  };
}

function entryOf(
  section: SearchEntry['section'],
  id: string,
  title: string,
  detail: string,
  names: readonly string[],
): SearchEntry {
  return { id, section, title, detail, names: [title, detail, ...names], rank: 2 };
}

function runEntry(entry: SearchEntry, commands: Readonly<Record<string, Command>>): void {
  if (entry.section === 'units') goTo(hrefTo(`/don-vi/${entry.id}`));
  // Of several that followed a former unit each is an entry: its own code stands behind the old one.
  else if (entry.section === 'former') goTo(hrefTo(`/don-vi/${entry.id.split('>').at(-1)}`));
  else if (entry.section === 'tasks') goTo(hrefTo(`/nhiem-vu/${encodeURIComponent(entry.id)}`));
  else commands[entry.id]?.run?.();
}
