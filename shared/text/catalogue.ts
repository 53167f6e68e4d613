import { briefing } from './messages/briefing.ts';
import { errors } from './messages/errors.ts';
import { frame } from './messages/frame.ts';
import { reasons } from './messages/reasons.ts';
import { words } from './messages/words.ts';

/** Every sentence of the application by key and language; one file of `messages/` for each feature. */
export const messages = {
  vi: { ...briefing.vi, ...words.vi, ...frame.vi, ...errors.vi, ...reasons.vi },
  en: { ...briefing.en, ...words.en, ...frame.en, ...errors.en, ...reasons.en },
} as const;

/** A key the compiler knows; a key that exists in one language only does not count. */
export type MessageKey = keyof typeof messages.vi & keyof typeof messages.en;
