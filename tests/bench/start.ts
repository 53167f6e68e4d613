import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { ensureBuilt, MAIN_OUTPUT, RENDERER_OUTPUT } from '#main/hosts/launch/build-output.ts';
import { PROJECT_FOLDER } from '#main/hosts/launch/project.ts';
import { findBrowser } from '#tests/setup/browser.ts';

/** Milliseconds from `npm start` to the first complete map on the screen, when everything was started before. */
const WARM_BUDGET = 2000;
const ROUTE = '#/ban-do';

/** Epoch milliseconds at which a start came how far, in the order of a usual start. */
type Times = Readonly<Record<string, number>>;

/**
 * Measures starting: from `npm start` to the first complete map of the communes on the screen of a real browser,
 * with the part of each phase, and beside it what npm, node and a browser with an empty page take alone. Then the
 * first start of all, on an empty data folder. Returns false when the warm start misses its budget.
 */
export async function run(rounds = Number(process.env.KH02_BENCH_ROUNDS ?? 5)): Promise<boolean> {
  await ensureBuilt(PROJECT_FOLDER, RENDERER_OUTPUT);
  await ensureBuilt(PROJECT_FOLDER, MAIN_OUTPUT);
  const folder = await mkdtemp(join(tmpdir(), 'kh02-start-bench-'));
  await writeFile(join(folder, 'package.json'), JSON.stringify({ scripts: { start: 'node -e 0' } }));
  try {
    const first = await startOnce(join(folder, 'data'), join(folder, 'profile'));
    printPhases('first start ever (empty data folder)', [first]);
    const warm: Times[] = [];
    const references: Times[] = [];
    // The browser keeps compiled scripts from the second time on that it meets them.
    for (let time = 0; time < 2; time += 1) await startOnce(join(folder, 'data'), join(folder, 'profile'));
    for (let round = 0; round < rounds; round += 1) {
      warm.push(await startOnce(join(folder, 'data'), join(folder, 'profile')));
      references.push(await referenceOnce(folder, join(folder, 'empty-profile')));
    }
    printPhases(`warm start, medians of ${rounds}`, warm);
    printPhases('reference: npm and node that do nothing, then a browser with an empty page', references);
    const total = median(warm.map((times) => totalOf(times)));
    const bare = median(references.map((times) => totalOf(times)));
    print(
      `warm start ${total} ms, budget ${WARM_BUDGET}: ${total <= WARM_BUDGET ? 'held' : 'MISSED'}; of these ${bare} ms are npm, node and the browser alone`,
    );
    return total <= WARM_BUDGET;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function totalOf(times: Times): number {
  const all = Object.values(times);
  return Math.max(...all) - Math.min(...all);
}

async function startOnce(dataFolder: string, profile: string): Promise<Times> {
  const words = ['start', '--', '--host', 'web', '--data', dataFolder];
  const asked = join(dirname(dataFolder), 'asked');
  const window = await standInBrowser(asked);
  const env = { ...process.env, KH02_START_TIMES: '1', KH02_DATA: '', DISPLAY: ':0', KH02_BROWSER: window };
  const begun = Date.now();
  const host = spawn('npm', words, { cwd: PROJECT_FOLDER, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const noted = gatherTimes(host);
  const address = await addressOf(host, asked);
  const said = Date.now();
  const pageTimes = await openPage(`${address}${ROUTE}`, profile, 'kh02-map');
  await end(host);
  return { begun, ...noted, window: said, ...pageTimes };
}

/** `folder` holds a package whose start script is a node that does nothing. */
async function referenceOnce(folder: string, profile: string): Promise<Times> {
  const begun = Date.now();
  const nothing = spawn('npm', ['start'], { cwd: folder, stdio: 'ignore' });
  await new Promise((resolve) => nothing.once('exit', resolve));
  const said = Date.now();
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html').end(EMPTY_PAGE);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const pageTimes = await openPage(address, profile, 'empty');
  server.close();
  return { begun, address: said, ...pageTimes };
}

const EMPTY_PAGE = '<!doctype html><title>empty</title><body><script>performance.mark("empty")</script>';

function gatherTimes(host: ChildProcess): Record<string, number> {
  const times: Record<string, number> = {};
  host.stderr?.setEncoding('utf8').on('data', (part: string) => {
    for (const [, step = '', at] of part.matchAll(/^kh02-time (\S+) (\d+)$/gm)) times[step] = Number(at);
  });
  return times;
}

/**
 * A program in place of the browser: it writes down which page it is asked to show, so that a browser whose screen
 * can be read opens that page at the moment in which `npm start` opens its window.
 */
async function standInBrowser(asked: string): Promise<string> {
  const program = `${asked}.sh`;
  await rm(asked, { force: true });
  const script = `#!/bin/sh\nprintf '%s' "$1" > '${asked}.new'\nmv '${asked}.new' '${asked}'\nexec sleep 600\n`;
  await writeFile(program, script, { mode: 0o755 });
  return program;
}

async function addressOf(host: ChildProcess, asked: string): Promise<string> {
  const watcher = watch(dirname(asked));
  const ended = once(host, 'exit').then(([code]) => Promise.reject(new Error(`The host ended with ${code}`)));
  ended.catch(() => undefined);
  try {
    for (;;) {
      // Listened for before the look: what changes meanwhile is heard.
      const changed = once(watcher, 'change');
      const text = await readFile(asked, 'utf8').catch(() => '');
      if (text !== '') return text.replace('--app=', '');
      await Promise.race([changed, ended]);
    }
  } finally {
    watcher.close();
  }
}

async function end(host: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => host.once('close', resolve));
  host.kill('SIGTERM');
  await gone;
}

/** Opens the address as an application window does, with a profile that is kept from start to start. */
async function openPage(address: string, profile: string, mark: string): Promise<Times> {
  const spawned = Date.now();
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser(),
    viewport: { width: 1920, height: 1080 },
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.addInitScript(showWhenMarked, mark);
  // Told by the console: a question put to the page has Playwright's own program read in it first (40 ms).
  const shown = page.waitForEvent('console', {
    predicate: (message) => message.text().startsWith(SHOWN),
    timeout: SHOWN_AT_MOST_MS,
  });
  const running = Date.now();
  await page.goto(address, { waitUntil: 'commit' });
  const shownAt = Number((await shown).text().slice(SHOWN.length));
  const seen = { ...(await timesOf(page, mark)), shown: shownAt };
  await context.close();
  return { browser: running, ...seen, spawnedBrowser: spawned };
}

const SHOWN = 'kh02-shown ';
/** A first start fills the data folder before it shows anything, on a busy machine for long. */
const SHOWN_AT_MOST_MS = 120_000;

/** In the page: says in the console when the frame that was made at the mark has reached the screen (see the bench of the map). */
function showWhenMarked(mark: string): void {
  new PerformanceObserver((list) => {
    const [entry] = list.getEntries() as (PerformanceEntry & { renderTime: number })[];
    // biome-ignore lint/suspicious/noConsole: the way out of the page.
    if (entry !== undefined) console.log(`kh02-shown ${performance.timeOrigin + entry.renderTime}`);
  }).observe({ type: 'element' });
  new PerformanceObserver((list, observer) => {
    if (list.getEntriesByName(mark).length === 0) return;
    observer.disconnect();
    const letter = document.createElement('span');
    letter.textContent = '.';
    letter.setAttribute('elementtiming', 'picture');
    letter.style.cssText = 'position:fixed;left:4px;bottom:4px;z-index:9999;color:#777;font-family:monospace';
    document.body.append(letter);
  }).observe({ type: 'mark', buffered: true });
}

async function timesOf(page: Page, mark: string): Promise<Times> {
  const rest = await page.evaluate(() => {
    const origin = performance.timeOrigin;
    const navigation = performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming;
    const marks = performance
      .getEntriesByType('mark')
      .map(({ name, startTime }) => [name, origin + startTime]);
    const others = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const ends = others.map(({ name, responseEnd }) => [name.split('/').at(-1), origin + responseEnd]);
    return { page: origin + navigation.responseEnd, marks, ends };
  });
  if (process.env.KH02_BENCH_DETAIL === '1')
    print(JSON.stringify(rest.ends.map(([name, at]) => [name, Math.round(Number(at) - rest.page)])));
  return {
    page: rest.page,
    ...Object.fromEntries(rest.marks.filter(([name]) => name !== mark)),
    drawn: Object.fromEntries(rest.marks)[mark],
  };
}

function median(values: readonly number[]): number {
  return Math.round(values.toSorted((one, other) => one - other)[values.length >> 1] ?? Number.NaN);
}

/** One line a phase: when it was reached after the beginning, and how long after the one before. */
function printPhases(title: string, all: readonly Times[]): void {
  print(`\n${title}, ms`);
  const [one = {}] = all;
  const rows = Object.keys(one).map((step) => ({
    step,
    at: median(all.map((times) => (times[step] ?? Number.NaN) - (times.begun ?? 0))),
  }));
  let before = 0;
  for (const { step, at } of rows.toSorted((left, right) => left.at - right.at)) {
    print(`${step.padEnd(20)}${String(at).padStart(8)}${String(at - before).padStart(8)}`);
    before = at;
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
