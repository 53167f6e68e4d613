import { readFileSync } from 'node:fs';
import { writePrivately } from '#main/files/private.ts';

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the window was when it was last closed. Bounds are those of the window when it is not maximised. */
export interface WindowState {
  readonly bounds: Rectangle | null;
  readonly isMaximized: boolean;
}

export const FIRST_STATE: WindowState = { bounds: null, isMaximized: true };
export const SMALLEST = { width: 1024, height: 640 } as const;

/** This much of a title bar must lie on a display, or nobody can take hold of the window. */
const GRIP = { width: 120, height: 40 };

/** The state in a file; the first state when there is none or it makes no sense. */
export function readWindowState(file: string): WindowState {
  try {
    const found: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isWindowState(found) ? found : FIRST_STATE;
  } catch {
    // The first start, or a file cut short by a power loss: the window opens as on the first day.
    return FIRST_STATE;
  }
}

/** A crash leaves the old state, never half of one. */
export function writeWindowState(file: string, state: WindowState): void {
  writePrivately(file, JSON.stringify(state));
}

/** The state with its bounds dropped when no display shows them any more: one was unplugged since. */
export function fitToDisplays(state: WindowState, displays: readonly Rectangle[]): WindowState {
  const { bounds } = state;
  const isVisible = bounds !== null && displays.some((display) => showsTitle(display, bounds));
  return isVisible ? state : { ...state, bounds: null };
}

function showsTitle(display: Rectangle, bounds: Rectangle): boolean {
  const left = Math.max(display.x, bounds.x);
  const right = Math.min(display.x + display.width, bounds.x + bounds.width);
  const isTopInside = bounds.y >= display.y && bounds.y + GRIP.height <= display.y + display.height;
  return right - left >= GRIP.width && isTopInside;
}

function isWindowState(value: unknown): value is WindowState {
  if (typeof value !== 'object' || value === null) return false;
  if (!('bounds' in value) || !('isMaximized' in value) || typeof value.isMaximized !== 'boolean')
    return false;
  return value.bounds === null || isRectangle(value.bounds);
}

function isRectangle(value: unknown): value is Rectangle {
  if (typeof value !== 'object' || value === null) return false;
  const { x, y, width, height } = value as Record<string, unknown>;
  const isWhole = [x, y, width, height].every((number) => Number.isSafeInteger(number));
  return isWhole && Number(width) >= SMALLEST.width && Number(height) >= SMALLEST.height;
}
