import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useText } from '#renderer/ground/text.tsx';
import { readWrittenDay } from '#shared/text/written-day.ts';

interface DayInputProps {
  readonly label: string;
  readonly description?: string | undefined;
  /** yyyy-mm-dd, or empty. */
  readonly value: string;
  /** Days before it are refused. */
  readonly min?: string | undefined;
  /** What is wrong with the day itself. */
  readonly error?: string | null;
  readonly disabled?: boolean;
  readonly width?: string;
  readonly withAsterisk?: boolean;
  readonly onChange: (day: string) => void;
}

/**
 * A day as dd/MM/yyyy whatever the system's language: the browser's own field follows the system, and 07/08 must
 * never be read as July. Only a real day reaches `onChange`; an emptied field gives the empty text.
 */
export function DayInput(props: DayInputProps) {
  const { label, description, value, min, onChange, width = '10rem', error = null } = props;
  const { t, format } = useText();
  const written = value === '' ? '' : format.date(value);
  const [text, setText] = useState(written);
  useEffect(() => setText(written), [written]);
  const isGood = (day: string | null): day is string => day !== null && (min === undefined || day >= min);
  const isWrong = text.trim() !== '' && !isGood(readWrittenDay(text));
  const change = (next: string) => {
    setText(next);
    const day = readWrittenDay(next);
    if (next.trim() === '') onChange('');
    else if (isGood(day)) onChange(day);
  };
  return (
    <TextInput
      size="sm"
      w={width}
      inputMode="numeric"
      placeholder={t('day.shape')}
      label={label}
      description={description}
      value={text}
      disabled={props.disabled === true}
      withAsterisk={props.withAsterisk === true}
      error={
        isWrong
          ? t('day.wrong', {
              hasMin: min === undefined ? 'no' : 'yes',
              min: min === undefined ? '' : format.date(min),
            })
          : error
      }
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}
