import { proofsOf } from './host-proof.ts';
import { createOneUse } from './one-use.ts';
import { isSame, newSecret, sign } from './secrets.ts';

/** Who may speak to one running host: whoever was let in by a ticket, and nobody else. */
export interface Session {
  /** A new ticket: the first to bring it, soon, gets the cookie. */
  readonly issueTicket: () => string;
  /** Whether the ticket is good. Either way it is used up. */
  readonly isTicket: (candidate: string | null) => boolean;
  /** Our nonce and the proof that we have the host key; an asker who has it as well can make one ticket of them. */
  readonly prove: (challenge: string) => string;
  /** Whether a Cookie header carries the session of this host. */
  readonly isCookie: (header: string | undefined) => boolean;
  readonly setCookie: string;
  /** What a page keeps in its memory to prove itself to the next host on the same data folder. */
  readonly resumeKey: string;
  /** A question to a page that says it had a session with the host before; good for one answer, for a short time. */
  readonly ask: () => string;
  /** Whether the proof answers a question of ours. Either way the question is used up. */
  readonly isProof: (question: string | null, proof: string | null) => boolean;
}

export interface SessionKeys {
  /** The same for every host on a data folder. */
  readonly resumeKey?: string;
  /** This host's own, which the data folder names while it runs. */
  readonly hostKey?: string;
}

const QUESTION_LIVES_MS = 30_000;
/** Long enough for a person who copies an address out of a terminal. */
export const TICKET_LIVES_MS = 10 * 60_000;

/**
 * A new session for the host on `port`. 256 random bits each for ticket and cookie. `resumeKey` is the same for every
 * host on a data folder, so that a page which is still open finds back after a restart. It never crosses the line for
 * that: a cookie that outlived its host could be taken by whatever program got the port meanwhile, whereas a proof is
 * good for one question of one host on one port.
 */
export function createSession(port: number, keys: SessionKeys = {}): Session {
  const { resumeKey = newSecret(), hostKey = newSecret() } = keys;
  const secret = newSecret();
  // Cookies do not know ports: without it in the name, two hosts on one machine would log each other out.
  const name = `kh02-${port}`;
  const questions = createOneUse(QUESTION_LIVES_MS);
  const tickets = createOneUse(TICKET_LIVES_MS);
  // Apart from our own, which nobody can push out by asking.
  const provenTickets = createOneUse(TICKET_LIVES_MS);
  return {
    issueTicket: () => added(tickets.add),
    isTicket: (candidate) => tickets.use(candidate) || provenTickets.use(candidate),
    prove: (challenge) => {
      const nonce = newSecret();
      const proofs = proofsOf(hostKey, port, challenge, nonce);
      provenTickets.add(proofs.ticket);
      return `${nonce} ${proofs.host}`;
    },
    isCookie: (header) => cookieValues(header, name).some((value) => isSame(value, secret)),
    setCookie: `${name}=${secret}; Path=/; HttpOnly; SameSite=Strict`,
    resumeKey,
    ask: () => added(questions.add),
    isProof: (question, proof) =>
      // The place and the question; a page computes the same (renderer/ground/client/web-session.ts).
      questions.use(question) && isSame(proof, sign(resumeKey, `127.0.0.1:${port} ${question}`)),
  };
}

function added(add: (word: string) => void): string {
  const word = newSecret();
  add(word);
  return word;
}

function cookieValues(header: string | undefined, name: string): string[] {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim());
  return pairs.filter((pair) => pair.startsWith(`${name}=`)).map((pair) => pair.slice(name.length + 1));
}
