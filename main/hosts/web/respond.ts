import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FillingProgress } from '#main/core/prepare.ts';
import type { RendererFiles } from '#main/hosts/files/renderer-files.ts';
import { refuse } from './refuse.ts';
import { isFromOwnPage, respondToPage } from './resume.ts';
import type { Session } from './session.ts';

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
  else if (method !== 'GET' && method !== 'HEAD') refuse(response, 405, 'Only GET and HEAD');
  else if (url === null) refuse(response, 400, 'The address cannot be read');
  else if (url.pathname === '/' && url.searchParams.has('token')) signIn(site, url, response);
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

const NO_SESSION =
  'Hãy mở địa chỉ mà KH02 Center đã in ra khi khởi động.\nOpen the address that KH02 Center printed when it started.';

/** null for a target that is no path of ours, such as the absolute form meant for proxies. */
function parseAddress(target: string | undefined, host: string): URL | null {
  if (target === undefined || !target.startsWith('/') || target.startsWith('//')) return null;
  return URL.canParse(`http://${host}${target}`) ? new URL(`http://${host}${target}`) : null;
}

/** Trades the token for the cookie, and leads to the address without it: it must not stay in the address bar. */
function signIn(site: Site, url: URL, response: ServerResponse): void {
  if (!site.session.isToken(url.searchParams.get('token'))) {
    refuse(response, 403, NO_SESSION);
    return;
  }
  const rest = url.search.slice(1).split('&');
  const query = rest.filter((part) => !part.startsWith('token=')).join('&');
  response.setHeader('set-cookie', site.session.setCookie);
  response.setHeader('cache-control', 'no-store');
  response.writeHead(303, { location: query === '' ? '/' : `/?${query}` }).end();
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
