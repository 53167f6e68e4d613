import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** A machine without a display opens no window: a server, or a session over a plain terminal. */
export function hasDisplay(environment: Environment = process.env, platform = process.platform): boolean {
  if (platform === 'win32' || platform === 'darwin') return true;
  return Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY);
}

export interface BrowserWindow {
  /** Path of the browser's program. */
  readonly browser: string;
  readonly address: string;
  readonly dataFolder: string;
  /** Told when a person closed the window. */
  readonly onClosed: () => void;
}

/** A browser that dies sooner, with an error, cannot show a window here; trying again would only repeat it. */
const SHOWN_AFTER_MS = 5000;

/**
 * Shows the address in an application window of an installed browser, and again when that browser crashes: a wall
 * display has nobody to do it. A browser that cannot start leaves the printed address. Returns what closes it.
 */
export function keepBrowserWindow(window: BrowserWindow): () => void {
  let isClosing = false;
  let child: ChildProcess;
  const open = (): void => {
    const openedAt = Date.now();
    child = startBrowser(window);
    child.once('error', (error) => process.stderr.write(`${window.browser}: ${error.message}\n`));
    child.once('exit', (code) => {
      if (isClosing) return;
      if (code === 0) window.onClosed();
      else if (Date.now() - openedAt > SHOWN_AFTER_MS) open();
      else process.stderr.write(`${window.browser}: ${code}\n`);
    });
  };
  open();
  return () => {
    isClosing = true;
    child.kill();
  };
}

/**
 * With a profile of its own the browser's exit means that the window was closed; were it the user's profile, the
 * window would belong to the browser they have open already.
 */
function startBrowser({ browser, address, dataFolder }: BrowserWindow): ChildProcess {
  const switches = [
    `--app=${address}`,
    `--user-data-dir=${join(dataFolder, 'browser-profile')}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--window-size=1600,1000',
    ...(isRoot() ? ['--no-sandbox'] : []),
  ];
  return spawn(browser, switches, { stdio: 'ignore' });
}

/** Chromium refuses to start its sandbox for root. */
function isRoot(): boolean {
  return process.getuid?.() === 0;
}
