import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { createQueryClient } from './client/ApiProvider.tsx';
import { createConnection } from './client/connection.ts';
import { openDesktopTransport } from './client/desktop-transport.ts';
import { openWebTransport } from './client/web-transport.ts';

// The desktop host serves the page as app://bundle and hands over a port; every other host has a socket.
const isDesktop = window.location.hostname === 'bundle';
const connection = createConnection(isDesktop ? openDesktopTransport : openWebTransport);
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id root');

createRoot(root).render(
  <StrictMode>
    <App connection={connection} queries={createQueryClient()} />
  </StrictMode>,
);
