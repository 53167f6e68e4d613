import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import type { MenuItemConstructorOptions } from 'electron';
import { closeBrowser } from './browser.ts';

/**
 * Our reading of the part of Electron that the desktop host uses, over a real Chromium, so that its bundled main
 * process and preload script run in tests where there is no Electron. It proves our code, never Electron itself:
 * no native menu, no sandbox of the process, no fuses, no asar.
 */
export { BrowserWindow } from './window.ts';

const note = (text: string): void => void process.stderr.write(`stand-in: ${text}\n`);

class App extends EventEmitter {
  readonly isPackaged = false;
  readonly #paths = new Map<string, string>();
  setPath(name: string, path: string): void {
    if (!existsSync(path)) throw new Error(`Failed to set path ${path}`);
    this.#paths.set(name, path);
  }
  getPath(name: string): string {
    return this.#paths.get(name) ?? '';
  }
  getAppPath(): string {
    return process.cwd();
  }
  requestSingleInstanceLock(): boolean {
    return true;
  }
  /** Events that the system sends to a running program, as a test's message asks for them. */
  constructor() {
    super();
    process.on('message', ({ event, values }: { event: string; values: readonly unknown[] }) => {
      const prevented = { preventDefault: () => note(`${event} taken over`) };
      this.emit(event, prevented, ...values);
    });
  }
  /** As in Electron, ready only after the entry module has ended: awaiting it there would wait for ever. */
  whenReady(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve));
  }
  quit(): void {
    let isPrevented = false;
    this.emit('will-quit', { preventDefault: () => (isPrevented = true) });
    if (!isPrevented) this.exit(0);
  }
  /** Says with what it would begin anew; a test does that itself. */
  relaunch({ args }: { readonly args: readonly string[] }): void {
    note(`begins anew with ${JSON.stringify(args)}`);
  }
  exit(code: number): void {
    void closeBrowser().finally(() => process.exit(code));
  }
}

export const app = new App();
export const ipcMain = new EventEmitter();

type Handler = (request: { url: string }) => Response | Promise<Response>;
const handlers = new Map<string, Handler>();

export const protocol = {
  registerSchemesAsPrivileged: (schemes: readonly { scheme: string }[]) =>
    note(`scheme ${schemes.map(({ scheme }) => scheme).join()}`),
  handle: (scheme: string, handler: Handler) => void handlers.set(scheme, handler),
  /** For the window: the answer of the scheme's handler, or null for a scheme that has none. */
  answer: async (url: string): Promise<Response | null> => {
    const handler = handlers.get(new URL(url).protocol.slice(0, -1));
    return handler === undefined ? null : handler({ url });
  },
};

type Check = (contents: null, name: string, origin: string) => boolean;
type Answer = (isGranted: boolean) => void;
type Asking = { readonly getURL: () => string };

const ORIGINS = ['app://bundle/', 'https://example.org/'] as const;
const PERMISSIONS = ['media', 'clipboard-read', 'clipboard-sanitized-write', 'screen-wake-lock'] as const;

/** Asks every guard at once what it would answer, and says it. */
export const session = {
  defaultSession: {
    setPermissionRequestHandler: (handler: (contents: Asking, name: string, answer: Answer) => void) => {
      for (const name of PERMISSIONS)
        for (const origin of ORIGINS)
          handler({ getURL: () => `${origin}index.html` }, name, (isGranted) =>
            note(`permission ${name} for ${origin} ${isGranted ? 'granted' : 'denied'}`),
          );
    },
    setPermissionCheckHandler: (handler: Check) => {
      for (const name of PERMISSIONS)
        for (const origin of ORIGINS) note(`check ${name} for ${origin} ${handler(null, name, origin)}`);
    },
    setDevicePermissionHandler: (handler: () => boolean) => note(`device check ${handler()}`),
    on: (_name: 'will-download', listener: (event: object, item: Asking) => void) => {
      for (const origin of ORIGINS) {
        let isPrevented = false;
        const event = { preventDefault: () => (isPrevented = true) };
        listener(event, { getURL: () => `blob:${origin}0b1c` });
        note(`download of blob:${origin} ${isPrevented ? 'prevented' : 'allowed'}`);
      }
    },
  },
};

/** Says what is held and what is let go. */
export const powerSaveBlocker = {
  last: 0,
  start(kind: string): number {
    this.last += 1;
    note(`power save blocker ${this.last} started: ${kind}`);
    return this.last;
  },
  stop: (id: number) => note(`power save blocker ${id} stopped`),
};

export const screen = {
  getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }],
};

export const Menu = {
  buildFromTemplate: (template: MenuItemConstructorOptions[]) => template,
  setApplicationMenu: (template: MenuItemConstructorOptions[]) =>
    note(`menu ${template.map(({ label }) => label).join(', ')}`),
};

export const dialog = {
  /** Chooses what a test says in the environment; without it a person who chooses nothing. */
  showOpenDialog: async (...words: readonly unknown[]) => {
    note(`folder dialog ${JSON.stringify(words.at(-1))}`);
    const folder = process.env.KH02_STANDIN_FOLDER;
    return folder === undefined
      ? { canceled: true, filePaths: [] }
      : { canceled: false, filePaths: [folder] };
  },
  showErrorBox: (title: string, text: string) => note(`error box ${title}: ${text}`),
};

export const shell = {
  openExternal: async (address: string) => note(`opened outside ${address}`),
};
