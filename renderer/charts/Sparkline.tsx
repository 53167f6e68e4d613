import classes from './Sparkline.module.css';

const WIDTH = 88;
const HEIGHT = 22;
const EDGE = 3;

/** A small line without axes; holes stay holes. Its words stand in the label. */
export function Sparkline(props: {
  readonly values: readonly (number | null)[];
  readonly label: string;
  /** Top of the scale; by the data when left out. */
  readonly max?: number;
}) {
  const { values } = props;
  const top = props.max ?? Math.max(...values.map((value) => value ?? 0), Number.EPSILON);
  const x = (position: number) => EDGE + (position / Math.max(values.length - 1, 1)) * (WIDTH - 2 * EDGE);
  const y = (value: number) => HEIGHT - EDGE - (value / top) * (HEIGHT - 2 * EDGE);
  const last = values.findLastIndex((value) => value !== null);
  const lastValue = values[last];
  return (
    <svg className={classes.line} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={props.label}>
      <path d={pathOf(values, x, y)} />
      {lastValue !== null && lastValue !== undefined && <circle cx={x(last)} cy={y(lastValue)} r="2.4" />}
    </svg>
  );
}

function pathOf(
  values: readonly (number | null)[],
  x: (position: number) => number,
  y: (value: number) => number,
): string {
  let path = '';
  let isDrawing = false;
  for (const [position, value] of values.entries()) {
    if (value !== null) path += `${isDrawing ? 'L' : 'M'}${x(position).toFixed(1)} ${y(value).toFixed(1)}`;
    isDrawing = value !== null;
  }
  return path;
}
