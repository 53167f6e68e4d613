import type { Locale } from './format.ts';
import { alerts } from './messages/alerts.ts';
import { backups } from './messages/backups.ts';
import { briefing } from './messages/briefing.ts';
import { briefingPages } from './messages/briefing-pages.ts';
import { briefingRenew } from './messages/briefing-renew.ts';
import { briefingReports } from './messages/briefing-reports.ts';
import { briefingScreen } from './messages/briefing-screen.ts';
import { calendar } from './messages/calendar.ts';
import { compare } from './messages/compare.ts';
import { desktop } from './messages/desktop.ts';
import { difficulties } from './messages/difficulties.ts';
import { entry } from './messages/entry.ts';
import { errors } from './messages/errors.ts';
import { firstHour } from './messages/first-hour.ts';
import { forecast } from './messages/forecast.ts';
import { formerUnits } from './messages/former-units.ts';
import { frame } from './messages/frame.ts';
import { gap } from './messages/gap.ts';
import { indicators } from './messages/indicators.ts';
import { intake } from './messages/intake.ts';
import { intakeBoard } from './messages/intake-board.ts';
import { intakeProblems } from './messages/intake-problems.ts';
import { intakeProof } from './messages/intake-proof.ts';
import { intakeReports } from './messages/intake-reports.ts';
import { intakeScreens } from './messages/intake-screens.ts';
import { intakeSheet } from './messages/intake-sheet.ts';
import { journal } from './messages/journal.ts';
import { map } from './messages/map.ts';
import { overview } from './messages/overview.ts';
import { picture } from './messages/picture.ts';
import { plan } from './messages/plan.ts';
import { planFile } from './messages/plan-file.ts';
import { planRevisions } from './messages/plan-revisions.ts';
import { planScreens } from './messages/plan-screens.ts';
import { reasons } from './messages/reasons.ts';
import { recipes } from './messages/recipes.ts';
import { rules } from './messages/rules.ts';
import { screenExport } from './messages/screen-export.ts';
import { snapshots } from './messages/snapshots.ts';
import { staff } from './messages/staff.ts';
import { unitActs } from './messages/unit-acts.ts';
import { units } from './messages/units.ts';
import { wall } from './messages/wall.ts';
import { watch } from './messages/watch.ts';
import { why } from './messages/why.ts';
import { words } from './messages/words.ts';
import { workspace } from './messages/workspace.ts';
import { workspaceCommand } from './messages/workspace-command.ts';

/** One file of `messages/` for each feature: those that the first screens speak in. */
const FIRST_FEATURES = [
  alerts,
  briefing,
  errors,
  frame,
  indicators,
  intake,
  map,
  overview,
  plan,
  reasons,
  screenExport,
  snapshots,
  units,
  wall,
  why,
  words,
] as const;
/** Those that only screens speak in that are fetched after the first ones, and files and commands. */
const LATE_FEATURES = [
  backups,
  briefingPages,
  briefingRenew,
  briefingReports,
  briefingScreen,
  calendar,
  compare,
  desktop,
  difficulties,
  entry,
  firstHour,
  forecast,
  formerUnits,
  gap,
  intakeBoard,
  intakeProblems,
  intakeProof,
  intakeReports,
  intakeScreens,
  intakeSheet,
  journal,
  picture,
  planFile,
  planRevisions,
  planScreens,
  recipes,
  rules,
  staff,
  unitActs,
  watch,
  workspace,
  workspaceCommand,
] as const;

type KeyOf<Feature, Language extends Locale> =
  Feature extends Record<Language, infer Texts> ? keyof Texts : never;
type Feature = (typeof FIRST_FEATURES | typeof LATE_FEATURES)[number];

/** A key the compiler knows; a key that exists in one language only does not count. */
export type MessageKey = KeyOf<Feature, 'vi'> & KeyOf<Feature, 'en'>;

const kept = new Map<Locale, Readonly<Record<string, string>>>();

/** Every sentence of the application in one language by key. Put together when first asked for: few starts need both. */
export function messagesOf(locale: Locale): Readonly<Record<string, string>> {
  const known = kept.get(locale);
  if (known !== undefined) return known;
  const all = { ...firstMessagesOf(locale), ...lateMessagesOf(locale) };
  kept.set(locale, all);
  return all;
}

/** The sentences that a page needs for its first screens. */
export function firstMessagesOf(locale: Locale): Readonly<Record<string, string>> {
  return Object.assign({}, ...FIRST_FEATURES.map((feature) => feature[locale]));
}

/** All the others. */
export function lateMessagesOf(locale: Locale): Readonly<Record<string, string>> {
  return Object.assign({}, ...LATE_FEATURES.map((feature) => feature[locale]));
}
