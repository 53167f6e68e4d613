import { Button, NumberInput } from '@mantine/core';
import { useText } from '#renderer/ground/text.tsx';
import { DayInput } from '#renderer/ui/DayInput.tsx';
import type { CalendarRevisionDto } from '#shared/contract/calendar.ts';
import classes from './CalendarView.module.css';

type Moment = CalendarRevisionDto['schedule']['moments'][number];
/** Its day is empty until it is written. */
const NEW: Moment = {
  ...{ day: '', hour: 9, minute: 0, dueAfterHours: 0 },
  ...{ owes: ['criteria'], asks: 'all' },
};

/** Single moments beside the weeks: a day, an hour, and how long after it figures are due. */
export function MomentFields(props: {
  readonly value: readonly Moment[];
  readonly onChange: (value: Moment[]) => void;
}) {
  const { t } = useText();
  const { value, onChange } = props;
  return (
    <>
      {value.map((moment, index) => (
        <MomentRow
          key={index}
          value={moment}
          onChange={(next) => onChange(value.with(index, next))}
          onRemove={() => onChange(value.toSpliced(index, 1))}
        />
      ))}
      <div>
        <Button size="compact-sm" variant="default" onClick={() => onChange([...value, NEW])}>
          {t('calendar.moment.add')}
        </Button>
      </div>
    </>
  );
}

function MomentRow(props: {
  readonly value: Moment;
  readonly onChange: (value: Moment) => void;
  readonly onRemove: () => void;
}) {
  const { t } = useText();
  const { value, onChange } = props;
  const number = (key: 'hour' | 'minute' | 'dueAfterHours', max: number) => (
    <NumberInput
      label={t(`calendar.${key === 'dueAfterHours' ? 'dueAfter' : key}`)}
      min={0}
      max={max}
      clampBehavior="strict"
      value={value[key]}
      onChange={(next) => onChange({ ...value, [key]: Number(next) })}
    />
  );
  return (
    <div className={classes.form}>
      <DayInput
        label={t('calendar.moment.day')}
        value={value.day}
        onChange={(day) => onChange({ ...value, day })}
      />
      {number('hour', 23)}
      {number('minute', 59)}
      {number('dueAfterHours', 744)}
      <Button variant="default" onClick={props.onRemove}>
        {t('calendar.remove')}
      </Button>
    </div>
  );
}
