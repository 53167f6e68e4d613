import { useText } from '#renderer/ground/text.tsx';
import { boundsOfSide, type StatusBounds } from '#shared/domain/bounds.ts';
import { statusStyle } from '#shared/domain/colours.ts';
import { gapSteps } from '#shared/domain/gap.ts';
import type { ColourBounds, OperatingStatus, ReportedStatus } from '#shared/domain/model.ts';
import { statusText } from '#shared/text/status-text.ts';
import classes from './SplitGlyph.module.css';

/** Reported on the left, operating on the right: 'green outside, red inside' at a glance. */
export function SplitGlyph(props: {
  readonly reported: ReportedStatus;
  readonly operating: OperatingStatus;
  /** The colours between which the undetermined ones lie. */
  readonly bounds?: Partial<StatusBounds> | undefined;
  readonly size?: string;
}) {
  const text = useText();
  const { reported, operating } = props;
  const outside = boundsOfSide(props.bounds, 'reported');
  const inside = boundsOfSide(props.bounds, 'operating');
  const words = {
    reported: statusText(text, reported, outside),
    operating: statusText(text, operating, inside),
  };
  const sentence = splitSentence(text.t, gapSteps(reported, operating) ?? 0, words);
  return (
    <span
      className={classes.split}
      role="img"
      aria-label={sentence}
      title={sentence}
      style={{ fontSize: props.size }}
    >
      <Half status={reported} bounds={outside} />
      <Half status={operating} bounds={inside} />
    </span>
  );
}

function Half(props: {
  readonly status: ReportedStatus | OperatingStatus;
  readonly bounds: ColourBounds | null;
}) {
  const { locale } = useText();
  const { status, bounds } = props;
  return (
    <span
      className={classes.half}
      data-status={status}
      data-least={bounds?.atLeast}
      data-most={bounds?.atMost}
      aria-hidden="true"
    >
      <span>{statusStyle(status, 'light').letter[locale]}</span>
    </span>
  );
}

type Translate = ReturnType<typeof useText>['t'];

/** 'Báo cáo: Xanh. Vận hành: Đỏ. Báo cáo cao hơn vận hành 2 bậc.' */
function splitSentence(
  t: Translate,
  steps: number,
  words: { readonly reported: string; readonly operating: string },
): string {
  const values = { ...words, gap: steps };
  return steps < 0 ? t('status.split.below', values) : t('status.split', values);
}
