import { alerts } from './messages/alerts.ts';
import { briefing } from './messages/briefing.ts';
import { briefingPages } from './messages/briefing-pages.ts';
import { briefingRenew } from './messages/briefing-renew.ts';
import { briefingReports } from './messages/briefing-reports.ts';
import { briefingScreen } from './messages/briefing-screen.ts';
import { compare } from './messages/compare.ts';
import { desktop } from './messages/desktop.ts';
import { difficulties } from './messages/difficulties.ts';
import { errors } from './messages/errors.ts';
import { forecast } from './messages/forecast.ts';
import { frame } from './messages/frame.ts';
import { gap } from './messages/gap.ts';
import { indicators } from './messages/indicators.ts';
import { intake } from './messages/intake.ts';
import { intakeBoard } from './messages/intake-board.ts';
import { intakeProblems } from './messages/intake-problems.ts';
import { intakeScreens } from './messages/intake-screens.ts';
import { map } from './messages/map.ts';
import { overview } from './messages/overview.ts';
import { reasons } from './messages/reasons.ts';
import { rules } from './messages/rules.ts';
import { screenExport } from './messages/screen-export.ts';
import { snapshots } from './messages/snapshots.ts';
import { tasks } from './messages/tasks.ts';
import { units } from './messages/units.ts';
import { wall } from './messages/wall.ts';
import { watch } from './messages/watch.ts';
import { words } from './messages/words.ts';

/** Every sentence of the application by key and language; one file of `messages/` for each feature. */
export const messages = {
  vi: {
    ...alerts.vi,
    ...briefing.vi,
    ...briefingPages.vi,
    ...briefingRenew.vi,
    ...briefingReports.vi,
    ...briefingScreen.vi,
    ...compare.vi,
    ...desktop.vi,
    ...difficulties.vi,
    ...errors.vi,
    ...forecast.vi,
    ...frame.vi,
    ...gap.vi,
    ...indicators.vi,
    ...intake.vi,
    ...intakeBoard.vi,
    ...intakeProblems.vi,
    ...intakeScreens.vi,
    ...map.vi,
    ...overview.vi,
    ...reasons.vi,
    ...rules.vi,
    ...screenExport.vi,
    ...snapshots.vi,
    ...tasks.vi,
    ...units.vi,
    ...wall.vi,
    ...watch.vi,
    ...words.vi,
  },
  en: {
    ...alerts.en,
    ...briefing.en,
    ...briefingPages.en,
    ...briefingRenew.en,
    ...briefingReports.en,
    ...briefingScreen.en,
    ...compare.en,
    ...desktop.en,
    ...difficulties.en,
    ...errors.en,
    ...forecast.en,
    ...frame.en,
    ...gap.en,
    ...indicators.en,
    ...intake.en,
    ...intakeBoard.en,
    ...intakeProblems.en,
    ...intakeScreens.en,
    ...map.en,
    ...overview.en,
    ...reasons.en,
    ...rules.en,
    ...screenExport.en,
    ...snapshots.en,
    ...tasks.en,
    ...units.en,
    ...wall.en,
    ...watch.en,
    ...words.en,
  },
} as const;

/** A key the compiler knows; a key that exists in one language only does not count. */
export type MessageKey = keyof typeof messages.vi & keyof typeof messages.en;
