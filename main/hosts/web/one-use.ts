import { createHash } from 'node:crypto';

/** Words that are good once, and only for a time. */
export interface OneUse {
  readonly add: (word: string) => void;
  /** Whether the word is good. Either way it is used up. */
  readonly use: (word: string | null) => boolean;
}

const OPEN_AT_MOST = 64;

/** Whoever has many words made only pushes out the oldest. */
export function createOneUse(livesMs: number): OneUse {
  const open = new Map<string, number>();
  return {
    add: (word) => {
      const [oldest] = open.keys();
      if (oldest !== undefined && open.size >= OPEN_AT_MOST) open.delete(oldest);
      open.set(digest(word), Date.now() + livesMs);
    },
    use: (word) => {
      const known = digest(word ?? '');
      const until = open.get(known);
      open.delete(known);
      return until !== undefined && Date.now() < until;
    },
  };
}

/** Looked up by digest, so that the time tells nothing of the word. */
function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
