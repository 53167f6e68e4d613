import { Select } from '@mantine/core';
import { changeQuery } from '#renderer/ground/address.ts';
import { type Text, useText } from '#renderer/ground/text.tsx';
import type { ComparisonSourceDto } from '#shared/contract/compare.ts';
import { fileNameOf } from '#shared/text/file-name.ts';
import { cutName } from '#shared/text/reason-text.ts';
import { type ComparisonChoice, chooseSource } from './use-comparison.ts';

/** The cut of one side, and above it where its figures come from while any file is open. */
export function SidePicker(props: {
  readonly name: 'from' | 'to';
  readonly label: string;
  readonly choice: ComparisonChoice;
}) {
  const text = useText();
  const { name, label, choice } = props;
  const { source, cuts, cut } = choice[name];
  return (
    <>
      {choice.sources.length > 1 && (
        <Select
          size="sm"
          w="15rem"
          label={text.t(`compare.source.${name}`)}
          allowDeselect={false}
          data={choice.sources.map((one) => ({ value: one.id, label: sourceName(one, text) }))}
          value={source?.id ?? null}
          onChange={(id) =>
            chooseSource(
              name,
              choice.sources.find((one) => one.id === id),
            )
          }
        />
      )}
      <Select
        size="sm"
        w="15rem"
        label={label}
        allowDeselect={false}
        maxDropdownHeight="60vh"
        data={cuts.map((one) => ({ value: one.id, label: cutName(one, text) }))}
        value={cut}
        onChange={(id) => id !== null && changeQuery({ [name]: id }, { push: true })}
      />
    </>
  );
}

/** 'Số liệu tại máy', or the file's own name with what it covers. */
export function sourceName({ file }: ComparisonSourceDto, { t, pick }: Text): string {
  if (file === null) return t('compare.source.workspace');
  return `${fileNameOf(file.name)} · ${pick(file.scope)}`;
}
