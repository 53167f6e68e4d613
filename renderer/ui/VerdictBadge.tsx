import { IconAlertTriangle, IconQuestionMark, IconShieldCheck, IconX } from '@tabler/icons-react';
import { useText } from '#renderer/ground/text.tsx';
import type { Verdict } from '#shared/contract/snapshots.ts';
import classes from './VerdictBadge.module.css';

const ICONS = {
  verified: IconShieldCheck,
  unsigned: IconQuestionMark,
  altered: IconAlertTriangle,
  refused: IconX,
} as const;

/** What the check found, in shape, colour and word. */
export function VerdictBadge(props: { readonly verdict: Verdict }) {
  const { t } = useText();
  const Icon = ICONS[props.verdict];
  return (
    <span className={classes.badge} data-verdict={props.verdict}>
      <Icon size="1rem" stroke={2} aria-hidden="true" />
      {t(`snapshots.verdict.${props.verdict}`)}
    </span>
  );
}
