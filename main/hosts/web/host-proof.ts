import { isSame, newSecret, sign } from './secrets.ts';

/** Where a running host proves that it has the key which its data folder names; `challenge` is the asker's nonce. */
export const HOST_PATH = '/session/host';
/** The answer: the host's nonce and its proof. A header, so that nobody can make the asker read without end. */
export const PROOF_HEADER = 'kh02-host-proof';
const ANSWER_AT_MOST_MS = 3000;

/** Both come from nonces of both sides and hold for one place. The ticket is never sent by the host that accepts it. */
export function proofsOf(key: string, port: number, challenge: string, nonce: string) {
  const of = (purpose: string): string => sign(key, `${purpose} 127.0.0.1:${port} ${challenge} ${nonce}`);
  return { host: of('host'), ticket: of('ticket') };
}

/**
 * A ticket into the host on `port`; null when nobody answers, or somebody who cannot prove that they have the key.
 * What is sent before is a nonce alone, and worth nothing to them.
 */
export async function askForTicket(port: number, key: string): Promise<string | null> {
  const challenge = newSecret();
  const answer = await fetch(`http://127.0.0.1:${port}${HOST_PATH}?${new URLSearchParams({ challenge })}`, {
    method: 'HEAD',
    redirect: 'error',
    signal: AbortSignal.timeout(ANSWER_AT_MOST_MS),
  }).catch(() => null);
  const [nonce = '', proof = ''] = answer?.headers.get(PROOF_HEADER)?.split(' ') ?? [];
  const expected = proofsOf(key, port, challenge, nonce);
  return isSame(proof, expected.host) ? expected.ticket : null;
}
