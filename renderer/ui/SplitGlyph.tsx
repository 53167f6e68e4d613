import { useText } from '#renderer/ground/text.tsx';
import { statusStyle } from '#shared/domain/colours.ts';
import { gapSteps } from '#shared/domain/gap.ts';
import type { OperatingStatus, ReportedStatus } from '#shared/domain/model.ts';
import classes from './SplitGlyph.module.css';
import { statusKey } from './StatusBadge.tsx';

/** Reported on the left, operating on the right: 'green outside, red inside' at a glance. */
export function SplitGlyph(props: {
  readonly reported: ReportedStatus;
  readonly operating: OperatingStatus;
  readonly size?: string;
}) {
  const { t, locale } = useText();
  const { reported, operating } = props;
  const sentence = splitSentence(t, reported, operating);
  return (
    <span
      className={classes.split}
      role="img"
      aria-label={sentence}
      title={sentence}
      style={{ fontSize: props.size }}
    >
      <span className={classes.half} data-status={reported} aria-hidden="true">
        {statusStyle(reported, 'light').letter[locale]}
      </span>
      <span className={classes.half} data-status={operating} aria-hidden="true">
        {statusStyle(operating, 'light').letter[locale]}
      </span>
    </span>
  );
}

type Translate = ReturnType<typeof useText>['t'];

/** 'Báo cáo: Xanh. Vận hành: Đỏ. Báo cáo cao hơn vận hành 2 bậc.' */
function splitSentence(t: Translate, reported: ReportedStatus, operating: OperatingStatus): string {
  const steps = gapSteps(reported, operating) ?? 0;
  const values = { reported: t(statusKey(reported)), operating: t(statusKey(operating)), gap: steps };
  return steps < 0 ? t('status.split.below', values) : t('status.split', values);
}
