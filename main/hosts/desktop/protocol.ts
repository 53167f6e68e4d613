import { protocol } from 'electron';
import type { RendererFiles } from '#main/hosts/files/renderer-files.ts';
import { answerPage, SCHEME } from './page.ts';

/** Must run before the application is ready: afterwards Electron takes no privileges any more. */
export function registerScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges }]);
}

/** Serves the user interface under our scheme. */
export function servePage(files: RendererFiles): void {
  protocol.handle(SCHEME, (request) => answerPage(files, request.url));
}
