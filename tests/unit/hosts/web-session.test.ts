import { createHmac } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { proofsOf } from '#main/hosts/web/host-proof.ts';
import { newSecret } from '#main/hosts/web/secrets.ts';
import { createSession, TICKET_LIVES_MS } from '#main/hosts/web/session.ts';

const KEY = 'k'.repeat(43);
const proof = (port: number, question: string, key = KEY) =>
  createHmac('sha256', key).update(`127.0.0.1:${port} ${question}`).digest('base64url');

describe('a page of the host before', () => {
  it('proves itself with the key, once for each question', () => {
    const session = createSession(4000, { resumeKey: KEY });
    const question = session.ask();
    expect(session.isProof(question, proof(4000, question))).toBe(true);
    expect(session.isProof(question, proof(4000, question))).toBe(false);
  });

  it('is not believed with another key, for another port, or for a question that was never asked', () => {
    const session = createSession(4000, { resumeKey: KEY });
    const [one, two] = [session.ask(), session.ask()];
    expect(session.isProof(one, proof(4000, one, 'x'.repeat(43)))).toBe(false);
    expect(session.isProof(two, proof(4001, two))).toBe(false);
    expect(session.isProof('never', proof(4000, 'never'))).toBe(false);
    expect(session.isProof(null, null)).toBe(false);
  });

  it('must answer before many others have asked', () => {
    const session = createSession(4000, { resumeKey: KEY });
    const question = session.ask();
    for (let time = 0; time < 64; time += 1) session.ask();
    expect(session.isProof(question, proof(4000, question))).toBe(false);
  });

  it('gets nothing from a host with a key of its own', () => {
    const session = createSession(4000);
    const question = session.ask();
    expect(session.isProof(question, proof(4000, question))).toBe(false);
  });
});

describe('a ticket', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is good once', () => {
    const session = createSession(4000);
    const ticket = session.issueTicket();
    expect([ticket, ticket, 'never', '', null].map(session.isTicket)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it('is good for a time, also one that a second start has made of a proof', () => {
    vi.useFakeTimers();
    const hostKey = newSecret();
    const session = createSession(4000, { hostKey });
    const proven = (): string => {
      const [nonce = ''] = session.prove('challenge').split(' ');
      return proofsOf(hostKey, 4000, 'challenge', nonce).ticket;
    };
    const [early, late, ours] = [proven(), proven(), session.issueTicket()];
    vi.advanceTimersByTime(TICKET_LIVES_MS - 1);
    expect(session.isTicket(early)).toBe(true);
    vi.advanceTimersByTime(1);
    expect([late, ours].map(session.isTicket)).toEqual([false, false]);
  });
});
