import { app, type Session, session, shell, type WebContents } from 'electron';
import { isExternalLink } from './external-links.ts';
import { isOwnPage } from './page.ts';

/** Keeps every window on our own page and every permission denied. Call it once, when the application is ready. */
export function guardWindows(): void {
  denyPermissions(session.defaultSession);
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
}

/** Camera, location, notifications, USB and all the rest: no screen needs any of them. */
function denyPermissions(all: Session): void {
  all.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  all.setPermissionCheckHandler(() => false);
  all.setDevicePermissionHandler(() => false);
  // Exports are written by the engine; a page that downloads by itself is no page of ours.
  all.on('will-download', (event) => event.preventDefault());
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
