import type { ReactNode } from 'react';
import classes from './EmptyState.module.css';

/** Says plainly that there is nothing, and why; `hatched` when the reason is that nobody reported. */
export function EmptyState(props: {
  readonly title: string;
  readonly hint?: string;
  readonly hatched?: boolean;
  readonly action?: ReactNode;
}) {
  return (
    <div className={classes.empty} role="status">
      {props.hatched === true && <span className={`${classes.swatch} hatched`} aria-hidden="true" />}
      <strong>{props.title}</strong>
      {props.hint !== undefined && <span>{props.hint}</span>}
      {props.action}
    </div>
  );
}
