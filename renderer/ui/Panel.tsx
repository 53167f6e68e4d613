import { type ReactNode, useId, useState } from 'react';
import classes from './Panel.module.css';
import { PanelTools } from './panel-tools.tsx';

/** A named region of a screen: heading, optional note and actions, content. */
export function Panel(props: {
  readonly title: string;
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string | undefined;
  /** The content fills the panel to its edges (tables, maps). */
  readonly flush?: boolean;
  /** The content scrolls inside the panel. */
  readonly scrolls?: boolean;
}) {
  const heading = useId();
  const [tools, setTools] = useState<HTMLElement | null>(null);
  return (
    <section className={`${classes.panel} ${props.className ?? ''}`} aria-labelledby={heading} data-panel>
      <header className={classes.header}>
        <h2 id={heading} className={classes.title}>
          {props.title}
        </h2>
        {props.note !== undefined && <span className={classes.note}>{props.note}</span>}
        {props.actions !== undefined && <span className={classes.actions}>{props.actions}</span>}
        <span ref={setTools} className={classes.tools} data-control />
      </header>
      <div
        className={classes.content}
        data-flush={props.flush === true || undefined}
        data-scrolls={props.scrolls === true || undefined}
      >
        <PanelTools value={tools}>{props.children}</PanelTools>
      </div>
    </section>
  );
}
