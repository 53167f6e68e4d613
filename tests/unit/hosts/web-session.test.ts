import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createSession } from '#main/hosts/web/session.ts';

const KEY = 'k'.repeat(43);
const proof = (port: number, question: string, key = KEY) =>
  createHmac('sha256', key).update(`127.0.0.1:${port} ${question}`).digest('base64url');

describe('a page of the host before', () => {
  it('proves itself with the key, once for each question', () => {
    const session = createSession(4000, KEY);
    const question = session.ask();
    expect(session.isProof(question, proof(4000, question))).toBe(true);
    expect(session.isProof(question, proof(4000, question))).toBe(false);
  });

  it('is not believed with another key, for another port, or for a question that was never asked', () => {
    const session = createSession(4000, KEY);
    const [one, two] = [session.ask(), session.ask()];
    expect(session.isProof(one, proof(4000, one, 'x'.repeat(43)))).toBe(false);
    expect(session.isProof(two, proof(4001, two))).toBe(false);
    expect(session.isProof('never', proof(4000, 'never'))).toBe(false);
    expect(session.isProof(null, null)).toBe(false);
  });

  it('must answer before many others have asked', () => {
    const session = createSession(4000, KEY);
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
