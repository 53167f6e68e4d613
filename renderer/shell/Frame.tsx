import { useDisclosure } from '@mantine/hooks';
import { type ReactNode, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { useAddress } from '#renderer/ground/address.ts';
import { usePreferences } from '#renderer/ground/preferences.tsx';
import { useShortcuts } from '#renderer/ground/shortcuts.ts';
import { useText } from '#renderer/ground/text.tsx';
import { useOpenFile } from '#renderer/ground/use-open-file.ts';
import { Palette } from '#renderer/shell/palette/Palette.tsx';
import type { WorkspaceTask } from '#renderer/views/workspace/WorkspaceDialog.tsx';
import { EngineBanner } from './EngineBanner.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import classes from './Frame.module.css';
import { KeyboardHelp } from './KeyboardHelp.tsx';
import { lazyScreen } from './lazy-screen.tsx';
import { PaperHead } from './PaperHead.tsx';
import { Rail } from './Rail.tsx';
import { SnapshotBanner } from './SnapshotBanner.tsx';
import { StatusBar } from './StatusBar.tsx';
import { titleOf } from './screens.ts';
import { TopBar } from './TopBar.tsx';
import { useCommands } from './use-commands.ts';

const PictureStrip = lazyScreen(
  async () => (await import('#renderer/panels/picture/PictureStrip.tsx')).PictureStrip,
);
const WorkspaceDialog = lazyScreen(
  async () => (await import('#renderer/views/workspace/WorkspaceDialog.tsx')).WorkspaceDialog,
);

/** The frame round every screen: rail, top bar, room for the screen, status bar, palette and help. */
export function Frame(props: { readonly children: ReactNode }) {
  const { t } = useText();
  const { path } = useAddress();
  const { isRailCollapsed } = usePreferences();
  const [isPaletteOpen, palette] = useDisclosure(false);
  const [isHelpOpen, help] = useDisclosure(false);
  const isCalm = useIsCalm();
  const main = useFocusOnArrival(path);
  const [task, setTask] = useState<WorkspaceTask | null>(null);
  const commands = useCommands(palette.open, help.open, setTask);
  useShortcuts(useMemo(() => Object.values(commands), [commands]));
  useWindowTitle(path);
  return (
    <div className={classes.frame} data-collapsed={isRailCollapsed || undefined}>
      <button type="button" className={classes.skip} onClick={() => main.current?.focus()}>
        {t('frame.skip')}
      </button>
      <Rail onTask={setTask} />
      <TopBar commands={commands} />
      <main id="main" ref={main} tabIndex={-1} className={classes.main}>
        <PaperHead />
        <SnapshotBanner />
        <EngineBanner />
        <ErrorBoundary resetKey={path}>
          <Suspense>{isCalm && <PictureStrip />}</Suspense>
          {props.children}
        </ErrorBoundary>
      </main>
      <StatusBar />
      <Palette isOpen={isPaletteOpen} onClose={palette.close} commands={commands} />
      {task !== null && (
        <Suspense>
          <WorkspaceDialog task={task} onClose={() => setTask(null)} />
        </Suspense>
      )}
      <KeyboardHelp isOpen={isHelpOpen} onClose={help.close} commands={commands} />
    </div>
  );
}

/** Once there is nothing to do for the first picture. */
function useIsCalm(): boolean {
  const [isCalm, setCalm] = useState(false);
  useEffect(() => {
    const waiting = requestIdleCallback(() => setCalm(true));
    return () => cancelIdleCallback(waiting);
  }, []);
  return isCalm;
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
