import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Who may speak to one running host: whoever opened the printed address, and nobody else. */
export interface Session {
  /** Goes into the address once; opening it sets the cookie. */
  readonly token: string;
  readonly isToken: (candidate: string | null) => boolean;
  /** Whether a Cookie header carries the session of this host. */
  readonly isCookie: (header: string | undefined) => boolean;
  readonly setCookie: string;
}

/** A new session for the host on `port`. 256 random bits each for token and cookie. */
export function createSession(port: number): Session {
  const token = randomBytes(32).toString('base64url');
  const secret = randomBytes(32).toString('base64url');
  // Cookies do not know ports: without it in the name, two hosts on one machine would log each other out.
  const name = `kh02-${port}`;
  return {
    token,
    isToken: (candidate) => isSame(candidate, token),
    isCookie: (header) => cookieValues(header, name).some((value) => isSame(value, secret)),
    setCookie: `${name}=${secret}; Path=/; HttpOnly; SameSite=Strict`,
  };
}

function cookieValues(header: string | undefined, name: string): string[] {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim());
  return pairs.filter((pair) => pair.startsWith(`${name}=`)).map((pair) => pair.slice(name.length + 1));
}

/** Compares digests, so that neither the time nor the length tells anything of the secret. */
function isSame(candidate: string | null, secret: string): boolean {
  if (candidate === null) return false;
  return timingSafeEqual(digest(candidate), digest(secret));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
