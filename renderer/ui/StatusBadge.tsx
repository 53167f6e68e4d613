import { useText } from '#renderer/ground/text.tsx';
import type { PaletteStatus } from '#shared/domain/colours.ts';
import type { ColourBounds } from '#shared/domain/model.ts';
import { boundsText, statusKey } from '#shared/text/status-text.ts';
import classes from './StatusBadge.module.css';
import { StatusGlyph } from './StatusGlyph.tsx';

export { statusKey };

/** A status said three ways: shape, letter and word; the colour only repeats them. Its bounds stand below the word. */
export function StatusBadge(props: {
  readonly status: PaletteStatus;
  readonly bounds?: ColourBounds | null;
  /** Says which status this is where the place does not ('Báo cáo', 'Vận hành'). */
  readonly label?: string;
  readonly large?: boolean;
}) {
  const text = useText();
  const { status, bounds = null } = props;
  return (
    <span className={classes.badge} data-large={props.large === true || undefined}>
      {props.label !== undefined && <span className={classes.label}>{props.label}</span>}
      <StatusGlyph status={status} bounds={bounds} />
      <span className={classes.word}>
        {text.t(statusKey(status))}
        {bounds !== null && <small className={classes.bounds}> {boundsText(text, bounds)}</small>}
      </span>
    </span>
  );
}
