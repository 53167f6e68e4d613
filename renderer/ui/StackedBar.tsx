import classes from './StackedBar.module.css';

export type BarTone = 'green' | 'inTime' | 'yellow' | 'red' | 'undetermined' | 'empty';

export interface BarSegment {
  readonly tone: BarTone;
  readonly label: string;
  readonly value: number;
}

/** Parts of a whole in one bar. The words stand in its label, so it reads without colours. */
export function StackedBar(props: {
  readonly segments: readonly BarSegment[];
  readonly label: string;
  readonly height?: string;
}) {
  const shown = props.segments.filter((segment) => segment.value > 0);
  const total = shown.reduce((sum, segment) => sum + segment.value, 0);
  const parts = shown.map((segment) => `${segment.label} ${segment.value}`).join(', ');
  return (
    <div
      className={classes.bar}
      role="img"
      aria-label={parts === '' ? props.label : `${props.label}: ${parts}`}
      style={{ height: props.height }}
    >
      {shown.map((segment) => (
        <span
          key={segment.tone}
          className={classes.segment}
          data-tone={segment.tone}
          style={{ flexGrow: segment.value / total }}
          title={`${segment.label}: ${segment.value}`}
        />
      ))}
    </div>
  );
}
