import { useText } from '#renderer/ground/text.tsx';
import type { PaletteStatus } from '#shared/domain/colours.ts';
import type { MessageKey } from '#shared/text/catalogue.ts';
import classes from './StatusBadge.module.css';
import { StatusGlyph } from './StatusGlyph.tsx';

const WORDS: Readonly<Record<PaletteStatus, MessageKey>> = {
  green: 'status.green',
  yellow: 'status.yellow',
  red: 'status.red',
  undetermined: 'status.undetermined',
  notReported: 'status.notReported',
  noEvidence: 'status.noEvidence',
  notApplicable: 'empty.notApplicable',
  notYetDue: 'empty.notYetDue',
};

/** The message of a status's word. */
export function statusKey(status: PaletteStatus): MessageKey {
  return WORDS[status];
}

/** A status said three ways: shape, letter and word; the colour only repeats them. */
export function StatusBadge(props: {
  readonly status: PaletteStatus;
  /** Says which status this is where the place does not ('Báo cáo', 'Vận hành'). */
  readonly label?: string;
  readonly large?: boolean;
}) {
  const { t } = useText();
  return (
    <span className={classes.badge} data-large={props.large === true || undefined}>
      {props.label !== undefined && <span className={classes.label}>{props.label}</span>}
      <StatusGlyph status={props.status} />
      <span className={classes.word}>{t(WORDS[props.status])}</span>
    </span>
  );
}
