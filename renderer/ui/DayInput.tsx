import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useText } from '#renderer/ground/text.tsx';
import { readWrittenDay } from '#shared/text/written-day.ts';

interface DayInputProps {
  readonly label: string;
  readonly description?: string;
  /** yyyy-mm-dd, or empty. */
  readonly value: string;
  /** Days before it are refused. */
  readonly min?: string | undefined;
  readonly onChange: (day: string) => void;
}

/**
 * A day as dd/MM/yyyy whatever the system's language: the browser's own field follows the system, and 07/08 must
 * never be read as July. Only a real day reaches `onChange`; an emptied field gives the empty text.
 */
export function DayInput({ label, description, value, min, onChange }: DayInputProps) {
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
      w="10rem"
      inputMode="numeric"
      placeholder={t('day.shape')}
      label={label}
      description={description}
      value={text}
      error={
        isWrong
          ? t('day.wrong', {
              hasMin: min === undefined ? 'no' : 'yes',
              min: min === undefined ? '' : format.date(min),
            })
          : null
      }
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}
