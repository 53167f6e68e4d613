import { Select } from '@mantine/core';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { COUNTRY_CODE } from '#shared/text/unit-names.ts';
import { foldedOptions } from './folded-options.ts';

/** Chooses a province by name, with or without accents; null is the whole country. */
export function ProvinceSelect(props: {
  readonly label: string;
  readonly everywhere: string;
  /** Offers the centre too, under this name, first. */
  readonly centre?: string;
  readonly value: string | null;
  readonly onChange: (code: string | null) => void;
}) {
  const { locale } = useText();
  const names = useNames();
  const collator = new Intl.Collator(locale);
  const provinces = names.units
    .filter((unit) => unit.level === 'province')
    .map((unit) => ({
      value: unit.code,
      label: names.fullName(unit.code),
      sortBy: names.shortName(unit.code),
    }))
    .sort((left, right) => collator.compare(left.sortBy, right.sortBy))
    .map(({ value, label }) => ({ value, label }));
  const { centre } = props;
  const data = centre === undefined ? provinces : [{ value: COUNTRY_CODE, label: centre }, ...provinces];
  return (
    <Select
      size="sm"
      w="15rem"
      label={props.label}
      placeholder={props.everywhere}
      data={data}
      value={props.value}
      onChange={props.onChange}
      searchable
      clearable
      maxDropdownHeight="50vh"
      filter={foldedOptions}
    />
  );
}
