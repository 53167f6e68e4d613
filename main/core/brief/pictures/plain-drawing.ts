import { UserError } from '#shared/contract/errors.ts';

/** What a chart is drawn with. Nothing here runs, loads or links to anything. */
const ELEMENTS = new Set(['svg', 'g', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon']);
for (const name of ['text', 'tspan', 'defs', 'clipPath', 'pattern', 'linearGradient', 'stop', 'title'])
  ELEMENTS.add(name);
const ATTRIBUTES =
  /^(xmlns(:xlink)?|version|baseProfile|id|[xyd]|[xy][12]|dx|dy|cx|cy|r|rx|ry|width|height|points|viewBox|transform|fill|opacity|offset|pattern(Units|ContentUnits|Transform)|gradientUnits|clipPathUnits|(stroke|fill|clip|font|text|stop|shape)-[a-z-]+|stroke|dominant-baseline|paint-order|xml:space|style)$/;
/** Only references inside the drawing itself. */
const STRANGE_VALUE = /url\((?!#[\w-]+\))|javascript:|data:|expression|@import/i;
const TAG = /<(\/?)([A-Za-z][\w:-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/g;

/**
 * The drawing as it came, when it is one well-formed SVG of shapes and text. INPUT_INVALID for anything else: it
 * goes into a file that other programs open.
 */
export function plainDrawing(svg: string): string {
  const open: string[] = [];
  let isClosed = false;
  for (const [, end, name = '', attributes = '', empty] of svg.matchAll(TAG)) {
    if (isClosed || !ELEMENTS.has(name) || !areHarmless(attributes)) throw strange(name);
    if (end === '/' && open.pop() !== name) throw strange(name);
    if (end === '' && empty === '') open.push(name);
    isClosed = open.length === 0;
  }
  const rest = svg.replace(TAG, '');
  const isText = !/<|&(?!(amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);)/i.test(rest);
  if (!isClosed || !isText || !/^<svg\b/.test(svg)) throw strange('svg');
  return svg;
}

function areHarmless(attributes: string): boolean {
  return [...attributes.matchAll(/([\w:-]+)="([^"]*)"/g)].every(
    ([, name = '', value = '']) => ATTRIBUTES.test(name) && !STRANGE_VALUE.test(value),
  );
}

function strange(name: string): UserError {
  return new UserError('INPUT_INVALID', { problem: `drawing: ${name}` });
}
