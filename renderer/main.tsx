import { createConnection } from './ground/client/connection.ts';
import { openDesktopTransport } from './ground/client/desktop-transport.ts';
import { askEarly } from './ground/client/early-answers.ts';
import { openWebTransport } from './ground/client/web-transport.ts';
import { loadMessages, storedLocale } from './ground/messages.ts';
import { leaveComposedKeysAlone } from './shell/composed-keys.ts';
import './map/leaflet-without-vml.ts';
import { loadTopology } from './map/topology-store.ts';

/** So long the first drawing waits for figures. */
const FIGURES_AT_MOST_MS = 200;

performance.mark('kh02-script');
leaveComposedKeysAlone();
// What takes time without this thread begins before the large part of the program is read: the boundaries are fetched,
// and the engine is asked for what every screen shows. Whoever needs them asks again, and hears of a failure then.
loadTopology('country').then(
  () => performance.mark('kh02-boundaries'),
  () => undefined,
);
// The desktop host serves the page as app://bundle and hands over a port; every other host has a socket.
const isDesktop = window.location.hostname === 'bundle';
const connection = createConnection(isDesktop ? openDesktopTransport : openWebTransport);
const early = askEarly(connection.client, window.location.hash).catch(() => undefined);
const messages = loadMessages(storedLocale());
// The browser reads its tables of languages when a number is first formatted (15 ms): now, while files are on their way.
new Intl.NumberFormat('vi-VN');
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id root');
const { renderPage } = await import('./page.tsx');
await messages;
performance.mark('kh02-program');
// Drawing once with figures is sooner done than drawing without them first; but nobody waits long for an engine.
await Promise.race([early, new Promise((resolve) => setTimeout(resolve, FIGURES_AT_MOST_MS))]);
performance.mark('kh02-figures');
renderPage(root, connection);
