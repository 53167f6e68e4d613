import { LIMITS } from '../limits.ts';
import { limitExceeded } from '../problem.ts';

/** What a file says of units, indicators, cuts and criteria that nothing is known by; `kind` keeps them apart. */
export interface UnknownWords {
  /** Throws FileRefused when there are more different ones than a file about Vietnam's communes can need. */
  readonly meet: (kind: 'unit' | 'indicator' | 'cut' | 'word', text: string) => void;
}

/** One for a whole file: each wording costs a search among all names, and a hostile file has a million. */
export function createUnknownWords(): UnknownWords {
  const met = new Set<string>();
  return {
    meet: (kind, text) => {
      met.add(`${kind} ${text}`);
      if (met.size > LIMITS.unknownWords) throw limitExceeded('unknownWords', met.size);
    },
  };
}
