import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningApplication, startApplication } from '#tests/setup/application-page.ts';

let application: RunningApplication;

beforeAll(async () => {
  application = await startApplication();
});
afterAll(() => application.close());

it('opens on the national picture without an error and without a request that leaves the machine', async () => {
  const page = await application.openPage();
  await page.getByText('SỐ LIỆU MINH HỌA').first().waitFor();
  await page.getByText('Cao Bằng').first().waitFor();
  await expect.poll(() => page.url()).not.toContain('token');
  expect(application.problems).toEqual([]);
  await page.close();
});

it('shows figures again after the page is loaded again', async () => {
  const page = await application.openPage();
  await page.getByText('Cao Bằng').first().waitFor();
  await page.reload();
  await page.getByText('Cao Bằng').first().waitFor();
  expect(application.problems).toEqual([]);
  await page.close();
});
