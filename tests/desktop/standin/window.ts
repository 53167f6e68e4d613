import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { BrowserWindowConstructorOptions } from 'electron';
import type { BrowserContext, CDPSession, Page, Route } from 'playwright-core';
import { openBrowser, toInside, toOutside } from './browser.ts';
import { app, ipcMain, protocol } from './electron.ts';
import { StandInPort } from './port.ts';
import { type Crossing, PRELOAD_WORLD, preloadWorld, TO_MAIN } from './preload-world.ts';

type OpenHandler = (details: { url: string }) => { action: 'deny' | 'allow' };

const note = (text: string): void => void process.stderr.write(`stand-in: ${text}\n`);

class WebContents extends EventEmitter {
  openHandler: OpenHandler = () => ({ action: 'allow' });
  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }
  reload(): void {}
}

/** Stands for Electron's BrowserWindow: a page in a real Chromium with the preload script in a world of its own. */
export class BrowserWindow extends EventEmitter {
  static readonly #all = new Set<BrowserWindow>();
  static getAllWindows(): BrowserWindow[] {
    return [...BrowserWindow.#all];
  }

  readonly webContents = new WebContents();
  readonly #options: BrowserWindowConstructorOptions;
  readonly #ports = new Map<number, StandInPort>();
  #address = '';
  /** What the page shows now. */
  #shown = '';
  #session: CDPSession | undefined;
  #world: number | undefined;
  #isMaximized = false;

  constructor(options: BrowserWindowConstructorOptions) {
    super();
    this.#options = options;
    const { sandbox, contextIsolation, nodeIntegration } = options.webPreferences ?? {};
    note(`window sandbox=${sandbox} contextIsolation=${contextIsolation} nodeIntegration=${nodeIntegration}`);
    BrowserWindow.#all.add(this);
    app.emit('web-contents-created', {}, this.webContents);
  }

  static #isOpening = false;

  /** The browser's own first page for the first window, a new one for each further one. */
  static async #pageFor(context: BrowserContext): Promise<Page> {
    const [first] = context.pages();
    if (first?.url() === 'about:blank' && BrowserWindow.#all.size === 1) return first;
    BrowserWindow.#isOpening = true;
    try {
      return await context.newPage();
    } finally {
      BrowserWindow.#isOpening = false;
    }
  }

  async loadURL(address: string): Promise<void> {
    this.#address = address;
    const context = await openBrowser();
    const page = await BrowserWindow.#pageFor(context);
    context.on('page', (popup) => {
      if (!BrowserWindow.#isOpening) this.#judgePopup(popup);
    });
    page.on('close', () => this.#closed());
    page.on('framenavigated', (frame) => this.#navigated(frame.url()));
    await this.#addPreload(context, page);
    await page.route('**/*', (route) => this.#answer(page, route));
    await page.goto(toInside(address));
    this.emit('ready-to-show');
  }

  show(): void {}
  focus(): void {}
  restore(): void {}
  maximize(): void {
    this.#isMaximized = true;
  }
  isMaximized(): boolean {
    return this.#isMaximized;
  }
  isMinimized(): boolean {
    return false;
  }
  isDestroyed(): boolean {
    return !BrowserWindow.#all.has(this);
  }
  getNormalBounds() {
    const { width = 800, height = 600 } = this.#options;
    return { x: 0, y: 0, width, height };
  }

  async #addPreload(context: BrowserContext, page: Page): Promise<void> {
    const session = await context.newCDPSession(page);
    this.#session = session;
    session.on('Runtime.executionContextCreated', ({ context: world }) => {
      if (world.name === PRELOAD_WORLD) this.#startWorld(world.id);
    });
    session.on('Runtime.bindingCalled', ({ payload }) => this.#receive(JSON.parse(payload) as Crossing));
    await session.send('Runtime.enable');
    await session.send('Runtime.addBinding', { name: TO_MAIN, executionContextName: PRELOAD_WORLD });
    const script = readFileSync(this.#options.webPreferences?.preload ?? '', 'utf8');
    const source = preloadWorld(script);
    await session.send('Page.enable');
    await session.send('Page.addScriptToEvaluateOnNewDocument', { source, worldName: PRELOAD_WORLD });
  }

  /** A new document: the ports of the one before are gone. */
  #startWorld(world: number): void {
    this.#world = world;
    for (const port of this.#ports.values()) port.emit('close');
    this.#ports.clear();
  }

  #receive(crossing: Crossing): void {
    if (crossing.kind !== 'ports') {
      this.#ports.get(crossing.port)?.receive(crossing);
      return;
    }
    const ports = crossing.ports.map((number) => {
      const port = new StandInPort(number, (answer) => this.#send(answer));
      this.#ports.set(number, port);
      return port;
    });
    ipcMain.emit(crossing.channel, { ports, senderFrame: { url: this.#address } });
  }

  #send(crossing: Crossing): void {
    const expression = `globalThis.__fromMain(${JSON.stringify(JSON.stringify(crossing))})`;
    const world = this.#world;
    // Answers to a document that is gone meanwhile have nobody to go to.
    if (world !== undefined)
      this.#session?.send('Runtime.evaluate', { expression, contextId: world }).catch(() => {});
  }

  async #answer(page: Page, route: Route): Promise<void> {
    const request = route.request();
    const address = toOutside(request.url());
    if (request.isNavigationRequest() && !this.#mayNavigate(page, address)) return route.abort('aborted');
    const response = await protocol.answer(address);
    if (response === null) {
      note(`request left the application: ${address}`);
      return route.abort();
    }
    const body = Buffer.from(await response.arrayBuffer());
    return route.fulfill({ status: response.status, headers: Object.fromEntries(response.headers), body });
  }

  #mayNavigate(page: Page, address: string): boolean {
    // Neither a first load nor a reload is announced by Electron.
    if (page.url() === 'about:blank' || toOutside(page.url()) === address) return true;
    let isPrevented = false;
    const event = { url: address, preventDefault: () => (isPrevented = true) };
    this.webContents.emit('will-navigate', event);
    note(`navigation to ${address} ${isPrevented ? 'prevented' : 'allowed'}`);
    return !isPrevented;
  }

  /** As in Electron: another place on the same document is told under a name of its own. */
  #navigated(inside: string): void {
    const address = toOutside(inside);
    const isInPage = this.#shown !== '' && this.#shown.split('#')[0] === address.split('#')[0];
    this.#shown = address;
    this.webContents.emit(isInPage ? 'did-navigate-in-page' : 'did-navigate', {}, address);
  }

  #judgePopup(popup: Page): void {
    const { action } = this.webContents.openHandler({ url: toOutside(popup.url()) });
    note(`window ${action === 'deny' ? 'denied' : 'allowed'}`);
    void popup.close();
  }

  #closed(): void {
    this.emit('close');
    BrowserWindow.#all.delete(this);
    for (const port of this.#ports.values()) port.emit('close');
    this.webContents.emit('destroyed');
    this.emit('closed');
    if (BrowserWindow.#all.size === 0) app.emit('window-all-closed');
  }
}
