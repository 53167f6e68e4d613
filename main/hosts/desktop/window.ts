import { join } from 'node:path';
import { app, BrowserWindow, screen } from 'electron';
import { logMistake } from '#main/hosts/engine/log.ts';
import { PAGE_ADDRESS } from './page.ts';
import { fitToDisplays, readWindowState, SMALLEST, writeWindowState } from './window-state.ts';

/** The page's own background, so that nothing flashes white before it is painted. */
const BACKGROUND = '#f4f5f7';

export interface WindowOptions {
  /** Fills one display, without menu and frame. */
  readonly isWall: boolean;
  /** What follows the page's address: where it opens a data file. */
  readonly place?: string;
}

/** Opens the window where it was last; it shows itself when the page is painted. */
export function openWindow({ isWall, place = '' }: WindowOptions): BrowserWindow {
  const stateFile = join(app.getPath('userData'), 'window.json');
  const displays = screen.getAllDisplays().map((display) => display.workArea);
  const state = fitToDisplays(readWindowState(stateFile), displays);
  const window = new BrowserWindow({
    ...(state.bounds ?? { width: 1600, height: 1000 }),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    kiosk: isWall,
    backgroundColor: BACKGROUND,
    webPreferences: {
      preload: join(import.meta.dirname, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      // A wall display is never in front, and its clock must not stand still.
      backgroundThrottling: !isWall,
    },
  });
  window.once('ready-to-show', () => (state.isMaximized && !isWall ? window.maximize() : window.show()));
  window.on('close', () => {
    if (!isWall) writeWindowState(stateFile, stateOf(window));
  });
  window.webContents.on('render-process-gone', (_event, details) => comeBack(window, details.reason));
  void window.loadURL(`${isWall ? `${PAGE_ADDRESS}?wall` : PAGE_ADDRESS}${place}`);
  return window;
}

function stateOf(window: BrowserWindow) {
  return { bounds: window.getNormalBounds(), isMaximized: window.isMaximized() };
}

/** A page that crashed is loaded again: a wall display has nobody to do it. */
function comeBack(window: BrowserWindow, reason: string): void {
  if (reason === 'clean-exit' || window.isDestroyed()) return;
  logMistake('window', new Error(`The page is gone: ${reason}`));
  window.webContents.reload();
}
