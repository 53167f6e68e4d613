import { IconClock } from '@tabler/icons-react';
import { useCut } from '#renderer/ground/cut.tsx';
import { type Text, useText } from '#renderer/ground/text.tsx';
import { useNow } from '#renderer/ground/use-now.ts';
import classes from './DataAge.module.css';

const MINUTE_MS = 60_000;

/** How long ago the figures on screen were true. */
export function DataAge() {
  const text = useText();
  const { cut } = useCut();
  const now = useNow(MINUTE_MS);
  if (cut === null) return null;
  const asOf = text.t('cut.asOf', { time: text.format.dateTime(cut.asOf) });
  return (
    <span className={classes.age} title={asOf}>
      <IconClock size="1rem" aria-hidden="true" />
      <span>
        <span className="visually-hidden">{text.t('age.label')}: </span>
        {ageInWords(now - Date.parse(cut.asOf), text)}
      </span>
    </span>
  );
}

/** '5 phút trước', '3 giờ trước', '12 ngày trước' from milliseconds; whole units, never rounded up. */
export function ageInWords(milliseconds: number, text: Text): string {
  const minutes = Math.floor(milliseconds / MINUTE_MS);
  if (minutes < 0) return text.t('age.future');
  if (minutes < 1) return text.t('age.now');
  if (minutes < 60) return text.t('age.minutes', { count: minutes });
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return text.t('age.hours', { count: hours });
  return text.t('age.days', { count: Math.floor(hours / 24) });
}
