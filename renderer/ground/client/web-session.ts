import { LineError } from './transport.ts';

/** Kept in memory alone: it proves to a host that was started again that this page had a session before. */
let resumeKey: string | null = null;

/** Fetches the key while there is a session; a failure only means that this page cannot come back by itself. */
export async function rememberSession(): Promise<void> {
  if (resumeKey !== null) return;
  const answer = await fetch(addressOf('session/key')).catch(() => null);
  if (answer?.ok) resumeKey = await answer.text();
}

/**
 * Gets a session with the host that answers now. Throws a LineError: 'gone' when nobody answers, 'refused' when this
 * page has no business with whoever does.
 */
export async function resumeSession(): Promise<void> {
  const question = await ask('session/question');
  if (resumeKey === null) throw new LineError('refused');
  const proof = await proofOf(resumeKey, question);
  await ask(`session/resume?${new URLSearchParams({ question, proof })}`);
}

async function ask(path: string): Promise<string> {
  const answer = await fetch(addressOf(path), { cache: 'no-store' }).catch(() => {
    throw new LineError('gone');
  });
  if (!answer.ok) throw new LineError('refused');
  return answer.text();
}

function addressOf(path: string): URL {
  return new URL(path, document.baseURI);
}

/** HMAC-SHA256 over the place and the question, as the host computes it (main/hosts/web/session.ts). */
async function proofOf(key: string, question: string): Promise<string> {
  const encoder = new TextEncoder();
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const imported = await crypto.subtle.importKey('raw', encoder.encode(key), algorithm, false, ['sign']);
  const text = encoder.encode(`${window.location.host} ${question}`);
  const bytes = new Uint8Array(await crypto.subtle.sign('HMAC', imported, text));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}
