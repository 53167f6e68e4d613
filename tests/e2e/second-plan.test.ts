import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PLACE, WEEK } from '#tests/fixtures/empty/workspaces.ts';
import { beginWith, figuresOf } from '#tests/fixtures/plans/other-workplace.ts';
import { SECOND_PLAN } from '#tests/fixtures/plans/second-plan.ts';
import { bring } from '#tests/integration/small-center.ts';
import { type RunningApplication, startApplication } from '#tests/setup/application-page.ts';
import { freshFolder } from '#tests/setup/data-folder.ts';
import { everyScreen } from './page-models/every-screen.ts';
import { settled } from './page-models/settled.ts';

/** What only the built-in plan is called, or says of itself: its name, its groups, the codes of its tasks and indicators. */
const BUILT_IN =
  /02-KH|Kế hoạch (số )?02|[Tt]ám nhóm|Hoàn thiện thể chế|\b\d\.\d{2}\b|applications_online|signature_spec/;
/** Words that no person wrote. */
const NOT_MEANT_TO_BE_READ = /\bNaN\b|\bundefined\b|\bnull\b|Infinity|\[object|Invalid Date/;

/** The addresses of one thing that name one of the other plan. */
const EXAMPLES: readonly (readonly [string, string])[] = [
  ['/nhiem-vu/1.08', '/nhiem-vu/B1'],
  ['/chi-tieu/online_meeting', '/chi-tieu/nop_qua_mang'],
];
const SCREENS = everyScreen().map((path) => EXAMPLES.find(([old]) => old === path)?.[1] ?? path);

let application: RunningApplication;
let page: Page;
beforeAll(async () => {
  const folder = freshFolder();
  const begun = await beginWith(SECOND_PLAN, folder);
  await bring(begun, { cut: 'month-2025-12', figures: figuresOf(SECOND_PLAN, true) });
  await bring(begun, { cut: WEEK, figures: figuresOf(SECOND_PLAN, false) });
  await begun.close();
  application = await startApplication(folder);
  page = await application.openPage();
}, 300_000);
afterAll(() => application.close());

async function goTo(hash: string): Promise<void> {
  await page.goto(`${application.address}${hash}`);
  await settled(page);
}

/** Words of the built-in plan, or of nobody. */
async function foreignWords(): Promise<string[]> {
  const body = await page.locator('body').innerText();
  return [BUILT_IN, NOT_MEANT_TO_BE_READ].flatMap((words) => words.exec(body)?.[0] ?? []);
}

it.each(SCREENS)('says at %s nothing of the built-in plan', async (path) => {
  await goTo(`#${path}`);
  await expect.poll(foreignWords).toEqual([]);
  await expect.poll(() => page.getByRole('alert').allInnerTexts()).toEqual([]);
  expect(application.problems).toEqual([]);
});

it('shows the figures, tasks and names of its own plan where they belong', async () => {
  const shown = async (hash: string, ...texts: string[]) => {
    await goTo(hash);
    for (const text of texts) await page.getByText(text).first().waitFor();
  };
  await shown('#/', 'Cán bộ', 'Dịch vụ');
  await shown('#/nhiem-vu', 'Việc B1', 'Cán bộ');
  await shown('#/chi-tieu/nop_qua_mang', 'Hồ sơ nộp qua mạng');
  await shown(`#/don-vi/${PLACE.province}`, 'Giao ban qua mạng');
  await shown('#/ke-hoach?phan=tasks', 'Việc A1', 'Cán bộ');
});

it('stays its own on the wall, scene by scene', async () => {
  await page.goto(`${application.address}#/?wall`);
  for (const scene of ['1', '2', '3', '4']) {
    await page.getByText(`Cảnh ${scene} trong 4`).waitFor({ state: 'attached' });
    await expect.poll(foreignWords).toEqual([]);
    await page.keyboard.press('ArrowRight');
  }
});
