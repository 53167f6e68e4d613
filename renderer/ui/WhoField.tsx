import { TextInput, type TextInputProps } from '@mantine/core';
import { useId } from 'react';
import { useStaff } from '#renderer/ground/use-staff.ts';

/** Asks for the name of a person; those who work here are offered, any other name is taken too. */
export function WhoField(props: Omit<TextInputProps, 'list' | 'maxLength' | 'autoComplete'>) {
  const names = useId();
  const staff = useStaff();
  // A field with a list is told to be a choice: without anybody to choose it stays a field.
  const offered = staff.length === 0 ? {} : { list: names };
  return (
    <>
      <TextInput {...props} maxLength={120} autoComplete="off" {...offered} />
      {staff.length > 0 && (
        <datalist id={names}>
          {staff.map(({ name, duty }) => (
            <option key={name} value={name}>
              {duty}
            </option>
          ))}
        </datalist>
      )}
    </>
  );
}
