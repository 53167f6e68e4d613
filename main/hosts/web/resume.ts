import type { IncomingMessage, ServerResponse } from 'node:http';
import { refuse } from './refuse.ts';
import type { Session } from './session.ts';

const PATHS = { key: '/session/key', question: '/session/question', resume: '/session/resume' } as const;

/**
 * Lets a page that is still open find back to a host that was started again: it fetches the key while it has a
 * session, and later answers a question with a proof to get the new session's cookie. True when the request was one
 * of these.
 */
export function respondToPage(
  session: Session,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  const isOwnPage = isFromOwnPage(request);
  if (url.pathname === PATHS.key) {
    if (isOwnPage && session.isCookie(request.headers.cookie)) answer(response, session.resumeKey);
    else refuse(response, 403, 'No session');
  } else if (url.pathname === PATHS.question) {
    answer(response, session.ask());
  } else if (url.pathname === PATHS.resume) {
    const isProven = session.isProof(url.searchParams.get('question'), url.searchParams.get('proof'));
    if (isOwnPage && isProven) {
      response.setHeader('set-cookie', session.setCookie);
      answer(response, 'ok');
    } else refuse(response, 403, 'No session');
  } else return false;
  return true;
}

/** Another port of this machine is the same site to a browser, and would send our cookie along. */
export function isFromOwnPage(request: IncomingMessage): boolean {
  const site = request.headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin';
}

function answer(response: ServerResponse, text: string): void {
  response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  response.end(text);
}
