import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import type { AlertEventDto } from '#shared/contract/alerts.ts';
import classes from './AlertHistory.module.css';

/** What happened to an alert, newest first: who, when, why; what was taken back stays, struck through. */
export function AlertHistory({ events }: { readonly events: readonly AlertEventDto[] }) {
  const { t } = useText();
  return (
    <section>
      <h3>{t('alerts.detail.history')}</h3>
      <ol className={classes.history}>
        {events.toReversed().map((event, place) => (
          // Two events of one instant differ only by their place, and the list only grows at the other end.
          <li key={events.length - place} data-withdrawn={event.withdrawnAt !== null || undefined}>
            <Event event={event} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Event({ event }: { readonly event: AlertEventDto }) {
  const { t, format } = useText();
  const names = useNames();
  const { kind, who, at, cut, note, until, cause, withdrawnAt } = event;
  return (
    <>
      <p>
        <strong>{t(`alerts.event.${kind}`)}</strong>
        {until !== null && ` ${t('alerts.until', { day: format.date(until) })}`}
        <span>{who}</span>
      </p>
      {cause !== null && <p className={classes.words}>{t(`alerts.cause.${cause}`)}</p>}
      {note !== null && <p className={classes.words}>{note}</p>}
      <p className={classes.time}>
        {format.dateTime(at)} · {names.cut(cut)}
        {withdrawnAt !== null && ` · ${t('alerts.event.withdrawn', { time: format.dateTime(withdrawnAt) })}`}
      </p>
    </>
  );
}
