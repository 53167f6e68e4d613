import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';

export interface Preferences {
  readonly isRailCollapsed: boolean;
  readonly toggleRail: () => void;
  /** One-character shortcuts can be turned off (WCAG 2.1.4). */
  readonly hasLetterKeys: boolean;
  readonly setLetterKeys: (on: boolean) => void;
}

const PreferencesContext = createContext<Preferences | null>(null);

/** What this person prefers on this machine; kept in the browser's storage, never in the data folder. */
export function PreferencesProvider(props: { readonly children: ReactNode }) {
  const [rail, setRail] = useStoredFlag('kh02-rail-collapsed', false);
  const [letters, setLetterKeys] = useStoredFlag('kh02-letter-keys', true);
  const preferences = useMemo<Preferences>(
    () => ({
      isRailCollapsed: rail,
      toggleRail: () => setRail(!rail),
      hasLetterKeys: letters,
      setLetterKeys,
    }),
    [rail, letters, setRail, setLetterKeys],
  );
  return <PreferencesContext value={preferences}>{props.children}</PreferencesContext>;
}

function useStoredFlag(key: string, initial: boolean): [boolean, (value: boolean) => void] {
  const [flag, setFlag] = useState(() => {
    const stored = window.localStorage.getItem(key);
    return stored === null ? initial : stored === 'yes';
  });
  useEffect(() => window.localStorage.setItem(key, flag ? 'yes' : 'no'), [key, flag]);
  return [flag, setFlag];
}

/** The preferences and the way to change them. */
export function usePreferences(): Preferences {
  const preferences = useContext(PreferencesContext);
  if (preferences === null) throw new Error('usePreferences needs a PreferencesProvider above it');
  return preferences;
}
