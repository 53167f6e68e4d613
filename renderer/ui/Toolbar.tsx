import type { ReactNode } from 'react';
import classes from './Toolbar.module.css';

/** The row of choices above a screen, and beside them what they led to in one sentence. */
export function Toolbar(props: { readonly children: ReactNode; readonly lead?: ReactNode }) {
  return (
    <div className={classes.bar}>
      <div className={classes.choices}>{props.children}</div>
      {props.lead !== undefined && (
        <p className={classes.lead} aria-live="polite">
          {props.lead}
        </p>
      )}
    </div>
  );
}

/** A choice that has no label of its own (a segmented control) under a small name. */
export function Labelled(props: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={classes.labelled}>
      <span className={classes.label} aria-hidden="true">
        {props.label}
      </span>
      {props.children}
    </div>
  );
}
