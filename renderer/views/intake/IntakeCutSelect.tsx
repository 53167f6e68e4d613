import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { cutName } from '#shared/text/reason-text.ts';

/** Chooses among all cuts, months too; with `placeholder` none may be chosen. */
export function IntakeCutSelect(props: {
  readonly label: string;
  readonly value: string | null;
  readonly placeholder?: string;
  readonly onChange: (code: string | null) => void;
}) {
  const text = useText();
  const cuts = useQuery(useApi().intake.cuts.queryOptions());
  return (
    <Select
      size="sm"
      w="15rem"
      label={props.label}
      placeholder={props.placeholder}
      allowDeselect={props.placeholder !== undefined}
      clearable={props.placeholder !== undefined}
      clearButtonProps={{ 'aria-label': text.t('state.clearFilters') }}
      searchable
      maxDropdownHeight="50vh"
      data={(cuts.data ?? []).map((cut) => ({ value: cut.id, label: cutName(cut, text) }))}
      value={props.value}
      onChange={props.onChange}
    />
  );
}
