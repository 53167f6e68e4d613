import { useText } from '#renderer/ground/text.tsx';
import { completionText } from '#renderer/panels/forecast/outlook.ts';
import type { OutlookDto } from '#shared/contract/forecast.ts';
import { daysBetween } from '#shared/domain/periods.ts';
import classes from './Timeline.module.css';

/** The days a column of timelines spans, both ends included. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** One span for many outlooks: from the cut (or the earliest deadline) to the last day named. */
export function spanOf(outlooks: readonly OutlookDto[], day: string): Span {
  const days = outlooks.flatMap(({ completion, earliest, latest, deadline }) =>
    [completion, earliest, latest, deadline].filter((one) => one !== null),
  );
  const sorted = [day, ...days].sort();
  return { from: sorted[0] ?? day, to: sorted.at(-1) ?? day };
}

/** The range from earliest to latest, the expected day and the deadline on one line. */
export function Timeline(props: { readonly outlook: OutlookDto; readonly span: Span; readonly day: string }) {
  const text = useText();
  const { outlook, span, day } = props;
  const { completion, earliest, latest, deadline } = outlook;
  const at = (one: string) => `${placeOf(one, span) * 100}%`;
  const { format } = text;
  return (
    <span
      className={classes.line}
      role="img"
      aria-label={text.t('forecast.timeline.label', {
        name: text.pick(outlook),
        completion: completionText(outlook, text),
        earliest: format.date(earliest),
        latest: format.date(latest),
        deadline: format.date(deadline),
      })}
    >
      <span className={classes.today} style={{ left: at(day) }} />
      {earliest !== null && (
        <span
          className={classes.range}
          data-open={latest === null || undefined}
          style={{ left: at(earliest), right: latest === null ? 0 : `${(1 - placeOf(latest, span)) * 100}%` }}
        />
      )}
      {deadline !== null && <span className={classes.deadline} style={{ left: at(deadline) }} />}
      {completion !== null && (
        <span
          className={classes.completion}
          data-late={outlook.isLate === true || undefined}
          style={{ left: at(completion) }}
        />
      )}
    </span>
  );
}

function placeOf(day: string, { from, to }: Span): number {
  const whole = daysBetween(from, to);
  return whole === 0 ? 0.5 : daysBetween(from, day) / whole;
}

const MARKS = ['today', 'deadline', 'range', 'inTime', 'late'] as const;

/** What the marks of the timelines mean. */
export function TimelineKey() {
  const { t } = useText();
  return (
    <ul className={classes.key}>
      {MARKS.map((mark) => (
        <li key={mark}>
          <span className={classes.sample} data-mark={mark} aria-hidden="true" />
          {t(`forecast.key.${mark}`)}
        </li>
      ))}
    </ul>
  );
}
