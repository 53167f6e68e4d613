import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FillingProgress } from '#main/core/prepare.ts';
import type { RendererFiles } from '#main/hosts/files/renderer-files.ts';
import { refuse } from './refuse.ts';
import { isFromOwnPage, respondToPage } from './resume.ts';
import type { Session } from './session.ts';
import { NO_SESSION, respondToVisitor } from './way-in.ts';

export interface Site {
  /** On their way while the host starts. */
  readonly files: Promise<RendererFiles>;
  readonly session: Session;
  readonly filling: () => FillingProgress | null;
  /** `127.0.0.1:PORT`, the only Host that is answered: a foreign name that resolves to us is an attack. */
  readonly host: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Answers one request by the rules of the loopback host. */
export function respond(site: Site, request: IncomingMessage, response: ServerResponse): void {
  for (const [name, value] of Object.entries(site.headers)) response.setHeader(name, value);
  const method = request.method ?? '';
  const url = parseAddress(request.url, site.host);
  if (request.headers.host !== site.host) refuse(response, 421, 'Misdirected request');
  else if (url === null) refuse(response, 400, 'The address cannot be read');
  else if (respondToVisitor(site.session, url, request, response)) return;
  else if (method !== 'GET' && method !== 'HEAD') refuse(response, 405, 'Only GET and HEAD');
  else if (respondToPage(site.session, url, request, response)) return;
  else if (!site.session.isCookie(request.headers.cookie)) refuse(response, 403, NO_SESSION);
  else if (url.pathname === FILLING_PATH) sendFilling(site, request, response);
  else void sendFile(site.files, url.pathname, method, response);
}

/** Where a page that waits for the engine asks how far the first filling is. */
const FILLING_PATH = '/session/filling';

function sendFilling(site: Site, request: IncomingMessage, response: ServerResponse): void {
  if (!isFromOwnPage(request)) {
    refuse(response, 403, NO_SESSION);
    return;
  }
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(JSON.stringify(site.filling()));
}

/** null for a target that is no path of ours, such as the absolute form meant for proxies. */
function parseAddress(target: string | undefined, host: string): URL | null {
  if (target === undefined || !target.startsWith('/') || target.startsWith('//')) return null;
  return URL.canParse(`http://${host}${target}`) ? new URL(`http://${host}${target}`) : null;
}

async function sendFile(
  files: Promise<RendererFiles>,
  pathname: string,
  method: string,
  response: ServerResponse,
): Promise<void> {
  const known = await files.catch(() => null);
  const file = known?.get(pathname);
  if (file === undefined) {
    if (known === null) refuse(response, 500, 'The user interface cannot be read');
    else refuse(response, 404, 'Not found');
    return;
  }
  response.writeHead(200, {
    'content-type': file.contentType,
    'content-length': file.body.byteLength,
    'cache-control': file.cacheControl,
  });
  response.end(method === 'HEAD' ? undefined : file.body);
}
