import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import type { AlertDetailDto } from '#shared/contract/alerts.ts';
import classes from './AlertCourse.module.css';
import { STATE_ICONS } from './StateMark.tsx';

/** The life of an alert cut by cut: its state as a shape; hatched where the cut had no data. */
export function AlertCourse({ detail }: { readonly detail: AlertDetailDto }) {
  const { t, format } = useText();
  const names = useNames();
  return (
    <section>
      <h3>{t('alerts.detail.course')}</h3>
      <ol className={classes.course}>
        {detail.course.map((step) => {
          const Icon = STATE_ICONS[step.state];
          const state = t(`alertState.${step.state}`);
          const { condition } = step;
          const words = t('alerts.course.cell', { cut: names.cut(step.cut), state, condition });
          return (
            <li
              key={step.cut}
              className={condition === 'noData' ? 'hatched' : undefined}
              data-condition={condition}
              data-current={step.cut === detail.cut.id || undefined}
              title={`${words}. ${names.reason(step.reason)}`}
            >
              <Icon size="0.9375rem" aria-hidden="true" />
              <span aria-hidden="true">{format.dayAndMonth(step.asOf)}</span>
              <span className="visually-hidden">{words}</span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
