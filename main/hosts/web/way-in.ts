import type { IncomingMessage, ServerResponse } from 'node:http';
import { HOST_PATH, PROOF_HEADER } from './host-proof.ts';
import { refuse } from './refuse.ts';
import { isFromOwnPage } from './resume.ts';
import type { Session } from './session.ts';

/** A host that runs, and tickets into it: each lets one caller in, once and soon. */
export interface Door {
  readonly port: number;
  /** Throws where the host is gone meanwhile. */
  readonly issueTicket: () => string | Promise<string>;
}

/** Where the private file sends its ticket: in the body of a form, which no history, log or Referer holds. */
export const ENTER_PATH = '/session/enter';
const FORM_BYTES = 4096;

/** An address for a person to type or paste. It lets in once. */
export function addressOf(port: number, ticket: string): string {
  return `http://127.0.0.1:${port}/?ticket=${ticket}`;
}

export const NO_SESSION =
  'Hãy chạy KH02 Center một lần nữa: cửa sổ mới sẽ mở, hoặc một địa chỉ mới được in ra. Mỗi địa chỉ dùng được một lần, trong 10 phút.\nStart KH02 Center once more: a new window opens, or a new address is printed. Each address can be used once, within 10 minutes.';

/** True when the request was about a way in, and is answered. */
export function respondToVisitor(
  session: Session,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  const { method } = request;
  if (method === 'POST' && url.pathname === ENTER_PATH) void enter(session, request, response);
  else if (method === 'GET' && url.pathname === '/' && url.searchParams.has('ticket'))
    signIn(session, url, response);
  else if (method === 'HEAD' && url.pathname === HOST_PATH) prove(session, url, request, response);
  else return false;
  return true;
}

/** Trades the ticket of an address for the cookie, and leads to the address without it. */
function signIn(session: Session, url: URL, response: ServerResponse): void {
  if (!session.isTicket(url.searchParams.get('ticket'))) {
    refuse(response, 403, NO_SESSION);
    return;
  }
  const rest = url.search.slice(1).split('&');
  const query = rest.filter((part) => !part.startsWith('ticket=')).join('&');
  letIn(session, response, 303, { location: query === '' ? '/' : `/?${query}` });
  response.end();
}

/**
 * Trades the ticket of a form for the cookie. No redirect follows: it would count as the file's own step, and a cookie
 * that is SameSite=Strict does not go with that; the page which is answered here takes the step itself.
 */
async function enter(session: Session, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const form = await readForm(request);
  if (form === null) {
    response.destroy();
    return;
  }
  if (!session.isTicket(form.get('ticket'))) {
    refuse(response, 403, NO_SESSION);
    return;
  }
  letIn(session, response, 200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(
    `<!doctype html><title>KH02 Center</title><meta http-equiv="refresh" content="0;url=/${placeIn(form)}">`,
  );
}

/** What follows the address of the page: a query and a hash of our own making, or nothing. */
function placeIn(form: URLSearchParams): string {
  return /^(\?[\w&=%-]*)?(#[\w/?&=%.-]*)?$/.exec(form.get('place') ?? '')?.[0] ?? '';
}

function letIn(
  session: Session,
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
): void {
  response.writeHead(status, { ...headers, 'set-cookie': session.setCookie, 'cache-control': 'no-store' });
}

/** null for more than our form has, and for a sender who is gone. */
async function readForm(request: IncomingMessage): Promise<URLSearchParams | null> {
  let text = '';
  try {
    for await (const piece of request.setEncoding('latin1')) {
      text += piece;
      if (text.length > FORM_BYTES) return null;
    }
  } catch {
    return null;
  }
  return new URLSearchParams(text);
}

/** To another process of the user, never to a page. */
function prove(session: Session, url: URL, request: IncomingMessage, response: ServerResponse): void {
  const challenge = url.searchParams.get('challenge') ?? '';
  const isNonce = /^[\w-]{43}$/.test(challenge);
  if (!isFromOwnPage(request) || !isNonce) refuse(response, 403, NO_SESSION);
  else
    response.writeHead(204, { [PROOF_HEADER]: session.prove(challenge), 'cache-control': 'no-store' }).end();
}
