import type { ReactNode } from 'react';
import classes from './ChoroplethMap.module.css';

/** The unit under the pointer or under the keyboard's cursor. */
export interface PointedUnit {
  readonly code: string;
  readonly by: 'pointer' | 'keyboard';
}

/** The card that goes with the pointer; its place is set by `placeCard`. Screen readers get the live region instead. */
export function PointerCard(props: {
  readonly pointed: PointedUnit | null;
  readonly children: (code: string) => ReactNode;
}) {
  const { pointed } = props;
  return (
    <div className={classes.card} data-map-card hidden={pointed === null} aria-hidden="true">
      {pointed !== null && props.children(pointed.code)}
    </div>
  );
}
