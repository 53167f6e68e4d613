import { IconAlertOctagonFilled, IconAlertTriangleFilled, IconInfoCircle } from '@tabler/icons-react';
import { useText } from '#renderer/ground/text.tsx';
import type { Severity } from '#shared/domain/model.ts';
import classes from './SeverityIcon.module.css';

const ICONS = {
  critical: IconAlertOctagonFilled,
  warning: IconAlertTriangleFilled,
  notice: IconInfoCircle,
} as const;

/** How grave an alert is: a shape of its own for each, and its word for those who hear it. */
export function SeverityIcon(props: { readonly severity: Severity; readonly size?: string }) {
  const { t } = useText();
  const Icon = ICONS[props.severity];
  const word = t(`severity.${props.severity}`);
  return (
    <span className={classes.icon} data-severity={props.severity} title={word} role="img" aria-label={word}>
      <Icon size={props.size ?? '1.125rem'} aria-hidden="true" />
    </span>
  );
}
