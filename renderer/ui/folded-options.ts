import type { ComboboxItem, OptionsFilter } from '@mantine/core';
import { foldText } from '#shared/text/fold.ts';

/** Finds options by a part of their words, with or without accents. */
export const foldedOptions: OptionsFilter = ({ options, search }) => {
  const wanted = foldText(search);
  return options.filter(
    (option): option is ComboboxItem => 'label' in option && foldText(option.label).includes(wanted),
  );
};
