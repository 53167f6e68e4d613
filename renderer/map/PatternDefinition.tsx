import { type MapPaint, TILE_SHAPES } from './paint.ts';

/** Cells of a tile; the shapes are coarse enough for this. */
const CELLS = 8;
/** Side of a tile in the units of the SVG. */
const SIDE = 8;

/** A paint's pattern for SVG, from the same shapes that the canvas uses. */
export function PatternDefinition(props: { readonly id: string; readonly paint: MapPaint }) {
  const isInk = TILE_SHAPES[props.paint.pattern];
  const cells = Array.from(
    { length: CELLS * CELLS },
    (_, cell) => [cell % CELLS, Math.floor(cell / CELLS)] as const,
  );
  const path = cells
    .filter(([x, y]) => isInk(x / CELLS, y / CELLS))
    .map(([x, y]) => `M${x} ${y}h1v1h-1z`)
    .join('');
  return (
    <pattern id={props.id} width={SIDE} height={SIDE} patternUnits="userSpaceOnUse">
      <rect width={SIDE} height={SIDE} fill={props.paint.colour} />
      <path d={path} fill={props.paint.ink} stroke="none" transform={`scale(${SIDE / CELLS})`} />
    </pattern>
  );
}
