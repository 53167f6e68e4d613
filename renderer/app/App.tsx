import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import './fonts.css';
import './base.css';
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import type { QueryClient } from '@tanstack/react-query';
import { Suspense } from 'react';
import { Router } from 'wouter';
import { ApiProvider } from '#renderer/client/ApiProvider.tsx';
import type { Connection } from '#renderer/client/connection.ts';
import { InboxProvider } from '#renderer/views/data/inbox.tsx';
import { useHashPath } from './address.ts';
import { CutProvider } from './cut.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Frame } from './Frame.tsx';
import { lazyScreen } from './lazy-screen.tsx';
import { NamesProvider } from './names.tsx';
import { PreferencesProvider } from './preferences.tsx';
import { Screens } from './Screens.tsx';
import { SnapshotGate } from './SnapshotGate.tsx';
import { TextProvider } from './text.tsx';
import { cssVariables, theme } from './theme.ts';
import { useIsWall } from './wall-address.ts';

const WallMode = lazyScreen(async () => (await import('#renderer/wall/WallMode.tsx')).WallMode);

const appearance = localStorageColorSchemeManager({ key: 'kh02-appearance' });

/** The whole page: providers outside, then either the frame with a screen in it or the wall. */
export function App(props: { readonly connection: Connection; readonly queries: QueryClient }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={appearance}
      defaultColorScheme="auto"
    >
      <TextProvider>
        <ErrorBoundary>
          <ApiProvider connection={props.connection} queries={props.queries}>
            <PreferencesProvider>
              <SnapshotGate>
                <CutProvider>
                  <NamesProvider>
                    <Router hook={useHashPath}>
                      <FrameOrWall />
                    </Router>
                  </NamesProvider>
                </CutProvider>
              </SnapshotGate>
            </PreferencesProvider>
          </ApiProvider>
        </ErrorBoundary>
        <Notifications position="bottom-right" />
      </TextProvider>
    </MantineProvider>
  );
}

function FrameOrWall() {
  if (useIsWall())
    return (
      <Suspense>
        <WallMode />
      </Suspense>
    );
  return (
    <InboxProvider>
      <Frame>
        <Screens />
      </Frame>
    </InboxProvider>
  );
}
