import { app, type Session, session, shell, type WebContents } from 'electron';
import { isExternalLink } from './external-links.ts';
import { isOwnFile, isOwnOrigin, isOwnPage } from './page.ts';

/** Keeps every window on our own page and every permission denied but two. Call it once, when the application is ready. */
export function guardWindows(): void {
  denyPermissions(session.defaultSession);
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
}

/**
 * Putting a picture on the clipboard after a key or a click (reading from it stays denied), and keeping the display on
 * while a wall is shown.
 */
const ALLOWED_PERMISSIONS: readonly string[] = ['clipboard-sanitized-write', 'screen-wake-lock'];

/** Camera, location, notifications, USB and all the rest: no screen needs any of them. */
function denyPermissions(all: Session): void {
  all.setPermissionRequestHandler((contents, permission, answer) =>
    answer(ALLOWED_PERMISSIONS.includes(permission) && isOwnPage(contents?.getURL())),
  );
  all.setPermissionCheckHandler(
    (_contents, permission, origin) => ALLOWED_PERMISSIONS.includes(permission) && isOwnOrigin(origin),
  );
  all.setDevicePermissionHandler(() => false);
  // What our page has made in memory goes through the system's save dialog; nothing is fetched from elsewhere.
  all.on('will-download', (event, item) => {
    if (!isOwnFile(item.getURL())) event.preventDefault();
  });
}

function guardContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!isOwnPage(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!isOwnPage(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    if (isExternalLink(url)) void shell.openExternal(url);
    return { action: 'deny' };
  });
}
