import { Checkbox, NumberInput } from '@mantine/core';
import { useText } from '#renderer/ground/text.tsx';
import type { CalendarRevisionDto } from '#shared/contract/calendar.ts';
import classes from './CalendarView.module.css';

type Monthly = CalendarRevisionDto['schedule']['monthly'];
const USUAL = { dueDay: 5, dueHour: 17, owes: ['outputs' as const], asks: 'all' as const };

/** Whether months are asked for, and when in the month after they are due. */
export function MonthlyFields(props: {
  readonly value: Monthly;
  readonly onChange: (value: Monthly) => void;
}) {
  const { t } = useText();
  const { value, onChange } = props;
  return (
    <div className={classes.form}>
      <Checkbox
        label={t('calendar.monthly')}
        checked={value !== null}
        onChange={(event) => onChange(event.currentTarget.checked ? USUAL : null)}
      />
      {value !== null && (
        <>
          <NumberInput
            label={t('calendar.dueDay')}
            min={1}
            max={31}
            clampBehavior="strict"
            value={value.dueDay}
            onChange={(day) => onChange({ ...value, dueDay: Number(day) || 1 })}
          />
          <NumberInput
            label={t('calendar.dueHour')}
            min={0}
            max={23}
            clampBehavior="strict"
            value={value.dueHour}
            onChange={(hour) => onChange({ ...value, dueHour: Number(hour) })}
          />
        </>
      )}
    </div>
  );
}
