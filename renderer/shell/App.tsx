import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import './fonts.css';
import './base.css';
import './print.css';
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import type { QueryClient, UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, Suspense } from 'react';
import { Router } from 'wouter';
import { useHashPath } from '#renderer/ground/address.ts';
import { ApiProvider } from '#renderer/ground/client/ApiProvider.tsx';
import type { Connection } from '#renderer/ground/client/connection.ts';
import { CutProvider } from '#renderer/ground/cut.tsx';
import { NamesProvider } from '#renderer/ground/names.tsx';
import { useOnPaper } from '#renderer/ground/paper.ts';
import { PreferencesProvider } from '#renderer/ground/preferences.tsx';
import { TextProvider } from '#renderer/ground/text.tsx';
import { cssVariables, theme } from '#renderer/ground/theme.ts';
import { useIsWall } from '#renderer/ground/wall-address.ts';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import { InboxProvider } from '#renderer/views/intake/inbox.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Frame } from './Frame.tsx';
import { lazyScreen } from './lazy-screen.tsx';
import { Screens } from './Screens.tsx';
import { SnapshotGate } from './SnapshotGate.tsx';
import { Starting } from './Starting.tsx';

const WallMode = lazyScreen(async () => (await import('#renderer/views/wall/WallMode.tsx')).WallMode);

const appearance = localStorageColorSchemeManager({ key: 'kh02-appearance' });

/** The whole page: providers outside, then either the frame with a screen in it or the wall. */
export function App(props: { readonly connection: Connection; readonly queries: QueryClient }) {
  // Paper is white, whatever the appearance on screen.
  const appearanceOfPaper = useOnPaper() ? { forceColorScheme: 'light' as const } : {};
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={appearance}
      defaultColorScheme="auto"
      {...appearanceOfPaper}
    >
      <TextProvider>
        <ErrorBoundary>
          <ApiProvider connection={props.connection} queries={props.queries}>
            <PreferencesProvider>
              <SnapshotGate>
                <CutProvider waiting={beforeCuts}>
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

function beforeCuts(query: UseQueryResult): ReactNode {
  return query.isError ? <QueryState query={query} fills="window" /> : <Starting />;
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
