import { createContext, type ReactNode, useContext } from 'react';
import { createPortal } from 'react-dom';
import classes from './Panel.module.css';

/** Where a panel's heading takes the tools of what it holds; null while it is not on the page yet. */
export const PanelTools = createContext<HTMLElement | null | undefined>(undefined);

/** A tool of something inside a panel, shown in the panel's heading; without a panel, right above the thing itself. */
export function PanelTool(props: { readonly children: ReactNode }) {
  const place = useContext(PanelTools);
  if (place === undefined)
    return (
      <div className={classes.loose} data-control>
        {props.children}
      </div>
    );
  return place === null ? null : createPortal(props.children, place);
}
