import type { ReactNode } from 'react';
import { useNames } from '#renderer/app/names.tsx';
import { SourceMark } from '#renderer/app/SourceMark.tsx';
import { useText } from '#renderer/app/text.tsx';
import { SeverityIcon } from '#renderer/ui/SeverityIcon.tsx';
import type { AlertDto, HandoverDto } from '#shared/contract/alerts.ts';
import { HandoverProvinces } from './HandoverProvinces.tsx';
import classes from './HandoverSheet.module.css';

/** Lines of a section on the sheet: more than that is a list to be worked through, not to be handed over. */
const LINES = 30;

type Entry = HandoverDto['opened'][number];

/** The sheet as it is read and printed: counts, what waits, what was done, what is new, what has ended. */
export function HandoverSheet(props: { readonly sheet: HandoverDto; readonly province: string | null }) {
  const { t } = useText();
  const { sheet } = props;
  return (
    <article className={classes.sheet}>
      <Head sheet={sheet} province={props.province} />
      <Counts sheet={sheet} />
      <Section title={t('handover.untaken')} none={t('handover.untaken.none')} lines={sheet.open.untaken}>
        {(alert) => <Line key={alert.id} alert={alert} />}
      </Section>
      <Section title={t('handover.handled')} none={t('handover.handled.none')} lines={sheet.handled} isWhole>
        {(entry, place) => <Handled key={`${place}-${entry.alert.id}`} entry={entry} />}
      </Section>
      <Section title={t('handover.opened')} none={t('handover.opened.none')} lines={sheet.opened}>
        {(entry) => <Line key={entry.alert.id} alert={entry.alert} />}
      </Section>
      <Section title={t('handover.resolved')} none={t('handover.resolved.none')} lines={sheet.resolved}>
        {(entry) => <Line key={entry.alert.id} alert={entry.alert} />}
      </Section>
      <HandoverProvinces open={sheet.open} />
      <Signatures />
    </article>
  );
}

function Head({ sheet, province }: { readonly sheet: HandoverDto; readonly province: string | null }) {
  const { t, format } = useText();
  const names = useNames();
  return (
    <header className={classes.head}>
      <h2>{t('handover.title')}</h2>
      <span className={classes.onPaper}>
        <SourceMark />
      </span>
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
    ['untaken', sheet.open.untaken.length],
    ['opened', sheet.opened.length],
    ['handled', sheet.handled.length],
    ['resolved', sheet.resolved.length],
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

function Section<Item>(props: {
  readonly title: string;
  readonly none: string;
  readonly lines: readonly Item[];
  /** What people did is never cut short. */
  readonly isWhole?: boolean;
  readonly children: (line: Item, place: number) => ReactNode;
}) {
  const { t, format } = useText();
  const { lines } = props;
  const shown = props.isWhole === true ? lines : lines.slice(0, LINES);
  const rest = lines.length - shown.length;
  return (
    <section>
      <h3>
        {props.title} <span>{format.number(lines.length)}</span>
      </h3>
      {lines.length === 0 ? (
        <p className={classes.soft}>{props.none}</p>
      ) : (
        <ul className={classes.lines}>{shown.map(props.children)}</ul>
      )}
      {rest > 0 && <p className={classes.soft}>{t('handover.rest', { count: rest })}</p>}
    </section>
  );
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

function Handled({ entry }: { readonly entry: Entry }) {
  const { t, format } = useText();
  const names = useNames();
  const { alert, kind, who, at, note, until } = entry;
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
