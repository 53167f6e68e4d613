import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Who may speak to one running host: whoever opened the printed address, and nobody else. */
export interface Session {
  /** Goes into the address once; opening it sets the cookie. */
  readonly token: string;
  readonly isToken: (candidate: string | null) => boolean;
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

/** A new key for pages to prove themselves with: 256 random bits. */
export function newResumeKey(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * A new session for the host on `port`. 256 random bits each for token and cookie. `resumeKey` is the same for every
 * host on a data folder, so that a page which is still open finds back after a restart. It never crosses the line for
 * that: a cookie or a token that outlived its host could be taken by whatever program got the port meanwhile, whereas
 * a proof is good for one question of one host on one port.
 */
export function createSession(port: number, resumeKey = newResumeKey()): Session {
  const token = randomBytes(32).toString('base64url');
  const secret = randomBytes(32).toString('base64url');
  // Cookies do not know ports: without it in the name, two hosts on one machine would log each other out.
  const name = `kh02-${port}`;
  const questions = createQuestions();
  return {
    token,
    isToken: (candidate) => isSame(candidate, token),
    isCookie: (header) => cookieValues(header, name).some((value) => isSame(value, secret)),
    setCookie: `${name}=${secret}; Path=/; HttpOnly; SameSite=Strict`,
    resumeKey,
    ask: questions.ask,
    isProof: (question, proof) =>
      question !== null && questions.use(question) && isSame(proof, proofOf(resumeKey, port, question)),
  };
}

/** HMAC-SHA256 over the place and the question; a page computes the same (renderer/client/web-session.ts). */
function proofOf(key: string, port: number, question: string): string {
  return createHmac('sha256', key).update(`127.0.0.1:${port} ${question}`).digest('base64url');
}

const QUESTION_LIVES_MS = 30_000;
const QUESTIONS_AT_MOST = 64;

/** Questions that wait for an answer; whoever asks for many only pushes out the oldest. */
function createQuestions() {
  const open = new Map<string, number>();
  return {
    ask: (): string => {
      const [oldest] = open.keys();
      if (oldest !== undefined && open.size >= QUESTIONS_AT_MOST) open.delete(oldest);
      const question = randomBytes(32).toString('base64url');
      open.set(question, Date.now() + QUESTION_LIVES_MS);
      return question;
    },
    use: (question: string): boolean => {
      const until = open.get(question);
      open.delete(question);
      return until !== undefined && Date.now() < until;
    },
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
