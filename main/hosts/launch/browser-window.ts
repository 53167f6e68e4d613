import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { makePrivateFolder } from '#main/files/private.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** A machine without a display opens no window: a server, or a session over a plain terminal. */
export function hasDisplay(environment: Environment = process.env, platform = process.platform): boolean {
  if (platform === 'win32' || platform === 'darwin') return true;
  return Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY);
}

export interface BrowserWindow {
  /** Path of the browser's program. */
  readonly browser: string;
  /** A new address for each window: it lets in once, and holds no secret itself. */
  readonly place: () => Promise<string>;
  readonly dataFolder: string;
  /** Told when a person closed the window. */
  readonly onClosed: () => void;
}

/** A browser that dies sooner, with an error, cannot show a window here; trying again would only repeat it. */
const SHOWN_AFTER_MS = 5000;

/**
 * Shows the place in an application window of an installed browser, and again when that browser crashes: a wall
 * display has nobody to do it. A browser that cannot start leaves the printed address. Returns what closes it.
 */
export function keepBrowserWindow(window: BrowserWindow): () => void {
  let isClosing = false;
  let child: ChildProcess | undefined;
  const complain = (error: Error): void => {
    process.stderr.write(`${window.browser}: ${error.message}\n`);
  };
  const open = async (): Promise<void> => {
    const place = await window.place();
    if (isClosing) return;
    const openedAt = Date.now();
    child = startBrowser(window, place);
    child.once('error', complain);
    child.once('exit', (code) => {
      if (isClosing) return;
      if (code === 0) window.onClosed();
      else if (Date.now() - openedAt > SHOWN_AFTER_MS) open().catch(complain);
      else process.stderr.write(`${window.browser}: ${code}\n`);
    });
  };
  open().catch(complain);
  return () => {
    isClosing = true;
    child?.kill();
  };
}

/**
 * With a profile of its own the browser's exit means that the window was closed; were it the user's profile, the
 * window would belong to the browser they have open already.
 */
function startBrowser({ browser, dataFolder }: BrowserWindow, place: string): ChildProcess {
  const profile = join(dataFolder, 'browser-profile');
  makePrivateFolder(profile);
  const switches = [
    `--app=${place}`,
    `--user-data-dir=${profile}`,
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
