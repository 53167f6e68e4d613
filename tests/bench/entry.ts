import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { ensureBuilt, MAIN_OUTPUT, RENDERER_OUTPUT } from '#main/hosts/launch/build-output.ts';
import { PROJECT_FOLDER } from '#main/hosts/launch/project.ts';
import type { Door } from '#main/hosts/web/way-in.ts';
import { findBrowser } from '#tests/setup/browser.ts';
import { startHost } from '#tests/setup/run-program.ts';
import { openWebClient, signIn } from '#tests/setup/web-client.ts';
import { inMs, quantileOf } from './large-database/quantiles.ts';

/** A frame of a screen. */
const KEY_MS = 16;
const ROUNDS = 25;
/** Letters are typed into three cells; the others go from cell to cell. */
const ACTS = ['letter', 'Enter', 'letter', 'ArrowRight', 'PageDown', 'letter', 'ArrowUp', 'PageUp'];
/** Thành phố Hà Nội has the most communes; a month asks the most columns of each. */
const GRIDS = [
  ['figures of a month', '#/nhap-lieu?tinh=01&ky=month-2025-12'],
  ['criteria of a week', '#/nhap-lieu?tinh=01&ky=week-2025-12-29'],
  ['tasks of a week', '#/nhap-lieu?tinh=01&ky=week-2025-12-29&bang=nhiem-vu'],
] as const;

interface Timed {
  readonly act: string;
  readonly ms: number;
}

/**
 * What a key costs the page of the entry grid, all that is drawn after it included, beside the same keys in a table of
 * plain fields in the same browser. It is the page's own processor time: it does not grow when other programs want the
 * processor. Returns false when one key in twenty takes more than a frame.
 */
export async function run(): Promise<boolean> {
  await ensureBuilt(PROJECT_FOLDER, RENDERER_OUTPUT);
  await ensureBuilt(PROJECT_FOLDER, MAIN_OUTPUT);
  const folder = mkdtempSync(join(tmpdir(), 'kh02-entry-bench-'));
  const host = await startHost(['--host', 'web', '--no-open', '--data', join(folder, 'data')]);
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
    await comeIn(context, host.door);
    let isWithin = true;
    for (const [name, route] of GRIDS)
      isWithin = (await measureGrid(context, host.door, name, route)) && isWithin;
    return isWithin;
  } finally {
    await browser.close();
    await host.stop('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  }
}

async function comeIn(context: BrowserContext, door: Door): Promise<void> {
  const { client, socket } = await openWebClient(door);
  await client.settings.set({ personName: 'Lê Thị An' });
  socket.close();
  const [name = '', value = ''] = (await signIn(door)).split('=');
  await context.addCookies([
    { name, value, domain: '127.0.0.1', path: '/', httpOnly: true, sameSite: 'Strict' },
  ]);
}

async function measureGrid(
  context: BrowserContext,
  door: Door,
  name: string,
  route: string,
): Promise<boolean> {
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${door.port}/${route}`);
  await page.getByRole('grid').waitFor();
  await page.locator('[data-row="0"][data-column="0"]').click();
  const { rows, columns } = await sizeOf(page);
  const times = await timeKeys(page);
  await page.setContent(plainTable(rows, columns));
  await page.locator('input').first().focus();
  const plain = await timeKeys(page);
  await page.close();
  const [slow, reference] = [slowOf(times), slowOf(plain)];
  process.stdout.write(
    `${slow <= KEY_MS ? 'ok    ' : 'MISSED'} entry grid, ${name}, ${rows} x ${columns}: p95 of a key ${inMs(slow)} ` +
      `(budget ${KEY_MS} ms; in a table of plain fields ${inMs(reference)}); medians: ${medians(times)}\n`,
  );
  return slow <= KEY_MS;
}

const slowOf = (times: readonly Timed[]): number =>
  quantileOf(
    times.map(({ ms }) => ms),
    0.95,
  );

const medians = (times: readonly Timed[]): string =>
  [...Map.groupBy(times, ({ act }) => act)]
    .map(([act, all]) => {
      const typical = all.map(({ ms }) => ms);
      return `${act} ${inMs(quantileOf(typical, 0.5))}`;
    })
    .join(', ');

async function sizeOf(page: Page) {
  const grid = page.getByRole('grid');
  const read = async (name: string) => Number(await grid.getAttribute(name));
  // Two rows of heads, one column of them.
  return { rows: (await read('aria-rowcount')) - 2, columns: (await read('aria-colcount')) - 1 };
}

const plainTable = (rows: number, columns: number): string =>
  `<table>${`<tr>${'<td><input size="4"></td>'.repeat(columns)}</tr>`.repeat(rows)}</table>`;

async function timeKeys(page: Page): Promise<Timed[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const work = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
  };
  const times: Timed[] = [];
  for (let at = 0; at < ROUNDS * ACTS.length; at += 1) {
    const act = ACTS[at % ACTS.length] ?? 'letter';
    const before = await work();
    await page.evaluate(press, { act, letter: String(at % 2) });
    times.push({ act, ms: (await work()) - before });
  }
  return times;
}

/** Runs in the page: the event that a key becomes there, until two frames after it are drawn. */
async function press({ act, letter }: { readonly act: string; readonly letter: string }): Promise<void> {
  const field = document.activeElement;
  if (act === 'letter' && field instanceof HTMLInputElement) {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, letter);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  } else field?.dispatchEvent(new KeyboardEvent('keydown', { key: act, bubbles: true }));
  for (let frame = 0; frame < 2; frame += 1) await new Promise((next) => requestAnimationFrame(next));
}
