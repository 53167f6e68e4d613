import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Application } from '#main/core/app.ts';
import { bilingualSentence } from '#main/hosts/error-sentence.ts';
import { asUserError } from '#main/hosts/user-error.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { Plan } from '#shared/domain/plan.ts';
import { type PlanCodes, QUESTIONS } from '#tests/fixtures/empty/questions.ts';
import { PLACE, WEEK } from '#tests/fixtures/empty/workspaces.ts';
import { beginWith, figuresOf } from '#tests/fixtures/plans/other-workplace.ts';
import { EMPTY_PLAN, SECOND_PLAN } from '#tests/fixtures/plans/second-plan.ts';
import { freshFolder } from '#tests/setup/data-folder.ts';
import { runCommand } from '#tests/setup/run-program.ts';
import { readWorkbookFile } from '#tests/setup/workbook-file.ts';
import { bring, WHO } from './small-center.ts';

const applications: Application[] = [];
afterAll(async () => {
  for (const application of applications) await application.close();
});

const BEFORE = 'week-2025-12-29';
const BRIEFINGS = ['national', 'province', 'gap', 'tasks', 'handover'] as const;
/** What only the built-in plan is called, or says of itself. */
const BUILT_IN =
  /02-KH|Kế hoạch (số )?02|Plan (No\. )?02|Tám nhóm|[Ee]ight (task )?groups|applications_online/;

/** Asked for by a name that nobody ever gave, as on any day. */
const REFUSED: Readonly<Record<string, string>> = {
  'alerts.get': 'ALERT_UNKNOWN',
  'backups.restore': 'RESTORE_ELSEWHERE',
  'briefing.download': 'FILE_UNREADABLE',
  'briefing.inspectDeck': 'DECK_REFUSED',
  'briefing.renewDeck': 'DECK_REFUSED',
  'entry.commit': 'ENTRY_EMPTY',
  'entry.preview': 'ENTRY_EMPTY',
  'intake.changes': 'IMPORT_UNKNOWN',
  'intake.colours': 'IMPORT_UNKNOWN',
  'intake.commit': 'IMPORT_UNKNOWN',
  'intake.rejected': 'IMPORT_UNKNOWN',
  'intake.receipt': 'RUN_UNKNOWN',
  'intake.revise': 'IMPORT_UNKNOWN',
  'intake.sheet': 'IMPORT_UNKNOWN',
  'intake.sheetSearch': 'IMPORT_UNKNOWN',
  'intake.undo': 'RUN_UNKNOWN',
  'picture.back': 'PICTURE_STANDS',
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

/** What was answered, as text, or the code of a refusal that has its sentence. */
async function heard(ask: () => Promise<unknown>): Promise<{ readonly code: string; readonly text: string }> {
  try {
    return { code: 'answered', text: JSON.stringify(await ask()) ?? '' };
  } catch (thrown) {
    const error = asUserError(thrown);
    if (!(error instanceof UserError)) throw error;
    return { code: error.code, text: bilingualSentence(error) };
  }
}

async function askEverything({ client }: Application, codes: PlanCodes): Promise<Record<string, string>> {
  const outcomes: Record<string, string> = {};
  for (const [name, ask] of Object.entries(QUESTIONS)) {
    const { code, text } = await heard(() => ask(client, codes));
    expect(`${name}: ${BUILT_IN.exec(text)?.[0] ?? ''}`).toBe(`${name}: `);
    if (code !== 'answered') outcomes[name] = code;
  }
  return outcomes;
}

async function readBriefings({ client }: Application, plan: Plan): Promise<void> {
  for (const briefing of BRIEFINGS) {
    for (const language of ['vi', 'en'] as const) {
      const made = await client.briefing.describe({ briefing, language, unit: PLACE.province, cut: WEEK });
      const text = JSON.stringify(made);
      expect(made.organisation).toContain(language === 'vi' ? plan.shortName : plan.shortNameEn);
      expect(`${briefing} ${language}: ${/\{\w+[,}]|NaN|undefined|Infinity/.exec(text)?.[0] ?? ''}`).toBe(
        `${briefing} ${language}: `,
      );
      expect(text).not.toMatch(BUILT_IN);
    }
  }
}

describe('next year’s plan', () => {
  it('is spoken of by every screen, file and command, and alerts by role', { timeout: 600_000 }, async () => {
    const dataFolder = freshFolder();
    const application = await beginWith(SECOND_PLAN, dataFolder);
    applications.push(application);
    const { client } = application;
    for (const cut of ['month-2025-11', 'month-2025-12'])
      await bring(application, { cut, figures: figuresOf(SECOND_PLAN, true) });
    for (const cut of [BEFORE, WEEK])
      await bring(application, { cut, figures: figuresOf(SECOND_PLAN, false) });
    const { alerts } = await client.alerts.list({ cut: WEEK, rules: ['onlineLow'] });
    expect(alerts).toMatchObject([
      { unit: { code: PLACE.province }, indicator: 'nop_qua_mang', state: 'firing' },
    ]);
    await readBriefings(application, SECOND_PLAN);
    const { file } = await client.intake.template({ province: PLACE.province, cut: 'week-2026-02-02' });
    const written = readWorkbookFile(await file.bytes())
      .flatMap(({ cells }) => [...cells.values()].map(({ value }) => value))
      .join('|');
    expect(written).toContain(`Báo cáo số liệu thực hiện ${SECOND_PLAN.shortName}`);
    expect(written).not.toMatch(BUILT_IN);
    const said = await readCommands(dataFolder);
    for (const [name, text] of Object.entries(said)) expect(`${name}: ${text}`).not.toMatch(BUILT_IN);
    expect(said.alerts).toContain('nop_qua_mang');
    expect(
      await askEverything(application, { criterion: 'chu_ky', ratio: 'nop_qua_mang', task: 'B1' }),
    ).toEqual(REFUSED);
  });
});

/** What commands write of the workplace while it is open elsewhere. */
async function readCommands(data: string): Promise<Record<string, string>> {
  const csv = join(freshFolder(), 'a.csv');
  const commands: Readonly<Record<string, readonly string[]>> = {
    status: ['status', '--json', '--unit', PLACE.commune],
    alerts: ['alerts', '--json'],
    gap: ['gap'],
    compare: ['compare', BEFORE, WEEK],
    submissions: ['submissions', '--cut', WEEK],
    export: ['export', 'csv', '--out', csv],
  };
  const said: Record<string, string> = {};
  for (const [name, words] of Object.entries(commands)) {
    const { code, stdout, stderr } = await runCommand([...words, '--data', data]);
    expect([name, code, stderr]).toEqual([name, 0, '']);
    said[name] = stdout;
  }
  return { ...said, csv: readFileSync(csv, 'utf8') };
}

describe('a plan in which nothing stands yet', () => {
  it('owes nothing, alerts nothing and answers everything', { timeout: 600_000 }, async () => {
    const application = await beginWith(EMPTY_PLAN, freshFolder());
    applications.push(application);
    const { client } = application;
    await client.calendar.add({ cut: WEEK, who: WHO });
    const { provinces } = await client.intake.submissions({ cut: WEEK });
    expect(new Set(provinces.map(({ expected, state }) => `${expected} ${state}`))).toEqual(
      new Set(['0 complete']),
    );
    expect((await client.intake.close({ cut: WEEK, who: WHO })).missing).toEqual([]);
    expect((await client.alerts.list({ cut: WEEK })).byRule).toEqual({});
    await readBriefings(application, EMPTY_PLAN);
    await client.intake.reopen({ cut: WEEK, who: WHO, reason: 'thử' });
    expect(await askEverything(application, { criterion: 'x', ratio: 'x', task: 'x' })).toEqual({
      ...REFUSED,
      'indicators.get': 'INDICATOR_UNKNOWN',
      'map.indicator': 'INDICATOR_UNKNOWN',
      'plan.task': 'TASK_UNKNOWN',
    });
  });
});
