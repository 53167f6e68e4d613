import { Checkbox } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useNames } from '#renderer/ground/names.tsx';
import { isTyping } from '#renderer/ground/shortcuts.ts';
import { useText } from '#renderer/ground/text.tsx';
import { SeverityIcon } from '#renderer/ui/SeverityIcon.tsx';
import type { AlertDto } from '#shared/contract/alerts.ts';
import { alertNotes } from '#shared/text/alert-text.ts';
import { StateMark } from './StateMark.tsx';
import classes from './WorkRow.module.css';

/** One alert in the list that people work through: the box selects it, the sentence opens it. */
export function WorkRow(props: {
  readonly alert: AlertDto;
  readonly isSelected: boolean;
  readonly isOpen: boolean;
  /** The keyboard stands here: the focus comes along. */
  readonly isCursor: boolean;
  readonly onSelect: (isRange: boolean) => void;
  readonly onOpen: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}) {
  const { t } = useText();
  const names = useNames();
  const { alert, isCursor } = props;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // Somebody who types a filter keeps the field, though the line below it has changed.
    if (isCursor && !isTyping(document.activeElement)) button.current?.focus({ preventScroll: true });
  }, [isCursor]);
  return (
    <div
      className={classes.row}
      data-selected={props.isSelected || undefined}
      data-open={props.isOpen || undefined}
    >
      <Checkbox
        size="xs"
        tabIndex={-1}
        aria-label={t('alerts.select.one')}
        checked={props.isSelected}
        onChange={() => undefined}
        onClick={(event) => props.onSelect(event.shiftKey)}
      />
      <SeverityIcon severity={alert.severity} />
      <div className={classes.body}>
        <button
          ref={button}
          type="button"
          className={classes.sentence}
          aria-expanded={props.isOpen}
          onClick={props.onOpen}
          onKeyDown={props.onKeyDown}
        >
          {names.reason(alert.reason)}
        </button>
        <p className={classes.note}>
          <StateMark state={alert.state} />
          {alert.unit.province !== null && <span>{names.fullName(alert.unit.province)}</span>}
          <span>{t(`rule.${alert.rule}`)}</span>
          <span>{t('alerts.since', { state: alert.state, cut: names.cut(alert.since) })}</span>
          {alertNotes(alert, { t }).map((note) => (
            <em key={note}>{note}</em>
          ))}
          <Handling alert={alert} />
        </p>
      </div>
    </div>
  );
}

function Handling({ alert }: { readonly alert: AlertDto }) {
  const { t, format } = useText();
  const { handling } = alert;
  if (handling === null) return null;
  const { who, note, until } = handling;
  return (
    <span className={classes.handling}>
      {t('alerts.taken', { who, note })}
      {until !== null && ` (${t('alerts.until', { day: format.date(until) })})`}
    </span>
  );
}
