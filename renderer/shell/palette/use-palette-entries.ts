import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { goTo, hrefTo } from '#renderer/ground/address.ts';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useCut } from '#renderer/ground/cut.tsx';
import { useNames } from '#renderer/ground/names.tsx';
import { usePreferences } from '#renderer/ground/preferences.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { openWall } from '#renderer/ground/wall-address.ts';
import { SCREENS } from '#renderer/shell/screens.ts';
import type { MessageKey } from '#shared/text/catalogue.ts';
import { createSearchIndex, type SearchEntry, type SearchIndex, unitEntries } from './search-index.ts';

export interface PaletteEntries {
  readonly index: SearchIndex;
  /** Shown before anything is typed. */
  readonly initial: readonly SearchEntry[];
  readonly run: (entry: SearchEntry) => void;
  readonly isReady: boolean;
}

interface Command {
  readonly key: MessageKey;
  readonly run: () => void;
}

/** Everything the palette offers: units, tasks, screens and commands, indexed once per language and list. */
export function usePaletteEntries(onHelp: () => void): PaletteEntries {
  const text = useText();
  const { units } = useNames();
  const { id } = useCut();
  const commands = useCommands(onHelp);
  const input = { cut: id };
  const tasks = useQuery(useApi().plan.tasks.queryOptions({ input, placeholderData: (before) => before }))
    .data?.tasks;
  const unitItems = useMemo(() => unitEntries(units, text.locale), [units, text.locale]);
  const taskItems = useMemo(
    () => (tasks ?? []).map((task) => entryOf('tasks', task.code, text.pick(task), task.code, [task.name])),
    [tasks, text],
  );
  const initial = useMemo(
    () => [
      ...SCREENS.map(({ path, title }) => entryOf('screens', path, text.t(title), '', [])),
      ...commands.map(({ key }) => entryOf('commands', key, text.t(key), '', [])),
    ],
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

function runEntry(entry: SearchEntry, commands: readonly Command[]): void {
  if (entry.section === 'units') goTo(hrefTo(`/don-vi/${entry.id}`));
  else if (entry.section === 'tasks') goTo(hrefTo(`/nhiem-vu/${encodeURIComponent(entry.id)}`));
  else if (entry.section === 'screens') goTo(hrefTo(entry.id));
  else commands.find(({ key }) => key === entry.id)?.run();
}

function useCommands(onHelp: () => void): readonly Command[] {
  const { locale, setLocale } = useText();
  const { toggleRail } = usePreferences();
  const { previous, next, isNewest, cuts, choose } = useCut();
  const { setColorScheme } = useMantineColorScheme();
  const isDark = useComputedColorScheme('light') === 'dark';
  const newest = cuts[0];
  return useMemo(() => {
    const commands: Command[] = [
      { key: 'command.language', run: () => setLocale(locale === 'vi' ? 'en' : 'vi') },
      isDark
        ? { key: 'command.light', run: () => setColorScheme('light') }
        : { key: 'command.dark', run: () => setColorScheme('dark') },
      { key: 'command.wall', run: openWall },
      { key: 'command.rail', run: toggleRail },
      { key: 'command.help', run: onHelp },
    ];
    if (previous !== null) commands.push({ key: 'command.older', run: () => choose(previous.id) });
    if (next !== null) commands.push({ key: 'command.newer', run: () => choose(next.id) });
    if (!isNewest && newest !== undefined) {
      commands.push({ key: 'command.newest', run: () => choose(newest.id) });
    }
    return commands;
  }, [
    locale,
    setLocale,
    isDark,
    setColorScheme,
    toggleRail,
    onHelp,
    previous,
    next,
    isNewest,
    newest,
    choose,
  ]);
}
