import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createQueryClient, withEarlyAnswers } from './ground/client/ApiProvider.tsx';
import type { Connection } from './ground/client/connection.ts';
import { watchPrinting } from './ground/paper.ts';
import { App } from './shell/App.tsx';
import { loadAllScreens } from './shell/lazy-screen.tsx';

/** The other screens are fetched when the first one has long been drawn, and nobody waits for anything. */
const LOAD_OTHERS_AFTER_MS = 3000;

/** Shows the application in the element. */
export function renderPage(root: HTMLElement, connection: Connection): void {
  watchPrinting();
  createRoot(root).render(
    <StrictMode>
      <App connection={connection} queries={withEarlyAnswers(createQueryClient(), connection)} />
    </StrictMode>,
  );
  setTimeout(() => requestIdleCallback(() => void loadAllScreens()), LOAD_OTHERS_AFTER_MS);
}
