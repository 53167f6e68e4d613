import { outlinePath } from './outlines.ts';
import type { Viewport } from './raster.ts';
import { createSvg } from './svg.ts';
import type { MapTopology } from './topology.ts';

/** What an outline says: the unit that is selected, under the pointer, or under the keyboard's cursor. */
export const OUTLINE_KINDS = ['hovered', 'cursor', 'selected'] as const;
export type OutlineKind = (typeof OUTLINE_KINDS)[number];

export type OutlineLevel = 'province' | 'commune';

interface Outline {
  readonly group: SVGGElement;
  readonly paths: readonly SVGPathElement[];
  level: OutlineLevel;
  code: string | null;
}

/**
 * Outlines of single units over the canvases, as SVG: they change with every move of the pointer, and redrawing one
 * path costs far less than a canvas. Colours come from the style sheet by `data-outline`.
 */
export class OutlineOverlay {
  readonly element = createSvg('g');
  readonly #outlines = new Map<OutlineKind, Outline>();

  constructor() {
    for (const kind of OUTLINE_KINDS) this.#outlines.set(kind, this.#createOutline(kind));
  }

  // Two strokes: a wide pale one under a narrow strong one, so that the line shows on every colour.
  #createOutline(kind: OutlineKind): Outline {
    const group = createSvg('g');
    group.dataset.outline = kind;
    const paths = [createSvg('path'), createSvg('path')];
    group.append(...paths);
    this.element.append(group);
    return { group, paths, level: 'commune', code: null };
  }

  /** Remembers the unit of an outline; a code of null takes it away. */
  set(kind: OutlineKind, level: OutlineLevel, code: string | null): void {
    const outline = this.#outlines.get(kind);
    if (outline === undefined) return;
    outline.level = level;
    outline.code = code;
  }

  /** Draws one outline for a view in CSS pixels. */
  draw(kind: OutlineKind, topology: MapTopology, viewport: Viewport): void {
    const outline = this.#outlines.get(kind);
    if (outline === undefined) return;
    const table = outline.level === 'province' ? topology.provinces : topology.communes;
    const unit = outline.code === null ? -1 : table.codes.indexOf(outline.code);
    const path = unit < 0 ? '' : outlinePath(topology, table, unit, viewport);
    for (const element of outline.paths) element.setAttribute('d', path);
  }

  /** Draws every outline for a view in CSS pixels. */
  drawAll(topology: MapTopology, viewport: Viewport): void {
    for (const kind of OUTLINE_KINDS) this.draw(kind, topology, viewport);
  }
}
