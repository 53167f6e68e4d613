import { alerts } from './messages/alerts.ts';
import { briefing } from './messages/briefing.ts';
import { desktop } from './messages/desktop.ts';
import { errors } from './messages/errors.ts';
import { frame } from './messages/frame.ts';
import { intake } from './messages/intake.ts';
import { map } from './messages/map.ts';
import { overview } from './messages/overview.ts';
import { reasons } from './messages/reasons.ts';
import { tasks } from './messages/tasks.ts';
import { units } from './messages/units.ts';
import { wall } from './messages/wall.ts';
import { words } from './messages/words.ts';

/** Every sentence of the application by key and language; one file of `messages/` for each feature. */
export const messages = {
  vi: {
    ...alerts.vi,
    ...briefing.vi,
    ...desktop.vi,
    ...errors.vi,
    ...frame.vi,
    ...intake.vi,
    ...map.vi,
    ...overview.vi,
    ...reasons.vi,
    ...tasks.vi,
    ...units.vi,
    ...wall.vi,
    ...words.vi,
  },
  en: {
    ...alerts.en,
    ...briefing.en,
    ...desktop.en,
    ...errors.en,
    ...frame.en,
    ...intake.en,
    ...map.en,
    ...overview.en,
    ...reasons.en,
    ...tasks.en,
    ...units.en,
    ...wall.en,
    ...words.en,
  },
} as const;

/** A key the compiler knows; a key that exists in one language only does not count. */
export type MessageKey = keyof typeof messages.vi & keyof typeof messages.en;
