import { useDisclosure } from '@mantine/hooks';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { goTo, hrefTo, useAddress } from '#renderer/ground/address.ts';
import { useCut } from '#renderer/ground/cut.tsx';
import { usePreferences } from '#renderer/ground/preferences.tsx';
import { type Shortcut, useShortcuts } from '#renderer/ground/shortcuts.ts';
import { useText } from '#renderer/ground/text.tsx';
import { useOpenFile } from '#renderer/ground/use-open-file.ts';
import { openWall } from '#renderer/ground/wall-address.ts';
import { Palette } from '#renderer/shell/palette/Palette.tsx';
import { EngineBanner } from './EngineBanner.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import classes from './Frame.module.css';
import { KeyboardHelp } from './KeyboardHelp.tsx';
import { PaperHead } from './PaperHead.tsx';
import { Rail } from './Rail.tsx';
import { SnapshotBanner } from './SnapshotBanner.tsx';
import { StatusBar } from './StatusBar.tsx';
import { SCREENS, titleOf } from './screens.ts';
import { TopBar } from './TopBar.tsx';

/** The frame round every screen: rail, top bar, room for the screen, status bar, palette and help. */
export function Frame(props: { readonly children: ReactNode }) {
  const { t } = useText();
  const { path } = useAddress();
  const { isRailCollapsed } = usePreferences();
  const [isPaletteOpen, palette] = useDisclosure(false);
  const [isHelpOpen, help] = useDisclosure(false);
  const main = useFocusOnArrival(path);
  useFrameShortcuts(palette.open, help.open);
  useWindowTitle(path);
  return (
    <div className={classes.frame} data-collapsed={isRailCollapsed || undefined}>
      <button type="button" className={classes.skip} onClick={() => main.current?.focus()}>
        {t('frame.skip')}
      </button>
      <Rail />
      <TopBar onSearch={palette.open} onHelp={help.open} />
      <main id="main" ref={main} tabIndex={-1} className={classes.main}>
        <PaperHead />
        <SnapshotBanner />
        <EngineBanner />
        <ErrorBoundary resetKey={path}>{props.children}</ErrorBoundary>
      </main>
      <StatusBar />
      <Palette isOpen={isPaletteOpen} onClose={palette.close} onHelp={help.open} />
      <KeyboardHelp isOpen={isHelpOpen} onClose={help.close} />
    </div>
  );
}

/** Moves the focus into a screen one has just come to, so that Tab goes on from there. */
function useFocusOnArrival(path: string) {
  const main = useRef<HTMLElement>(null);
  const before = useRef(path);
  useEffect(() => {
    if (before.current !== path) main.current?.focus({ preventScroll: true });
    before.current = path;
  }, [path]);
  return main;
}

function useWindowTitle(path: string): void {
  const { t } = useText();
  const screen = t(titleOf(path));
  const file = useOpenFile()?.name;
  useEffect(() => {
    document.title = [screen, ...(file === undefined ? [] : [file]), t('app.name')].join(' · ');
  }, [screen, file, t]);
}

function useFrameShortcuts(openPalette: () => void, openHelp: () => void): void {
  const { hasLetterKeys, toggleRail } = usePreferences();
  const { previous, next, choose } = useCut();
  const shortcuts = useMemo<readonly Shortcut[]>(
    () => [
      { code: 'KeyK', control: true, run: openPalette },
      { code: 'KeyB', control: true, run: toggleRail },
      { code: 'F1', run: openHelp },
      ...(hasLetterKeys ? [{ character: '?', run: openHelp }] : []),
      ...SCREENS.map(({ path }, position) => ({
        code: `Digit${position + 1}`,
        alt: true,
        run: () => goTo(hrefTo(path)),
      })),
      { code: 'Comma', alt: true, run: () => previous !== null && choose(previous.id) },
      { code: 'Period', alt: true, run: () => next !== null && choose(next.id) },
      { code: 'KeyW', alt: true, run: openWall },
    ],
    [openPalette, openHelp, toggleRail, hasLetterKeys, previous, next, choose],
  );
  useShortcuts(shortcuts);
}
