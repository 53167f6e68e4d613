import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import {
  type IconBell,
  IconDeviceTv,
  IconKeyboard,
  IconLanguage,
  IconMoon,
  IconSun,
} from '@tabler/icons-react';
import { useMemo } from 'react';
import { goTo, hrefTo } from '#renderer/ground/address.ts';
import { useCut } from '#renderer/ground/cut.tsx';
import { usePreferences } from '#renderer/ground/preferences.tsx';
import type { Shortcut } from '#renderer/ground/shortcuts.ts';
import { useText } from '#renderer/ground/text.tsx';
import { openWall } from '#renderer/ground/wall-address.ts';
import type { CutDto } from '#shared/contract/words.ts';
import type { MessageKey } from '#shared/text/catalogue.ts';
import { SCREENS } from './screens.ts';

/** What a person can have done from anywhere: palette, keys, help and top bar all know it from here. */
export interface Command extends Shortcut {
  readonly label: MessageKey;
  readonly icon?: typeof IconBell;
}

type Name =
  | 'search'
  | 'firstHour'
  | 'calendar'
  | 'entry'
  | 'journal'
  | 'workspace'
  | 'beginReal'
  | 'language'
  | 'appearance'
  | 'wall'
  | 'rail'
  | 'help'
  | 'older'
  | 'newer'
  | 'picture';
/** By their names, and those that go to a screen by its path. */
export type Commands = Readonly<Record<Name | `/${string}`, Command>>;

/** Going to each screen of the rail; the first nine have a key. */
const TO_SCREENS: Readonly<Record<`/${string}`, Command>> = Object.fromEntries(
  SCREENS.map(({ path, title }, position) => {
    const keys = position < 9 ? [`Alt ${position + 1}`] : [];
    return [path, { label: title, keys, run: () => goTo(hrefTo(path)) }];
  }),
);

/** The commands of the frame; `search` and `help` open its dialogs. */
export function useCommands(
  search: () => void,
  help: () => void,
  onWorkspace: (task: 'switch' | 'begin') => void,
): Commands {
  const { locale, setLocale } = useText();
  const { toggleRail } = usePreferences();
  const { previous, next, isHome, home, choose } = useCut();
  const { setColorScheme } = useMantineColorScheme();
  const isDark = useComputedColorScheme('light') === 'dark';
  const away = isHome ? null : home;
  return useMemo(() => {
    const to = (cut: CutDto | null) => (cut === null ? null : () => choose(cut.id));
    return {
      ...TO_SCREENS,
      search: { label: 'search.open', keys: ['Ctrl K'], run: search },
      language: {
        label: 'command.language',
        icon: IconLanguage,
        keys: [],
        run: () => setLocale(locale === 'vi' ? 'en' : 'vi'),
      },
      appearance: isDark
        ? { label: 'command.light', icon: IconSun, keys: [], run: () => setColorScheme('light') }
        : { label: 'command.dark', icon: IconMoon, keys: [], run: () => setColorScheme('dark') },
      wall: { label: 'command.wall', icon: IconDeviceTv, keys: ['Alt W'], run: openWall },
      rail: { label: 'command.rail', keys: ['Ctrl B'], run: toggleRail },
      help: { label: 'command.help', icon: IconKeyboard, keys: ['?', 'F1'], run: help },
      workspace: { label: 'workspace.switch', keys: ['Alt O'], run: () => onWorkspace('switch') },
      beginReal: { label: 'workspace.begin', keys: [], run: () => onWorkspace('begin') },
      firstHour: { label: 'firstHour.title', keys: [], run: () => goTo(hrefTo('/bat-dau')) },
      calendar: { label: 'frame.calendar', keys: [], run: () => goTo(hrefTo('/ky-va-lich')) },
      journal: { label: 'frame.journal', keys: [], run: () => goTo(hrefTo('/nhat-ky')) },
      entry: { label: 'frame.entry', keys: [], run: () => goTo(hrefTo('/nhap-lieu')) },
      older: { label: 'command.older', keys: ['Alt ,'], run: to(previous) },
      newer: { label: 'command.newer', keys: ['Alt .'], run: to(next) },
      picture: { label: 'command.picture', keys: [], run: to(away) },
    };
  }, [
    search,
    help,
    onWorkspace,
    locale,
    setLocale,
    isDark,
    setColorScheme,
    toggleRail,
    previous,
    next,
    away,
    choose,
  ]);
}
