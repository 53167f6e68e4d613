import type { RendererFiles } from '#main/hosts/files/renderer-files.ts';
import { securityHeaders } from '#main/hosts/files/security-headers.ts';

/** Our own scheme: no port is opened, and no other page can have this origin. */
export const SCHEME = 'app';
const PAGE_ORIGIN = 'app://bundle';
export const PAGE_ADDRESS = `${PAGE_ORIGIN}/index.html`;

/** True for an address of our own page; everything else is kept out of the window and away from the engine. */
export function isOwnPage(address: string | undefined): boolean {
  if (address === undefined || !URL.canParse(address)) return false;
  const { protocol, host, pathname } = new URL(address);
  return protocol === `${SCHEME}:` && host === 'bundle' && (pathname === '/' || pathname === '/index.html');
}

/** True for an address of our own page that shows the wall: `?wall` before or behind the '#'. */
export function isWallAddress(address: string): boolean {
  if (!isOwnPage(address)) return false;
  const { searchParams, hash } = new URL(address);
  return searchParams.has('wall') || new URLSearchParams(hash.split('?')[1]).has('wall');
}

/** True for the origin of our own page, as permission checks name it: with or without a slash at its end. */
export function isOwnOrigin(origin: string): boolean {
  return origin === PAGE_ORIGIN || origin === `${PAGE_ORIGIN}/`;
}

/** True for the address of bytes that our own page holds in memory (`blob:`). */
export function isOwnFile(address: string): boolean {
  return address.startsWith(`blob:${PAGE_ORIGIN}/`);
}

/** The file behind an address of our scheme, with the same headers that the web host sends. */
export function answerPage(files: RendererFiles, address: string): Response {
  const { host, pathname } = new URL(address);
  const file = host === 'bundle' ? files.get(pathname) : undefined;
  const headers = securityHeaders();
  if (file === undefined) return new Response('Not found', { status: 404, headers });
  return new Response(file.body, {
    headers: { ...headers, 'content-type': file.contentType, 'cache-control': file.cacheControl },
  });
}
