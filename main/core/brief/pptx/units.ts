import type { Rect } from '#main/core/brief/layout.ts';

/** A rectangle in points as the generator wants it: inches from the top left. */
export function inches(rect: Rect): { x: number; y: number; w: number; h: number } {
  return { x: rect.x / 72, y: rect.y / 72, w: rect.width / 72, h: rect.height / 72 };
}

/** #RRGGBB without its #. */
export function hex(colour: string): string {
  return colour.replace('#', '');
}
