import { UserError } from '#shared/contract/errors.ts';

/** Why a deck is not renewed; each has its words in `error.DECK_REFUSED`. */
export type RefusalReason =
  | 'foreign'
  | 'newer'
  | 'damaged'
  | 'encrypted'
  | 'unsafe'
  | 'large'
  | 'macros'
  | 'same';

/** A refusal that says which file and why. */
export function refuseDeck(file: string, reason: RefusalReason, cause?: unknown): UserError {
  return new UserError('DECK_REFUSED', { file, reason }, cause === undefined ? {} : { cause });
}
