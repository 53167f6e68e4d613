import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { decodeTopology } from '#renderer/map/topology.ts';
import type { TopologyFile } from '#renderer/map/topology-file.ts';
import { writeFlatTopology } from '#renderer/map/topology-file-flat.ts';
import { findBrowser } from '#tests/setup/browser.ts';
import type { MapBench } from './map-page/main.ts';
import { WAY_NAMES, type WayName } from './map-page/way-names.ts';

/** Budgets in milliseconds, at 1920x1080 on two cores with software rendering. */
const BUDGETS = { first: 150, recolour: 20, hover: 2, frame: 50 } as const;
type Measure = keyof typeof BUDGETS;
const MEASURES = Object.keys(BUDGETS) as Measure[];
/** `…Work` is what the page's main thread itself spent: it does not grow when other programs want the processor. */
const COLUMNS = [...MEASURES, 'firstWork', 'recolourWork', 'heap'] as const;
type Row = Record<(typeof COLUMNS)[number], number>;

interface Size {
  readonly width: number;
  readonly height: number;
}

const SIZES = ['1920x1080', '3840x2160'];

/** What is measured: everything takes minutes, so a developer may ask for less by KH02_BENCH_WAYS, …_SIZES, …_ROUNDS. */
interface Plan {
  readonly ways: readonly WayName[];
  readonly sizes: readonly Size[];
  readonly rounds: number;
}

/**
 * Measures the map layer beside Leaflet's own and ECharts in the same run: rounds are interleaved, each in a fresh
 * page. Prints medians and says which budgets hold. Returns false when one does not at 1920x1080.
 */
export async function run(): Promise<boolean> {
  const plan = readPlan();
  const folder = await mkdtemp(join(tmpdir(), 'kh02-map-bench-'));
  await buildPage(folder);
  await writeBoundaries(folder);
  const server = await servePage(folder);
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const browser = await launch();
  warnWhenBusy();
  let isWithin = true;
  for (const size of plan.sizes) {
    const rows = await measureSize(browser, address, size, plan);
    const holds = printTable(size, rows);
    if (size.width === 1920) isWithin = holds;
  }
  await browser.close();
  server.close();
  await rm(folder, { recursive: true });
  return isWithin;
}

function readPlan(environment = process.env): Plan {
  const { KH02_BENCH_WAYS: ways, KH02_BENCH_SIZES: sizes, KH02_BENCH_ROUNDS: rounds } = environment;
  const isAsked = (name: WayName) => ways === undefined || name === 'own' || ways.split(',').includes(name);
  return {
    ways: WAY_NAMES.filter(isAsked),
    sizes: (sizes?.split(',') ?? SIZES).map(readSize),
    rounds: Number(rounds ?? 5),
  };
}

function readSize(text: string): Size {
  const [width = Number.NaN, height = Number.NaN] = text.split('x').map(Number);
  if (!Number.isInteger(width * height)) throw new RangeError(`no size: ${text}`);
  return { width, height };
}

async function buildPage(folder: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    root: fileURLToPath(new URL('./map-page', import.meta.url)),
    base: './',
    build: { outDir: folder, emptyOutDir: true, target: 'chrome130', chunkSizeWarningLimit: 4000 },
  });
}

const BOUNDARIES = fileURLToPath(new URL('../../assets/geo/country.topo.json', import.meta.url));

/** The same boundaries as the application reads them. */
async function writeBoundaries(folder: string): Promise<void> {
  const file = JSON.parse(await readFile(BOUNDARIES, 'utf8')) as TopologyFile;
  await writeFile(join(folder, 'country.boundaries'), writeFlatTopology(decodeTopology(file)));
}

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
};

async function servePage(folder: string) {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const file =
      path === '/country.topo.json' ? BOUNDARIES : join(folder, path === '/' ? 'index.html' : path);
    readFile(file).then(
      (bytes) =>
        response.setHeader('content-type', TYPES[file.split('.').at(-1) ?? ''] ?? 'text/plain').end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

function launch(): Promise<Browser> {
  const executablePath = findBrowser();
  // Without a cap on frames, waiting for the next one costs nothing, so that what is measured is work.
  const args = [
    '--no-sandbox',
    '--disable-frame-rate-limit',
    '--disable-gpu-vsync',
    '--js-flags=--expose-gc',
  ];
  return chromium.launch({ executablePath, args });
}

async function measureSize(browser: Browser, address: string, size: Size, { ways, rounds }: Plan) {
  const rows = new Map<WayName, Row[]>(ways.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const name of ways) {
      const page = await browser.newPage({ viewport: size });
      await page.goto(address);
      rows.get(name)?.push(await measureWay(page, name));
      await page.close();
    }
  }
  return rows;
}

async function measureWay(page: Page, name: WayName): Promise<Row> {
  const call = <K extends keyof MapBench>(key: K, ...given: Parameters<MapBench[K]>) =>
    page.evaluate(
      ([method, values]) => (window.mapBench[method] as (...all: unknown[]) => unknown)(...values),
      [key, given] as const,
    );
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await call('prepare', name);
  // The browser is busy for a while with opening the page, and more so without a cap on frames: it animates its own
  // tab as fast as it can and takes the processor from the page. That is not what is compared here.
  await rest(page);
  const beforeFirst = await workOf(session);
  const first = Number(await call('first'));
  const beforeRecolour = await workOf(session);
  const recolour = Number(await call('recolour', RECOLOURS));
  const recolourWork = ((await workOf(session)) - beforeRecolour) / RECOLOURS;
  const hover = Number(await call('hover'));
  // Nobody drags a map in the first second.
  await rest(page);
  await call('startFrames');
  await moveAbout(page);
  const frame = Number(await call('longestFrame'));
  const firstWork = beforeRecolour - beforeFirst;
  return { first, recolour, hover, frame, firstWork, recolourWork, heap: await heapOf(session) };
}

const RECOLOURS = 9;
/** Nothing tells when a browser has come to rest: the time is generous, and no figure has it inside. */
const REST_MS = 1000;

function rest(page: Page): Promise<unknown> {
  return page.evaluate((pause) => new Promise((resolve) => setTimeout(resolve, pause)), REST_MS);
}

/** Milliseconds of processor time that the page's main thread has spent. */
async function workOf(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
}

/** Drags the country about and zooms in and out, as a hand does. */
async function moveAbout(page: Page): Promise<void> {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  await page.mouse.move(width / 2, height / 2);
  await page.mouse.down();
  await page.mouse.move(width / 2 - 400, height / 2 + 120, { steps: 40 });
  await page.mouse.move(width / 2 + 100, height / 2 - 60, { steps: 40 });
  await page.mouse.up();
  for (const turn of [-240, -240, 240, 240]) {
    await page.mouse.wheel(0, turn);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)));
  }
}

async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize / 1e6;
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? Number.NaN;
}

function printTable(size: Size, rows: ReadonlyMap<WayName, readonly Row[]>): boolean {
  const medians = (name: WayName) =>
    COLUMNS.map((column) => median((rows.get(name) ?? []).map((row) => row[column])));
  const own = medians('own');
  print(`\nmap ${size.width}x${size.height}: medians, ms (heap MB); in brackets: times the own layer's`);
  print(['way', ...COLUMNS].map((text) => text.padStart(16)).join(''));
  for (const name of rows.keys()) {
    const cells = medians(name).map(
      (value, at) => `${value.toFixed(2)} (${(value / (own[at] ?? 1)).toFixed(1)})`,
    );
    print([name, ...cells].map((text) => text.padStart(16)).join(''));
  }
  const missed = MEASURES.filter((measure, at) => (own[at] ?? 0) > BUDGETS[measure]);
  print(
    `budgets ${MEASURES.map((measure) => `${measure} ${BUDGETS[measure]}`).join(', ')}: ${missed.length === 0 ? 'all held' : `MISSED ${missed.join(', ')}`}`,
  );
  return missed.length === 0;
}

/** Figures of a busy machine say little of the program: compare the ways with each other, or look at the work. */
function warnWhenBusy(): void {
  const [load = 0] = loadavg();
  if (load > availableParallelism() / 2) {
    print(
      `This machine is busy (load ${load.toFixed(1)} on ${availableParallelism()} processors): times are too long.`,
    );
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
