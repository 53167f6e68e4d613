import { afterAll, describe, expect, it } from 'vitest';
import { type Application, createApp } from '#main/core/app.ts';
import { bilingualSentence } from '#main/hosts/error-sentence.ts';
import { asUserError } from '#main/hosts/user-error.ts';
import { contract } from '#shared/contract/contract.ts';
import { UserError } from '#shared/contract/errors.ts';
import { QUESTIONS } from '#tests/fixtures/empty/questions.ts';
import { beginningFolder, FIRST_DAYS, type FirstDay, NOW, WEEK } from '#tests/fixtures/empty/workspaces.ts';
import { listProcedures } from '#tests/setup/procedures.ts';

const applications: Application[] = [];
afterAll(async () => {
  for (const application of applications) await application.close();
});

/** What speaks of the state of things at a cut: without one it says that there is none, and what to do. */
const NEEDS_A_CUT = new Set(
  Object.entries({
    alerts: 'acknowledge handover handoverLines list note snooze wake',
    briefing: 'describe export provinces table',
    cuts: 'origins',
    difficulties: 'documents list',
    forecast: 'course get',
    gap: 'get',
    indicators: 'get',
    map: 'indicator missing statuses',
    plan: 'groups task tasks',
    rules: 'preview',
    status: 'get',
    units: 'background profile',
    why: 'get',
  }).flatMap(([feature, names]) => names.split(' ').map((name) => `${feature}.${name}`)),
);
/** What is asked for by a name that nobody ever gave is refused on any day. */
const ASKS_FOR_NOTHING: Readonly<Record<string, string>> = {
  'alerts.get': 'ALERT_UNKNOWN',
  'backups.restore': 'RESTORE_ELSEWHERE',
  'briefing.download': 'FILE_UNREADABLE',
  'briefing.inspectDeck': 'DECK_REFUSED',
  'briefing.renewDeck': 'DECK_REFUSED',
  'intake.changes': 'IMPORT_UNKNOWN',
  'intake.colours': 'IMPORT_UNKNOWN',
  'intake.commit': 'IMPORT_UNKNOWN',
  'intake.rejected': 'IMPORT_UNKNOWN',
  'intake.receipt': 'RUN_UNKNOWN',
  'intake.revise': 'IMPORT_UNKNOWN',
  'intake.sheet': 'IMPORT_UNKNOWN',
  'intake.sheetSearch': 'IMPORT_UNKNOWN',
  'intake.undo': 'RUN_UNKNOWN',
  'plan.read': 'PLAN_FILE_REFUSED',
  'units.readActs': 'UNIT_FILE_REFUSED',
  'units.takeActs': 'UNIT_FILE_REFUSED',
  'units.undoActs': 'UNIT_ACT_UNKNOWN',
  'recipes.export': 'RECIPE_UNKNOWN',
  'recipes.import': 'RECIPE_FILE',
  'recipes.remove': 'RECIPE_UNKNOWN',
  'recipes.rename': 'RECIPE_UNKNOWN',
  'recipes.save': 'IMPORT_UNKNOWN',
  'recipes.versions': 'RECIPE_UNKNOWN',
  'snapshots.download': 'FILE_UNREADABLE',
  'snapshots.import': 'SNAPSHOT_NOT_OPEN',
  'snapshots.keys.trust': 'KEY_INVALID',
  'snapshots.open': 'SNAPSHOT_REFUSED',
  'snapshots.preview': 'SNAPSHOT_NOT_OPEN',
  'workspace.open': 'WORKSPACE_MISSING',
  'workspace.readPlan': 'PLAN_FILE_REFUSED',
};
/** Cuts that there may be or not, by the day. */
const NAMES_THE_WEEK = new Set([
  'briefing.picture',
  'calendar.label',
  'calendar.moveDue',
  'compare.cuts',
  'entry.check',
  'entry.draft',
  'entry.grid',
  'entry.save',
  'intake.close',
  'intake.history',
  'intake.reopen',
  'intake.template',
  'intake.templates',
  'picture.wait',
  'plan.judgeAnew',
]);

it('every procedure of the contract is asked', () => {
  expect(Object.keys(QUESTIONS).toSorted()).toEqual(
    listProcedures(contract)
      .map(({ name }) => name)
      .toSorted(),
  );
});

describe.each(Object.keys(FIRST_DAYS) as FirstDay[])('a workspace that holds %s', (day) => {
  it('answers everything with what it knows or with a sentence that leads on', {
    timeout: 300_000,
  }, async () => {
    const dataFolder = beginningFolder(day);
    const application = await createApp({ dataFolder, clock: () => new Date(NOW) });
    applications.push(application);
    const { client, context } = application;
    const held = () => context.read.prepare('SELECT * FROM observation').all();
    const before = held();
    const heard: Record<string, string> = {};
    for (const [name, ask] of Object.entries(QUESTIONS)) heard[name] = await outcomeOf(() => ask(client));
    const expected = Object.keys(QUESTIONS).map((name) => [name, expectedOf(name, day)] as const);
    for (const [name, outcome] of expected) expect(`${name}: ${heard[name]}`).toMatch(outcome);
    expect(held()).toEqual(before);
    expect(context.read.pragma('integrity_check', { simple: true })).toBe('ok');
  });
});

function expectedOf(name: string, day: FirstDay): RegExp {
  const refusal = ASKS_FOR_NOTHING[name];
  if (refusal !== undefined) return new RegExp(`: ${refusal}$`);
  const hasWeek = FIRST_DAYS[day].includes(WEEK);
  if (name === 'entry.preview' || name === 'entry.commit')
    return hasWeek ? /: ENTRY_EMPTY$/ : /: (CUT_UNKNOWN|ENTRY_CUT_PLANNED)$/;
  if (name === 'picture.back') return hasWeek ? /: PICTURE_FIRST$/ : /: CUT_UNKNOWN$/;
  if (NAMES_THE_WEEK.has(name))
    return hasWeek ? /: answered$/ : /: (NO_DATA|CUT_UNKNOWN|ENTRY_CUT_PLANNED|answered)$/;
  return NEEDS_A_CUT.has(name) && !isShown(name, day) ? /: NO_DATA$/ : /: answered$/;
}

/** A week that is open is shown once something has come, or a person has closed it, which is asked for on the way. */
function isShown(name: string, day: FirstDay): boolean {
  if (!FIRST_DAYS[day].includes(WEEK)) return false;
  const asked = Object.keys(QUESTIONS);
  return FIRST_DAYS[day].includes('observation') || asked.indexOf(name) > asked.indexOf('intake.close');
}

/** 'answered', or the code of a refusal that has its sentence in both languages. */
async function outcomeOf(ask: () => Promise<unknown>): Promise<string> {
  try {
    expect(unknownNumbers(await ask())).toEqual([]);
    return 'answered';
  } catch (thrown) {
    const error = asUserError(thrown);
    if (!(error instanceof UserError)) throw error;
    expect(bilingualSentence(error)).toMatch(/^\p{Lu}.*[.?!]\n\p{Lu}.*[.?!]$/u);
    expect(bilingualSentence(error)).not.toMatch(/[{}]|undefined|NaN/);
    return error.code;
  }
}

/** Where in an answer a number stands that is none. */
function unknownNumbers(answer: unknown, at = ''): string[] {
  if (typeof answer === 'number') return Number.isFinite(answer) ? [] : [at];
  if (typeof answer !== 'object' || answer === null) return [];
  return Object.entries(answer).flatMap(([key, value]) => unknownNumbers(value, `${at}.${key}`));
}
