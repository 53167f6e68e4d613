import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { SeverityIcon } from '#renderer/ui/SeverityIcon.tsx';
import type {
  AlertDto,
  AlertEventDto,
  HandoverDto,
  HandoverLineDto,
  HandoverPart,
} from '#shared/contract/alerts.ts';
import { HandoverProvinces } from './HandoverProvinces.tsx';
import classes from './HandoverSheet.module.css';
import type { HandoverWithLines } from './use-handover.ts';

/** The sheet as it is read and printed: counts, what waits, what was done, what is new, what has ended. */
export function HandoverSheet(props: {
  readonly sheet: HandoverWithLines;
  readonly province: string | null;
}) {
  const { sheet } = props;
  return (
    <article className={classes.sheet} data-paper="upright">
      <Head sheet={sheet} province={props.province} />
      <Counts sheet={sheet} />
      <Section sheet={sheet} part="untaken" />
      <Section sheet={sheet} part="handled" />
      <Section sheet={sheet} part="opened" />
      <Section sheet={sheet} part="resolved" />
      <HandoverProvinces open={sheet.open} />
      <Signatures />
    </article>
  );
}

function Head({ sheet, province }: { readonly sheet: HandoverWithLines; readonly province: string | null }) {
  const { t, format } = useText();
  const names = useNames();
  return (
    <header className={classes.head}>
      <h2>{t('handover.title')}</h2>
      <p>
        <strong>{province === null ? t('handover.everywhere') : names.fullName(province)}</strong>
        {' · '}
        {t('handover.period', { from: format.dateTime(sheet.from), to: format.dateTime(sheet.to) })}
      </p>
      <p className={classes.soft}>
        {t('handover.asOf', { cut: names.cut(sheet.cut.id), time: format.dateTime(sheet.cut.asOf) })}
        {' · '}
        {t('handover.printed', { time: format.dateTime(new Date().toISOString()) })}
      </p>
    </header>
  );
}

function Counts({ sheet }: { readonly sheet: HandoverDto }) {
  const { t, format } = useText();
  const counts = [
    ['untaken', sheet.totals.untaken],
    ['opened', sheet.totals.opened],
    ['handled', sheet.totals.handled],
    ['resolved', sheet.totals.resolved],
    ['open', sheet.open.total],
  ] as const;
  return (
    <>
      <ul className={classes.counts}>
        {counts.map(([key, count]) => (
          <li key={key}>
            <strong>{format.number(count)}</strong>
            <span>{t(`handover.count.${key}`)}</span>
          </li>
        ))}
      </ul>
      {sheet.people.length > 0 && (
        <p>{sheet.people.map(({ who, acts }) => t('handover.people', { who, count: acts })).join(', ')}</p>
      )}
    </>
  );
}

function Section({ sheet, part }: { readonly sheet: HandoverWithLines; readonly part: HandoverPart }) {
  const { t, format } = useText();
  const total = sheet.totals[part];
  const lines = sheet.lines[part];
  const rest = total - lines.length;
  return (
    <section>
      <h3>
        {t(`handover.${part}`)} <span>{format.number(total)}</span>
      </h3>
      {total === 0 ? (
        <p className={classes.soft}>{t(`handover.${part}.none`)}</p>
      ) : (
        <ul className={classes.lines}>{lines.map(part === 'handled' ? handledLine : alertLine)}</ul>
      )}
      {rest > 0 && <p className={classes.soft}>{t('handover.rest', { count: rest })}</p>}
    </section>
  );
}

function alertLine({ alert }: HandoverLineDto) {
  return <Line key={alert.id} alert={alert} />;
}

function handledLine({ alert, event }: HandoverLineDto, place: number) {
  return event && <Handled key={`${place}-${alert.id}`} alert={alert} event={event} />;
}

function Line({ alert }: { readonly alert: AlertDto }) {
  const { t } = useText();
  const names = useNames();
  return (
    <li>
      <SeverityIcon severity={alert.severity} size="1rem" />
      <p>
        {names.reason(alert.reason)}
        <span className={classes.soft}>
          {alert.unit.province !== null && ` ${names.fullName(alert.unit.province)} ·`}
          {` ${t('alerts.since', { state: alert.state, cut: names.cut(alert.since) })}`}
        </span>
      </p>
    </li>
  );
}

function Handled({ alert, event }: { readonly alert: AlertDto; readonly event: AlertEventDto }) {
  const { t, format } = useText();
  const names = useNames();
  const { kind, who, at, note, until } = event;
  return (
    <li>
      <SeverityIcon severity={alert.severity} size="1rem" />
      <p>
        <strong>
          {format.dateTime(at)} {who}, {t(`alerts.event.${kind}`).toLocaleLowerCase()}
          {until !== null && ` ${t('alerts.until', { day: format.date(until) })}`}
        </strong>
        {note !== null && `: ${note}`}
        <span className={classes.soft}> {names.reason(alert.reason)}</span>
      </p>
    </li>
  );
}

function Signatures() {
  const { t } = useText();
  return (
    <footer className={classes.signatures}>
      {(['handover.giver', 'handover.taker'] as const).map((key) => (
        <p key={key}>
          <strong>{t(key)}</strong>
          <span className={classes.soft}>{t('handover.sign')}</span>
        </p>
      ))}
    </footer>
  );
}
