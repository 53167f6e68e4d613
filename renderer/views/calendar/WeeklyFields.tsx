import { Checkbox, NativeSelect, NumberInput } from '@mantine/core';
import { useText } from '#renderer/ground/text.tsx';
import type { CalendarRevisionDto } from '#shared/contract/calendar.ts';
import classes from './CalendarView.module.css';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
type Weekly = CalendarRevisionDto['schedule']['weekly'];
const USUAL = {
  ...{ weekday: 1, hour: 16, minute: 0, dueAfterHours: 0 },
  ...{ owes: ['criteria' as const], asks: 'all' as const },
};

/** Whether weeks are asked for, when the cut of a week is taken, and how long after it figures are due. */
export function WeeklyFields(props: { readonly value: Weekly; readonly onChange: (value: Weekly) => void }) {
  const { t } = useText();
  const { value, onChange } = props;
  return (
    <div className={classes.form}>
      <Checkbox
        label={t('calendar.weekly')}
        checked={value !== null}
        onChange={(event) => onChange(event.currentTarget.checked ? USUAL : null)}
      />
      {value !== null && (
        <>
          <NativeSelect
            label={t('calendar.weekday')}
            value={String(value.weekday)}
            data={WEEKDAYS.map((day) => ({ value: String(day), label: t(`calendar.weekday.${day}`) }))}
            onChange={(event) => onChange({ ...value, weekday: Number(event.currentTarget.value) })}
          />
          <NumberInput
            label={t('calendar.hour')}
            min={0}
            max={23}
            clampBehavior="strict"
            value={value.hour}
            onChange={(hour) => onChange({ ...value, hour: Number(hour) })}
          />
          <NumberInput
            label={t('calendar.dueAfter')}
            min={0}
            max={744}
            clampBehavior="strict"
            value={value.dueAfterHours}
            onChange={(hours) => onChange({ ...value, dueAfterHours: Number(hours) })}
          />
        </>
      )}
    </div>
  );
}
